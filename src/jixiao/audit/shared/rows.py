"""The scored rows of a table, as the rules on scores and targets look at them.

An evaluation with its appraisal enters; rows, and plain questions about a row, leave. Answers are cautious: a row whose
score or weight is not printed has neither full score nor lost points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from jixiao.model import Evaluation, Finding, Indicator, Message, Severity, Term
from jixiao.model.classes import dataclass
from jixiao.model.memo import remembered
from jixiao.model.value import Approx, Empty, NotApplicable, Number, Placeholder, Sign
from jixiao.scoring import Appraisal, IndicatorAppraisal
from jixiao.values.pattern import lazy

from ..messages import SOME, UNNAMED

_BLANK = lazy(r"[\s\u3000/／\-—–－一]*")
_EMPTY_WORDS = lazy(
    r"(?:暂?无(?:偏差|原因|差异|问题)?|正常|一切正常|没有(?:偏差|原因)?|不适用|不涉及|其他原因?|客观原因|略)[。.]?"
)
_NOT_APPLICABLE_WORDS = lazy(r"不适用|不涉及")
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Row:
    """A scored row: its position, what is printed, and how it compares."""

    number: int
    indicator: Indicator
    appraisal: IndicatorAppraisal

    def at(self, field: str) -> str:
        """Pointer of one of its fields inside the evaluation."""
        return f"/indicators/{self.number}/{field}"


def rows(evaluation: Evaluation, appraisal: Appraisal) -> Iterator[Row]:
    """The rows in order."""
    return iter(_rows(evaluation, appraisal))


@remembered
def _rows(evaluation: Evaluation, appraisal: Appraisal) -> tuple[Row, ...]:
    pairs = zip(evaluation.indicators, appraisal.indicators, strict=True)
    return tuple(Row(number, indicator, appraised) for number, (indicator, appraised) in enumerate(pairs))


def gathered(
    found: Sequence[Row],
    field: str,
    *,
    evidence: Sequence[str] = (),
    values: Mapping[str, Any] | None = None,
    severity: Severity | None = None,
    variant: str = "",
) -> Finding:
    """One finding for several rows of a table: at the first row's field, and also at that of the others. ``evidence``
    names further fields of these rows, which show that it is so.

    Adds ``rows`` (their names, a few of them) and ``count`` to the values.
    """
    first, *others = (row.at(field) for row in found)
    return Finding(
        at=first,
        also=tuple(others),
        evidence=tuple(row.at(further) for row in found for further in evidence),
        values={"rows": names([row.indicator for row in found]), "count": len(found), **(values or {})},
        severity=severity,
        variant=variant,
    )


def names(found: Sequence[Indicator]) -> tuple[str | Term, ...] | Message:
    """The names of some indicators, shortened for a message; of many only the first."""
    shown = tuple(_short(i.name or i.level2) or UNNAMED for i in found[:_SHOWN])
    return shown if len(found) <= _SHOWN else SOME(shown=shown, count=len(found))


def _short(name: str) -> str:
    flat = "".join(name.split())
    return flat if len(flat) <= 16 else flat[:15] + "…"


def weight_of(indicator: Indicator) -> Decimal | None:
    """The printed weight."""
    return indicator.weight.value if indicator.weight is not None else None


def score_of(indicator: Indicator) -> Decimal | None:
    """The printed score."""
    return indicator.score.value if indicator.score is not None else None


def counts(indicator: Indicator) -> bool:
    """Whether the row carries points."""
    weight = weight_of(indicator)
    return weight is not None and weight > 0


def matters(indicator: Indicator) -> bool:
    """Whether the row is one to look at: it carries points, or the form prints none for it; a weight of 0 is no row."""
    return weight_of(indicator) != 0


def full_score(indicator: Indicator) -> bool:
    """Whether the row has all its points."""
    return counts(indicator) and score_of(indicator) == weight_of(indicator)


def lost_points(indicator: Indicator) -> bool:
    """Whether the row has less than all its points."""
    weight, score = weight_of(indicator), score_of(indicator)
    return weight is not None and score is not None and weight > 0 and score < weight


def is_blank(text: str | None) -> bool:
    """Whether a cell is there and says nothing: empty, a dash, a stroke."""
    return text is not None and _BLANK.fullmatch(text) is not None


def is_empty_words(text: str | None) -> bool:
    """Whether an explanation explains nothing: 无, 正常, 客观原因."""
    return text is not None and _EMPTY_WORDS.fullmatch(re.sub(r"\s", "", text)) is not None


def no_reason(indicator: Indicator) -> bool:
    """Whether the row has a cell for the reason and nothing stands in it.

    An absent one is no proof: the form may not ask, or the cell may be the lower part of a merged one.
    """
    return is_blank(indicator.explanation)


def explains(text: str | None) -> bool:
    """Whether something of substance stands in the column of reasons."""
    return text is not None and not is_blank(text) and not is_empty_words(text)


def says_not_applicable(text: str | None) -> bool:
    """Whether a cell says so in words; a stroke is not enough."""
    return text is not None and _NOT_APPLICABLE_WORDS.search(text) is not None and len(text.strip()) <= 8


def is_output(indicator: Indicator) -> bool:
    """Whether a row stands in the output block."""
    return "产出" in indicator.level1


def is_cost(indicator: Indicator) -> bool:
    """Whether the row stands under a cost heading."""
    return "成本" in indicator.level1 or "成本" in indicator.level2


def is_satisfaction(indicator: Indicator) -> bool:
    """Whether the row stands under a satisfaction heading, or its name asks for satisfaction."""
    return "满意" in indicator.level1 or "满意" in indicator.level2 or "满意" in indicator.name


def filled(row: Row) -> bool:
    """Whether the target says something: not empty, not 不适用, no template text."""
    return not isinstance(row.appraisal.target, (Empty, NotApplicable, Placeholder))


def bound(number: Number) -> bool:
    """Whether a number is a limit (≥, ≤, 以上) rather than a measured value."""
    return number.sign in (Sign.AT_LEAST, Sign.MORE, Sign.AT_MOST, Sign.LESS)


def inexact(number: Number) -> bool:
    """Whether a number is only approximate: 余, 近, 约."""
    return number.approx is not Approx.EXACT
