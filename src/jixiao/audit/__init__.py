"""Checks: a dossier and a policy enter, findings leave. One rule is one file below ``rules/``.

Nothing is loaded before it is asked for: who only looks a rule up needs neither scoring nor the other rules.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .declaration import Declaration, declarations
    from .protocol import RuleRecord
    from .rule import Outcome, Rule
    from .rulebook import catalogue, chosen
    from .run import Audit, Waiver, check

__all__ = [
    "Audit",
    "Declaration",
    "Outcome",
    "Rule",
    "RuleRecord",
    "Waiver",
    "catalogue",
    "check",
    "chosen",
    "declarations",
]

_HOMES = {
    "declaration": ("Declaration", "declarations"),
    "protocol": ("RuleRecord",),
    "rule": ("Outcome", "Rule"),
    "rulebook": ("catalogue", "chosen"),
    "run": ("Audit", "Waiver", "check"),
}


def __getattr__(name: str) -> Any:
    for module, names in _HOMES.items():
        if name in names:
            found = globals()[name] = getattr(importlib.import_module(f"{__name__}.{module}"), name)
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
