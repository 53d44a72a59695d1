"""Workbooks that this program writes read back as the same evaluations and base data. They carry no reports."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jixiao.model import BaseData, Dossier, Evaluation
from jixiao.model.store import load
from jixiao.reading import read_document
from jixiao.recognition import recognise
from jixiao.writing import write_excel
from jixiao.writing.outline import printed
from tests.shared import ROOT
from tests.writing.test_round_trip import CASES

EXAMPLES = {name: load(ROOT / "examples" / name / "dossier") for name in ("consistent", "yueyang-2024")}
# the workbook puts title and year into one cell, where the Word file has a line for each
ALL = {name: given for name, given in (CASES | EXAMPLES).items() if name != "year under the title"}


def fields(dossier: Dossier) -> list[str]:
    """Evaluations and base data; a computed share may be displayed with more zeros at its end than on paper."""
    return [
        re.sub(r"(\d)(?:\.0+|(\.\d*?[1-9])0+)%", r"\1\2%", record.model_dump_json(indent=1))
        for record in (*dossier.every(Evaluation), *dossier.every(BaseData))
    ]


@pytest.mark.parametrize("name", ALL)
def test_a_written_workbook_reads_back(name: str, tmp_path: Path) -> None:
    given: Dossier = ALL[name]
    write_excel(given, tmp_path / "out.xlsx")
    document = read_document(tmp_path / "out.xlsx")
    back = recognise([document])
    expected = printed(given)
    assert fields(back.dossier) == fields(expected)
    assert back.unplaced == ()
    assert document.notes == ()
