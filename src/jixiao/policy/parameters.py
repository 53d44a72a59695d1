"""The parameters of evaluation as frozen types: what a policy says, without where it stands in a file.

Shares are parts of a weight (0–1), points are points of the form (分), rates and satisfaction are percent. Nothing is
computed here but look-ups in bands and steps.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import field
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import Literal

from jixiao.model import Citation, Message
from jixiao.model.classes import dataclass
from jixiao.model.figure import rounded

from . import messages as say

InverseFormula = Literal["hyperbola", "linear", "all_or_nothing"]
NotApplicableMode = Literal["zero_weight", "omit", "rescale_to_100"]

_MODES = {"half_up": ROUND_HALF_UP, "half_even": ROUND_HALF_EVEN, "down": ROUND_DOWN}


@dataclass(frozen=True, slots=True)
class Band:
    """A named stretch from ``low`` (included) to ``high`` (excluded, except at the very top)."""

    name: str
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Bands:
    """Bands that cover their scale once and only once, best first. Half-open, so that 89.5 has a grade and 90 only
    one.
    """

    items: tuple[Band, ...]

    def of(self, value: Decimal) -> Band | None:
        """The band of a value; ``None`` outside the scale."""
        if value > self.items[0].high:
            return None
        return next((band for band in self.items if value >= band.low), None)

    @property
    def best(self) -> Band:
        """The highest band."""
        return self.items[0]

    @property
    def worst(self) -> Band:
        """The lowest band."""
        return self.items[-1]

    @property
    def middle(self) -> Band:
        """What lies between the highest and the lowest: for "partly". With two bands or one, the whole scale."""
        inner = self.items[1:-1] or self.items
        return Band("、".join(band.name for band in inner), inner[-1].low, inner[0].high)


@dataclass(frozen=True, slots=True)
class Step:
    """From ``start`` on (included) the share of the weight is ``share``."""

    start: Decimal
    share: Decimal


@dataclass(frozen=True, slots=True)
class Steps:
    """A ladder, highest step first. Below the lowest step the share is 0."""

    items: tuple[Step, ...] = ()

    def share(self, value: Decimal) -> Decimal:
        """The share that the value reaches."""
        return next((step.share for step in self.items if value >= step.start), Decimal(0))

    def __bool__(self) -> bool:
        return bool(self.items)


@dataclass(frozen=True, slots=True)
class Weights:
    """Points of the execution rate and of the first-level blocks, with the other splits that are allowed as well."""

    execution: Decimal
    blocks: Mapping[str, Decimal]
    alternatives: tuple[Mapping[str, Decimal], ...] = ()


@dataclass(frozen=True, slots=True)
class Rounding:
    """How results are rounded: places of scores (points) and of rates (percent), and the way."""

    score_places: int
    rate_places: int
    mode: Literal["half_up", "half_even", "down"]

    def score(self, value: Decimal) -> Decimal:
        """A score rounded."""
        return rounded(value, self.score_places, _MODES[self.mode])

    def rate(self, value: Decimal) -> Decimal:
        """A rate in percent rounded."""
        return rounded(value, self.rate_places, _MODES[self.mode])


@dataclass(frozen=True, slots=True)
class Execution:
    """How the execution rate is scored: in proportion, capped; or by steps over the rate in percent."""

    formula: Literal["proportional", "steps"]
    steps: Steps = Steps()


@dataclass(frozen=True, slots=True)
class Positive:
    """Short of a target where more is better: in proportion (below ``pass_share`` of the target nothing), or nothing
    at all.
    """

    formula: Literal["proportional", "all_or_nothing"]
    pass_share: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Inverse:
    """Above a limit: T/A (``hyperbola``), 1 − (A − T)/T (``linear``), nothing; ``None`` where the rule leaves it
    open.
    """

    formula: InverseFormula | None


@dataclass(frozen=True, slots=True)
class Qualitative:
    """Bands of a judgement as shares of the weight, best first."""

    bands: Bands


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """Scored like any positive indicator, or by intervals of the rate in percent."""

    mode: Literal["proportional", "intervals"]
    intervals: Steps = Steps()


@dataclass(frozen=True, slots=True)
class OverTarget:
    """Far above the target: from which actual/target on to explain, and the ladder of shares taken away (empty:
    none).
    """

    explain_from: Decimal
    deduct: Steps = Steps()
    exempt_if_reason: bool = True


@dataclass(frozen=True, slots=True)
class NotApplicableRule:
    """Rows marked 不适用: they stay without points, are left out, or the rest is converted to 100."""

    mode: NotApplicableMode


@dataclass(frozen=True, slots=True)
class Total:
    """The cap of the total in points; ``None`` where nothing caps it."""

    cap: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Checks:
    """Bars of the checks. Shares unless said otherwise.

    ``over_target_ratio`` actual/target that asks for a reason (the policy's ``over_target.explain_from``);
    ``proportional_tolerance`` share of the weight by which a score may leave the formula; ``score_ratio_gap`` between
    two tables for one fact; ``budget_change`` between initial and revised; ``three_public_change`` growth of
    三公经费; ``dominant_weight`` of one indicator in all; ``few_indicators`` and ``name_length`` are counts;
    ``full_score_share`` of rows with full score; ``similarity`` of two texts.
    """

    over_target_ratio: Decimal
    proportional_tolerance: Decimal
    score_ratio_gap: Decimal
    budget_change: Decimal
    three_public_change: Decimal
    dominant_weight: Decimal
    few_indicators: int
    name_length: int
    full_score_share: Decimal
    similarity: Decimal


@dataclasses.dataclass(frozen=True, eq=False)
class Policy:
    """One resolved policy: the parameters in force for a year, where each stands, and why this policy was chosen.

    ``layers`` are the files it was put together from, base first. ``warnings`` name what is unverified or
    out of date. Compared by identity: resolving the same place and year twice gives the same object.
    """

    id: str
    title: str
    title_en: str
    year: int | None
    weights: Weights
    rounding: Rounding
    execution: Execution
    positive: Positive
    inverse: Inverse
    qualitative: Qualitative
    satisfaction: Satisfaction
    over_target: OverTarget
    not_applicable: NotApplicableRule
    grades: Bands
    total: Total
    checks: Checks
    citations: Mapping[str, Citation] = field(repr=False)
    layers: tuple[str, ...] = ()
    warnings: tuple[Message, ...] = ()
    chosen_because: Message = field(default_factory=say.AS_GIVEN)

    def citation(self, key: str) -> Citation:
        """Where a parameter stands: ``weights``, ``inverse.formula``, ``checks.few_indicators``. ``KeyError`` names
        the keys there are.
        """
        here = key
        while here:
            if here in self.citations:
                return self.citations[here]
            here = here.rpartition(".")[0]
        raise KeyError(str(say.NO_PARAMETER(key=key, known=tuple(self.citations))))

    @cached_property
    def verified(self) -> bool:
        """Whether every parameter was checked against its original."""
        return all(citation.verified for citation in self.citations.values())
