"""Heading levels and the numbers that Word draws: paragraph properties in document order in, (level, label) out.

Numbering definitions are unpacked only when a paragraph asks for them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from .numerals import drawn
from .package import Package, W
from .styles import NUM_PR, OUTLINE, VAL, Number, Style, Styles, heading, integer, on, stated

_P_STYLE = W + "pStyle"
_LEVEL_MARK = re.compile(r"%([1-9])")
_DEEPEST = 9


@dataclass(slots=True)
class _Level:
    """One level of a list definition."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    legal: bool = False
    restarts: bool = True
    style: str = ""


@dataclass(slots=True)
class _List:
    """A list as paragraphs name it. Lists of one ``abstract`` definition count on together, unless one starts anew."""

    abstract: str
    levels: dict[int, _Level]
    anew: dict[int, int] = field(default_factory=dict)


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
        for deeper in range(level + 1, _DEEPEST):
            if deeper in counters and definition.levels.get(deeper, _NO_LEVEL).restarts:
                del counters[deeper]
        return _label(definition, level, counters)

    @cached_property
    def _lists(self) -> dict[str, _List]:
        data = self._package.related("numbering")
        if not data:
            return {}
        return _lists(self._package.parse(data, "word/numbering.xml"), self._styles.get)


_NO_LEVEL = _Level()


def _label(definition: _List, level: int, counters: dict[int, int]) -> str:
    this = definition.levels[level]
    if this.form == "bullet":
        return ""  # a bullet is a mark, not a number

    def one(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        other = definition.levels.get(place, _NO_LEVEL)
        number = counters.get(place, other.start)
        return drawn(number, "decimal" if this.legal and other.form != "none" else other.form)

    return _LEVEL_MARK.sub(one, this.text)


def _lists(root: etree._Element, style: Callable[[str], Style]) -> dict[str, _List]:
    abstract: dict[str, dict[int, _Level]] = {}
    linked: dict[str, str] = {}
    for item in root.iterchildren(W + "abstractNum"):
        key = item.get(W + "abstractNumId", "")
        abstract[key] = _levels(item)
        link = item.find(W + "numStyleLink")
        if link is not None:
            linked[key] = link.get(VAL, "")
    lists: dict[str, _List] = {}
    for item in root.iterchildren(W + "num"):
        named = item.find(W + "abstractNumId")
        key = named.get(VAL, "") if named is not None else ""
        one = _List(key, dict(abstract.get(key, {})))
        for override in item.iterchildren(W + "lvlOverride"):
            level = integer(override.get(W + "ilvl")) or 0
            one.levels.update(_levels(override))
            start = override.find(W + "startOverride")
            if start is not None:
                one.anew[level] = integer(start.get(VAL)) or 0
        lists[item.get(W + "numId", "")] = one
    for one in lists.values():
        target = lists.get(style(linked.get(one.abstract, "")).number.list or "")
        if target is not None and not one.levels:
            one.levels.update(target.levels)
    return lists


def _levels(parent: etree._Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for item in parent.iterchildren(W + "lvl"):
        level = _Level()
        for part in item.iter(W + "start", W + "numFmt", W + "lvlText", W + "isLgl", W + "lvlRestart", W + "pStyle"):
            value = part.get(VAL, "")
            match part.tag.removeprefix(W):
                case "start":
                    start = integer(value)
                    level.start = 1 if start is None else start
                case "numFmt":
                    level.form = value  # in mc:AlternateContent the last, the fallback, is the one we can draw
                case "lvlText":
                    level.text = value
                case "isLgl":
                    level.legal = on(part)
                case "lvlRestart":
                    level.restarts = value != "0"
                case _:
                    level.style = value
        levels[integer(item.get(W + "ilvl")) or 0] = level
    return levels
