"""``write FILE --correct``: the file itself is mended, nothing else of it is touched; what cannot be is told."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from jixiao.desk import open_case
from jixiao.model import Evaluation
from jixiao.writing.excel import write_excel
from tests.cli.conftest import EXAMPLES
from tests.cli.run import jixiao


def total(path: Path) -> str:
    return next(e.total.raw for e in open_case([path]).dossier.every(Evaluation) if e.name == "办案费" and e.total)


def test_a_word_file_is_mended_in_place(published: Path, tmp_path: Path) -> None:
    result = jixiao("write", published, "--correct", "--out", tmp_path)
    assert result.exit_code == 0
    assert "96 → 97" in result.stdout
    assert "仍须人定 1 处" in result.stdout
    mended = tmp_path / f"{published.stem}-改正.docx"
    assert total(mended) == "97"
    with zipfile.ZipFile(published) as before, zipfile.ZipFile(mended) as after:
        same = [name for name in before.namelist() if before.read(name) == after.read(name)]
        assert {"word/styles.xml", "word/settings.xml"} & set(before.namelist()) <= set(same)
    assert f"jixiao compare {published}" in " ".join(result.stdout.split())


def test_tracked_changes(published: Path, tmp_path: Path) -> None:
    assert jixiao("write", published, "--correct", "--tracked", "--out", tmp_path / "a.docx").exit_code == 0
    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        text = package.read("word/document.xml").decode()
    assert "<w:ins " in text
    assert "<w:del " in text


def test_a_workbook_is_mended_in_place(tmp_path: Path) -> None:
    book = tmp_path / "自评 表.xlsx"
    write_excel(open_case([EXAMPLES / "yueyang-2024" / "dossier"]).source, book)
    result = jixiao("write", book, "--correct", "--out", tmp_path / "改", "--lang", "en")
    assert result.exit_code == 0
    assert "corrections" in result.stdout
    assert (tmp_path / "改" / "自评 表-改正.xlsx").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--tracked"], "--tracked 要和 --correct 一起用"),
        (["--correct", "--tracked", "--kind", "word"], "只有 Word 文件能用修订标记"),
    ],
)
def test_calls_that_cannot_be(published: Path, tmp_path: Path, arguments: list[str], said: str) -> None:
    result = jixiao("write", published, *arguments, "--out", tmp_path)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not list(tmp_path.iterdir())


def test_what_is_there_is_not_overwritten(published: Path, consistent: Path, tmp_path: Path) -> None:
    target = tmp_path / f"{published.stem}-改正.docx"
    target.write_text("别人的")
    result = jixiao("write", published, "--correct", "--out", tmp_path)
    assert result.exit_code == 2
    assert "没有覆盖" in result.stderr
    assert target.read_text() == "别人的"
    both = jixiao("write", published, consistent, "--correct", "--one-case", "--out", tmp_path / "x.docx")
    assert both.exit_code == 2


def test_a_dossier_and_a_kind_are_written_anew(published: Path, tmp_path: Path) -> None:
    anew = jixiao("write", published, "--correct", "--kind", "word", "--out", tmp_path / "1")
    assert anew.exit_code == 0
    assert total(tmp_path / "1" / f"{published.stem}-改正.docx") == "97"
    dossier = jixiao("write", EXAMPLES / "yueyang-2024" / "dossier", "--correct", "--out", tmp_path / "2")
    assert sorted(path.suffix for path in (tmp_path / "2").iterdir()) == [".docx", ".html", ".xlsx"]
    assert dossier.exit_code == 0


def test_a_workbook_to_fill_in(tmp_path: Path) -> None:
    made = jixiao("new", tmp_path / "卷", "--unit", "某县水利局", "--year", 2025, "--project", "河道清淤", "--excel")
    assert made.exit_code == 0
    book = tmp_path / "卷.xlsx"
    assert str(book) in made.stdout
    assert open_case([book]).dossier == open_case([tmp_path / "卷"]).source
    again = jixiao("write", tmp_path / "卷", "--fill-in", "--out", tmp_path)
    assert again.exit_code == 0
    assert (tmp_path / "卷-填报.xlsx").exists()
    assert jixiao("write", tmp_path / "卷", "--fill-in", "--out", tmp_path).exit_code == 2
    taken = jixiao("new", tmp_path / "卷", "--unit", "某县水利局", "--year", 2025, "--excel")
    assert taken.exit_code == 2
    assert "尚未填写" in jixiao("check", book).stdout
