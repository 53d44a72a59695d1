"""The rows of a sheet that belong together, cut into tables and the words around them.

A band of rows and its :class:`~.grid.Grid` enter; parts leave in order, each words or a table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from .grid import Grid
from .words import begins_form, goes_on, looks_like_words, stands_over, stands_under

_MOST = 6
"""Texts side by side that may all be words around a table."""


def parts(band: Sequence[int], grid: Grid) -> Iterator[tuple[bool, list[int]]]:
    """Rows with whether they are a table."""
    look = _Look(band, grid)
    start = 0
    while start < len(band):
        over = look.over(start)
        if over > start:
            yield False, list(band[start:over])
        end, under = look.table_end(over)
        if end > over:
            yield True, list(band[over:end])
        if under > end:
            yield False, list(band[end:under])
        start = under


class _Look:
    """How the rows of a band look, asked for by their place in it."""

    def __init__(self, band: Sequence[int], grid: Grid) -> None:
        self._band, self._grid = band, grid
        self._counts = [len(grid.texts.get(row, ())) for row in band]
        self._has_rules = any(count > 1 and grid.ruled(row) for row, count in zip(band, self._counts, strict=True))
        self._length = len(band)
        self._last_wide = max((at for at, count in enumerate(self._counts) if count > 1), default=-1)

    def over(self, start: int) -> int:
        """Where the words that stand over a table end: with the last row that looks like words, if no lines tell."""
        end = at = start
        while at < self._length and self._may_be_words(at):
            at += 1
            if self._loose(at - 1) or self._are(at - 1, stands_over):
                end = at
        if self._last_wide < at:
            return self._length  # no table follows
        return end

    def table_end(self, start: int) -> tuple[int, int]:
        """Where the table that begins there ends, and where the words under it do."""
        at = start
        while at < self._length:
            if at > start and self._counts[at] <= _MOST and self._band[at] not in self._grid.tall:
                if self._begins(at):
                    return at, at
                if self._closes(at):
                    under = at + 1
                    while under < self._length and self._follows(under):
                        under += 1
                    if self._ends_table(at, under):
                        return at, under
                    at = under - 1
            at += 1
        return self._length, self._length

    def _texts(self, at: int) -> list[str]:
        return [text for _, text in sorted(self._grid.texts.get(self._band[at], {}).items())]

    def _tall(self, at: int) -> bool:
        """Whether a merged range of several rows reaches over the row."""
        return self._band[at] in self._grid.tall

    def _loose(self, at: int) -> bool:
        """Whether the row has no lines where others have."""
        return self._has_rules and not self._grid.ruled(self._band[at])

    def _are(self, at: int, look: Callable[[str], bool]) -> bool:
        """Whether the row holds texts, and each of them looks so."""
        return 0 < self._counts[at] <= _MOST and not self._tall(at) and all(look(text) for text in self._texts(at))

    def _may_be_words(self, at: int) -> bool:
        """Whether a row can stand outside a table: a text alone, or several that all look like words around it."""
        if not 0 < self._counts[at] <= _MOST or self._tall(at):
            return False
        if self._counts[at] == 1:
            (text,) = self._texts(at)
            if self._has_rules and not self._loose(at):
                return stands_over(text)
            return self._loose(at) or not _is_labelled(text) or stands_over(text)
        return not (self._has_rules and not self._loose(at)) and (
            self._are(at, stands_over) or self._are(at, stands_under)
        )

    def _begins(self, at: int) -> bool:
        """Whether another table begins: a title alone in its row, with more than words behind it."""
        return self._counts[at] == 1 and self._last_wide > at and self._are(at, begins_form)

    def _closes(self, at: int) -> bool:
        """Whether words under a table begin: without lines below a ruled one, a note or signature below another."""
        if self._counts[at] != 1 and not self._are(at, looks_like_words):
            return False
        return self._may_be_words(at) if self._loose(at) else not self._has_rules and self._are(at, stands_under)

    def _follows(self, at: int) -> bool:
        """Whether a row goes on with the words before it."""
        if self._begins(at):
            return False
        if self._loose(at):
            return self._may_be_words(at)
        counted = self._counts[at] == 1 and self._are(at, goes_on)
        return not self._has_rules and (counted or self._are(at, stands_under))

    def _ends_table(self, at: int, under: int) -> bool:
        """Whether words between rows of a table really end it: at the bottom, before a title, or by what they say."""
        if under == self._length or self._begins(under):
            return True
        return self._has_rules and any(
            self._are(row, stands_under) or self._are(row, begins_form) for row in range(at, under)
        )


def _is_labelled(text: str) -> bool:
    """Whether a text is a label with its value behind a colon, as in the head of a form."""
    head, colon, _ = text.replace(":", "：").partition("：")
    return bool(colon) and len(head.strip()) <= 12
