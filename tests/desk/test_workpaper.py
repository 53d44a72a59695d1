"""The desk's working paper: from published data, as a stream, beside nobody's file, with what an earlier one had."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from jixiao.desk import working_paper
from jixiao.model import UnreadableError
from tests.writing.workpaper.papers import columns, opened, published, records


def test_one_assessment_or_a_stream_of_them_read_from_json(tmp_path: Path) -> None:
    kept = [json.dumps(published(unit), ensure_ascii=False) for unit in ("示范市渡口管理所", "示范县图书馆")]

    def stream() -> Iterator[dict[str, Any]]:
        for text in kept:
            yield json.loads(text)

    working_paper(json.loads(kept[0]), tmp_path / "one.xlsx")
    working_paper(stream(), tmp_path / "two.xlsx")
    assert "2024 示范县图书馆" not in opened((tmp_path / "one.xlsx").read_bytes()).sheetnames
    assert "2024 示范县图书馆" in opened((tmp_path / "two.xlsx").read_bytes()).sheetnames
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.xlsx", "two.xlsx"]


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    target = tmp_path / "paper.xlsx"
    target.write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        working_paper(published(), target)
    assert target.read_bytes() == b"mine"


def test_a_write_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(self: Path, target: Path) -> Path:
        raise OSError("no")

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(OSError, match="no"):
        working_paper(published(), tmp_path / "paper.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_what_was_typed_is_in_the_next(tmp_path: Path) -> None:
    first, typed, second = (tmp_path / f"{name}.xlsx" for name in ("first", "typed", "second"))
    working_paper(published(), first)
    book = openpyxl.load_workbook(io.BytesIO(first.read_bytes()))
    sheet = book["2024 示范市渡口管理所"]
    sheet.cell(4, columns(sheet)["处理情况"], "已整改")
    book.save(typed)
    working_paper(published(), second, earlier=typed)
    assert records(opened(second.read_bytes())["2024 示范市渡口管理所"])[0]["处理情况"] == "已整改"


def test_an_earlier_paper_that_is_none_is_told_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "other.xlsx").write_bytes(b"PK nothing")
    with pytest.raises(UnreadableError):
        working_paper(published(), tmp_path / "paper.xlsx", earlier=tmp_path / "other.xlsx")
    assert not (tmp_path / "paper.xlsx").exists()


def test_what_was_not_read_or_not_handed_in_is_listed(tmp_path: Path) -> None:
    said = {"key": "k", "zh": "文件不完整", "en": "the file is not whole"}
    lacks = {"unit": "示范县图书馆", "year": 2024, "what": "基础数据表", "message": {"zh": "没有提交", "en": "missing"}}
    for lang, sheet in (("zh", "未能读取与故障"), ("en", "Not read, and faults")):
        target = tmp_path / f"{lang}.xlsx"
        bad = [{"what": "材料/坏.docx", "message": said}]
        working_paper(published(), target, lang=lang, unreadable=bad, not_handed_in=[lacks])
        rows = [list(row.values()) for row in records(opened(target.read_bytes())[sheet])]
        assert [row[-2:] for row in rows] == [["材料/坏.docx", said[lang]], ["基础数据表", lacks["message"][lang]]]
        assert rows[1][1:3] == ["示范县图书馆", 2024]
