"""Tab-indented text exports of a report: bytes in, paragraphs and tables out.

In this format a line that starts with a tab starts a cell, and a blank line before it starts a row. Lines without a tab
belong to the cell above them, blank ones too. The first row of a table has no blank line before it, and nothing marks
the end of a table. So the one question is which line after a cell no longer belongs to it; :func:`_end` answers it from
what the lines look like.

Merged cells cannot be told from empty ones (``merges_known`` is false), and columns are counted cells. Lines outside
tables are paragraphs, blank ones too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.model import Block, Cell, Paragraph, Row, Table, UnreadableError
from jixiao.model.message import Term

from . import limits
from . import messages as say
from .content import Content

_BREAKS = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_FIGURE = re.compile(r"\s*[≥≤><=≧≦]?\s*[-−]?\d[\d,，]*(?:\.\d+)?\s*[%％]?\s*")
_TITLE = re.compile(
    r"""\s*(?!并|已|按[照要规时]|完成|提[交供]|公开|报送|形成|出具|编制|组织(?!部)|开展|填[报写])(?:
        附\s*[件表录]\s*[\d一二三四五六七八九十]*(?:[-－—.]\d+)*\s*[:：]?
      | (?:附\s*[件表录]|表)\s*[\d一二三四五六七八九十]+(?:[-－—.]\d+)*\s*[:：、]?.{0,60}表
      | .{3,60}(?:自评表|评[价分]表|核分表|基础数据表|目标表|申报表|情况表|统计表|汇总表|明细表|一览表)
        (?:[（(][^（）()]{0,20}[)）])?
      | .{0,30}\d{4}\s*年.{2,60}报告
      | .{4,60}(?:自评|评价)报告
    )\s*""",
    re.VERBOSE,
)
_CLOSING = re.compile(r"\s*(?:填[报表]|经办|联系|审核|负责|制表|备注|注)\S{0,6}\s*[:：]")
_SENTENCE_END = re.compile(r"[。；;！!：:]\s*$", re.MULTILINE)
_HEADING = re.compile(r"\s*(?:第?[一二三四五六七八九十]+[、章节部]|[（(][一二三四五六七八九十\d]+[)）]|\d+[、.．])")
_PROSE = 20
"""A sentence of a report is longer than this."""

_SHORT = 8
"""Characters of a line that may still belong to a figure above it, as a unit may."""

_MANY = 4
"""So many lines after a figure are a text of their own."""


def read_text(data: bytes, name: str) -> Content:
    """The content of a text file. ``UnreadableError`` where the bytes are no text, or too many."""
    if len(data) > limits.TEXT:
        raise UnreadableError(name, say.TEXT_TOO_LARGE(size=limits.TEXT // 2**20), say.SPLIT())
    lines = _BREAKS.sub("\n", decode(data, name)).split("\n")
    for number, line in enumerate(lines, 1):
        if len(line) > limits.LINE:
            raise UnreadableError(name, say.LINE_TOO_LONG(), say.LOOK_INTO_FILE(), say.LINE(line=number))
    if not any(line.strip() for line in lines):
        raise UnreadableError(name, say.NO_TEXT(), say.CHECK_EXPORT())
    if not lines[-1]:
        lines.pop()  # what follows the last line feed is no line
    return Content(tuple(_Reader(lines, name).blocks()))


def decode(data: bytes, name: str) -> str:
    """The text by its byte order mark, else UTF-8, else GB18030. ``UnreadableError`` where none of them fits."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            encodings = [encoding]
            break
    else:
        encodings = ["utf-8", "gb18030"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROL.search(text):
            return text
    raise UnreadableError(name, say.UNKNOWN(), say.RESAVE())


class _Reader:
    """One pass over the lines; ``_at`` is the next line to read."""

    def __init__(self, lines: Sequence[str], name: str) -> None:
        self._lines, self._name, self._at = lines, name, 0
        self._blocks: list[Block] = []
        self._paragraphs = self._tables = self._rows = self._cells = 0

    def blocks(self) -> list[Block]:
        while self._at < len(self._lines):
            if self._lines[self._at].startswith("\t"):
                self._table()
            else:
                self._paragraph(self._lines[self._at])
                self._at += 1
        return self._blocks

    def _paragraph(self, text: str) -> None:
        self._blocks.append(Paragraph(self._paragraphs, text))
        self._paragraphs = self._within(self._paragraphs + 1, say.PARAGRAPHS, limits.PARAGRAPHS)

    def _table(self) -> None:
        rows: list[list[str]] = [[]]
        while self._at < len(self._lines):
            first = self._lines[self._at][1:]
            self._at += 1
            after = self._next_cell()
            following = self._lines[self._at : after]
            end = _end(first, following, last=after == len(self._lines))
            belonging = following[:end]
            rows[-1].append("\n".join((first, *belonging)).rstrip("\n") if belonging else first)
            self._cells = self._within(self._cells + 1, say.CELLS, limits.CELLS)
            self._at += end
            if end < len(following) or after == len(self._lines):
                break
            if belonging and not belonging[-1].strip(" "):
                rows.append([])
                self._rows = self._within(self._rows + 1, say.ROWS, limits.ROWS)
        if _is_indented_prose(rows):
            for line in "\n".join(text for row in rows for text in row).split("\n"):
                self._paragraph(line)
            return
        self._blocks.append(Table(self._tables, tuple(map(_row, range(len(rows)), rows)), merges_known=False))
        self._tables += 1

    def _next_cell(self) -> int:
        """The number of the next line that starts with a tab, or the number of lines."""
        at = self._at
        while at < len(self._lines) and not self._lines[at].startswith("\t"):
            at += 1
        return at

    def _within(self, count: int, what: Term, limit: int) -> int:
        if count > limit:
            raise UnreadableError(self._name, say.TOO_MANY(what=what, limit=limit), say.SPLIT())
        return count


def _end(first: str, following: Sequence[str], *, last: bool) -> int:
    """How many of the lines that follow the first line of a cell still belong to it; ``last``: no cell comes after it.

    The table is over at a title or an annex mark; at anything long after a bare figure, unless the row plainly goes on;
    and, after the last cell of the file, at a closing line ("填报人：").
    """
    goes_on = not last and len(following) < _MANY and bool(following) and bool(following[-1].strip(" "))
    figure = bool(_FIGURE.fullmatch(first)) and not goes_on
    for number, line in enumerate(following):
        text = line.strip()
        if not text:
            continue
        if _TITLE.fullmatch(line) or (last and _CLOSING.match(line)):
            return number
        if figure and len(text) > _SHORT and not text.startswith(("（", "(")):
            return number
    return len(following)


def _is_indented_prose(rows: Sequence[Sequence[str]]) -> bool:
    """Whether what looked like a table is paragraphs that start with a tab: one row or column of prose and headings."""
    if len(rows) > 1 and any(len(row) != 1 for row in rows):
        return False
    texts = [text for row in rows for text in row]
    sentences = [len(text) > _PROSE and bool(_SENTENCE_END.search(text)) for text in texts]
    return any(sentences) and all(
        sentence or bool(_HEADING.match(text)) for sentence, text in zip(sentences, texts, strict=True)
    )


def _row(number: int, texts: Sequence[str]) -> Row:
    return Row(number, tuple(Cell(text, index, index) for index, text in enumerate(texts)))
