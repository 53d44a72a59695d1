"""List definitions of a Word file: the numbering part in, lists by the id that paragraphs name out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import field

from lxml import etree

from jixiao.model.classes import dataclass

from .numerals import drawn
from .package import W
from .styles import VAL, Style, integer, on

_HIGHEST = 32767
"""The highest number Word takes for a start."""

_DEEPEST = 9
"""So many levels has a list."""

_LONGEST = 255
"""Characters of the pattern of a number; Word takes some thirty."""


@dataclass(slots=True)
class Level:
    """One level of a list definition."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    legal: bool = False
    restarts: bool = True
    style: str = ""


@dataclass(slots=True)
class List:
    """A list as paragraphs name it. Lists of one ``abstract`` definition count on together, unless one starts anew."""

    abstract: str
    levels: dict[int, Level]
    anew: dict[int, int] = field(default_factory=dict)

    def label(self, level: int, counters: Mapping[int, int]) -> str:
        """The number of a paragraph of that level; a bullet is a mark and no number."""
        this = self.levels[level]
        if this.form == "bullet":
            return ""

        def one(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            other = self.levels.get(place, NO_LEVEL)
            number = counters.get(place, other.start)
            return drawn(number, "decimal" if this.legal and other.form != "none" else other.form)

        return re.sub(r"%([1-9])", one, this.text)


NO_LEVEL = Level()


def definitions(root: etree._Element, style: Callable[[str], Style]) -> dict[str, List]:
    """The lists by their ids; ``style`` says what a style states, as a list may be defined by one."""
    abstract: dict[str, dict[int, Level]] = {}
    linked: dict[str, str] = {}
    for item in root.iterchildren(W + "abstractNum"):
        key = item.get(W + "abstractNumId", "")
        abstract[key] = _levels(item)
        link = item.find(W + "numStyleLink")
        if link is not None:
            linked[key] = link.get(VAL, "")
    lists: dict[str, List] = {}
    for item in root.iterchildren(W + "num"):
        named = item.find(W + "abstractNumId")
        key = named.get(VAL, "") if named is not None else ""
        one = List(key, dict(abstract.get(key, {})))
        for override in item.iterchildren(W + "lvlOverride"):
            level = integer(override.get(W + "ilvl")) or 0
            one.levels.update(_levels(override))
            start = override.find(W + "startOverride")
            if start is not None:
                one.anew[level] = _start(start, 0)
        lists[item.get(W + "numId", "")] = one
    for one in lists.values():
        target = lists.get(style(linked.get(one.abstract, "")).number.list or "")
        if target is not None and not one.levels:
            one.levels.update(target.levels)
    return lists


def _levels(parent: etree._Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for item in parent.iterchildren(W + "lvl"):
        level = Level()
        for part in item.iter(W + "start", W + "numFmt", W + "lvlText", W + "isLgl", W + "lvlRestart", W + "pStyle"):
            value = part.get(VAL, "")
            match part.tag.removeprefix(W):
                case "start":
                    level.start = _start(part, 1)
                case "numFmt":
                    level.form = value  # in mc:AlternateContent the last, the fallback, is the one we can draw
                case "lvlText":
                    level.text = value[:_LONGEST]
                case "isLgl":
                    level.legal = on(part)
                case "lvlRestart":
                    level.restarts = value != "0"
                case _:
                    level.style = value
        number = integer(item.get(W + "ilvl")) or 0
        if 0 <= number < _DEEPEST:
            levels[number] = level
    return levels


def _start(element: etree._Element, otherwise: int) -> int:
    number = integer(element.get(VAL))
    return otherwise if number is None else max(-_HIGHEST, min(number, _HIGHEST))
