"""The base data table (部门整体支出绩效评价基础数据表): staff, spending lines, buildings, thrift.

Rows and the caption over them enter; :class:`FoundBase` leaves, with places relative to the record.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field, replace

from jixiao.forms.labels import exact_key, key, label
from jixiao.model import BaseData, Building, Position, SpendingLine, Staff, Unplaced
from jixiao.model.base import slug
from jixiao.model.classes import dataclass
from jixiao.model.ids import unused
from jixiao.values.pattern import lazy

from ... import messages as say
from ...captions import Caption, caption_part
from ...tables.align import Slot
from ...tables.columns import Reading, doubt_claims, read_rows, slot
from ...tables.draft import Draft, unplaced
from ...tables.lines import Line, clean, is_blank
from ...tables.shapes import Shape, shape
from ..manners import BASE
from .outline import Printed, parents, printed
from .parts import BUILDINGS, SPENDING, STAFF, Part, parts_of

_YEAR = lazy(r"(20\d\d)\s*年")
_NUMBERS = (Shape.NUMBER, Shape.PERCENT, Shape.POINTS)
_DOTS = lazy(r"[.…·。]+")


@dataclass(slots=True)
class FoundBase:
    """A base data table, the places of its facts, and what found no place."""

    base: BaseData
    trace: dict[str, Position] = field(default_factory=dict)
    unplaced: list[Unplaced] = field(default_factory=list)


def read_base(lines: Sequence[Line], caption: Caption) -> FoundBase:
    """The record of a base data table."""
    draft = Draft()
    lost: list[Unplaced] = []
    buildings: list[Building] = []
    for part in parts_of(lines):
        if part.kind == "staff":
            _staff(part, draft, lost)
        elif part.kind == "spending":
            _spending(part, draft, lost)
        elif part.kind == "buildings":
            _buildings(part, draft, buildings, lost)
        else:
            _others(part.rows, draft, caption, lost)
    draft.fields["buildings"] = tuple(buildings)
    lost += [Unplaced(place, f"{name}：{value}", say.NO_FIELD(block=say.BASE)) for name, value, place in caption.others]
    if "unit" not in draft.fields and caption.unit:
        draft.fields["unit"] = caption.unit
    for name in ("title", "year", "annex"):
        if getattr(caption, name):
            draft.fields[name] = getattr(caption, name)
            draft.trace[f"/{name}"] = caption.places[name]
    draft.trace[""] = lines[0].whole
    return FoundBase(BaseData(kind="base-data", **draft.finished()), draft.trace, lost)


def _slots(header: Line, block: str, keys: Sequence[str], first: str) -> list[Slot]:
    """``first`` is what stands in the columns before the figures: a side label or the rows' labels."""
    slots: list[Slot] = []
    for cell in header.cells:
        found = key(cell.text, block) if not is_blank(cell.text) else ""
        if found in keys:
            slots.append(slot(header, cell, found))
        elif slots:
            slots.append(slot(header, cell, "spacer" if is_blank(cell.text) else "unknown", optional=True))
        elif first == "side":
            slots.append(slot(header, cell, "side", optional=True))
    leading = header.cells[0]
    if first == "label":
        named = slot(header, leading, "label") if key(leading.text, block) not in keys else Slot("label")
        return [Slot("side", optional=True), named, *slots]
    return slots if slots and slots[0].key == "side" else [Slot("side", optional=True), *slots]


def _figures(reading: Reading, names: Sequence[str], draft: Draft, double: set[str], lost: list[Unplaced]) -> None:
    line = reading.line
    for name in names:
        reading.figure(name, name, draft, say.YEAR_OR_KIND() if name in double else say.NEXT_COLUMN())
    lost += [unplaced(line, cell, say.NO_COLUMN_FOR()) for cell in reading.left_over]
    for strange, cell in reading.foreign:
        lost.append(unplaced(line, cell, say.UNKNOWN_COLUMN(), f"{strange.label}：{clean(cell.text)}"))


# --- 财政供养人员情况 ---


def _staff(part: Part, draft: Draft, lost: list[Unplaced]) -> None:
    header = part.header
    assert header is not None
    for cell in header.filled:
        if key(cell.text, "staff") == "in_post" and (match := _YEAR.search(cell.text)) is not None:
            draft.put("staff_year", int(match[1]), header, cell)
    readings = read_rows(_slots(header, "staff", STAFF, "side"), part.rows, BASE, set())
    for place, reading in enumerate(readings):
        if place and "staff" in draft.fields:
            lost += [unplaced(reading.line, cell, say.ONE_ROW_OF_STAFF()) for cell in reading.line.filled]
            continue
        inner = Draft()
        _figures(reading, STAFF, inner, set(), lost)
        if inner.fields or inner.doubts:
            draft.fields["staff"] = Staff(**inner.finished())
            draft.take("/staff", inner.trace)


# --- 经费控制情况 ---


def _spending(part: Part, draft: Draft, lost: list[Unplaced]) -> None:
    header = part.header
    assert header is not None
    slots, double = _by_year(_slots(header, "spending_head", SPENDING, "label"))
    columns = [s for s in slots if s.key in SPENDING]
    if "columns" not in draft.fields:
        draft.fields["columns"] = tuple(re.sub(r"\s", "", s.label) for s in columns)
        for place, s in enumerate(columns):
            if s.cell is not None:
                draft.trace[f"/columns/{place}"] = header.position(s.cell)
    for cell in header.filled:
        if (unit := label(cell.text).money_unit) and "unit" not in draft.fields:
            draft.put("unit", unit, header, cell)
    rows = [line for line in part.rows if len(line.cells) > 1 and not _is_text(line)]
    for line in part.rows:
        if line not in rows:
            lost += [unplaced(line, cell, say.TEXT_LINE(block=say.BASE)) for cell in line.filled]
    found: list[tuple[Reading, Printed]] = []
    readings = read_rows(slots, rows, BASE, double)
    doubt_claims(readings)
    for reading in readings:
        name = reading.cells.get("label")
        if name is not None and _DOTS.fullmatch(clean(name.text)) and len(reading.line.filled) == 1:
            continue
        if name is None or is_blank(name.text):
            lost += [unplaced(reading.line, cell, say.NAMELESS_AMOUNTS()) for cell in reading.line.filled]
        else:
            found.append((reading, printed(name.text)))
    _lines(found, draft, double, lost)


def _is_text(line: Line) -> bool:
    return not any(shape(cell.text) in _NUMBERS for cell in line.cells) and any(
        shape(cell.text) == Shape.LONG for cell in line.filled
    )


def _by_year(slots: list[Slot]) -> tuple[list[Slot], set[str]]:
    """Two columns of outturn are told by their years, or by 上年; what cannot be told is double."""
    result = list(slots)
    outturns = [i for i, s in enumerate(result) if s.key == "outturn"]
    years = [_YEAR.search(result[i].label) for i in outturns]
    if len(outturns) == 2 and all(years) and years[0] and years[1] and years[0][1] != years[1][1]:
        prior = outturns[0] if years[0][1] < years[1][1] else outturns[1]
        result[prior] = replace(result[prior], key="prior_outturn")
    keys = [s.key for s in result]
    return result, {name for name in SPENDING if keys.count(name) > 1}


def _lines(found: list[tuple[Reading, Printed]], draft: Draft, double: set[str], lost: list[Unplaced]) -> None:
    above: tuple[SpendingLine, ...] = draft.fields.get("lines", ())
    heads = [head for _, head in found]
    tree = parents(heads)
    taken = {line.id for line in above}
    lines: list[SpendingLine] = []
    for (reading, head), (parent, sure) in zip(found, tree, strict=True):
        place = len(above) + len(lines)
        inner = Draft()
        inner.put("label", head.text, reading.line, reading.cells["label"])
        inner.fields.update(number=head.number, within=head.within)
        of = lines[parent] if parent is not None else None
        if not sure:
            inner.unsure("parent", head.text, say.PART_OF_WHAT())
        elif of is not None:
            inner.fields["parent"] = of.id
        inner.fields["key"] = _key(head, of if sure else None)
        inner.fields["id"] = unused(slug(head.text) or "row", taken)
        _figures(reading, SPENDING, inner, double, lost)
        if "outturn" in double and (doubt := next((d for d in inner.doubts if d.field == "outturn"), None)) is not None:
            inner.unsure("prior_outturn", doubt.raw, say.YEAR_OR_KIND())
        lines.append(SpendingLine(**inner.finished()))
        draft.trace[f"/lines/{place}"] = reading.line.position(reading.cells["label"])
        draft.take(f"/lines/{place}", inner.trace)
    draft.fields["lines"] = (*above, *lines)


def _key(head: Printed, of: SpendingLine | None) -> str:
    if of is not None and of.key in ("special", "public_funds"):
        return {"special": "project", "public_funds": "public_part"}[of.key]
    return head.key


# --- 楼堂馆所控制情况 ---


def _buildings(part: Part, draft: Draft, buildings: list[Building], lost: list[Unplaced]) -> None:
    header = part.header
    assert header is not None
    first = header.filled[0]
    if key(first.text, "buildings") not in BUILDINGS:
        draft.put("buildings_label", re.sub(r"\s", "", clean(first.text)), header, first)
    slots = _slots(header, "buildings", BUILDINGS, "side")
    for reading in read_rows(slots, part.rows, BASE, set()):
        inner = Draft()
        _figures(reading, BUILDINGS, inner, set(), lost)
        side = reading.cells.get("side")
        if side is not None and not is_blank(side.text):
            lost.append(unplaced(reading.line, side, say.NAMED_BUILDING()))
        if (not inner.fields and not inner.doubts) or (buildings and not reading.line.filled):
            continue
        draft.take(f"/buildings/{len(buildings)}", inner.trace)
        buildings.append(Building(**inner.finished()))


# --- the rest ---


def _others(rows: Sequence[Line], draft: Draft, caption: Caption, lost: list[Unplaced]) -> None:
    for line in rows:
        filled = line.filled
        if exact_key(filled[0].text, "base") == "thrift" and not draft.has("thrift"):
            behind = filled[1:] or [cell for cell in line.cells if cell is not filled[0]][:1]
            if behind:
                draft.put("thrift", "\n".join(clean(cell.text) for cell in behind), line, behind[0])
            else:
                draft.put("thrift", "", line, filled[0])
        elif len(filled) == 1 and caption_part(filled[0].text, caption, line.position(filled[0])):
            continue
        else:
            lost += [unplaced(line, cell, say.NO_FIELD(block=say.BASE)) for cell in filled]
