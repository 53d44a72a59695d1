"""Checks: a dossier and a policy enter, findings leave. One rule is one file below ``rules/``."""

from .catalogue import catalogue, chosen
from .protocol import RuleRecord
from .rule import Outcome, Rule, rule
from .run import Audit, Waiver, check

__all__ = ["Audit", "Outcome", "Rule", "RuleRecord", "Waiver", "catalogue", "check", "chosen", "rule"]
