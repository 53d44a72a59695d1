"""Tables on their pages: how many there are, what stands on top of each, and that reading joins what was cut."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import docx
import pytest

from jixiao.forms.layouts import Layout
from jixiao.model import BaseData, Evaluation
from jixiao.reading import read_document
from jixiao.recognition import recognise
from jixiao.writing import write_word
from jixiao.writing.outline import printed
from tests.writing.dossiers import base_data, dossier
from tests.writing.in_layouts import LAYOUTS
from tests.writing.test_layouts_round_trip import back, told

from .forms import form

_ONE_PAGE = {"project-central-2020", "project-yueyang-2022", "project-ningxia-2021", "unit-yueyang-2022"}
"""Forms of few columns, of which 25 indicators fill one page."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, int], list[str]]:
    """The text of each page of each form, as LibreOffice sets it."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not on this machine")
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not on this machine")
    folder = tmp_path_factory.mktemp("pages")
    asked = [(layout, count, folder / f"{layout.id}-{count}.docx") for layout in LAYOUTS for count in (8, 15, 25, 40)]
    for layout, count, path in asked:
        write_word(form(layout, count), path, forms=(layout,))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        *(path for *_, path in asked),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {(layout.id, count): _pages(path.with_suffix(".pdf")) for layout, count, path in asked}


def _pages(pdf: Path) -> list[str]:
    shown = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True).stdout.decode()
    return shown.rstrip("\f").split("\f")


def test_a_form_fills_as_few_pages_as_the_official_one(pages: dict[tuple[str, int], list[str]]) -> None:
    counts = {key: len(found) for key, found in pages.items()}
    for layout in LAYOUTS:
        assert [counts[layout.id, count] for count in (8, 15)] == [1, 1], layout.id
        few = layout.id in _ONE_PAGE
        assert [counts[layout.id, 25], counts[layout.id, 40]] <= ([1, 2] if few else [2, 3]), layout.id
        assert counts[layout.id, 40] <= (2 if few else 3), layout.id


def test_the_column_heads_stand_on_top_of_every_further_page(pages: dict[tuple[str, int], list[str]]) -> None:
    further = [(key, page) for key, found in pages.items() for page in found[1:]]
    assert further
    for key, page in further:
        top = "".join(page.split())[:80]
        assert all(word in top for word in ("一级", "三级指标", "得分")), (key, top)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.id)
@pytest.mark.parametrize("count", [15, 25, 40, 70])
def test_what_a_page_cut_reads_as_one_form(layout: Layout, count: int) -> None:
    given = form(layout, count)
    (expected,) = printed(given, (layout,)).every(Evaluation)
    found, unplaced = back(given, layout, ".docx")
    assert (told(found), unplaced) == (told(expected), [])


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.id)
def test_a_form_with_texts_longer_than_a_page_reads_back(layout: Layout) -> None:
    text = "\n".join(f"{number}.保障渡口安全，完成年度各项维护任务。" for number in range(1, 45))
    given = form(layout, 25, goal_expected=text, goal_actual=text, conclusion=text)
    (expected,) = printed(given, (layout,)).every(Evaluation)
    found, unplaced = back(given, layout, ".docx")
    assert (told(found), unplaced) == (told(expected), [])


def test_a_long_base_table_reads_back_as_one(tmp_path: Path) -> None:
    line = base_data().lines[0]
    more = tuple(line.model_copy(update={"id": f"n{i}", "key": "", "label": f"其他专项{i}"}) for i in range(50))
    given = dossier(reports=(), evaluations=(), base_data=(base_data(lines=(*base_data().lines, *more)),))
    path = tmp_path / "base.docx"
    write_word(given, path)
    assert len(docx.Document(str(path)).tables) == 2
    (found,) = recognise([read_document(path)]).dossier.every(BaseData)
    (expected,) = printed(given).every(BaseData)
    assert [(one.label, one.outturn) for one in found.lines] == [(one.label, one.outturn) for one in expected.lines]
    assert (found.title, found.staff) == (expected.title, expected.staff)
