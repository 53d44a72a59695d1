"""Heading levels and the numbers that Word draws: paragraph properties in document order in, (level, label) out.

Styles and numbering definitions are unpacked only when a paragraph asks for them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from .numerals import drawn
from .package import Package, W

_P_STYLE, _NUM_PR, _OUTLINE, _VAL = W + "pStyle", W + "numPr", W + "outlineLvl", W + "val"
_HEADING = re.compile(r"(?:heading|标题|標題)\s*([1-9])", re.IGNORECASE)
_STYLE_START, _STYLE_END = b"<w:style ", b"</w:style>"
_LEVEL_MARK = re.compile(r"%([1-9])")
_DEEPEST = 9
_BODY_TEXT = 9
"""The outline level that means "no heading"."""


class _Number(NamedTuple):
    """Numbering as a paragraph or style states it; ``None`` is left to the style below."""

    list: str | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class _Style:
    """What a paragraph style says about headings and numbers, its ancestors included."""

    heading: int = 0
    number: _Number = field(default_factory=_Number)


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

    def __init__(self, package: Package) -> None:
        self._package = package
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, properties: etree._Element) -> tuple[int, str]:
        """Heading level (0–9) and drawn number of the paragraph with these properties (``w:pPr``)."""
        style, number, outline = "", _Number(), None
        for item in properties.iterchildren(_P_STYLE, _NUM_PR, _OUTLINE):
            if item.tag == _P_STYLE:
                style = item.get(_VAL, "")
            elif item.tag == _NUM_PR:
                number = _stated(item)
            else:
                outline = _integer(item.get(_VAL))
        from_style = self._styles.get(style, _NO_STYLE) if style else _NO_STYLE
        heading = from_style.heading if outline is None else _heading(outline)
        key = from_style.number.list if number.list is None else number.list
        if not key or key == "0":
            return heading, ""
        level = number.level
        if level is None:
            level = from_style.number.level if number.list is None else 0
        return heading, self._draw(key, level, style)

    def styles(self) -> frozenset[str]:
        """The ids of the styles that number their paragraphs."""
        return frozenset(key for key, style in self._styles.items() if style.number.list not in {None, "0"})

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
    def _styles(self) -> dict[str, _Style]:
        data = self._package.related("styles")
        return _styles(data, lambda text: self._package.parse(text, "word/styles.xml")) if data else {}

    @cached_property
    def _lists(self) -> dict[str, _List]:
        data = self._package.related("numbering")
        if not data:
            return {}
        return _lists(self._package.parse(data, "word/numbering.xml"), self._styles)


_NO_STYLE = _Style()
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


def _integer(text: str | None) -> int | None:
    try:
        return int(text or "")
    except ValueError:
        return None


def _on(element: etree._Element | None) -> bool:
    return element is not None and element.get(_VAL, "1") not in {"0", "false", "off"}


def _heading(outline: int | None) -> int:
    return outline + 1 if outline is not None and 0 <= outline < _BODY_TEXT else 0


def _stated(num_pr: etree._Element) -> _Number:
    level, key = num_pr.find(W + "ilvl"), num_pr.find(W + "numId")
    return _Number(
        list=None if key is None else key.get(_VAL), level=None if level is None else _integer(level.get(_VAL))
    )


def _styles(data: bytes, parse: Callable[[bytes], etree._Element]) -> dict[str, _Style]:
    """The paragraph styles by id.

    Word's style part is mostly table styles (300 KB and more): where its writing allows, they are cut out unparsed.
    """
    head, *entries = data.split(_STYLE_END)
    stated = parse(_STYLE_END.join((head, *(entry for entry in entries if not _is_foreign(entry)))))
    by_id = {item.get(W + "styleId", ""): item for item in stated.iter(W + "style")}
    return {key: _resolved(key, by_id) for key in by_id}


def _is_foreign(entry: bytes) -> bool:
    """Whether the XML from one end of a style to the next is a table or character style and nothing else."""
    if not entry.startswith(_STYLE_START):
        return False
    opening = entry[: entry.find(b">")]
    return b'w:type="table"' in opening or b'w:type="character"' in opening


def _resolved(key: str, stated: dict[str, etree._Element]) -> _Style:
    """A style with what it inherits; a circle of ancestors ends where it closes."""
    heading: int | None = None
    numbers = _Number()
    seen: set[str] = set()
    while key in stated and key not in seen:
        seen.add(key)
        item = stated[key]
        if heading is None:
            outline, name = item.find(f"{W}pPr/{_OUTLINE}"), item.find(W + "name")
            named = _HEADING.fullmatch(name.get(_VAL, "")) if name is not None else None
            if outline is not None:
                heading = _heading(_integer(outline.get(_VAL)))
            elif named:
                heading = int(named[1])
        num_pr = item.find(f"{W}pPr/{_NUM_PR}")
        if num_pr is not None and numbers.list is None:
            own = _stated(num_pr)
            numbers = _Number(own.list, own.level if numbers.level is None else numbers.level)
        based = item.find(W + "basedOn")
        key = based.get(_VAL, "") if based is not None else ""
    return _Style(heading or 0, numbers)


def _lists(root: etree._Element, styles: dict[str, _Style]) -> dict[str, _List]:
    abstract: dict[str, dict[int, _Level]] = {}
    linked: dict[str, str] = {}
    for item in root.iterchildren(W + "abstractNum"):
        key = item.get(W + "abstractNumId", "")
        abstract[key] = _levels(item)
        link = item.find(W + "numStyleLink")
        if link is not None:
            linked[key] = link.get(_VAL, "")
    lists: dict[str, _List] = {}
    for item in root.iterchildren(W + "num"):
        named = item.find(W + "abstractNumId")
        key = named.get(_VAL, "") if named is not None else ""
        one = _List(key, dict(abstract.get(key, {})))
        for override in item.iterchildren(W + "lvlOverride"):
            level = _integer(override.get(W + "ilvl")) or 0
            one.levels.update(_levels(override))
            start = override.find(W + "startOverride")
            if start is not None:
                one.anew[level] = _integer(start.get(_VAL)) or 0
        lists[item.get(W + "numId", "")] = one
    for one in lists.values():
        target = lists.get(styles.get(linked.get(one.abstract, ""), _NO_STYLE).number.list or "")
        if target is not None and not one.levels:
            one.levels.update(target.levels)
    return lists


def _levels(parent: etree._Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for item in parent.iterchildren(W + "lvl"):
        level = _Level()
        for part in item.iter(W + "start", W + "numFmt", W + "lvlText", W + "isLgl", W + "lvlRestart", W + "pStyle"):
            value = part.get(_VAL, "")
            match part.tag.removeprefix(W):
                case "start":
                    start = _integer(value)
                    level.start = 1 if start is None else start
                case "numFmt":
                    level.form = value  # in mc:AlternateContent the last, the fallback, is the one we can draw
                case "lvlText":
                    level.text = value
                case "isLgl":
                    level.legal = _on(part)
                case "lvlRestart":
                    level.restarts = value != "0"
                case _:
                    level.style = value
        levels[_integer(item.get(W + "ilvl")) or 0] = level
    return levels
