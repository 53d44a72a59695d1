"""Checks: a dossier and a policy enter, findings leave. One rule is one file below ``rules/``.

Nothing is loaded before it is asked for: who only looks a rule up needs neither scoring nor the other rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.model.lazy import loaded_from

if TYPE_CHECKING:
    from .declaration import Declaration, declarations
    from .protocol import RuleRecord
    from .rule import Outcome, Rule
    from .rulebook import catalogue, chosen, rules_in
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
    "rules_in",
]

_HOMES = {
    "declaration": ("Declaration", "declarations"),
    "protocol": ("RuleRecord",),
    "rule": ("Outcome", "Rule"),
    "rulebook": ("catalogue", "chosen", "rules_in"),
    "run": ("Audit", "Waiver", "check"),
}

__getattr__ = loaded_from(__name__, _HOMES)
