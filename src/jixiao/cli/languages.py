"""The language of what is printed: the one asked for, or one that the console can show."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TextIO


class Lang(StrEnum):
    """The language of messages."""

    ZH = "zh"
    EN = "en"


def language(chosen: Lang | None, stream: TextIO | None = None) -> str:
    """The chosen language; without a choice Chinese, or English where the console cannot show Chinese."""
    if chosen is not None:
        return chosen.value
    return "zh" if can_show("绩效", stream) else "en"


def can_show(text: str, stream: TextIO | None = None) -> bool:
    """Whether a console (that of the results without ``stream``) has these characters."""
    try:
        text.encode((stream or sys.stdout).encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
