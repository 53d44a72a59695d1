"""A record in the making: its fields, what is doubtful about them, and where each stands.

Values with their cells enter one by one; fields for a model type, and a trace with pointers relative to the
record, leave.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from jixiao.model import Cell, Doubt, Message, Position, Unplaced
from jixiao.model.classes import dataclass

from .lines import Line


@dataclass(slots=True)
class Draft:
    """Fields, doubts and places of one record."""

    fields: dict[str, Any] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    trace: dict[str, Position] = field(default_factory=dict)
    at: str = ""
    """The pointer of the record within whatever ``trace`` belongs to."""

    def put(self, name: str, value: Any, line: Line, cell: Cell) -> None:
        """A field with the cell it was read from."""
        self.fields[name] = value
        self.trace[f"{self.at}/{name}"] = line.position(cell)

    def unsure(self, name: str, raw: str, reason: Message, line: Line | None = None, cell: Cell | None = None) -> None:
        """A field that was found and not taken: what stood there and why."""
        self.fields.pop(name, None)
        self.doubts = [doubt for doubt in self.doubts if doubt.field != name]
        self.doubts.append(Doubt(field=name, raw=raw, reason=reason))
        if line is not None and cell is not None:
            self.trace[f"{self.at}/{name}"] = line.position(cell)

    def has(self, name: str) -> bool:
        """Whether the field was read, with certainty or not."""
        return name in self.fields or (bool(self.doubts) and any(doubt.field == name for doubt in self.doubts))

    def take(self, prefix: str, trace: Mapping[str, Position]) -> None:
        """The places of a part, under its pointer."""
        self.trace.update({prefix + pointer: place for pointer, place in trace.items()})

    def finished(self) -> dict[str, Any]:
        """Keyword arguments for the record's type."""
        return {**self.fields, "doubts": tuple(self.doubts)} if self.doubts else self.fields


def unplaced(line: Line, cell: Cell, reason: Message, text: str | None = None) -> Unplaced:
    """A cell that found no place."""
    return Unplaced(line.position(cell), cell.text if text is None else text, reason)
