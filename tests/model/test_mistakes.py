"""A slip in a dossier is told with its line, its field, what stands there, and what belongs there."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.model import UnreadableError
from jixiao.model.store import from_json, load

_TABLE = "evaluations:\n- kind: project\n  name: 甲\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            _TABLE + "  total: 9.5\n",
            '第4行第10列 /evaluations/0/total：数字 9.5 没有加引号。请加引号，按原样写小数位，例如 "9.50"',
        ),
        (_TABLE + "  total: [9]\n", '写成了清单或多个字段。这里只能写一个数，加引号，例如 "9.50"'),
        (
            _TABLE + "  indicators:\n  - target: 95\n",
            "第5行第13列 /evaluations/0/indicators/0/target：写成了 95，没有加引号",
        ),
        (_TABLE + "  indicators:\n  - target: {a: b}\n", "这里只能写一段文字"),
        (_TABLE + "  indicators:\n  - tagret: '9'\n", "没有字段“tagret”。是不是 target？"),
        (_TABLE + "  indicators: 3\n", "不是清单。每项另起一行"),
        (_TABLE + "  indicators: [3]\n", "第4行第16列 /evaluations/0/indicators/0：不是“字段: 内容”的写法"),
        (_TABLE + "  xyzzy: '1'\n  totl: '1'\n", "没有字段“xyzzy”。可用的字段：id、kind"),
        (
            "evaluations:\n- kind: projct\n",
            "第2行第9列 /evaluations/0/kind：写成了“projct-evaluation”。是不是 project-evaluation？",
        ),
        ("evaluations:\n- kind: 项目\n", "是不是 unit-evaluation？"),
        ("year: 二〇二四\n", "第1行第7列 /year：写成了“二〇二四”，不是整数"),
        ("unit:\n", '这里空着。留空请写 ""'),
        ("- 甲\n", "不是“字段: 内容”的写法"),
        ("aliases: {甲: 3}\n", "不是清单"),
        ("schema: jixiao/dossier/9\n", "第1行第9列 /schema：写成了“jixiao/dossier/9”。是不是 jixiao/dossier/2？"),
    ],
)
def test_a_slip_is_told_with_its_remedy(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "d.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableError) as error:
        load(path)
    assert said in str(error.value)
    assert str(error.value).startswith("d.yaml，")


_RECORD = """schema: jixiao/dossier/2
unit: 某局
year: 2025
records:
- kind: project-evaluation
  id: a
  name: 甲
  total: '9.5'
  indicators:
  - name: 乙
    target: 95%
"""


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("  total", "\ttotal", ["第8行第1列：缩进用了制表符（Tab）。缩进只能用空格"]),
        ("'9.5'", "'9.5", ["第8行第10列：引号没有配对。在这段文字末尾补上同样的引号"]),
        ("name: 甲", 'name: "甲', ["第7行第9列：引号没有配对"]),
        ("  total", " total", ["第8行第2列：缩进与上面的行对不齐"]),
        ("  total", "    total", ["第8行第5列：缩进与上面的行对不齐"]),
        ("name: 甲", "name：甲", ["第7行第7列：“name”后面是全角冒号“：”。改成半角冒号，后面空一格：name: 内容"]),
        ("unit: 某局", "unit：某局", ["第2行第5列：“unit”后面是全角冒号“：”"]),
        ("name: 甲", "name:甲", ["第7行第7列：“:”后面没有空格"]),
        ("- name: 乙", "-name: 乙", ["第10行第3列：“-”后面没有空格"]),
        ("name: 甲", "name: 甲: 乙", ["第7行第10列：一行里有两处冒号"]),
        ("name: 甲", "name: @甲", ["第7行第9列：文字以“@”开头"]),
        ("name: 甲", "name: [甲", ["第7行第9列：括号没有配对"]),
        ("甲", "甲\x01", ["第7行第10列：有一个看不见的控制字符"]),
        ("  name: 甲", "  name: 甲\n  name: 丙", ["第8行第3列：字段“name”写了两次，第7行已经有了。只留一个"]),
        ("total:", "totl:", ["第8行第3列 /records/0/totl：没有字段“totl”。是不是 total？"]),
        ("'9.5'", "9.50", ["第8行第10列 /records/0/total：数字 9.50 没有加引号"]),
        ("name: 甲", "name: 12:30", ['第7行第9列 /records/0/name：写成了 12:30，没有加引号。请加引号：写成 "12:30"']),
        ("name: 甲", "name: 2025-02-20", ["第7行第9列 /records/0/name：写成了 2025-02-20，没有加引号"]),
        ("id: a", "id: a\n  state: opened", ["第7行第10列 /records/0/state：写成了“opened”。是不是 open？"]),
        ("name: 甲", "name: [甲, 乙]", ["第7行第3列 /records/0/name：写成了清单或多个字段"]),
        (
            "id: a\n  name: 甲\n  total: '9.5'",
            "id: a\n  state: opened\n  totl: 3\n  total: 9.50",
            ["第7行第10列 /records/0/state", "第8行第3列 /records/0/totl", "第9行第10列 /records/0/total：数字 9.50"],
        ),
    ],
)
def test_typical_slips_are_told_with_their_own_line_and_column(
    tmp_path: Path, right: str, wrong: str, said: list[str]
) -> None:
    path = tmp_path / "d.yaml"
    path.write_text(_RECORD.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(UnreadableError) as error:
        load(path)
    told = str(error.value).splitlines()
    assert len(told) == len(said)
    for line, part in zip(told, said, strict=True):
        assert line.startswith("d.yaml，")
        assert part in line


@given(st.integers(0, len(_RECORD) - 1), st.integers(0, 3), st.text("：:'\"[]{}- \t\n#@x1\x00", max_size=3))
def test_any_slip_is_told_with_a_line_of_the_file_or_is_none(place: int, gone: int, added: str) -> None:
    text = _RECORD[:place] + added + _RECORD[place + gone :]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "d.yaml"
        path.write_text(text, encoding="utf-8")
        try:
            load(path)
        except UnreadableError as error:
            for told in str(error).splitlines():
                assert told.startswith("d.yaml，")
                where = re.match(r"d\.yaml，第(\d+)行第(\d+)列", told)
                assert where is None or int(where[1]) <= text.count("\n") + 1


def test_what_yaml_reads_is_not_refused_for_its_looks(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    text = _RECORD.replace("name: 甲", 'name: "甲：乙: 丙"').replace("95%", "2025-02-30")
    path.write_text(text, encoding="utf-8")
    (record,) = load(path).records
    assert record.name == "甲：乙: 丙"  # type: ignore[attr-defined]
    assert record.indicators[0].target_text == "2025-02-30"  # type: ignore[attr-defined]


def test_the_faults_of_all_files_of_a_folder_are_told_together(tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    (tmp_path / "dossier.yaml").write_text("unit: 某局\n", encoding="utf-8")
    for name, text in (("01.yaml", "kind: project-evaluation\nid: a\ntotal: 9.5\n"), ("02.yaml", "kind: [a\n")):
        (tmp_path / "records" / name).write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableError) as error:
        load(tmp_path)
    first, second = str(error.value).splitlines()
    assert first.startswith("records/01.yaml，第3行第8列 /total")
    assert second.startswith("records/02.yaml，第1行第7列：括号没有配对")
    assert "另有 1 处" in error.value.problem.text()


def test_of_very_many_faults_the_first_twenty_are_told(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text("".join(f"x{number}: 1\n" for number in range(25)), encoding="utf-8")
    with pytest.raises(UnreadableError) as error:
        load(path)
    assert len(str(error.value).splitlines()) == 21
    assert str(error.value).endswith("另有 5 处，改好上面的再试")


def test_plain_data_has_no_lines() -> None:
    with pytest.raises(UnreadableError, match=r"甲，/year：写成了“x”，不是整数"):
        from_json({"year": "x"}, "甲")


def test_a_part_of_a_folder_is_named_with_its_folder(tmp_path: Path) -> None:
    (tmp_path / "evaluations").mkdir()
    (tmp_path / "dossier.yaml").write_text("unit: 某局\n", encoding="utf-8")
    (tmp_path / "evaluations" / "1.yml").write_text("kind: project\ntotal: 9.5\n", encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"evaluations/1\.yml，第2行第8列 /total"):
        load(tmp_path)
    (tmp_path / "dossier.yaml").write_text("- 某局\n", encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"dossier\.yaml"):
        load(tmp_path)
