"""The levels of the indicators: labels that stand for all rows below them, and the points they declare.

Rows enter one by one; the levels in force enter each row's draft, and the declared points with their places leave.
"""

from __future__ import annotations

from dataclasses import field

from jixiao.forms.labels import level
from jixiao.model import Cell, DeclaredPoints, Figure, Position, Unplaced
from jixiao.model.classes import dataclass

from ... import messages as say
from ...tables.columns import Reading
from ...tables.draft import Draft, unplaced
from ...tables.lines import Line, clean, is_blank


@dataclass(slots=True)
class LevelLabel:
    """A level label in force, and the cell it stands in."""

    text: str = ""
    line: Line | None = None
    cell: Cell | None = None
    doubt: str = ""
    points: str = ""
    """The points that its label, or a column of its own, declares for it."""


@dataclass(slots=True)
class Levels:
    """The levels in force; what they declared so far, and the points that belong to none."""

    level1: LevelLabel = field(default_factory=LevelLabel)
    level2: LevelLabel = field(default_factory=LevelLabel)
    declared: list[DeclaredPoints] = field(default_factory=list)
    trace: dict[str, Position] = field(default_factory=dict)
    unplaced: list[Unplaced] = field(default_factory=list)

    def read(self, reading: Reading) -> None:
        """The levels that a row names, and their points."""
        line, one, two = reading.line, reading.cells.get("level1"), reading.cells.get("level2")
        for name, cell in (("level1", one), ("level2", two)):
            if (doubt := reading.doubt(name)) is not None:
                setattr(self, name, LevelLabel(line=line, cell=cell or line.filled[0], doubt=doubt))
            elif cell is not None and not is_blank(cell.text):
                self._begin(name, line, cell)
        if one is not None and not is_blank(one.text) and self.level1.cell is one:
            goes_on = two is not None and (two.continues or not is_blank(two.text))
            if not goes_on and self.level2.line is not line and "level2" not in reading.doubtful:
                self.level2 = LevelLabel()
        self._points(reading)

    def alone(self, line: Line, cell: Cell) -> None:
        """A row that holds a first level and nothing else."""
        self._begin("level1", line, cell)
        self.level2 = LevelLabel()

    def put(self, draft: Draft) -> None:
        """The levels in force as fields of a row."""
        for name, current in (("level1", self.level1), ("level2", self.level2)):
            if current.doubt:
                draft.unsure(name, current.doubt, say.LEVEL_FROM_WHERE(), current.line, current.cell)
            elif current.line is not None and current.cell is not None:
                draft.put(name, current.text, current.line, current.cell)

    def _begin(self, name: str, line: Line, cell: Cell) -> None:
        """A label comes into force; its points are declared once, also where it is repeated in every row."""
        text, points = level(cell.text)
        current: LevelLabel = getattr(self, name)
        if current.text == text and (name == "level1" or self.level1.cell is None or self.level1.line is not line):
            return
        setattr(self, name, LevelLabel(text, line, cell, points=points))
        if points:
            self._declare(text, points, line, cell)

    def _points(self, reading: Reading) -> None:
        """Points of a level in a column of their own, declared once."""
        for name, current in (("level1_points", self.level1), ("level2_points", self.level2)):
            cell = reading.cells.get(name)
            if cell is None or cell.continues or is_blank(cell.text):
                continue
            printed = clean(cell.text)
            if current.doubt or name in reading.doubtful or current.points not in ("", printed):
                self.unplaced.append(unplaced(reading.line, cell, say.POINTS_OF_LEVEL()))
            elif not current.points:
                current.points = printed
                self._declare(current.text, printed, reading.line, cell)

    def _declare(self, text: str, points: str, line: Line, cell: Cell) -> None:
        self.trace[f"/declared/{len(self.declared)}"] = line.position(cell)
        self.declared.append(DeclaredPoints(label=text, points=Figure(points)))
