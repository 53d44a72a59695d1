"""What a target or an actual value can be (``docs/glossary.md``); the grammar that reads them is in
:mod:`jixiao.values`.

Every value keeps ``raw``, the text it was read from.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from .classes import dataclass
from .message import Message


class Sign(StrEnum):
    """How a number binds. ``NONE`` is a bare number."""

    AT_LEAST = "≥"
    MORE = ">"
    EQUAL = "="
    AT_MOST = "≤"
    LESS = "<"
    RANGE = "range"
    NONE = ""


class Approx(StrEnum):
    """How exact a number is: exact, 约/左右, 余/多/几 (at least), 近 (at most)."""

    EXACT = ""
    ABOUT = "约"
    OVER = "余"
    NEARLY = "近"
    CONTRADICTORY = "近…余"


class Direction(StrEnum):
    """Which way is better for an indicator."""

    POSITIVE = "positive"
    INVERSE = "inverse"
    EQUAL = "equal"
    RANGE = "range"
    QUALITATIVE = "qualitative"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Value:
    """Base of all values. ``prefix`` is what stands before the value proper ("合格率" in "合格率≥95%")."""

    raw: str
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Empty(Value):
    """Nothing, or only blanks."""


@dataclass(frozen=True, slots=True)
class NotApplicable(Value):
    """不适用, "/", a dash: the row does not apply."""


@dataclass(frozen=True, slots=True)
class Placeholder(Value):
    """Left over from the template: "≥**%", "XX", "……", "待定"."""


@dataclass(frozen=True, slots=True)
class Number(Value):
    """A number with its sign, unit and exactness.

    ``low`` and ``high`` are equal except for a range; in the unit as written (percent stays percent). ``per`` is what
    it counts per ("月", "亩"), ``change`` marks growth or decline ("提高", "下降", "同比增长").
    """

    sign: Sign = Sign.NONE
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    unit: str = ""
    approx: Approx = Approx.EXACT
    per: str = ""
    change: str = ""
    suspicion: Message | None = None


@dataclass(frozen=True, slots=True)
class Ratio(Value):
    """ "1:2.5"."""

    sign: Sign = Sign.NONE
    left: Decimal = Decimal(0)
    right: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class DateValue(Value):
    """A date or period. ``relation``: "by" (before or on), "in" (some time in it), "after". Parts that the text
    leaves open are ``None``.

    ``whole`` marks 全年 and the like.
    """

    relation: str = "in"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Frequency(Value):
    """按月, 每季度1次, 1次/月: ``count`` times per ``period``; ``count`` is ``None`` where only the rhythm is named
    (按月, 及时).
    """

    count: Decimal | None = None
    unit: str = ""
    period: str = ""
    sign: Sign = Sign.NONE


@dataclass(frozen=True, slots=True)
class BudgetRelative(Value):
    """不超年度预算, 未超预算: against the money columns of the table. ``reached`` marks a statement ("未超预算")
    rather than a bound.
    """

    sign: Sign = Sign.AT_MOST
    reached: bool = False


@dataclass(frozen=True, slots=True)
class ZeroEvents(Value):
    """无安全事故, 0起投诉: none of ``what`` may happen, or did."""

    what: str = ""


@dataclass(frozen=True, slots=True)
class Grade(Value):
    """优, 良, 合格, 二级: a level on a scale of words."""

    word: str = ""
    sign: Sign = Sign.NONE


@dataclass(frozen=True, slots=True)
class Rank(Value):
    """前3名, 第2名."""

    place: int = 0
    sign: Sign = Sign.NONE


class Reached(StrEnum):
    """What a verdict says."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Verdict(Value):
    """完成, 达成预期指标, 均如期完成, 是: a judgement in place of a value."""

    reached: Reached = Reached.YES


@dataclass(frozen=True, slots=True)
class Compound(Value):
    """Several conditions in one cell: "≥90%且无投诉"."""

    parts: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Text(Value):
    """Words that are no value: a qualitative target or its answer."""


class Met(StrEnum):
    """Result of a comparison."""

    MET = "met"
    SHORT = "short"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Target against actual. ``ratio`` is actual over target where both are numbers of one kind (for any direction),
    else ``None``.

    ``reason`` says what decided, or why nothing could; ``notes`` what should be known besides. ``direction`` is the
    one that was used.
    """

    met: Met
    direction: Direction
    reason: Message
    ratio: Decimal | None = None
    over: bool = False
    notes: tuple[Message, ...] = ()
