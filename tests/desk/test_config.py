"""``jixiao.toml``: found upward, read whole, every slip named at its place; waivers need an approver and an end."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from jixiao.audit import Waiver
from jixiao.desk import assess, find_config, open_cases, own_rules, read_config
from jixiao.model import UnreadableError

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "yueyang-2024" / "dossier"
WHOLE = """
policy = "policy.yaml"
ignore = ["TX"]
rules = ["own.py"]
forms = ["project-central-2020"]

[[units]]
name = "岳阳市文化旅游广电局"
also = ["岳阳市文化广电新闻出版局"]

[[waivers]]
code = "SC101"
at = "/records/project-办案费/total"
reason = "已向财政局说明"
approver = "岳阳市财政局"
until = 2026-12-31
"""
RULE = '''
from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import Dossier, Finding


@rule(
    "ZZ001",
    "house-rule",
    title="本局要求",
    severity="info",
    since="1",
    basis="本局关于绩效自评的通知",
    zh={"": "本局要求写明联系人"},
    en={"": "name a contact"},
)
def house_rule(dossier: Dossier) -> Iterator[Outcome]:
    """本局的要求。

    为什么重要：便于联系。
    怎样修改：写上。
    何时不适用：没有。
    """
    yield Finding(at="")
'''


def write(folder: Path, text: str) -> Path:
    (folder / "policy.yaml").write_text("id: x\n")
    (folder / "own.py").write_text(RULE, encoding="utf-8")
    path = folder / "jixiao.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_all_that_can_be_set(tmp_path: Path) -> None:
    config = read_config(write(tmp_path, WHOLE))
    assert config.policy == str(tmp_path / "policy.yaml")
    assert (config.ignore, config.select, config.forms) == (("TX",), (), ("project-central-2020",))
    assert config.rules == (tmp_path / "own.py",)
    assert config.units == (("岳阳市文化旅游广电局", ("岳阳市文化广电新闻出版局",)),)
    assert config.waivers == (
        Waiver("SC101", "/records/project-办案费/total", "已向财政局说明", date(2026, 12, 31), "岳阳市财政局"),
    )


def test_the_nearest_one_counts(tmp_path: Path) -> None:
    write(tmp_path, 'ignore = ["TX"]')
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert find_config([inner / "x.docx"]).ignore == ("TX",)
    (inner / "jixiao.toml").write_text('ignore = ["LG"]', encoding="utf-8")
    assert find_config([inner]).ignore == ("LG",)
    assert find_config([tmp_path]).ignore == ("TX",)


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("ignore = [", "", "TOML"),
        ("ignroe = []", "", "是不是 ignore"),
        ("zzzzz = 1", "", "只有：policy"),
        ("policy = 3", "policy", "一段文字"),
        ('select = "SC"', "select", "列表"),
        ('rules = ["none.py"]', "none.py", "没有这个文件"),
        ("[units]\nname = 'x'", "units", "[[units]]"),
        ("[[units]]\nnmae = 'x'", "units 1", "是不是 name"),
        ("[[units]]\nname = ''", "units 1 name", "文字"),
        ("[[units]]\nname = 'x'\nalso = 'y'", "units 1 also", "列表"),
        (WHOLE.replace('approver = "岳阳市财政局"\n', ""), "waivers 1 approver", "谁批准的"),
        (WHOLE.replace("until = 2026-12-31\n", ""), "waivers 1 until", "到期日"),
        (WHOLE.replace("SC101", "ZZ999"), "waivers 1 code", "ZZ999"),
    ],
)
def test_slips_are_named_at_their_place(tmp_path: Path, text: str, place: str, said: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        read_config(write(tmp_path, text))
    assert str(raised.value.place) == place
    assert said in str(raised.value) or said == "TOML"


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "jixiao.toml").write_bytes("policy = '岳阳'".encode("gb18030"))
    with pytest.raises(UnreadableError, match="UTF-8"):
        read_config(tmp_path / "jixiao.toml")


def test_rules_of_ones_own_run_beside_the_catalogue(tmp_path: Path) -> None:
    write(tmp_path, "")
    own = own_rules([tmp_path / "own.py"])
    day = date(2026, 5, 20)
    cases = open_cases([EXAMPLE])
    (plain,) = assess(cases, as_of=day).cases
    (more,) = assess(cases, as_of=day, own=own).cases
    assert [f for f in more.audit.findings if f.code != "ZZ001"] == list(plain.audit.findings)
    (only,) = assess(cases, as_of=day, own=own, select=["ZZ"]).cases
    (found,) = only.audit.findings
    assert (found.text(), found.severity, str(found.basis)) == ("本局要求写明联系人", "info", "本局关于绩效自评的通知")
    (without,) = assess(cases, as_of=day, own=own, ignore=["house-rule"]).cases
    assert "ZZ001" not in {f.code for f in without.audit.findings}
    with pytest.raises(KeyError):
        assess(cases, as_of=day, own=own, select=["YY"])


@pytest.mark.parametrize("text", ["x = (", "import nothing_like_this", "x = 1"])
def test_rules_that_cannot_be_used_are_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "own.py").write_text(text)
    with pytest.raises(UnreadableError, match="自己的规则用不了"):
        own_rules([tmp_path / "own.py"])
