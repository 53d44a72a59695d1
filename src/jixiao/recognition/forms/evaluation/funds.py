"""The funds of one evaluation as they are gathered from its money blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from jixiao.forms.labels import key, label
from jixiao.model import Cell, Extra, Figure, FundLine, Position, Unplaced
from jixiao.model.classes import dataclass
from jixiao.values.pattern import lazy

from ...tables.draft import Draft
from ...tables.lines import Line, clean

_SPACE = lazy(r"\s+")


def printed(text: str) -> str:
    """A label without white space."""
    return _SPACE.sub("", clean(text))


@dataclass(slots=True)
class FoundFunds:
    """What the money blocks of one evaluation hold; places are relative to ``/funds``."""

    lines: list[FundLine] = field(default_factory=list)
    unit: str = ""
    trace: dict[str, Position] = field(default_factory=dict)
    extra: list[tuple[Extra, Line, Cell]] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)

    def add(self, draft: Draft, line: Line, cell: Cell) -> None:
        """One row of funds, of a source still to be told by its name."""
        at = f"/lines/{len(self.lines)}"
        self.lines.append(FundLine(source="named", **draft.finished()))
        self.trace[at] = line.position(cell)
        if draft.trace is not self.trace:
            self.trace.update({at + pointer: where for pointer, where in draft.trace.items()})

    def take_unit(self, line: Line) -> None:
        """The unit of the amounts, where a label names the first one: （万元）."""
        for cell in line.cells:
            if not self.unit and (unit := label(cell.text).money_unit):
                self.unit = unit
                self.trace["/unit"] = line.position(cell)

    def take_points(self, lines: Sequence[Line]) -> None:
        """The points that the name of the block declares: 预算执行情况（10分）."""
        for line in lines:
            said = label(line.cells[0].text)
            if said.points and key(line.cells[0].text, "money") == "side":
                self.declare(said.points, line, line.cells[0])
                return

    def declare(self, points: str, line: Line, cell: Cell) -> None:
        """The points of the execution rate."""
        self.lines[0] = self.lines[0].model_copy(update={"weight": Figure(points)})
        self.trace["/lines/0/weight"] = line.position(cell)
