"""A slip in a dossier is told with its line, its field, what stands there, and what belongs there."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.model import UnreadableError
from jixiao.model.store import from_json, load

_TABLE = "evaluations:\n- kind: project\n  name: 甲\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            _TABLE + "  total: 9.5\n",
            '第4行 /evaluations/0/total：数字 9.5 没有加引号。请加引号，按原样写小数位，例如 "9.50"',
        ),
        (_TABLE + "  total: [9]\n", '写成了清单或多个字段。这里只能写一个数，加引号，例如 "9.50"'),
        (_TABLE + "  indicators:\n  - target: 95\n", "第5行 /evaluations/0/indicators/0/target：写成了 95，没有加引号"),
        (_TABLE + "  indicators:\n  - target: {a: b}\n", "这里只能写一段文字"),
        (_TABLE + "  indicators:\n  - tagret: '9'\n", "没有字段“tagret”。是不是 target？"),
        (_TABLE + "  indicators: 3\n", "不是清单。每项另起一行"),
        (_TABLE + "  indicators: [3]\n", "第4行 /evaluations/0/indicators/0：不是“字段: 内容”的写法"),
        (_TABLE + "  xyzzy: '1'\n  totl: '1'\n", "没有字段“xyzzy”；另有 1 处。可用的字段：id、kind"),
        (
            "evaluations:\n- kind: projct\n",
            "第2行 /evaluations/0/kind：写成了“projct-evaluation”。是不是 project-evaluation？",
        ),
        ("evaluations:\n- kind: 项目\n", "是不是 unit-evaluation？"),
        ("year: 二〇二四\n", "第1行 /year：写成了“二〇二四”，不是整数"),
        ("unit:\n", '这里空着。留空请写 ""'),
        ("- 甲\n", "不是“字段: 内容”的写法"),
        ("aliases: {甲: 3}\n", "不是清单"),
        ("schema: jixiao/dossier/9\n", "第1行 /schema：写成了“jixiao/dossier/9”。是不是 jixiao/dossier/2？"),
    ],
)
def test_a_slip_is_told_with_its_remedy(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "d.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableError) as error:
        load(path)
    assert said in str(error.value)
    assert str(error.value).startswith("d.yaml，")


def test_plain_data_has_no_lines() -> None:
    with pytest.raises(UnreadableError, match=r"甲，/year：写成了“x”，不是整数"):
        from_json({"year": "x"}, "甲")


def test_a_part_of_a_folder_is_named_with_its_folder(tmp_path: Path) -> None:
    (tmp_path / "evaluations").mkdir()
    (tmp_path / "dossier.yaml").write_text("unit: 某局\n", encoding="utf-8")
    (tmp_path / "evaluations" / "1.yml").write_text("kind: project\ntotal: 9.5\n", encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"evaluations/1\.yml，第2行 /total"):
        load(tmp_path)
    (tmp_path / "dossier.yaml").write_text("- 某局\n", encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"dossier\.yaml"):
        load(tmp_path)
