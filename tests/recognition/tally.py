"""How well a table drawn by lot was read: each field right, reported, wrong, invented or lost.

Right is the text of its box, found at the place of its box. Reported is a doubt about that very field, or the cell
(or its text with the head of its column) among what was not placed. Everything else is silent.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from jixiao.model import Figure, Position
from jixiao.recognition import Recognised

from .boxes import Spot
from .drawn import Drawn

_ROW = (
    "level1", "level2", "name", "sign", "target", "target_unit", "actual", "weight", "score", "audit_score",
    "explanation",
)  # fmt: skip
_LINE = ("label", "initial_budget", "revised_budget", "outturn", "weight", "rate", "score")
_TABLE = (
    "name", "code", "unit", "department", "implementer", "goal_expected", "goal_actual", "total_weight", "total",
    "audit_total", "conclusion", "problems", "measures",
)  # fmt: skip
_CODE = {"430600X210"}
_CUT = re.compile(r"[：；｜\n\s]+")


@dataclass
class Tally:
    """Counts, and what is silently wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    silent: list[str] = field(default_factory=list)

    def add(self, verdict: str, what: str = "") -> None:
        """One field."""
        self.counts[verdict] += 1
        if verdict not in ("right", "reported"):
            self.silent.append(f"{verdict} {what}")


def tally(drawn: Drawn, found: Recognised, evaluation: Any, prefix: str) -> Tally:
    """Every field of the sheet against what was read; ``prefix`` is the pointer of the evaluation."""
    result = Tally()
    rows = _rows_by_place(drawn, found, prefix, len(evaluation.indicators))
    told = _Told(drawn, found, evaluation, prefix)
    for pointer, box in drawn.fields.items():
        if pointer.startswith("/extra/"):
            given = next((e.text for e in evaluation.extra if e.label == pointer[7:]), None)
            result.add(*_verdict(pointer, box.said, given, False, told.has(pointer)))
        elif pointer.startswith("/declared/"):
            given = next((d.points.raw for d in evaluation.declared if d.label == pointer[10:]), None)
            result.add(*_verdict(pointer, box.said, given, told.doubt, told.has(pointer)))
        elif pointer.startswith(("/foreign/", "/grade")):
            result.add("reported" if told.has(pointer) or not box.said else "lost", f"{pointer}: {box.said!r}")
        else:
            _field(pointer, box.said, rows, evaluation, told, result)
    for pointer, value in _present(evaluation):
        own = rows.back(pointer)
        if own not in drawn.fields and value not in (None, "") and not (own == "/code" and value in _CODE):
            result.add("invented", f"{own}: {value!r}")
    return result


class _Rows:
    """Which indicator of the evaluation is which of the sheet, by the row it stands in."""

    def __init__(self, there: dict[int, int]) -> None:
        self.there = there
        self.own = {there: own for own, there in there.items()}

    def pointer(self, pointer: str) -> str | None:
        match = re.fullmatch(r"/indicators/(\d+)(/.*)", pointer)
        if not match:
            return pointer
        place = self.there.get(int(match[1]))
        return None if place is None else f"/indicators/{place}{match[2]}"

    def back(self, pointer: str) -> str:
        match = re.fullmatch(r"/indicators/(\d+)(/.*)", pointer)
        return f"/indicators/{self.own.get(int(match[1]), f'{match[1]}?')}{match[2]}" if match else pointer


def _rows_by_place(drawn: Drawn, found: Recognised, prefix: str, count: int) -> _Rows:
    mine: dict[tuple[int, int], int] = {}
    for spot, box in drawn.places.items():
        for pointer in box.holds:
            match = re.fullmatch(r"/indicators/(\d+)/(score|actual|explanation)", pointer)
            if match and sum(p.endswith(match[2]) for p in box.holds) == 1:
                mine[spot[0], spot[1]] = int(match[1])
    there: dict[int, int] = {}
    for place in range(count):
        at = found.trace.get(f"{prefix}/indicators/{place}")
        if at is not None and at.table is not None and at.row is not None and (at.table, at.row) in mine:
            there.setdefault(mine[at.table, at.row], place)
    return _Rows(there)


class _Told:
    """What was said not to be placed, by cell and by text."""

    def __init__(self, drawn: Drawn, found: Recognised, evaluation: Any, prefix: str) -> None:
        self.spots = {_spot(u.position) for u in found.unplaced}
        whole = {u.position.table for u in found.unplaced if u.position.row is None}
        self.spots |= {spot for spot in drawn.places if spot[0] in whole}
        self.texts = {piece for u in found.unplaced for piece in _CUT.split(u.text)}
        for place, extra in enumerate(evaluation.extra):
            at = found.trace.get(f"{prefix}/extra/{place}")
            self.texts |= set(_CUT.split(extra.text)) | {extra.label}
            if at is not None:
                self.spots.add(_spot(at))
        self.where: dict[str, list[Spot]] = {}
        for spot, box in drawn.places.items():
            for pointer in box.holds:
                self.where.setdefault(pointer, []).append(spot)
        self.boxes = drawn.fields
        self.doubt = any(d.field in ("level1", "level2", "weight") for i in evaluation.indicators for d in i.doubts)

    def row(self, pointer: str) -> bool:
        """Whether all that stands in the row of a field alone was said: what it shares with others is not its own."""
        start = pointer.rpartition("/")[0] + "/"
        own = [p for p, box in self.boxes.items() if p.startswith(start) and len(box.holds) == 1 and box.text]
        return bool(own) and all(map(self.has, own))

    def has(self, pointer: str) -> bool:
        """Whether what stands there was said not to be placed."""
        box = self.boxes[pointer]
        if any(spot in self.spots for spot in self.where.get(pointer, ())):
            return True
        pieces = [piece for piece in _CUT.split(box.text) if piece]
        return bool(pieces) and all(piece in self.texts for piece in pieces)


def _spot(position: Position) -> Spot:
    return (position.table or 0, position.row if position.row is not None else -1, position.cell or 0)


def _field(pointer: str, wanted: str, rows: _Rows, evaluation: Any, told: _Told, result: Tally) -> None:
    at = rows.pointer(pointer)
    if at is None:
        said = told.has(pointer) or told.row(pointer)
        result.add("reported" if said or not wanted else "lost", f"{pointer}: {wanted!r} (no such row)")
        return
    *path, last = at[1:].split("/")
    here: Any = evaluation
    for part in path:
        here = here[int(part)] if isinstance(here, tuple) and int(part) < len(here) else getattr(here, part, None)
        if here is None:
            result.add("reported" if told.has(pointer) or not wanted else "lost", f"{pointer}: {wanted!r}")
            return
    result.add(*_verdict(pointer, wanted, _plain(getattr(here, last)), _doubted(here, last), told.has(pointer)))


def _doubted(record: Any, name: str) -> bool:
    return any(d.field == name for d in record.doubts)


def _plain(value: Any) -> str | None:
    return value.raw if isinstance(value, Figure) else value


def _verdict(pointer: str, wanted: str, given: str | None, doubt: bool, said: bool) -> tuple[str, str]:
    what = f"{pointer}: {wanted!r} read as {given!r}"
    if given == wanted or (not wanted and given is None):
        return "right", what
    if doubt:
        return "reported", what
    if given in (None, ""):
        return ("reported" if said else "lost"), what
    return ("wrong" if wanted else "invented"), what


def _present(evaluation: Any) -> Iterator[tuple[str, str | None]]:
    for name in _TABLE:
        yield f"/{name}", _plain(getattr(evaluation, name))
    for place, line in enumerate(evaluation.funds.lines):
        for name in _LINE:
            yield f"/funds/lines/{place}/{name}", _plain(getattr(line, name))
    for place, row in enumerate(evaluation.indicators):
        for name in _ROW:
            yield f"/indicators/{place}/{name}", _plain(getattr(row, name))
    for declared in evaluation.declared:
        yield f"/declared/{declared.label}", declared.points.raw
