"""What the engine and the rules' helpers say, in both languages. What one rule alone says stands beside that rule.

The key of a rule's message is ``audit.<CODE>``, of another variant ``audit.<CODE>.<variant>``; a reason that only one
rule gives is ``audit.<CODE>.<name>``.
"""

from __future__ import annotations

from jixiao.model.message import Phrase

SOME = Phrase("audit.some", "{shown}等{count}项", "{shown} and others, {count} in all")
"""A few of many names."""


def declare(key: str) -> None:
    """Load the rule that the key of a message names, so that its phrases are known; nothing where none has the code."""
    from .catalogue import find

    find(key.split(".")[1])
