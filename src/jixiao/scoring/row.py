"""One indicator as understood: printed cells enter, target, actual, direction and their comparison leave."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

from jixiao.forms.terms import ACTUAL, TARGET, WEIGHT
from jixiao.model import Citation, Derivation, Indicator, Input, Interval, Message, Scored
from jixiao.model.classes import dataclass
from jixiao.model.figure import rounded
from jixiao.model.value import (
    BudgetRelative,
    Comparison,
    Compound,
    DateValue,
    Direction,
    Empty,
    Frequency,
    NotApplicable,
    Number,
    Rank,
    Ratio,
    Value,
    ZeroEvents,
)
from jixiao.policy import Policy
from jixiao.values import direction, parse

from .figures import is_written
from .rounding import to_score_places

_QUANTITIES = (Number, Ratio, DateValue, Frequency, BudgetRelative, ZeroEvents, Rank)
_SIGN_WORDS = {
    "定性": Direction.QUALITATIVE,
    "定性指标": Direction.QUALITATIVE,
    "正向": Direction.POSITIVE,
    "正向指标": Direction.POSITIVE,
    "反向": Direction.INVERSE,
    "反向指标": Direction.INVERSE,
    "逆向": Direction.INVERSE,
    "逆向指标": Direction.INVERSE,
}
"""What forms with a column 指标性质 or 指标方向 write in place of a sign."""
_NO_SIGN = frozenset({*_SIGN_WORDS, "定量", "定量指标"})


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator with its weight and everything that decides its score. ``at`` is its pointer inside the
    evaluation.
    """

    indicator: Indicator
    at: str
    target: Value
    actual: Value
    comparison: Comparison
    weight: Decimal

    def scored(
        self,
        span: Interval,
        formula: Message,
        citation: Citation,
        policy: Policy,
        *,
        reason: Message | None = None,
        steps: tuple[Message, ...] = (),
    ) -> Scored:
        """A score within ``span`` with its derivation; ``reason`` counts where it is no single value."""
        printed, at = self.indicator.weight, self.at
        inputs = (
            Input(TARGET, f"{at}/target", self.target.raw),
            Input(ACTUAL, f"{at}/actual", self.actual.raw),
            Input(WEIGHT, f"{at}/weight", printed if printed is not None else ""),
        )
        derivation = Derivation(formula, inputs, to_score_places(policy), citation, steps)
        return Scored(span.low, span.high, derivation, reason if span.low != span.high else None)


def target_of(indicator: Indicator) -> Value:
    """The target, also where sign, value and unit stand in three columns."""
    if not is_written(indicator.target):
        return parse("", name=indicator.name)
    if _sign(indicator) in _NO_SIGN:
        return parse((indicator.target or "") + (indicator.target_unit or ""), name=indicator.name)
    return parse(indicator.target_text, name=indicator.name)


def actual_of(indicator: Indicator) -> Value:
    """The actual value; a unit column counts for both."""
    return parse(indicator.actual or "", unit=indicator.target_unit or "", name=indicator.name)


def direction_of(indicator: Indicator, target: Value) -> Direction:
    """Which way is better: as a column of the form says, else by sign, level and name."""
    named = _SIGN_WORDS.get(_sign(indicator))
    return named or direction(target, level2=indicator.level2, name=indicator.name)[0]


def does_not_apply(target: Value, actual: Value) -> bool:
    """Whether the row is marked 不适用: in so many words, or by a dash for the target and nothing measured against
    it.
    """
    if any(isinstance(value, NotApplicable) and "适用" in value.raw for value in (target, actual)):
        return True
    return isinstance(target, NotApplicable) and isinstance(actual, (NotApplicable, Empty))


def is_quantity(value: Value) -> bool:
    """Whether rules can decide it: a number, date, rhythm, bound by the budget, rank, or none of an event."""
    if isinstance(value, Compound):
        return bool(value.parts) and all(is_quantity(part) for part in value.parts)
    return isinstance(value, _QUANTITIES)


def percent(share: Decimal) -> Decimal:
    """A share in percent for derivations, two places at most: 0.4528 → 45.28."""
    return rounded(share * 100, 2, ROUND_HALF_EVEN).normalize()


def _sign(indicator: Indicator) -> str:
    return (indicator.sign or "").strip()
