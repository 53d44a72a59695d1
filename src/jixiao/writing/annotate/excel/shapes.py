"""The boxes of notes: cells with their lines enter, the drawing of a sheet with them or without ours leaves.

A note has a text in one part and a box in another, which is VML, the older drawing language of the format (ECMA-376
part 4, 19.4). The box is hidden until somebody points at the cell. Boxes and controls of others stay.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from lxml import etree

from ....reading.containers import ALTERNATE
from ....reading.excel.addresses import Range
from ....reading.excel.names import RELATION_IDS, X
from ...splice import Markup, prefix_for
from .book import KINDS, Book, Sheet, prefix_of
from .sizes import Grid

_V, _O, _X = (
    "urn:schemas-microsoft-com:vml",
    "urn:schemas-microsoft-com:office:office",
    ("urn:schemas-microsoft-com:office:excel"),
)
_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_LEGACY = X + "legacyDrawing"
_BEHIND = frozenset(
    X + name
    for name in (
        "legacyDrawingHF",
        "drawingHF",
        "picture",
        "oleObjects",
        "controls",
        "webPublishItems",
        "tableParts",
        "extLst",
    )
) | {ALTERNATE}
"""What stands behind the drawing of notes in a worksheet (ECMA-376 part 1, 18.3.1.99): controls, in two techniques."""

_NUMBER = re.compile(r"_x0000_s(\d+)")
_BLOCK = re.compile(r"<(?:\w+:)?idmap\b[^>]*\bdata\s*=\s*[\"']([\d,\s]*)[\"']")
_TEXT_BOX = "_x0000_t202"
_SHAPE_TYPE = (
    f'<{{v}}shapetype{{declared}} id="{_TEXT_BOX}" coordsize="21600,21600" {{o}}spt="202" '
    'path="m,l,21600r21600,l21600,xe"><{v}stroke joinstyle="miter"/>'
    '<{v}path gradientshapeok="t" {o}connecttype="rect"/></{v}shapetype>'
)
_SHAPE = (
    f'<{{v}}shape{{declared}} id="_x0000_s{{number}}" type="#{_TEXT_BOX}" style="position:absolute;visibility:hidden" '
    'fillcolor="#ffffe1" {o}insetmode="auto"><{v}fill color2="#ffffe1"/><{v}shadow on="t" color="black" obscured="t"/>'
    '<{v}path {o}connecttype="none"/><{v}textbox><div style="text-align:left"></div></{v}textbox>'
    '<{x}ClientData ObjectType="Note"><{x}MoveWithCells/><{x}SizeWithCells/><{x}Anchor>{anchor}</{x}Anchor>'
    "<{x}AutoFill>False</{x}AutoFill><{x}Row>{row}</{x}Row><{x}Column>{column}</{x}Column></{x}ClientData></{v}shape>"
)
Place = tuple[int, int]
"""Row and column, from 0."""


def without(book: Book, sheet: Sheet, cells: Collection[Place]) -> None:
    """Take the boxes of the notes on these cells out; the drawing with them where nothing else is drawn in it."""
    part = _drawing(book, sheet)
    found = book.read(part)
    if found is None:
        return
    _, root = found
    shapes = [child for child in root if _named(child, _V) and etree.QName(child).localname != "shapetype"]
    gone = [shape for shape in shapes if _note(shape) in cells]
    if len(gone) == len(shapes):
        markup = book.edit(sheet.part)
        markup.cut(next(book.whole(sheet.part)[1].iterchildren(_LEGACY)))
        book.put(sheet.part, markup.written())
        book.drop(part, sheet.part)
        return
    markup = book.edit(part)
    for shape in gone:
        markup.cut(shape)
    used = {shape.get("type") for shape in shapes if shape not in gone}
    if gone and f"#{_TEXT_BOX}" not in used:
        for kind in root.iterchildren(f"{{{_V}}}shapetype"):
            if kind.get("id") == _TEXT_BOX:
                markup.cut(kind)
    book.put(part, markup.written())


def add(book: Book, sheet: Sheet, notes: Mapping[Place, Sequence[str]], merged: Sequence[Range]) -> None:
    """Put a box beside each of these cells."""
    grid = Grid(book.whole(sheet.part)[1])
    heads = {(top, left): (left, right, top, bottom) for left, right, top, bottom in merged}
    anchors = [
        (row, column, grid.anchor(heads.get((row, column), (column, column, row, row)), lines))
        for (row, column), lines in notes.items()
    ]
    part = _drawing(book, sheet)
    if not part:
        part = book.unused("drawings", "vmlDrawing", "vml")
        book.put(part, _fresh(book, anchors))
        book.says_type(part, _TYPE)
        _refer(book, sheet, book.link(sheet.part, "vmlDrawing", part))
        return
    data, root = book.whole(part)
    markup = Markup(data, root)
    last = markup.last(root)
    (v, on_v), (o, on_o), (x, on_x) = (prefix_for(root, uri, name) for uri, name in ((_V, "v"), (_O, "o"), (_X, "x")))
    names = {"v": v, "o": o, "x": x, "declared": on_v + on_o + on_x}
    if not any(kind.get("id") == _TEXT_BOX for kind in root.iter(f"{{{_V}}}shapetype")):
        markup.put(last, _SHAPE_TYPE.format(**names))
    text = data.decode("utf-8", "replace")
    numbers = [int(number) for number in _NUMBER.findall(text)]
    number = max(numbers, default=1024 * min(_blocks(text), default=1))
    for n, (row, column, anchor) in enumerate(anchors, number + 1):
        markup.put(last, _SHAPE.format(number=n, anchor=anchor, row=row, column=column, **names))
    book.put(part, markup.written())


def _fresh(book: Book, anchors: Sequence[tuple[int, int, str]]) -> bytes:
    """A drawing of boxes alone. Its shapes have numbers of a block that no other drawing has."""
    drawings = (book.bytes_of(name) or b"" for name in book.parts if name.endswith(".vml"))
    taken = {block for data in drawings for block in _blocks(data.decode("utf-8", "replace"))}
    block = next(n for n in range(1, len(taken) + 2) if n not in taken)
    names = {"v": "v:", "o": "o:", "x": "x:", "declared": ""}
    shapes = "".join(
        _SHAPE.format(number=n, anchor=anchor, row=row, column=column, **names)
        for n, (row, column, anchor) in enumerate(anchors, 1024 * block + 1)
    )
    layout = f'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{block}"/></o:shapelayout>'
    kind = _SHAPE_TYPE.format(**names)
    return f'<xml xmlns:v="{_V}" xmlns:o="{_O}" xmlns:x="{_X}">{layout}{kind}{shapes}</xml>'.encode()


def _refer(book: Book, sheet: Sheet, key: str) -> None:
    """Name the drawing in the sheet, where the order of its elements has it."""
    data, root = book.whole(sheet.part)
    markup = Markup(data, root)
    before = [child for child in root if child.tag not in _BEHIND]
    prefix, declared = prefix_for(root, KINDS, "r")
    entry = f'<{prefix_of(root)}legacyDrawing{declared} {prefix}id="{key}"/>'
    markup.put(markup.after(before[-1]) if before else markup.first(root), entry)
    book.put(sheet.part, markup.written())


def _drawing(book: Book, sheet: Sheet) -> str:
    """The part of the drawing that a sheet names; empty where it names none."""
    legacy = next(book.whole(sheet.part)[1].iterchildren(_LEGACY), None)
    if legacy is None:
        return ""
    part = book.related(
        sheet.part, "/vmlDrawing", next((legacy.get(n, "") for n in RELATION_IDS if n in legacy.attrib), "-")
    )
    if book.read(part) is None:
        raise ValueError("the drawing of the notes is missing")
    return part


def _note(shape: etree._Element) -> Place | None:
    """The cell that a box is the note of; ``None`` for other shapes."""
    client = shape.find(f"{{{_X}}}ClientData")
    if client is None or client.get("ObjectType") != "Note":
        return None
    row, column = (client.findtext(f"{{{_X}}}{name}", "").strip() for name in ("Row", "Column"))
    return (int(row), int(column)) if row.isdecimal() and column.isdecimal() else None


def _named(element: etree._Element, namespace: str) -> bool:
    return str(element.tag).startswith(f"{{{namespace}}}")


def _blocks(text: str) -> list[int]:
    """The blocks of numbers that a drawing takes its own from."""
    return [int(n) for found in _BLOCK.findall(text) for n in re.findall(r"\d+", found)]
