"""How a computed figure came about, so that anyone can redo it."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from .message import Message


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a rule stands: document number, clause, and whether anyone of us has read the original (``verified``)."""

    document: str
    clause: str = ""
    verified: bool = False
    note: str = ""

    def __str__(self) -> str:
        return f"{self.document}{self.clause}" + ("" if self.verified else "（未核对原文）")


@dataclass(frozen=True, slots=True)
class Input:
    """A figure that went into a computation: its name, its pointer, and the value taken."""

    name: str
    at: str
    value: str


@dataclass(frozen=True, slots=True)
class Derivation:
    """``formula`` in words of the field, the inputs, how it was rounded, and the rule's source."""

    formula: str
    inputs: tuple[Input, ...] = ()
    rounding: str = ""
    citation: Citation | None = None
    steps: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return {
            "formula": self.formula,
            "inputs": [{"name": i.name, "at": i.at, "value": i.value} for i in self.inputs],
            "rounding": self.rounding,
            "citation": str(self.citation) if self.citation else "",
            "steps": list(self.steps),
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
    reason: str = ""

    @property
    def value(self) -> Decimal | None:
        """The score where rules decide it, else ``None``."""
        return self.low if self.low == self.high else None

    @property
    def inputs(self) -> tuple[str, ...]:
        """Pointers of what went in."""
        return tuple(i.at for i in self.derivation.inputs)

    def __str__(self) -> str:
        return f"{self.low}" if self.low == self.high else f"{self.low}–{self.high}"


@dataclass(frozen=True, slots=True)
class Undecided:
    """A question that the data at hand cannot answer: where, and why. Shown to the user as "not checked"."""

    reason: Message | str
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
