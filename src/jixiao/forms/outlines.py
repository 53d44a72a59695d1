"""Outlines of the narrative reports, as data: which chapters a report of each kind has, and what writers call them.

A heading enters; the keys of the chapters it answers leave. The data stand with their kind of report
(``<kind>/outlines``), with their sources.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any, Literal

from jixiao.model.classes import dataclass

from .datafiles import FORMS, read

OutlineKind = Literal["unit", "project", "transfer"]
_NOISE = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of an outline. ``match`` holds alternatives, each the words that must and the words that must not
    stand in the heading.
    """

    key: str
    title: str
    required: bool = False
    match: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()
    parts: tuple[Chapter, ...] = ()

    def answered_by(self, heading: str) -> bool:
        """Whether a heading, as printed without its number, is this chapter."""
        text = plain(heading)
        return any(all(w in text for w in have) and not any(w in text for w in lack) for have, lack in self.match)


@dataclass(frozen=True, slots=True)
class Outline:
    """The outline of one kind of report; ``source`` says where the order was taken from."""

    kind: OutlineKind
    title: str
    source: str
    chapters: tuple[Chapter, ...]

    def missing(self, headings: list[str]) -> tuple[Chapter, ...]:
        """The required chapters that no heading answers."""
        return tuple(c for c in self.chapters if c.required and not any(c.answered_by(h) for h in headings))


@lru_cache(maxsize=4096)
def plain(heading: str) -> str:
    """A heading for comparison: NFKC, without spaces and punctuation."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", heading))


@cache
def outline(kind: OutlineKind) -> Outline:
    """The outline of reports on a unit's overall spending, on projects, or on a transfer payment."""
    data = read(next(FORMS.glob(f"*/outlines/{kind}.yaml")))
    return Outline(kind, data["title"], data["source"], tuple(_chapter(c) for c in data["chapters"]))


@lru_cache(maxsize=4096)
def chapter_keys(heading: str, kind: OutlineKind) -> tuple[str, ...]:
    """The chapters of that outline which a heading answers: none, one, or several (存在的问题和下一步工作计划)."""
    return tuple(c.key for c in outline(kind).chapters if c.answered_by(heading))


@lru_cache(maxsize=4096)
def part_keys(heading: str, kind: OutlineKind) -> tuple[str, ...]:
    """The usual second-level headings of that outline which a heading answers."""
    return tuple(p.key for c in outline(kind).chapters for p in c.parts if p.answered_by(heading))


def _chapter(data: dict[str, Any]) -> Chapter:
    return Chapter(
        key=data["key"],
        title=data["title"],
        required=data.get("required", False),
        match=tuple(_alternative(text) for text in data["match"]),
        parts=tuple(_chapter(part) for part in data.get("parts", ())),
    )


def _alternative(text: str) -> tuple[frozenset[str], frozenset[str]]:
    words = text.split()
    return (
        frozenset(w for w in words if not w.startswith("!")),
        frozenset(w[1:] for w in words if w.startswith("!")),
    )
