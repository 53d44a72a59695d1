"""Indicators that can be measured, sector by sector, as data of our own; and which of them a vague target could become.

The names of a unit and a project, and the words of a target, enter; sectors with the words that tell them, and
proposals with the words that led to them, leave. Where a name tells no sector, or a target no subject: nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.model.lazy import loaded_from

if TYPE_CHECKING:
    from .library import Measurable, Sector, general_words, indicators, sectors
    from .nearest import Proposal, proposals
    from .telling import Told, sector_called, sectors_of

__all__ = [
    "Measurable",
    "Proposal",
    "Sector",
    "Told",
    "general_words",
    "indicators",
    "proposals",
    "sector_called",
    "sectors",
    "sectors_of",
]

_HOMES = {
    "library": ("Measurable", "Sector", "general_words", "indicators", "sectors"),
    "nearest": ("Proposal", "proposals"),
    "telling": ("Told", "sector_called", "sectors_of"),
}

__getattr__ = loaded_from(__name__, _HOMES)
