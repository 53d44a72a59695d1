"""What a figure must be, and why. A relation, its record and a policy enter; the figure with its derivation leaves, or
nothing where the stated one will do: rounding is no fault.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from jixiao.model.classes import dataclass

from ...forms.relations import Formula, Relation
from ...model import Figure, FundLine, Message
from ...model.pointer import resolve
from ...policy import Policy
from ...scoring import Agreement, Computed, agreement, comparable, compute, stated, working
from .manner import printed_like


@dataclass(frozen=True, slots=True)
class Must:
    """A figure that must be another one: what stands there, what should, and how that follows."""

    stated: Figure
    figure: Figure
    why: Message


def expected(relation: Relation, record: Any, policy: Policy) -> Must | None:
    """The figure that must stand there and why; ``None`` where the stated one will do or nothing can be said."""
    figure = stated(relation, record)
    if not relation.follows or not isinstance(figure, Figure) or (figure.value is None and figure.raw):
        return None
    computed = compute(relation, record, policy)
    if not isinstance(computed, Computed) or computed.missing or not _decides(computed, figure):
        return None
    if figure.raw and not _wrong(computed, figure, record, policy):
        return None
    result = _printed(computed, figure)
    return Must(figure, result, working(computed, result))


def _wrong(computed: Computed, figure: Figure, record: Any, policy: Policy) -> bool:
    if not comparable(computed.relation, figure):
        return False
    return agreement(computed, figure, record, policy) is Agreement.APART


def _decides(computed: Computed, figure: Figure) -> bool:
    """Whether no choice is left to a person: a sum that mixes units may mean either, and a score that only the printed
    rate supports may be right and the rate wrong.
    """
    formula = computed.relation.formula
    if formula is Formula.SUM:
        printed = (figure, *computed.figures) if figure.raw else computed.figures
        return len({one.unit for one in printed}) == 1
    return formula is not Formula.POINTS or computed.scored is not None


def supported_by_rate(relation: Relation, must: Must, record: Any) -> bool:
    """Whether the printed execution rate fits the stated total and not the sum: then it is a part that is wrong, or
    missing.
    """
    row, _, column = relation.at.rpartition("/")
    if relation.key != "funds.sum" or column == "initial_budget" or not must.stated.raw:
        return False
    line: FundLine = resolve(record, row)
    mended = line.model_copy(update={column: must.figure})
    return _rate_fits(line) and not _rate_fits(mended)


def _rate_fits(line: FundLine) -> bool:
    outturn, budget, rate = line.outturn, line.revised_budget, line.rate
    if rate is None or rate.value is None or outturn is None or outturn.value is None:
        return False
    if budget is None or not budget.value:
        return False
    percent = outturn.value / budget.value * 100
    share = not rate.unit and rate.value and rate.allowed.low <= percent / 100 <= rate.allowed.high
    return rate.allowed.low <= percent <= rate.allowed.high or bool(share)


def _printed(computed: Computed, figure: Figure) -> Figure:
    """The result as the paper prints it: no fewer places than it has, nor fewer than stood there."""
    formula, value = computed.relation.formula, computed.value
    if formula is Formula.SUM:
        return printed_like(figure, computed.exact, _places(computed.exact))
    if formula is Formula.RATE and not figure.raw:
        return Figure(f"{_plain(value)}%")
    if formula is Formula.RATE and not figure.unit and 0 < (figure.value or 0) <= 1:
        value = value / 100
    return printed_like(figure, value, _places(Decimal(_plain(value))))


def _places(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
