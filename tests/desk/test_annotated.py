"""The desk sends files back: every file of a case with its own findings, as grave as asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from jixiao.desk import annotated, annotated_all, assess, open_case
from jixiao.desk.assessing import Assessed
from jixiao.model import Severity
from jixiao.writing.annotate import AUTHOR
from jixiao.writing.excel import write_excel
from jixiao.writing.word import write_word

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "yueyang-2024" / "dossier"


def assessed(*paths: Path) -> Assessed:
    return assess([open_case(paths)], as_of=date(2026, 5, 20)).cases[0]


@pytest.fixture(scope="module")
def filed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as a Word file and a workbook, in two folders."""
    folder = tmp_path_factory.mktemp("filed")
    (folder / "文").mkdir()
    (folder / "表").mkdir()
    source = open_case([EXAMPLE]).source
    write_word(source, folder / "文" / "自评.docx")
    write_excel(source, folder / "表" / "自评.xlsx")
    return folder


def test_only_what_is_grave_enough_is_sent_back(filed: Path, tmp_path: Path) -> None:
    source = filed / "文" / "自评.docx"
    one = assessed(source)
    counted = [
        annotated(one, source, tmp_path / f"{bar}.docx", severity=bar).findings
        for bar in (*Severity, Severity.INFO)[:3]
    ]
    errors = [f for f in one.audit.findings if f.severity is Severity.ERROR]
    assert counted == sorted(counted)
    assert counted[0] == len(errors)
    assert counted[2] == len(one.audit.findings)
    said = [c.text for c in docx.Document(str(tmp_path / "error.docx")).comments]
    assert all("错误：" in text for text in said)
    assert any(text.startswith("错误：总分写 96，各项得分合计 97") for text in said)


def test_a_workbook_is_annotated_by_what_is_in_it(filed: Path, tmp_path: Path) -> None:
    source = filed / "表" / "自评.xlsx"
    result = annotated(assessed(source), source, tmp_path / "批注.bin", lang="en")
    (tmp_path / "批注.bin").rename(tmp_path / "批注.xlsx")
    book = openpyxl.load_workbook(tmp_path / "批注.xlsx")
    noted = [
        c for s in book.worksheets for row in s.iter_rows() for c in row if c.comment and c.comment.author == AUTHOR
    ]
    assert len(noted) == result.comments > 30
    assert len(list(book["Findings"].iter_rows(min_row=3))) == result.findings >= result.places
    assert result.not_placed == ()


def test_every_file_of_a_case_gets_its_own_under_its_own_name(filed: Path, tmp_path: Path) -> None:
    one = assessed(filed / "文" / "自评.docx", filed / "表" / "自评.xlsx")
    done = annotated_all(one, tmp_path)
    assert [file.target.relative_to(tmp_path).as_posix() for file in done] == ["文/自评.docx", "表/自评.xlsx"]
    for file in done:
        assert file.refused is None
        assert file.result is not None
        assert file.target.exists()
        assert file.result.findings + len(file.result.not_placed) == len(one.audit.findings)
    with pytest.raises(FileExistsError):
        annotated_all(one, tmp_path)


def test_a_file_that_takes_no_comments_is_told(filed: Path, tmp_path: Path) -> None:
    import shutil

    text = tmp_path / "自评.txt"
    shutil.copy(filed / "文" / "自评.docx", tmp_path / "自评.docx")
    rows = ["2024年度项目支出绩效自评表", "\t项目支出名称\t办案费", "\t主管部门\t甲局\t实施单位\t甲局"]
    text.write_text("\n\n".join(rows), encoding="utf-8")
    one = assessed(text, tmp_path / "自评.docx")
    done = {file.source.name: file for file in annotated_all(one, tmp_path / "out")}
    assert done["自评.txt"].result is None
    assert done["自评.txt"].refused is not None
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["自评.docx"]


def test_a_case_that_was_never_a_file_has_nothing_to_send_back(tmp_path: Path) -> None:
    one = assessed(EXAMPLE)
    assert all(file.refused is not None for file in annotated_all(one, tmp_path))
