"""What is drawn on a sheet and not read: pictures, text boxes, charts. Its drawing part in, counts out."""

from __future__ import annotations

from typing import NamedTuple

from ..package import Package

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_STRICT = "{http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing}"
_TEXT = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}t",
    "{http://purl.oclc.org/ooxml/drawingml/main}t",
)


class Drawn(NamedTuple):
    """How many there are of each; a text box counts where a text stands in it."""

    pictures: int = 0
    boxes: int = 0
    charts: int = 0


def drawn_on(package: Package, sheet: str) -> Drawn:
    """What the drawing of a sheet shows."""
    part = package.related_part(sheet, "/drawing")
    if part not in package:
        return Drawn()
    root = package.parse(package.bytes_of(part), part)

    def count(name: str) -> int:
        return sum(1 for _ in root.iter(_DRAWING + name, _STRICT + name))

    boxes = sum(
        1
        for shape in root.iter(_DRAWING + "sp", _STRICT + "sp")
        if any((text.text or "").strip() for text in shape.iter(*_TEXT))
    )
    return Drawn(count("pic"), boxes, count("graphicFrame"))
