"""The texts of notes: cells with their lines enter, the comments of a sheet with them or without ours leave.

A cell has room for one note. Where somebody else's stands, a threaded comment too (a workbook keeps a stand-in for it
among the notes), theirs stays as it is and ours is not written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lxml import etree

from ....reading.excel.addresses import address, cells_of
from ....reading.excel.names import MAIN, X
from ...splice import Markup
from ...word.xml import DECLARATION, escape
from ..comments import AUTHOR
from . import shapes
from .book import Book, Sheet, prefix_of
from .shapes import Place
from .where import merges

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_LIST, _AUTHORS = X + "commentList", X + "authors"
_COMMENT = (
    '<{p}comment ref="{ref}" authorId="{by}" shapeId="0"><{p}text><{p}r><{p}rPr><{p}sz val="9"/>'
    '<{p}color indexed="81"/><{p}rFont val="宋体"/><{p}charset val="134"/></{p}rPr>'
    '<{p}t xml:space="preserve">{text}</{p}t></{p}r></{p}text></{p}comment>'
)
_OURS = re.compile(r"(?:1\. )?(?:错误|提醒|提示|Error|Warning|Info)(?:：|: ).*\[[A-Z]{2}\d{3}\]")
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def plain(text: str) -> str:
    """Text for a cell or note: what looks like a coded sign (``_x000D_``) is kept from being taken for one."""
    return escape(_CODED.sub("_x005F_", text))


def without_ours(book: Book, sheet: Sheet) -> None:
    """Take our notes out of a sheet, and what was only there for them."""
    part = book.related(sheet.part, "/comments")
    found = book.read(part)
    if found is None:
        return
    data, root = found
    if root.tag != X + "comments":
        raise book.refused(part)
    everyone = [by.text or "" for by in root.iterfind(f"{_AUTHORS}/{X}author")]
    all_of_them = list(root.iterfind(f"{_LIST}/{X}comment"))
    mine = [one for one in all_of_them if _is_ours(one, everyone)]
    if not mine:
        return
    shapes.without(book, sheet, {place for one in mine if (place := _place(one)) is not None})
    if len(mine) == len(all_of_them) and all(by.strip() in ("", AUTHOR) for by in everyone):
        book.drop(part, sheet.part)
        return
    markup = Markup(data, root)
    for one in mine:
        markup.cut(one)
    if AUTHOR in everyone[-1:] and everyone.count(AUTHOR) == 1:  # else the numbers of others would shift
        markup.cut(list(root.iterfind(f"{_AUTHORS}/{X}author"))[-1])
    book.put(part, markup.written())


def add(book: Book, sheet: Sheet, notes: Mapping[Place, Sequence[str]]) -> frozenset[Place]:
    """Put notes on cells of a sheet; gives the cells that have one of somebody else and got none."""
    part = book.related(sheet.part, "/comments")
    taken = _taken(book, sheet, part)
    free = {place: lines for place, lines in sorted(notes.items()) if place not in taken}
    if not free:
        return frozenset(notes)
    if part:
        _append(book, part, free)
    else:
        part = book.unused("", "comments", "xml")
        inside = "".join(_comment(place, lines, 0, "") for place, lines in free.items())
        authors = f"<authors><author>{escape(AUTHOR)}</author></authors>"
        text = f'{DECLARATION}<comments xmlns="{MAIN}">{authors}<commentList>{inside}</commentList></comments>'
        book.put(part, text.encode())
        book.says_type(part, _TYPE)
        book.link(sheet.part, "comments", part)
    shapes.add(book, sheet, free, merges(book, sheet))
    return frozenset(notes) - frozenset(free)


def _append(book: Book, part: str, notes: Mapping[Place, Sequence[str]]) -> None:
    data, root = book.whole(part)
    authors, list_ = root.find(_AUTHORS), root.find(_LIST)
    if authors is None or list_ is None:
        raise ValueError("comments without authors or without a list")
    everyone = [by.text or "" for by in authors.iterchildren(X + "author")]
    markup = Markup(data, root)
    p = prefix_of(root)
    if AUTHOR not in everyone:
        everyone.append(AUTHOR)
        markup.put(markup.last(authors), f"<{p}author>{escape(AUTHOR)}</{p}author>")
    place = markup.last(list_)
    for cell, lines in notes.items():
        markup.put(place, _comment(cell, lines, everyone.index(AUTHOR), p))
    book.put(part, markup.written())


def _comment(place: Place, lines: Sequence[str], by: int, prefix: str) -> str:
    return _COMMENT.format(p=prefix, ref=address(*place), by=by, text=plain("\n".join(lines)))


def _taken(book: Book, sheet: Sheet, part: str) -> frozenset[Place]:
    """The cells that have a note or a threaded comment of somebody else."""
    refs: list[str] = []
    for name in (part, book.related(sheet.part, "/threadedComment")):
        found = book.read(name)
        if found is not None:
            refs += [one.get("ref", "") for one in found[1].iter("*")]
    cells = (cells_of(ref) for ref in refs)
    return frozenset((top, left) for left, _, top, _ in (found for found in cells if found is not None))


def _is_ours(comment: etree._Element, everyone: Sequence[str]) -> bool:
    """Whether a note is ours: by its author or, where a program dropped all authors, by the look of its first line."""
    number = comment.get("authorId", "")
    by = everyone[int(number)].strip() if number.isdecimal() and int(number) < len(everyone) else ""
    if by:
        return by == AUTHOR
    text = "".join(t.text or "" for t in comment.iter(X + "t"))
    return bool(_OURS.fullmatch(text.partition("\n")[0].strip()))


def _place(comment: etree._Element) -> Place | None:
    found = cells_of(comment.get("ref", ""))
    return None if found is None else (found[2], found[0])
