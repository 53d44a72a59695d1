"""The console on which results for people are printed."""

from __future__ import annotations

import sys

from rich.console import Console


def console() -> Console:
    """A console that also prints well into a file: at least 100 columns there, no colour, plain signs for old
    terminals.
    """
    plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    made = Console(file=sys.stdout, highlight=False, emoji=False, safe_box=True)
    if not made.is_terminal or plain:
        made = Console(file=sys.stdout, highlight=False, emoji=False, safe_box=True, width=max(100, made.width))
    return made
