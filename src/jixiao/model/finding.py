"""What a check has to say about a dossier."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


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


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault. A rule gives ``at``, ``related`` (pointers relative to its subject), ``values`` and, where it
    differs from the rule's own, ``severity``.

    The runner adds ``code``, ``name``, ``title``, the messages and the basis, makes the pointers absolute, and
    attaches ``consequences``. ``variant`` chooses another message template of the rule.
    """

    at: str = ""
    related: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    severity: Severity | None = None
    variant: str = ""
    code: str = ""
    name: str = ""
    title: str = ""
    message: str = ""
    message_en: str = ""
    basis: str = ""
    consequences: tuple[Finding, ...] = ()

    def text(self, lang: str = "zh") -> str:
        """The message in that language."""
        return self.message if lang == "zh" else self.message_en
