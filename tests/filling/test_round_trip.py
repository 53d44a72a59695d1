"""Write, fill in, read: the same dossier at every field, on every layout."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from jixiao.forms.fields import field_at
from jixiao.forms.layouts import Layout, available, load
from jixiao.forms.skeleton import skeleton
from jixiao.model import Dossier, Evaluation, Figure, Indicator
from jixiao.model.pointer import resolve
from tests.writing.dossiers import DOSSIERS
from tests.writing.in_layouts import dossier as one_table

from .workbook import Filled, bare, filled, with_values

LAYOUTS = [layout.id for layout in available()]
_WORDS = (
    "≥95%",
    "100%",
    "0",
    "完成",
    "12个",
    "第一季度前",
    "1/3",
    "=1+1",
    "2024-12-31",
    "路灯\n检修",
    " 空格 ",
    "0012",
    "TRUE",
)
_NUMBERS = ("0", "9.5", "10", "118.25", "1200", "0.01")


PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""A workbook takes a second: failing dossiers are not made smaller."""


def empty(layout: Layout) -> Dossier:
    return skeleton(unit="示范市某中心", year=2024, projects=["甲项目", "乙项目"], forms=(layout,))


@pytest.mark.parametrize("name", LAYOUTS)
def test_an_empty_form_comes_back_untouched(name: str) -> None:
    layout = load(name)
    dossier = empty(layout)
    with filled(dossier, (layout,)) as book:
        case = book.back()
        assert bare(case.source) == dossier
        assert (case.unplaced, case.notes) == ((), ())
        again = book.back(earlier=dossier)
        assert bare(again.source) == dossier


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=PHASES)
@given(DOSSIERS)
def test_so_does_any_dossier(given_: Dossier) -> None:
    """Also one that is filled in, with doubts, texts that look like formulas, and facts that its forms do not print."""
    with filled(given_) as book:
        case = book.back()
    assert sorted(bare(case.source).records, key=repr) == sorted(bare(given_).records, key=repr)
    assert case.unplaced == ()


@pytest.mark.parametrize("name", [name for name in LAYOUTS if "evaluation" in load(name).kind])
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=PHASES)
@given(seed=st.integers(0, 10**6), rough=st.booleans())
def test_so_does_every_table(name: str, seed: int, rough: bool) -> None:
    layout = load(name)
    given_ = one_table(random.Random(seed), layout, rough=rough)
    with filled(given_, (layout,)) as book:
        case = book.back()
    assert bare(case.source) == bare(given_)
    assert case.unplaced == ()


def typed(book: Filled, rng: random.Random) -> dict[str, Any]:
    """Fill cells in at random; the facts that were filled in, with their values."""
    values: dict[str, Any] = {}
    for sheet, row, planned in book.cells():
        cell = book.of(sheet, row, planned)
        if not planned.at or cell.protection.locked or planned.view or rng.random() < 0.3:
            continue
        if not sheet.at or planned.at[0].endswith(("/title", "/number", "/annex")):
            continue
        value = resolve(book.plan.full, planned.at[0])
        known = field_at(book.plan.full, planned.at[0])
        is_figure = isinstance(value, Figure) or (known is not None and known.unit != "" and value is None)
        text = rng.choice(_NUMBERS if is_figure else _WORDS)
        cell.value = text if not is_figure else float(text) if "." in text else int(text)
        cell.data_type = "n" if is_figure else "s"
        values.update(dict.fromkeys(planned.at, text))
    return values


@pytest.mark.parametrize("name", LAYOUTS)
@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=PHASES)
@given(seed=st.integers(0, 10**6))
def test_what_was_filled_in_is_all_that_changes(name: str, seed: int) -> None:
    """openpyxl computes nothing: computed figures are those that the workbook shows when it is opened."""
    layout, rng = load(name), random.Random(seed)
    dossier = empty(layout)
    with filled(dossier, (layout,)) as book:
        values = typed(book, rng)
        case = book.back(earlier=dossier)
        inputs = {cell.at[0] for _, _, cell in book.cells() if cell.inputs}
        expected = with_values(book.plan.full, values)
    found = bare(case.source)
    computed = {at: str(resolve(found, at)) for at in inputs}
    assert found == with_values(expected, computed)
    assert [unplaced.text for unplaced in case.unplaced] == []
    for at, value in computed.items():
        assert value == "" or Figure(value).value is not None, at


def test_spare_rows_become_indicators_only_when_something_is_typed() -> None:
    layout = load("project-central-2020")
    with filled(empty(layout), (layout,)) as book:
        first, _, third = book.spare("/records/1")[:3]
        for fields, name in ((first, "巡查次数"), (third, "投诉件数")):
            for field, text in {"level1": "产出指标", "level2": "数量指标", "name": name, "target": "≥3次"}.items():
                fields[field].value = text
            fields["weight"].value = 5
            fields["score"].value = 4.5
        case = book.back()
    (_, project, *_) = case.source.every(Evaluation)
    assert isinstance(project, Evaluation)
    assert len(project.indicators) == 11
    last = project.indicators[-1]
    assert last == Indicator(
        id="投诉件数", level1="产出指标", level2="数量指标", name="投诉件数", target="≥3次", actual="", weight="5",
        score="4.5", explanation="",
    )  # fmt: skip
    assert str(project.total) == "9"
    assert case.trace["/records/1/indicators/10/name"].sheet == "附件1-1 甲项目"
