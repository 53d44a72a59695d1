"""What a figure must be, and why. A relation, the dossier and a policy enter; the figure with its derivation leaves,
or nothing where the stated one will do: rounding is no fault.
"""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from ...model import Dossier, Evaluation, Figure, Interval, Scored, Undecided
from ...model.pointer import resolve
from ...policy import Policy
from ...scoring import exact_rate, execution_rate, execution_score, sum_of_stated_scores
from ..relations import HUNDRED, Relation, value


def expected(relation: Relation, dossier: Dossier, policy: Policy) -> tuple[Figure, str] | None:
    """The figure that must stand there and why; ``None`` where the stated one will do or nothing can be said."""
    stated = resolve(dossier, relation.at)
    if not isinstance(stated, Figure) or (stated.value is None and stated.raw):
        return None
    if relation.kind == "sum":
        return _sum(relation, stated, dossier)
    if isinstance(resolve(dossier, "/".join(relation.at.split("/")[:3])), Evaluation):
        return _scoring(relation, stated, dossier, policy)
    exact = value(relation, dossier)
    return None if exact is None else _rate(relation, stated, exact, dossier, policy)


def _sum(relation: Relation, stated: Figure, dossier: Dossier) -> tuple[Figure, str] | None:
    exact = value(relation, dossier)
    parts = [f for f in _figures(relation, dossier) if f.value is not None]
    if exact is None or len({f.unit for f in (*parts, stated) if f.value is not None}) > 1:
        return None
    if stated.raw and stated.allowed.meets(Interval.total([f.allowed for f in parts])):
        return None
    return _like(exact, stated), f"{relation.words}：{' + '.join(f.raw for f in parts)} = {_like(exact, stated)}"


def _rate(
    relation: Relation, stated: Figure, exact: Decimal, dossier: Dossier, policy: Policy
) -> tuple[Figure, str] | None:
    part, whole = _figures(relation, dossier)
    point = policy.rounding.rate(exact)
    # persons and areas are counted, amounts are rounded: only decimals leave room
    allowed = _printed(part) / _printed(whole) * Interval.at(HUNDRED)
    room = Interval(min(allowed.low, point), max(allowed.high, point))
    if stated.raw and (_shares(stated, exact) or stated.allowed.meets(room)):
        return None
    figure = Figure(f"{_plain(point)}%") if not stated.raw or stated.unit == "%" else Figure(_plain(point))
    return figure, f"{relation.words}：{part} ÷ {whole} = {figure}"


def _scoring(relation: Relation, stated: Figure, dossier: Dossier, policy: Policy) -> tuple[Figure, str] | None:
    """Rate, execution score and 总分 as the policy has them, with their derivation."""
    at = "/".join(relation.at.split("/")[:3])
    evaluation: Evaluation = resolve(dossier, at)
    scored = _scored(relation, evaluation, policy)
    if not isinstance(scored, Scored) or (stated.raw and _allowed(stated, scored)):
        return None
    point = scored.value if scored.value is not None else _point(relation, evaluation, scored, policy)
    if point is None:
        return None
    percent = relation.kind == "percent" and (not stated.raw or stated.unit == "%")
    figure = Figure(_plain(point) + ("%" if percent else ""))
    return figure, "；".join((scored.derivation.formula, *scored.derivation.steps))


def _scored(relation: Relation, evaluation: Evaluation, policy: Policy) -> Scored | Undecided | None:
    """What scoring says of this very figure: only one money row is scored, others have no rate that must be."""
    if relation.kind == "total":
        return sum_of_stated_scores(evaluation, policy)
    scored = (execution_rate if relation.kind == "percent" else execution_score)(evaluation, policy)
    row = "/" + "/".join(relation.at.split("/")[3:-1]) + "/"
    of_row = isinstance(scored, Scored) and all(pointer.startswith(row) for pointer in scored.inputs)
    return scored if of_row else None


def _point(relation: Relation, evaluation: Evaluation, scored: Scored, policy: Policy) -> Decimal | None:
    """Where rounding of the amounts leaves an interval: the value that the digits give as they stand."""
    exact, line = exact_rate(evaluation), evaluation.funds.line("total")
    assert exact is not None, "what was scored has a rate"
    if relation.kind == "percent":
        return policy.rounding.rate(exact)
    weight = line.weight.value if line and line.weight and line.weight.value is not None else policy.weights.execution
    point = policy.rounding.score(min(exact / HUNDRED, Decimal(1)) * weight)
    return point if scored.low <= point <= scored.high else None


def _allowed(stated: Figure, scored: Scored) -> bool:
    """Whether the stated figure is one of the values that rounding leaves open."""
    value_ = cast(Decimal, stated.value)
    if scored.low <= value_ <= scored.high or _shares(stated, scored.low):
        return True
    return not (stated.contradicts(Figure(scored.low)) and stated.contradicts(Figure(scored.high)))


def _shares(stated: Figure, percent: Decimal) -> bool:
    """Whether a rate printed without its sign is a share: 0.972 for 97.2 %."""
    return (
        not stated.unit
        and stated.value is not None
        and stated.value != 0
        and stated.allowed.meets(Interval.at(percent / HUNDRED))
    )


def supported_by_rate(relation: Relation, expected: Figure, dossier: Dossier) -> bool:
    """Whether the printed execution rate fits the stated total and not the sum: then it is a part that is wrong, or
    missing.
    """
    row, _, column = relation.at.rpartition("/")
    if "/funds/lines/" not in row or column == "initial_budget":
        return False
    line = resolve(dossier, row)
    amounts = {"outturn": line.outturn, "revised_budget": line.revised_budget}
    if line.rate is None or line.rate.value is None or amounts[column] is None or amounts[column].is_blank:
        return False
    return _fits(line.rate, amounts) and not _fits(line.rate, {**amounts, column: expected})


def _fits(rate: Figure, amounts: dict[str, Figure | None]) -> bool:
    outturn, budget = amounts["outturn"], amounts["revised_budget"]
    if outturn is None or budget is None or not budget.value or outturn.value is None:
        return False
    percent = outturn.value / budget.value * HUNDRED
    return rate.allowed.meets(Interval.at(percent)) or _shares(rate, percent)


def _figures(relation: Relation, dossier: Dossier) -> list[Figure]:
    return [f for part in relation.parts if isinstance(f := resolve(dossier, part), Figure)]


def _printed(figure: Figure) -> Interval:
    return figure.interval if figure.places else Interval.at(cast(Decimal, figure.value))


def _like(number: Decimal, stated: Figure) -> Figure:
    """A sum, printed with no fewer places than it has, nor fewer than stood there."""
    exponent = number.as_tuple().exponent
    places = max(stated.places, -exponent if isinstance(exponent, int) else 0)
    return Figure(f"{number:,.{places}f}" if "," in stated.raw else f"{number:.{places}f}")


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
