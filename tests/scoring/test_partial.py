"""A table filled in halfway, or not at all: what is known is scored, what is missing is named, nothing fails."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jixiao.audit import check
from jixiao.forms.relations import relations_of
from jixiao.forms.skeleton import skeleton
from jixiao.model import Dossier, Evaluation, Figure, Frozen, Partial, Scored, Undecided
from jixiao.model.pointer import resolve
from jixiao.model.store import load
from jixiao.scoring import Computed, agreement, appraise, comparable, compute, stated
from jixiao.writing import correct

from .tables import NATIONAL, money, row, table
from .test_sums import assert_sound

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SMALL = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@lru_cache(maxsize=2)
def evaluations(name: str) -> tuple[Evaluation, ...]:
    return load(EXAMPLES / name / "dossier").every(Evaluation)


@st.composite
def thinned(draw: st.DrawFn, record: Any) -> Any:
    """The record with some fields as if they had never been given, at any depth; lists may lose items."""
    if isinstance(record, tuple):
        return tuple(draw(thinned(item)) for item in record if draw(st.integers(0, 7)) > 0)
    if not isinstance(record, Frozen):
        return record
    changes: dict[str, Any] = {}
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if name in ("id", "kind", "source"):
            continue
        if not field.is_required() and draw(st.integers(0, 5)) == 0:
            changes[name] = field.get_default(call_default_factory=True)
        elif isinstance(value, Figure) and draw(st.integers(0, 5)) == 0:
            changes[name] = Figure(draw(st.sampled_from(("", "/", "约3", "12人", "-1"))))
        elif isinstance(value, (Frozen, tuple)):
            changes[name] = draw(thinned(value))
    return record.model_copy(update=changes)


@st.composite
def halves(draw: st.DrawFn) -> Evaluation:
    """An evaluation of an example of which some things are gone."""
    listed = evaluations(draw(st.sampled_from(("consistent", "yueyang-2024"))))
    found: Evaluation = draw(thinned(draw(st.sampled_from(listed))))
    return found


@SMALL
@given(halves())
def test_any_part_of_a_table_is_scored(evaluation: Evaluation) -> None:
    found = appraise(evaluation, NATIONAL)
    for scored in (found.execution, found.readded, found.rescored, *(i.scored for i in found.indicators)):
        assert_sound(scored)
    for total in (found.readded, found.rescored):
        if isinstance(total, Partial):
            assert str(total.reason) != total.reason.text("en")
            for pointer in total.missing:
                assert pointer == "/funds" or resolve_if_there(evaluation, pointer)
    for relation in relations_of(evaluation):
        figure, computed = stated(relation, evaluation), compute(relation, evaluation, NATIONAL)
        if isinstance(figure, Figure) and isinstance(computed, Computed) and comparable(relation, figure):
            assert agreement(computed, figure, evaluation, NATIONAL)


def resolve_if_there(evaluation: Evaluation, pointer: str) -> bool:
    """Whether a pointer leads to a place of the record, empty or not."""
    resolve(evaluation, pointer)
    return True


@SMALL
@given(halves())
def test_any_part_of_a_table_is_checked_and_corrected(evaluation: Evaluation) -> None:
    dossier = Dossier(year=2024).model_copy(update={"records": (evaluation,)})
    result = check(dossier, NATIONAL)
    assert not result.faults
    once = correct(dossier, result.findings, NATIONAL)
    assert correct(once.dossier, (), NATIONAL).changes == ()


def test_an_empty_form_has_nothing_yet() -> None:
    dossier = skeleton(unit="某市某局", year=2025, projects=("甲项目",))
    for record in dossier.every(Evaluation):
        found = appraise(record, NATIONAL)
        assert isinstance(found.readded, Partial)
        assert isinstance(found.rescored, Partial)
        assert (found.rescored.low, found.rescored.weight) == (0, 0)
        assert found.rescored.missing[0] == "/funds/lines/0/revised_budget"
        assert f"/indicators/{len(record.indicators) - 1}" in found.rescored.missing
        assert isinstance(found.execution, Undecided)
        assert found.grade_rescored is None


def test_what_is_filled_in_counts_at_once() -> None:
    evaluation = table(
        row("100次", "100次", "30", name="甲"), row("100次", "", "20", name="乙"), row("", "", "", name="丙")
    )
    found = appraise(evaluation, NATIONAL).rescored
    assert isinstance(found, Partial)
    assert (found.low, found.weight) == (40, 40)
    assert found.missing == ("/indicators/1/actual", "/indicators/2")
    assert found.rest == 60
    assert found.derivation.steps[0].text("zh") == "已计40.00分（分值40分），未计：乙、丙"
    assert found.derivation.steps[0].text("en") == "so far 40.00 of 40 points; not counted: 乙, 丙"
    assert found.undecided().related == ("/indicators/2",)


def test_one_blank_weight_leaves_the_rest_scored() -> None:
    evaluation = table(row("100次", "100次", "30", name="甲"), row("100次", "100次", "", name="乙"))
    found = appraise(evaluation, NATIONAL)
    assert isinstance(found.rescored, Partial)
    assert (found.rescored.low, found.rescored.weight, found.rescored.rest) == (40, 40, None)
    assert found.rescored.missing == ("/indicators/1/weight",)
    assert str(found.rescored) == "40.00…"
    assert found.grade_rescored is None


def test_an_empty_row_is_no_gap_where_the_others_make_the_full_score() -> None:
    evaluation = table(row("100次", "100次", "90"), row("", "", ""))
    assert isinstance(appraise(evaluation, NATIONAL).rescored, Scored)


def test_a_cap_limits_what_is_still_open(tmp_path: Path) -> None:
    from tests.policy.policies import policy_with

    capped = policy_with(tmp_path, "total: {cap: 95}")
    found = appraise(table(row("1次", "1次", "80"), row("1次", "", "10")), capped).rescored
    assert isinstance(found, Partial)
    assert found.bounds is not None
    assert found.bounds.high == 95
    assert appraise(table(row("1次", "1次", "90"), lines=(money("", ""),)), NATIONAL).rescored.low == Decimal(90)
