"""Files of every layout, and the examples, with random figures broken: mended and read again they have the corrected
figures, all else is as it was, and nothing is left to correct.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.audit import check
from jixiao.desk import Assessed, corrected, mended, open_case
from jixiao.forms.binding import bound
from jixiao.forms.layouts import Layout, complete
from jixiao.model import Dossier, Figure, Severity
from jixiao.model.message import words
from jixiao.model.pointer import resolve
from jixiao.model.store import load
from jixiao.writing import Change, Correction, correct
from jixiao.writing.correcting.manner import printed_like
from jixiao.writing.mend import MendResult
from jixiao.writing.mend import mended as mended_bytes
from tests.writing.dossiers import dossier as made
from tests.writing.in_layouts import LAYOUTS, dossier
from tests.writing.mend.broken import assessed, broken, write
from tests.writing.mend.made import differing, part, rejected
from tests.writing.test_layouts_round_trip import _facts

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
EQUATIONS = {"SC101", "EX101", "EX102", "EX103", "EX201", "EX205", "EX206"}
FORMS = [(".docx", False, True), (".docx", True, True), (".xlsx", False, True), (".xlsx", False, False)]
"""Ending of the file, whether changes are tracked, whether it has formulas."""


def facts(given_: Dossier) -> dict[str, Any]:
    """Every fact by its pointer; a figure by what it says: a workbook shows 9.8 where a paper would have 9.80."""
    return {at: _said(value) for at, value in _facts(given_.model_dump(mode="json"), "")}


def _said(value: Any) -> Any:
    figure = Figure(value) if isinstance(value, str) else None
    return value if figure is None or figure.value is None else (figure.value, figure.unit)


def expected(one: Assessed, result: MendResult) -> Mapping[str, Any]:
    """The facts of the corrected dossier, except where a change was left undone."""
    before = facts(one.case.dossier)
    return facts(corrected(one).dossier) | {undone.change.at: before[undone.change.at] for undone in result.undone}


def agrees(given_: Dossier, form: tuple[str, bool, bool], layout: Layout | None) -> None:
    """Break nothing more, mend, read again."""
    suffix, tracked, formulas = form
    with tempfile.TemporaryDirectory() as folder:
        source, target = (Path(folder) / f"{name}{suffix}" for name in ("甲", "乙"))
        write(given_, source, layout, formulas=formulas)
        one = assessed(source)
        result = mended(one, source, target, tracked=tracked)
        again = open_case([target]).dossier
        assert {undone.why.key for undone in result.undone} <= ({"writing.is-formula"} if formulas else set())
        assert suffix == ".xlsx" or not result.undone
        assert facts(again) == expected(one, result)
        if not result.undone:
            assert correct(again, (), one.audit.policy).changes == ()
            places = {change.at for change in result.made}
            errors = check(again, one.audit.policy, select=EQUATIONS).findings
            assert not [f for f in errors if f.at in places and f.severity is Severity.ERROR]
        parts = differing(source.read_bytes(), target.read_bytes())
        if suffix == ".docx":
            assert parts == (["word/document.xml"] if result.made else [])
        if tracked and result.made:
            plain = Path(folder) / "原.docx"
            plain.write_bytes(_with_text(target.read_bytes(), rejected(part(target.read_bytes()))))
            assert open_case([plain]).dossier == one.case.dossier


def _with_text(data: bytes, text: bytes) -> bytes:
    from jixiao.writing.splice import spliced

    return spliced(data, {"word/document.xml": text})


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.id)
@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 10**6), form=st.sampled_from(FORMS))
def test_every_layout(layout: Layout, seed: int, form: tuple[str, bool, bool]) -> None:
    rng = random.Random(seed)
    agrees(broken(rng, dossier(rng, layout)), form, layout)


@cache
def example(name: str) -> Dossier:
    """An example as it is printed; ``made`` is that of the tests, with a building."""
    return complete(bound(made() if name == "made" else load(EXAMPLES / name / "dossier")))


@pytest.mark.parametrize("form", FORMS, ids=str)
@settings(max_examples=3, deadline=None)
@given(seed=st.integers(0, 10**6), name=st.sampled_from(["consistent", "yueyang-2024", "made"]))
def test_whole_dossiers(form: tuple[str, bool, bool], seed: int, name: str) -> None:
    agrees(broken(random.Random(seed), example(name), share=0.08), form, None)


@pytest.mark.parametrize(("suffix", "formulas"), [(".docx", True), (".xlsx", False)])
def test_every_figure_has_its_place(suffix: str, formulas: bool, tmp_path: Path) -> None:
    source, target = tmp_path / f"甲{suffix}", tmp_path / f"乙{suffix}"
    write(example("yueyang-2024"), source, None, formulas=formulas)
    case = open_case([source])
    figures = {at: found for at in case.trace if isinstance(found := resolve(case.dossier, at), Figure)}
    after = {at: _more(figure) for at, figure in figures.items() if figure.value is not None or not figure.raw}
    assert len(after) > 300
    changes = tuple(Change(at, figures[at].raw, new.raw, words("所以")) for at, new in after.items())
    data, result = mended_bytes(source.read_bytes(), source.name, Correction(Dossier(), changes, ()), case.trace)
    target.write_bytes(data)
    again = open_case([target]).dossier
    assert (len(result.made), result.undone, result.elsewhere) == (len(after), (), ())
    assert {at: _said(resolve(again, at).raw) for at in after} == {at: _said(new.raw) for at, new in after.items()}


def _more(figure: Figure) -> Figure:
    return Figure("3.25") if figure.value is None else printed_like(figure, figure.value + Decimal("1.25"), 2)
