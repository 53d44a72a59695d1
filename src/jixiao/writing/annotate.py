"""Findings as comments in the user's own Word file: source, findings and trace in, a commented copy out.

The places are those of the reader, found by the reader's own walk, so that the two cannot count differently. Nothing
but comments is added.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree

from jixiao.model import Finding, Position, Severity, Table, Trace, UnreadableError, locate
from jixiao.reading.file import read_bytes
from jixiao.reading.inline import SDT_CONTENT
from jixiao.reading.package import STRICT, Package, W
from jixiao.reading.sniff import sniff
from jixiao.reading.word import Places, Spot, places

if TYPE_CHECKING:
    from docx.document import Document as WordFile

AUTHOR, INITIALS = "jixiao 绩效核查", "绩效"
_P, _P_PR, _TC, _FIELD = W + "p", W + "pPr", W + "tc", W + "fldChar"
_ENCLOSING = frozenset({SDT_CONTENT, W + "sdt", W + "customXml", W + "ins", W + "moveTo", W + "smartTag"})
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_RESAVE = "请用 Word 或 WPS 打开，另存为普通的 .docx 后再试"
_WORDS = {
    "zh": {
        "follows": "由此引起：",
        "basis": "依据：",
        "also": "另见：",
        "colon": "：",
        "comma": "；",
        "more": "等 {} 处",
    },
    "en": {
        "follows": "Follows from it: ",
        "basis": "Basis: ",
        "also": "See also: ",
        "colon": ": ",
        "comma": "; ",
        "more": " and others, {} in all",
    },
}

_SHOWN = 5
"""So many related places are named."""


@dataclass(frozen=True, slots=True)
class AnnotateResult:
    """How many comments were written, and the findings that have no place in this file."""

    written: int
    not_placed: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Range:
    """From a paragraph to a paragraph; ``before`` and ``after`` are children of them, ``None`` for all of it."""

    first: etree._Element
    last: etree._Element
    before: etree._Element | None = None
    after: etree._Element | None = None


def annotate(
    source: Path, findings: Sequence[Finding], trace: Trace, target: Path, *, lang: str = "zh"
) -> AnnotateResult:
    """Write a copy of ``source`` (.docx) to ``target`` with a comment for each finding at its place in this file.

    A finding stands at its main place or, where that is in another file, at the first related place in this one. What
    follows from it makes further paragraphs of the same comment. ``FileExistsError`` where the target is already there:
    nothing is overwritten; ``UnreadableError`` where the source cannot be read or takes no comments.
    """
    if target.exists():
        raise FileExistsError(str(target))
    word = _opened(source)
    body: Any = word.element.body
    found = places(body, source.name)
    own = frozenset({hashlib.sha256(read_bytes(source)).hexdigest(), source.name})
    written, not_placed = 0, []
    for finding in findings:
        where = _range(finding, trace, found, own)
        if where is None:
            not_placed.append(finding)
            continue
        text = _ILLEGAL.sub("", _text(finding, trace, own, lang))
        comment = word.comments.add_comment(text, author=AUTHOR, initials=INITIALS)
        _mark(where, str(comment.comment_id))
        written += 1
    buffer = io.BytesIO()
    word.save(buffer)
    with target.open("xb") as file:
        file.write(buffer.getvalue())
    return AnnotateResult(written, tuple(not_placed))


def _opened(source: Path) -> WordFile:
    """The source in python-docx, after our own reader has found it sound and within its limits."""
    data = read_bytes(source)
    if sniff(data, source.name) != "zip":
        raise UnreadableError(source.name, "只有 Word 文件（.docx）可以加批注", "请提供报告的 .docx 原件")
    package = Package(data, source.name)
    package.verify()
    main = package.raw(package.main)
    if STRICT.encode() in main:
        raise UnreadableError(source.name, "这是“严格”格式的 Word 文件，不能加批注", _RESAVE)
    package.parse(main, package.main)
    import docx

    try:
        return docx.Document(io.BytesIO(data))
    except Exception as error:  # python-docx raises whatever a foreign or broken package makes it stumble over
        raise UnreadableError(source.name, "这个 Word 文件不能加批注", _RESAVE) from error


# --- what a comment says ---


def _text(finding: Finding, trace: Trace, own: frozenset[str], lang: str) -> str:
    """One paragraph a line: severity and message, then what follows, the related places and the basis."""
    words = _WORDS["zh" if lang == "zh" else "en"]
    lines = [_sentence(finding, lang, words["colon"])]
    lines += [words["follows"] + _sentence(consequence, lang, words["colon"]) for consequence in finding.consequences]
    also = _also(finding, trace, own, lang)
    if also:
        lines.append(words["also"] + also)
    if finding.basis:
        lines.append(words["basis"] + finding.basis)
    return "\n".join(" ".join(line.split()) for line in lines)


def _also(finding: Finding, trace: Trace, file: frozenset[str], lang: str) -> str:
    """The related places for a person to look up, other than the finding's own; the first few where there are many."""
    words = _WORDS["zh" if lang == "zh" else "en"]
    own = locate(trace, finding.at)
    places_of = [position for pointer in finding.facts[1:] if (position := locate(trace, pointer)) and position != own]
    texts = [
        position.describe(lang) if position.file in file else f"{position.file} {position.describe(lang)}"
        for position in places_of
    ]
    texts = list(dict.fromkeys(texts))
    more = words["more"].format(len(texts)) if len(texts) > _SHOWN else ""
    return words["comma"].join(texts[:_SHOWN]) + more


def _sentence(finding: Finding, lang: str, colon: str) -> str:
    severity = finding.severity or Severity.INFO
    word = severity.zh if lang == "zh" else severity.value.capitalize()
    code = f" [{finding.code}]" if finding.code else ""
    return f"{word}{colon}{finding.text(lang) or finding.title or finding.name}{code}"


# --- where it stands ---


def _range(finding: Finding, trace: Trace, found: Places, own: frozenset[str]) -> _Range | None:
    for pointer in finding.facts:
        position = locate(trace, pointer)
        if position is not None and position.file in own:
            where = _at(position, found)
            if where is not None:
                return where
    return None


def _at(position: Position, found: Places) -> _Range | None:
    """The range of a position, ``None`` where the file has no such place."""
    if position.table is not None:
        cell = _visible_cell(found, position.table, position.row or 0, position.cell or 0)
        return _cell_range(cell.element) if cell is not None else None
    number = position.paragraph
    if number is None:  # the file as a whole
        return _whole_file(found)
    if not 0 <= number < len(found.paragraphs):
        return None
    return _characters(found.paragraphs[number], position)


def _visible_cell(found: Places, table: int, row: int, cell: int) -> Spot | None:
    """The cell, or the one at the head of the vertical merge that it continues: Word shows nothing of the others."""
    rows = next((block.rows for block in found.blocks if isinstance(block, Table) and block.number == table), ())
    if row < len(rows) and cell < len(rows[row].cells):
        here = rows[row].cells[cell]
        while here.continues and row > 0:
            above = next((c for c in rows[row - 1].cells if c.column == here.column), None)
            if above is None:
                break
            row, here = row - 1, above
        cell = here.index
    return found.cells.get((table, row, cell))


def _whole_file(found: Places) -> _Range | None:
    for spot in (*found.paragraphs, *found.cells.values()):
        if any(text.strip() for text in spot.element.itertext(W + "t")):
            return _cell_range(spot.element)
    return None


def _cell_range(element: etree._Element) -> _Range | None:
    """From the first to the last paragraph of a cell; a paragraph (around a text box) is its own range."""
    paragraphs = [element] if element.tag == _P else list(_own_paragraphs(element))
    return _Range(paragraphs[0], paragraphs[-1]) if paragraphs else None


def _own_paragraphs(parent: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs of a cell without those of nested tables."""
    for child in parent:
        if child.tag == _P:
            yield child
        elif child.tag in _ENCLOSING:
            yield from _own_paragraphs(child)


def _characters(spot: Spot, position: Position) -> _Range:
    """The runs that hold the characters of a position; the whole paragraph where fields forbid to mark parts."""
    whole = _Range(spot.element, spot.element)
    if position.start is None or position.end is None or not spot.runs:
        return whole
    end = max(position.end, position.start + 1)
    ends = [*(start for start, _ in spot.runs[1:]), max(end, spot.runs[-1][0]) + 1]
    inside = [run for (start, run), stop in zip(spot.runs, ends, strict=True) if start < end and stop > position.start]
    (first, before), (last, after) = _child(inside[0]), _child(inside[-1])
    if first is None or last is None or any(next(p.iter(_FIELD), None) is not None for p in (first, last)):
        return whole
    return _Range(first, last, before, after)


def _child(run: etree._Element) -> tuple[etree._Element | None, etree._Element]:
    """The paragraph of a run and its child that holds the run."""
    parent = run.getparent()
    while parent is not None and parent.tag != _P:
        run, parent = parent, parent.getparent()
    return parent, run


def _mark(where: _Range, number: str) -> None:
    """Set the marks of a comment: the start, the end, and the run that refers to it."""
    start = _element("commentRangeStart", number)
    if where.before is not None:
        where.before.addprevious(start)
    else:
        properties = where.first.find(_P_PR)
        if properties is not None:
            properties.addnext(start)
        else:
            where.first.insert(0, start)
    reference = etree.Element(W + "r")
    etree.SubElement(etree.SubElement(reference, W + "rPr"), W + "rStyle").set(W + "val", "CommentReference")
    reference.append(_element("commentReference", number))
    end = _element("commentRangeEnd", number)
    if where.after is not None:
        where.after.addnext(end)
    else:
        where.last.append(end)
    end.addnext(reference)


def _element(name: str, number: str) -> etree._Element:
    element = etree.Element(W + name)
    element.set(W + "id", number)
    return element
