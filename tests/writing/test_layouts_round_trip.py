"""Every layout, filled with invented content, written and read again: the same, on all that the form carries."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.forms.layouts import Layout
from jixiao.model import Dossier, Evaluation, Figure
from jixiao.reading import read_document
from jixiao.recognition import recognise
from jixiao.writing import write_excel, write_word
from jixiao.writing.outline import printed

from .in_layouts import LAYOUTS, dossier


def told(evaluation: Evaluation) -> dict[str, Any]:
    """Every fact by its pointer, without ids; points and extra texts in order of their labels, as which of them comes
    first on paper says nothing.
    """
    data = evaluation.model_dump(mode="json", exclude={"id"})
    data["declared"] = sorted(data["declared"], key=lambda item: (item["label"], item["points"]))
    data["extra"] = sorted(data["extra"], key=lambda item: (item["label"], item["text"]))
    return dict(_facts(data, ""))


def _facts(data: Any, at: str) -> Iterator[tuple[str, Any]]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key != "id":
                yield from _facts(value, f"{at}/{key}")
    elif isinstance(data, list):
        for place, item in enumerate(data):
            yield from _facts(item, f"{at}/{place}")
    else:
        yield at, data


def by_value(facts: dict[str, Any]) -> dict[str, Any]:
    """Amounts and scores by their value: a live formula shows two places or more, so that it stays right when a part
    of it is edited.
    """
    figures = {at: Figure(value) for at, value in facts.items() if at.startswith("/funds/lines") or at == "/total"}
    return facts | {at: (f.value, f.unit) for at, f in figures.items() if f.value is not None}


def back(given_: Dossier, layout: Layout, suffix: str) -> tuple[Evaluation, list[str]]:
    """What is read of the written file, and what found no place."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"out{suffix}"
        (write_word if suffix == ".docx" else write_excel)(given_, path, forms=(layout,))
        found = recognise([read_document(path)])
    (evaluation,) = found.dossier.every(Evaluation)
    return evaluation, [item.text for item in found.unplaced]


def _agrees(seed: int, layout: Layout, rough: bool, suffix: str) -> None:
    given_ = dossier(random.Random(seed), layout, rough=rough)
    (expected,) = printed(given_, (layout,)).every(Evaluation)
    found, unplaced = back(given_, layout, suffix)
    read, wanted = told(found), told(expected)
    if suffix == ".xlsx":
        read, wanted = by_value(read), by_value(wanted)
    assert {at: read.get(at) for at in wanted} == wanted
    assert read.keys() == wanted.keys()
    assert unplaced == []


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.id)
@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6), rough=st.booleans())
def test_word_reads_back(layout: Layout, seed: int, rough: bool) -> None:
    _agrees(seed, layout, rough, ".docx")


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.id)
@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10**6), rough=st.booleans())
def test_excel_reads_back(layout: Layout, seed: int, rough: bool) -> None:
    pytest.importorskip("jixiao.reading.excel")
    _agrees(seed, layout, rough, ".xlsx")
