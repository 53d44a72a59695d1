"""Heading levels and the numbers that Word draws: paragraph properties in document order in, (level, label) out.

List definitions are unpacked only when a paragraph asks for them.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

from .package import Package, W
from .styles import NUM_PR, OUTLINE, VAL, Number, Styles, heading, integer, stated

if TYPE_CHECKING:
    from .lists import List

_P_STYLE = W + "pStyle"


class Numbering:
    """The running numbers of one document. Ask once for every paragraph, in order."""

    def __init__(self, package: Package, styles: Styles) -> None:
        self._package, self._styles = package, styles
        self.numbered = styles.numbered
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, properties: etree._Element) -> tuple[int, str]:
        """Heading level (0–9) and drawn number of the paragraph with these properties (``w:pPr``)."""
        style, number, outline = "", Number(), None
        for item in properties.iterchildren(_P_STYLE, NUM_PR, OUTLINE):
            if item.tag == _P_STYLE:
                style = item.get(VAL, "")
            elif item.tag == NUM_PR:
                number = stated(item)
            else:
                outline = integer(item.get(VAL))
        from_style = self._styles.get(style)
        level = from_style.heading if outline is None else heading(outline)
        key = from_style.number.list if number.list is None else number.list
        if not key or key == "0":
            return level, ""
        place = number.level
        if place is None:
            place = from_style.number.level if number.list is None else 0
        return level, self._draw(key, place, style)

    def _draw(self, key: str, level: int | None, style: str) -> str:
        """Count one on in the list and draw the number."""
        definition = self._lists.get(key)
        if definition is None:
            return ""
        if level is None:
            level = next((n for n, stated in definition.levels.items() if stated.style == style), 0)
        if level not in definition.levels:
            return ""
        counters = self._counters.setdefault(definition.abstract, {})
        if level in definition.anew and (key, level) not in self._begun:
            self._begun.add((key, level))
            counters[level] = definition.anew[level]
        elif level in counters:
            counters[level] += 1
        else:
            counters[level] = definition.levels[level].start
        for deeper in [place for place in counters if place > level]:
            if deeper not in definition.levels or definition.levels[deeper].restarts:
                del counters[deeper]
        return definition.label(level, counters)

    @cached_property
    def _lists(self) -> dict[str, List]:
        from .lists import definitions

        data = self._package.related("numbering")
        if not data:
            return {}
        return definitions(self._package.parse(data, "word/numbering.xml"), self._styles.get)
