"""Indicators that can be measured, sector by sector, as data of our own; and which of them a vague target could become.

The names of a unit and a project, and the words of a target, enter; sectors with the words that tell them, and
proposals with the words that led to them, leave. Where a name tells no sector, or a target no subject: nothing.
"""

from jixiao.model.lazy import loaded_from

__getattr__ = loaded_from(
    __name__,
    {
        "library": ("Measurable", "Sector", "general_words", "indicators", "sectors"),
        "telling": ("Told", "sector_called", "sectors_of"),
        "proposals": ("Proposal", "proposals"),
    },
)
