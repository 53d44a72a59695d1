"""Regular expressions that are compiled when they are first asked.

The text of an expression enters; something that answers like a compiled one leaves. A command that meets no date
compiles no date: over two hundred expressions would otherwise be compiled before the first line of a file is read.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazy:
    """Stands for a compiled expression. What was asked once is kept, so later calls cost what they always cost."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = self.__dict__.get("compiled") or re.compile(self.pattern)
        self.__dict__["compiled"] = compiled
        found = self.__dict__[name] = getattr(compiled, name)
        return found


def lazy(pattern: str) -> re.Pattern[str]:
    """The expression, compiled at its first use; a faulty one raises ``re.error`` then (a test compiles all)."""
    return cast("re.Pattern[str]", _Lazy(pattern))
