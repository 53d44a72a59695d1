"""Word lists are kept as plain text, one blank between words, so that a reader of Chinese can check them.

Enters: the text of a list. Leaves: its words.
"""

from __future__ import annotations


def listed(text: str) -> tuple[str, ...]:
    """The words of a list in their order."""
    return tuple(text.split())
