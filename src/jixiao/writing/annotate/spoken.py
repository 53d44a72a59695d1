"""Which words of its place a finding speaks of: a finding, the trace and the dossier enter, characters leave.

In a paragraph these are the characters of the claim that proves it; else the text of the field, where more than it
stands there; else the words that the finding quotes. Where none of these stands there exactly once it is about the
whole.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from jixiao.model.classes import dataclass

from ...model import Dossier, Figure, Finding, Position, Trace, locate
from ...model.pointer import resolve

_QUOTES = ("printed", "quote", "stated", "text", "words")
"""What rules call the words that stand at their place, the most exact first."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A place of a finding in one file, and the words that it may be about, the best first."""

    position: Position
    words: tuple[str, ...] = ()


def places_in(
    finding: Finding, trace: Trace, file: Collection[str], dossier: Dossier | None = None
) -> Iterator[Spoken]:
    """The places of a finding in the file of these identities: the main one first, then the related ones."""
    for pointer in finding.facts:
        position = locate(trace, pointer)
        if position is None or position.file not in file:
            continue
        words = [_field(dossier, pointer)]
        if pointer == finding.at:
            position = _claimed(finding, trace, position)
            words += [_plain(finding.values.get(name)) for name in _QUOTES]
        yield Spoken(position, tuple(dict.fromkeys(word for word in words if word)))


def once_in(text: str, words: Collection[str]) -> tuple[int, int] | None:
    """The characters of the first of these words that stands in the text exactly once and is not all of it. A number
    is not looked for inside a longer one.
    """
    for word in words:
        before = r"(?<![0-9])(?<![0-9][.,])" if word[0].isdecimal() else ""
        behind = r"(?![0-9])(?![.,][0-9])" if word[-1].isdecimal() else ""
        found = [one.span() for one in re.finditer(f"(?=({before}{re.escape(word)}{behind}))", text)]
        if len(found) == 1 and word != text.strip():
            start = found[0][0]
            return start, start + len(word)
    return None


def _claimed(finding: Finding, trace: Trace, position: Position) -> Position:
    """A paragraph's place narrowed to the first fact of the finding that is some of its characters."""
    if position.paragraph is None:
        return position
    first, last = position.start or 0, position.end
    for pointer in finding.facts:
        fact = trace.get(pointer)
        if fact is None or fact.start is None or fact.end is None or fact.start >= fact.end:
            continue
        if _paragraph(fact) != _paragraph(position) or fact == position:
            continue
        if first <= fact.start and (last is None or fact.end <= last):
            return fact
    return position


def _paragraph(position: Position) -> tuple[object, ...]:
    return position.file, position.paragraph, position.sheet, position.row, position.cell


def _field(dossier: Dossier | None, pointer: str) -> str:
    if dossier is None:
        return ""
    try:
        return _plain(resolve(dossier, pointer))
    except (LookupError, ValueError):
        return ""


def _plain(value: object) -> str:
    """Words that may stand on paper; a single sign is none unless it is a digit."""
    text = value.raw if isinstance(value, Figure) else value
    text = text.strip() if isinstance(text, str) else ""
    return text if len(text) > 1 or text.isdecimal() else ""
