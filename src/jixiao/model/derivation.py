"""How a computed figure came about, so that anyone can redo it."""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal
from typing import Any, NamedTuple

from .classes import dataclass
from .figure import Interval
from .message import Message, Term, shown
from .messages import NOT_CHECKED, SOURCE


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a rule stands: document number, clause, and whether anyone of us has read the original (``verified``)."""

    document: str
    clause: str = ""
    verified: bool = False
    note: str = ""

    @property
    def message(self) -> Message:
        """Document and clause as they are called, and whether the original was not checked."""
        source = SOURCE(document=self.document, clause=self.clause)
        return source if self.verified else NOT_CHECKED(source=source)

    def text(self, lang: str = "zh") -> str:
        """The same in that language; documents are called in Chinese."""
        return self.message.text(lang)

    def __str__(self) -> str:
        return self.text()


class Input(NamedTuple):
    """A figure that went into a computation: its name, its pointer, and the value taken.

    The name is a word of the field or what a person called the row; the value a figure, a number, a score, or the
    words of a cell.
    """

    name: str | Term | Message
    at: str
    value: Any

    def as_json(self) -> dict[str, str]:
        """Plain data for JSON, names in Chinese."""
        return {"name": shown(self.name), "at": self.at, "value": shown(self.value)}


@dataclass(frozen=True, slots=True)
class Derivation:
    """``formula`` in words of the field, the inputs, how it was rounded, the rule's source, and the steps taken."""

    formula: Message
    inputs: tuple[Input, ...] = ()
    rounding: Message | None = None
    citation: Citation | None = None
    steps: tuple[Message, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Plain data for JSON, sentences in Chinese."""
        return {
            "formula": str(self.formula),
            "inputs": [i.as_json() for i in self.inputs],
            "rounding": str(self.rounding or ""),
            "citation": str(self.citation or ""),
            "steps": [str(step) for step in self.steps],
        }


@dataclass(frozen=True, slots=True)
class Scored:
    """A computed score: one value (``low == high``) or the interval a person may choose from; always with its
    derivation.

    ``reason`` says why it is no single value (a person must judge, a target could not be compared …).
    """

    low: Decimal
    high: Decimal
    derivation: Derivation
    reason: Message | None = None

    @property
    def value(self) -> Decimal | None:
        """The score where rules decide it, else ``None``."""
        return self.low if self.low == self.high else None

    @property
    def inputs(self) -> tuple[str, ...]:
        """Pointers of what went in."""
        return tuple(i.at for i in self.derivation.inputs)

    def __str__(self) -> str:
        return _span(self.low, self.high)


@dataclass(frozen=True, slots=True)
class Partial:
    """A sum of points that lacks some of its parts: ``low``–``high`` is what is known of it so far.

    ``weight`` is what the parts that are known could have at most, ``rest`` what the missing ones could (``None``
    where the weight of one is not known either). ``missing`` are pointers to what would have to be filled in, in
    order; ``reason`` says why they could not be counted.
    """

    low: Decimal
    high: Decimal
    weight: Decimal
    rest: Decimal | None
    missing: tuple[str, ...]
    derivation: Derivation
    reason: Message

    @property
    def bounds(self) -> Interval | None:
        """All that the whole sum can become; ``None`` while a weight is missing."""
        return None if self.rest is None else Interval(self.low, self.high + self.rest)

    @property
    def inputs(self) -> tuple[str, ...]:
        """Pointers of what went in so far."""
        return tuple(i.at for i in self.derivation.inputs)

    def undecided(self) -> Undecided:
        """The same as a question that stays open, for whoever needs the whole sum."""
        return Undecided(self.reason, self.missing[0] if self.missing else "", related=self.missing[1:])

    def __str__(self) -> str:
        bounds = self.bounds
        if bounds is not None:
            return _span(bounds.low, bounds.high)
        return f"{_span(self.low, self.high)}…" if self.derivation.inputs else "—"


def _span(low: Decimal, high: Decimal) -> str:
    return f"{low:f}" if low == high else f"{low:f}–{high:f}"


@dataclass(frozen=True, slots=True)
class Undecided:
    """A question that the data at hand cannot answer: where, and why. Shown to the user as "not checked"."""

    reason: Message
    at: str = ""
    code: str = ""
    related: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Held:
    """A rule looked at ``at`` (relative to its subject) and found nothing wrong: it is counted in the protocol."""

    at: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that broke down: an error of ours, never of the file. ``traceback`` is for whoever mends the rule."""

    code: str
    at: str
    error: str
    traceback: str
