"""The workbook: its main part in; its sheets in order, and what holds for all of them, out."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from ..package import Package
from .names import RELATION_IDS, X


class SheetEntry(NamedTuple):
    """A sheet as the workbook lists it. ``part`` is empty where the file does not hold it, or another sheet
    has it.
    """

    name: str
    part: str
    hidden: bool
    is_chart: bool


class Workbook(NamedTuple):
    """``fresh`` says that results are to be computed when the workbook is opened: what is stored may be none."""

    sheets: tuple[SheetEntry, ...]
    from_1904: bool
    fresh: bool


def workbook_of(package: Package, main: str, root: etree._Element) -> Workbook:
    """The workbook whose main part has been parsed."""
    links = {link.id: link for link in package.links(main)}
    sheets: list[SheetEntry] = []
    used: set[str] = set()
    for item in root.iterfind(f"{X}sheets/{X}sheet"):
        link = links.get(next((item.get(name, "") for name in RELATION_IDS if name in item.attrib), ""))
        part = link.part if link is not None and link.part in package and link.part not in used else ""
        used.add(part)
        sheets.append(
            SheetEntry(
                item.get("name", ""),
                part,
                item.get("state", "visible") != "visible",
                link is not None and not link.kind.endswith("/worksheet"),
            )
        )
    properties, calculation = root.find(X + "workbookPr"), root.find(X + "calcPr")
    return Workbook(
        tuple(sheets),
        properties is not None and _on(properties.get("date1904")),
        calculation is not None and _on(calculation.get("fullCalcOnLoad")),
    )


def _on(text: str | None) -> bool:
    return text in ("1", "true")
