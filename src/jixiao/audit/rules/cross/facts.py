"""One and the same fact in several tables: a dossier enters, its measured results leave, and whether two are one."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.shared.indicators import plain
from jixiao.audit.shared.pairing import is_similar
from jixiao.audit.shared.rows import is_satisfaction, score_of, weight_of
from jixiao.model import Dossier, Evaluation, Indicator
from jixiao.model.classes import dataclass
from jixiao.model.memo import remembered
from jixiao.model.value import Number
from jixiao.scoring import actual_of, target_of

_ALIKE = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Fact:
    """A row with a number as target and as actual. ``of`` is the pointer of its evaluation, ``scope`` the scope."""

    of: str
    scope: str
    at: str
    indicator: Indicator
    target: Number
    actual: Number

    @property
    def name(self) -> str:
        """The indicator's name without marks."""
        return plain(self.indicator.name)

    @property
    def distinctive(self) -> bool:
        """Whether target and actual differ: a miss or a surplus is not two tables' coincidence, "2次 → 2次" may be."""
        return self.target.low != self.actual.low

    @property
    def share(self) -> Decimal | None:
        """Score over weight, ``None`` where it cannot be told."""
        score, weight = score_of(self.indicator), weight_of(self.indicator)
        return None if score is None or not weight else score / weight


def facts(dossier: Dossier) -> Iterator[Fact]:
    """Every row whose target and actual are numbers; satisfaction is left out, each table asks other people."""
    return iter(_facts(dossier))


@remembered
def _facts(dossier: Dossier) -> tuple[Fact, ...]:
    return tuple(_each(dossier))


def _each(dossier: Dossier) -> Iterator[Fact]:
    for number, evaluation in dossier.each(Evaluation):
        for row, indicator in enumerate(evaluation.indicators):
            if is_satisfaction(indicator) or not indicator.actual:
                continue
            target, actual = target_of(indicator), actual_of(indicator)
            if isinstance(target, Number) and isinstance(actual, Number):
                at = f"{number}/indicators/{row}"
                yield Fact(number, evaluation.scope, at, indicator, target, actual)


def key_of(value: Number) -> tuple[Decimal, Decimal, str, str]:
    """What two values share that are one number: figures, unit and period."""
    return value.low, value.high, value.unit, value.per


def same_number(one: Number, other: Number) -> bool:
    """Whether two values have the same figures, unit and period."""
    return key_of(one) == key_of(other)


def alike(one: Fact, other: Fact) -> bool:
    """Whether two names may tell of one thing: equal, or half of the shorter one stands in the longer one."""
    return one.name == other.name or is_similar(one.name, other.name, _ALIKE)
