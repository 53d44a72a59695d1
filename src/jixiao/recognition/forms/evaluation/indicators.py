"""The indicator block: one :class:`~jixiao.model.Indicator` for each scored row.

Header and data rows enter; indicators with their places, the points that level labels declare, and what found
no place leave. Only the levels fill downward; a target fills where name and target are both empty or merged
(one target over several actual rows); an explanation never fills.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from jixiao.forms.labels import exact_key, key, label, level_kind, normal
from jixiao.model import Cell, DeclaredPoints, Extra, Figure, Indicator, Position, Unplaced
from jixiao.model.classes import dataclass
from jixiao.values.pattern import lazy

from ... import messages as say
from ...tables.align import Slot
from ...tables.columns import Reading, read_rows, without_repeated_side
from ...tables.draft import Draft, unplaced
from ...tables.lines import Line, clean, joined
from ..manners import INDICATORS
from .arithmetic import decide_by_figures
from .blocks import TableBlock
from .indicator_columns import indicator_slots
from .levels import Levels

_PLACEHOLDER = lazy(r"(?:(?:三级)?指标\d*|\d+|[.…·。]+)?[::、.]?(?:[.…·。]+|[×xX*]+)?")
_POINTS_AT_END = lazy(r"[（(]\s*(\d{1,3}(?:\.\d+)?)\s*分\s*[）)]\s*$")
_FIGURES = ("weight", "score", "audit_score")
_TEXTS = ("sign", "target", "target_unit", "actual", "explanation")
_COLUMN = {"target_unit": "unit"}
_READ = tuple((name, _COLUMN.get(name, name)) for name in (*_TEXTS, *_FIGURES))
"""Each field with the column it stands in."""
_CONTENT = ("name", "target", "sign", "unit", "actual", "weight", "score", "audit_score", "explanation")


@dataclass(slots=True)
class FoundIndicators:
    """What the indicator blocks of one evaluation hold; places are relative to the evaluation."""

    indicators: list[Indicator] = field(default_factory=list)
    declared: list[DeclaredPoints] = field(default_factory=list)
    extra: list[tuple[Extra, Line, Cell]] = field(default_factory=list)
    trace: dict[str, Position] = field(default_factory=dict)
    unplaced: list[Unplaced] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)


@dataclass(slots=True)
class _State:
    """What goes on from row to row."""

    levels: Levels = field(default_factory=Levels)
    group: int = 0


def read_indicators(blocks: Sequence[TableBlock]) -> FoundIndicators:
    """All indicator blocks of one evaluation, in order; levels go on over a repeated header."""
    found, state = FoundIndicators(), _State()
    for block in blocks:
        slots, double = indicator_slots(block)
        if not any(s.key == "name" for s in slots):
            found.unplaced += [
                unplaced(line, cell, say.UNKNOWN_HEADER()) for line in block.body for cell in line.filled
            ]
            continue
        body = without_repeated_side((*block.sides, *block.header), block.body)
        rows, others = _divide(body, slots)
        read = read_rows(slots, rows, INDICATORS, double, block.header)
        found.slots = decide_by_figures(read, slots, double)
        readings = {id(reading.line): reading for reading in read}
        foreign: dict[str, tuple[Slot, list[str]]] = {}
        for line in body:
            if (reading := readings.get(id(line))) is not None:
                _row(found, state, reading, double)
                for strange, cell in reading.foreign:
                    foreign.setdefault(f"{strange.label}@{strange.start}", (strange, []))[1].append(clean(cell.text))
            else:
                _other_row(found, state, line, others[id(line)])
        for strange, contents in foreign.values():
            found.unplaced.append(_foreign(block, strange, contents))
        _declare_side(found, block)
    found.declared = state.levels.declared
    found.trace.update(state.levels.trace)
    found.unplaced += state.levels.unplaced
    _points_in_names(found)
    return found


# --- rows ---


def _divide(lines: Sequence[Line], slots: Sequence[Slot]) -> tuple[list[Line], dict[int, str]]:
    """Rows with the build of the block, and the others: separators with a level alone, and strange rows."""
    rows: list[Line] = []
    others: dict[int, str] = {}
    needed = sum(1 for s in slots if not s.optional)
    for line in lines:
        filled = line.filled
        if len(line.cells) == 1 or (len(filled) == 1 and filled[0].span * 2 > _width(line) and line.grid):
            others[id(line)] = "level" if level_kind(filled[0].text) else "single"
        elif len(line.cells) < needed and _length(line) * 2 < needed:
            others[id(line)] = "pair"
        elif normal(filled[0].text).endswith("小计") or exact_key(filled[0].text, "foot") == "total":
            others[id(line)] = "subtotal"
        else:
            rows.append(line)
    return rows, others


def _length(line: Line) -> int:
    """How many cells it has up to the last that holds something."""
    last = line.filled[-1]
    return next(i for i, cell in enumerate(line.cells, 1) if cell is last)


def _width(line: Line) -> int:
    return sum(cell.span for cell in line.cells)


def _other_row(found: FoundIndicators, state: _State, line: Line, kind: str) -> None:
    first, *rest = line.filled
    if kind == "level":
        state.levels.alone(line, first)
    elif kind == "single":
        if key(first.text, "indicators") != "side":
            found.unplaced.append(unplaced(line, first, say.TEXT_LINE(block=say.INDICATORS)))
    elif rest:
        text = " ".join(clean(cell.text) for cell in rest)
        found.extra.append((Extra(label=label(first.text).text, text=text), line, first))
    else:
        found.unplaced.append(unplaced(line, first, say.NO_COLUMN_FOR()))


def _row(found: FoundIndicators, state: _State, reading: Reading, double: set[str]) -> None:
    state.levels.read(reading)
    for cell in reading.left_over:
        found.unplaced.append(unplaced(reading.line, cell, say.NO_COLUMN_FOR()))
    if _is_empty(reading):
        return
    at = f"/indicators/{len(found.indicators)}"
    draft = Draft(trace=found.trace, at=at)
    state.levels.put(draft)
    _name_and_target(found, state, reading, draft)
    _columns(reading, draft, double, found.slots)
    found.indicators.append(Indicator(**draft.finished()))
    found.trace[at] = reading.line.position(reading.cells.get("name") or reading.line.filled[0])


def _is_empty(reading: Reading) -> bool:
    """Nothing but levels, or a numbered placeholder name (指标1, ……) and nothing else."""
    if any(not reading.blank(name) for name in _CONTENT if name != "name") or reading.left_over or reading.foreign:
        return False
    if any(raw for raws in reading.doubtful.values() for raw in raws):
        return False
    return bool(_PLACEHOLDER.fullmatch(normal(reading.text("name"))))


def _name_and_target(found: FoundIndicators, state: _State, reading: Reading, draft: Draft) -> None:
    """The name; and where name and target are both empty or merged, those of the row above, with a common
    ``group``.
    """
    line, cell = reading.line, reading.cells.get("name")
    above = found.indicators[-1] if found.indicators else None
    if cell is not None and not reading.blank("name"):
        draft.put("name", joined(cell.text), line, cell)
        target = reading.cells.get("target")
        if target is not None and target.continues and above is not None:
            draft.unsure("target", above.target or "", say.TARGET_OF_ABOVE(), line, target)
        return
    own_target = not (reading.blank("target") and reading.blank("sign") and reading.blank("unit"))
    if above is None or "name" in reading.doubtful or "target" in reading.doubtful:
        draft.unsure("name", "", say.BLANK_NAME(), line, cell or line.filled[0])
        for part in ("sign", "target_unit"):
            if above is not None and getattr(above, part) and part not in reading.cells:
                draft.unsure(part, getattr(above, part), say.NEXT_COLUMN(), line, cell)
        return
    last = len(found.indicators) - 1
    if own_target:
        if cell is not None and cell.continues:
            draft.fields["name"] = above.name
            draft.trace[f"{draft.at}/name"] = found.trace.get(f"/indicators/{last}/name", line.position(cell))
        elif cell is not None:
            draft.unsure("name", "", say.NAME_OF_ABOVE(), line, cell)
        return
    if not above.group:
        state.group += 1
        above = above.model_copy(update={"group": f"g{state.group}"})
        found.indicators[last] = above
    draft.fields.update(name=above.name, group=above.group)
    for name in ("name", "target", "sign", "target_unit"):
        if name != "name" and (value := getattr(above, name)) is not None:
            draft.fields[name] = value
        if (place := found.trace.get(f"/indicators/{last}/{name}")) is not None:
            draft.trace[f"{draft.at}/{name}"] = place


def _columns(reading: Reading, draft: Draft, double: set[str], slots: Sequence[Slot]) -> None:
    """All other columns; what could stand in two of them becomes a doubt. Where the place of the name is in doubt, so
    is what has no cell at all: the whole row may stand elsewhere.
    """
    shifted = "name" in reading.doubtful and "name" not in double
    printed = {s.key for s in slots} if shifted else set()
    cells, line = reading.cells, reading.line
    for name, column in _READ:
        cell = cells.get(column)
        if reading.doubtful and (raw := reading.doubt(column)) is not None:
            draft.unsure(name, raw, say.TWO_COLUMNS() if column in double else say.NEXT_COLUMN(), line, cell)
        elif shifted and cell is None and column in printed and not draft.fields.get(name):
            draft.unsure(name, "", say.NEXT_COLUMN(), line, line.filled[0])
        elif cell is None or cell.continues or draft.has(name):
            continue
        elif name in _FIGURES:
            draft.put(name, Figure(clean(cell.text)), line, cell)
        else:
            draft.put(name, joined(cell.text), line, cell)
    if (raw := reading.doubt("name")) is not None:
        draft.unsure("name", raw, say.TWO_COLUMNS() if "name" in double else say.NEXT_COLUMN())


# --- what remains ---


def _foreign(block: TableBlock, strange: Slot, contents: list[str]) -> Unplaced:
    line = strange.line or block.header[0]
    cell = strange.cell or line.cells[0]
    text = f"{strange.label or '（无表头）'}：{'；'.join(contents)}"
    return unplaced(line, cell, say.UNKNOWN_COLUMN(), text)


def _declare_side(found: FoundIndicators, block: TableBlock) -> None:
    """Points of the whole block (绩效指标（90分）) are kept as printed; they belong to no level."""
    said: set[str] = set()
    for line in (*block.sides, *block.header, *block.body):
        cell = line.cells[0]
        if key(cell.text, "indicators") == "side" or key(cell.text, "goals") == "expected":
            printed = label(cell.text)
            if printed.points and joined(cell.text) not in said:
                said.add(joined(cell.text))
                found.extra.append((Extra(label=printed.text, text=f"{printed.points}分"), line, cell))


def _points_in_names(found: FoundIndicators) -> None:
    """Forms without a weight column print the points behind the names: 培训次数（5分）."""
    if any(s.key == "weight" for s in found.slots) or not found.indicators:
        return
    printed = [_POINTS_AT_END.search(indicator.name) for indicator in found.indicators]
    if any(match is None for match in printed):
        return
    for place, match in enumerate(printed):
        assert match is not None
        old = found.indicators[place]
        found.indicators[place] = old.model_copy(
            update={"name": old.name[: match.start()].rstrip(), "weight": Figure(match[1])}
        )
        found.trace[f"/indicators/{place}/weight"] = found.trace[f"/indicators/{place}/name"]
