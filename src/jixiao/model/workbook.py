"""What a workbook to fill in knows of itself: the dossier it was written from, and what every cell of it shows.

A plan enters, text for a hidden sheet leaves, and the other way round. Whoever reads such a workbook compares what
each cell shows with what was written there: only what differs was filled in.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from .document import UnreadableError
from .dossier import Dossier
from .records.report import Report
from .store import from_json, to_json

OWN_SHEET = "_jixiao"
"""The hidden sheet that holds the plan, in the cells of its first column, one after the other."""
SCHEMA = "jixiao/workbook/1"
MARK = "行次"
"""The head of the column beside a form that numbers its rows, so that they are known when others are put in."""
HEADING = "级标题"
CONTENT = "正文"
TITLE, ATTACHMENT, SIGNATURE, DATE = "标题", "附件", "落款", "日期"
"""What the first column of a sheet with a report says of a row; headings have their level before them (一级标题)."""
COVER_HEADS = ("附件", "表", "全年预算数", "全年执行数", "执行率", "得分")
"""The heads of the first sheet of every workbook that holds finished forms: a table of contents, and no form."""
FINDINGS_BY = "jixiao 绩效核查"
"""Who puts findings into a person's own file: the author of comments, and the first words of the sheet of findings."""
STATES = {"open": "填报中", "complete": "已填完"}
_PIECE = 30_000
"""Characters of a piece: a cell holds 32,767."""


@dataclass(frozen=True, slots=True)
class PlannedCell:
    """A cell: the ``text`` it was written with and the facts that it shows, by pointer: several where it is merged over
    rows, none where it shows printed words. ``view`` is how the layout prints the fact, ``inputs`` are the facts that
    a formula in it takes.
    """

    column: int
    text: str = ""
    at: tuple[str, ...] = ()
    view: str = ""
    inputs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row by its ``mark`` (行次), or by its ``row`` on the sheet where it has none. ``adds`` is the list that a row
    put in below it belongs to; a ``spare`` row holds nothing yet.
    """

    cells: tuple[PlannedCell, ...]
    mark: int = 0
    row: int = 0
    adds: str = ""
    spare: bool = False


@dataclass(frozen=True, slots=True)
class PlannedSheet:
    """A sheet: what it is of (``at``, empty for the cover), the column of the marks with the row of its head, and for
    every list that may grow its columns: column → (field, view).
    """

    name: str
    at: str
    rows: tuple[PlannedRow, ...]
    marks: tuple[int, int] = (0, 0)
    adds: dict[str, dict[int, tuple[str, str]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WorkbookPlan:
    """The dossier that a workbook was written from, the same as its forms print it (``full``: with a blank wherever
    they have a place), and its sheets. The pointers of the cells are those of ``full``.
    """

    dossier: Dossier
    full: Dossier
    sheets: tuple[PlannedSheet, ...]


def pieces_of(plan: WorkbookPlan) -> Iterator[str]:
    """The plan as texts of cells."""
    dossier, full = _bare(plan.dossier), _bare(plan.full)
    data = {
        "schema": SCHEMA,
        "dossier": dossier,
        "full": {n: now for n, (now, was) in enumerate(_pairs(full, dossier)) if now != was},
        "sheets": [_sheet_data(sheet) for sheet in plan.sheets],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return (text[start : start + _PIECE] for start in range(0, len(text), _PIECE))


def plan_from(pieces: Sequence[str]) -> WorkbookPlan | None:
    """The plan in texts of cells; ``None`` where they are damaged or of another version."""
    try:
        data = json.loads("".join(pieces))
        if data["schema"] != SCHEMA:
            return None
        dossier = from_json(data["dossier"])
        records = data["dossier"].get("records", [])
        full = {**data["dossier"], "records": [data["full"].get(str(n), one) for n, one in enumerate(records)]}
        return WorkbookPlan(dossier, from_json(full), tuple(_sheet(sheet) for sheet in data["sheets"]))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, UnreadableError):
        return None


def level_word(level: int) -> str:
    """1 → 一级标题."""
    return f"{_DIGITS[level]}{HEADING}" if 0 < level < len(_DIGITS) else f"{level}{HEADING}"


def level_of(word: str) -> int | None:
    """一级标题 → 1; ``None`` where the words are no heading."""
    head = word.strip().removesuffix(HEADING)
    if head == word.strip() or not head:
        return None
    return int(head) if head.isdecimal() else _DIGITS.index(head) if head in _DIGITS else None


_DIGITS = ("零", "一", "二", "三", "四", "五", "六", "七", "八", "九")


def _bare(dossier: Dossier) -> dict[str, Any]:
    """A dossier as plain data, without what follows from the text of its reports."""
    return to_json(dossier.mapped(Report, lambda report: report.model_copy(update={"claims": ()})))


def _pairs(full: dict[str, Any], dossier: dict[str, Any]) -> Iterator[tuple[Any, Any]]:
    return zip(full.get("records", ()), dossier.get("records", ()), strict=True)


def _sheet_data(sheet: PlannedSheet) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "at": sheet.at,
        "marks": sheet.marks,
        "adds": {to: {str(column): names for column, names in own.items()} for to, own in sheet.adds.items()},
        "rows": [[row.mark, row.row, row.adds, row.spare, [_cell_data(c) for c in row.cells]] for row in sheet.rows],
    }


def _cell_data(cell: PlannedCell) -> list[Any]:
    data: list[Any] = [cell.column, cell.text, cell.at, cell.view, cell.inputs]
    while not data[-1]:
        del data[-1]
        if len(data) == 1:
            break
    return data


def _sheet(data: Any) -> PlannedSheet:
    rows = tuple(
        PlannedRow(tuple(_cell(*cell) for cell in cells), mark, row, adds, spare)
        for mark, row, adds, spare, cells in data["rows"]
    )
    adds = {to: {int(column): (name, view) for column, (name, view) in own.items()} for to, own in data["adds"].items()}
    first, second = data["marks"]
    return PlannedSheet(data["name"], data["at"], rows, (first, second), adds)


def _cell(column: int, text: str = "", at: Any = (), view: str = "", inputs: Any = ()) -> PlannedCell:
    return PlannedCell(column, text, tuple(at), view, tuple(inputs))
