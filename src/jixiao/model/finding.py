"""What a check has to say about a dossier."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import Any

from .classes import dataclass
from .message import Message, words


class Severity(StrEnum):
    """``error`` is a proof; a ``warning`` needs a reason or a person's look; ``info`` is worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """3 for error, 2 for warning, 1 for information."""
        return {"error": 3, "warning": 2, "info": 1}[self.value]

    @property
    def zh(self) -> str:
        """The word on the screen."""
        return {"error": "错误", "warning": "提醒", "info": "提示"}[self.value]


_NOTHING = words("")


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault. A rule gives its place ``at``, the places where the same fault stands ``also``, the facts that prove
    it as ``evidence`` (all of them pointers relative to its subject), ``values`` and, where it differs from the rule's
    own, ``severity``.

    The runner adds ``code``, ``name``, ``title``, the message and the basis, makes the pointers absolute, and
    attaches ``consequences``. ``variant`` chooses another message template of the rule. ``values`` stay what they are
    (figures, decimals, terms, a person's words as plain text): :meth:`text` puts them into words.
    """

    at: str = ""
    also: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    severity: Severity | None = None
    variant: str = ""
    code: str = ""
    name: str = ""
    title: str = ""
    message: Message = _NOTHING
    basis: Message | None = None
    consequences: tuple[Finding, ...] = ()

    def text(self, lang: str = "zh") -> str:
        """The message in that language; empty before the runner has added one."""
        return self.message.text(lang)

    @property
    def proposals(self) -> tuple[Message, ...]:
        """What could stand in place of what is wrong, where the rule knows of something; no part of its sentence."""
        return tuple(self.values.get("proposals", ()))

    @property
    def places(self) -> tuple[str, ...]:
        """Every place of the fault, the main one first."""
        return (self.at, *self.also)

    @property
    def facts(self) -> tuple[str, ...]:
        """Every pointer that it names, each once: the places, then the evidence."""
        return tuple(dict.fromkeys((self.at, *self.also, *self.evidence)))
