"""The two example dossiers: written and read back they are equal, contradictions included; a good one stays silent."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from jixiao.audit import check
from jixiao.desk import open_case
from jixiao.model.store import to_json
from jixiao.writing import write_excel, write_word

from ..shared import ROOT

EXAMPLES = ("yueyang-2024", "consistent")


def _dossier(name: str) -> Path:
    return ROOT / "examples" / name / "dossier"


@pytest.mark.parametrize("name", EXAMPLES)
def test_written_to_word_and_read_back_it_is_equal(name: str, tmp_path: Path) -> None:
    opened = open_case([_dossier(name)])
    target = tmp_path / "published.docx"
    write_word(opened.source, target)
    back = open_case([target])
    assert to_json(back.dossier) == to_json(opened.dossier)
    assert back.unplaced == ()


def test_the_contradictions_survive_the_word_file(tmp_path: Path) -> None:
    opened = open_case([_dossier("yueyang-2024")])
    target = tmp_path / "published.docx"
    write_word(opened.source, target)
    errors = [f.code for f in check(open_case([target]).dossier).findings if f.severity == "error"]
    assert sorted(errors) == ["SC101", "TX101"]


def test_a_consistent_dossier_has_no_finding_above_information(tmp_path: Path) -> None:
    opened = open_case([_dossier("consistent")])
    target = tmp_path / "published.docx"
    write_word(opened.source, target)
    for dossier in (opened.dossier, open_case([target]).dossier):
        assert [f.text() for f in check(dossier).findings if f.severity != "info"] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_word_and_excel_open_in_libreoffice(name: str, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    source = open_case([_dossier(name)]).source
    write_word(source, tmp_path / "report.docx")
    write_excel(source, tmp_path / "tables.xlsx")
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    for file in ("report.docx", "tables.xlsx"):
        command = [
            office,
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(tmp_path / file),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        assert (tmp_path / file).with_suffix(".pdf").stat().st_size > 10_000
