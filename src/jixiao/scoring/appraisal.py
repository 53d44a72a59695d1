"""What scoring gives: one record for an evaluation, one for each of its indicators."""

from __future__ import annotations

from jixiao.model import Partial, Scored, Undecided
from jixiao.model.classes import dataclass
from jixiao.model.value import Comparison, Direction, Value


@dataclass(frozen=True, slots=True)
class IndicatorAppraisal:
    """One indicator as scored by the policy.

    ``at`` is its pointer inside the evaluation (``/indicators/3``). ``quantitative`` is True where target and
    direction are of a kind that rules can decide. ``claimed_band`` names the qualitative band that the stated score
    falls into, empty where there is none to tell.
    """

    at: str
    target: Value
    actual: Value
    direction: Direction
    comparison: Comparison
    scored: Scored | Undecided
    quantitative: bool
    claimed_band: str = ""


@dataclass(frozen=True, slots=True)
class Appraisal:
    """An evaluation re-scored.

    ``execution`` is the execution-rate score by the policy, ``readded`` (复加) the sum of the scores as stated,
    ``rescored`` (复算) the sum of the scores by the policy; both are partial where the table is not filled in.
    ``grade_stated`` is the grade of the printed total, ``grade_rescored`` that of ``rescored`` where all that it can
    be has one grade.
    """

    execution: Scored | Undecided
    indicators: tuple[IndicatorAppraisal, ...]
    readded: Scored | Partial
    rescored: Scored | Partial
    grade_stated: str | None
    grade_rescored: str | None
