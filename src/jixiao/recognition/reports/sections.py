"""From the lines of a report's body to its sections.

Lines with their places enter; sections and the trace of every title and paragraph leave. No line is lost: each is a
heading or a paragraph of the section it stands under.
"""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.forms.outlines import OutlineKind
from jixiao.model import Paragraph, Position, Section
from jixiao.model.classes import dataclass

from ..tables.lines import place_of
from .headings import Heading, TextLine, headings


@dataclass(frozen=True, slots=True)
class Placed:
    """A line and where it stands. ``whole`` is the text with the drawn number, as a reader sees it."""

    line: TextLine
    source: Paragraph
    position: Position

    @property
    def whole(self) -> str:
        return self.line.label + self.line.text


def placed_lines(paragraphs: Sequence[Paragraph], file: str) -> list[Placed]:
    """The lines that are not blank. A line break inside a paragraph ends a line; only the first carries level and
    label.
    """
    result = []
    for paragraph in paragraphs:
        start, first = 0, True
        for piece in paragraph.text.split("\n"):
            text = piece.strip()
            if text:
                at = start + piece.index(text)
                line = TextLine(text, paragraph.level, paragraph.label) if first else TextLine(text)
                position = place_of(paragraph, file, at, at + len(text))
                result.append(Placed(line, paragraph, position))
                first = False
            start += len(piece) + 1
    return result


def sections(body: Sequence[Placed], kind: OutlineKind) -> tuple[tuple[Section, ...], dict[str, Position]]:
    """The sections in order, and the trace relative to the report."""
    found = headings([placed.line for placed in body], kind)
    trace: dict[str, Position] = {}
    result: list[Section] = []
    title: Heading | None = None
    texts: list[str] = []

    def close() -> None:
        if title is not None:
            result.append(Section(number=title.number, title=title.title, level=title.level, paragraphs=tuple(texts)))
        elif texts:
            result.append(Section(paragraphs=tuple(texts)))

    for placed, heading in zip(body, found, strict=True):
        if heading is None:
            trace[f"/sections/{len(result)}/paragraphs/{len(texts)}"] = placed.position
            texts.append(placed.whole)
            continue
        close()
        title, texts = heading, []
        trace[f"/sections/{len(result)}"] = trace[f"/sections/{len(result)}/title"] = placed.position
    close()
    return tuple(result), trace
