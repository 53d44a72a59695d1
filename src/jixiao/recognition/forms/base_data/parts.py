"""The parts of a base data table: which rows open one, and which rows it has.

Rows enter; whether they are such a table, and its :class:`Part` s, leave. Nothing is read here, only divided.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from jixiao.forms.labels import exact_key, key
from jixiao.model.classes import dataclass

from ...captions import Caption
from ...tables.lines import Line, once
from .outline import printed

STAFF = ("establishment", "in_post", "control_rate")
SPENDING = ("prior_outturn", "budget", "outturn")
BUILDINGS = (
    "approved_scale",
    "actual_scale",
    "scale_control_rate",
    "budget_investment",
    "actual_investment",
    "investment_control_rate",
)


@dataclass(slots=True)
class Part:
    """A run of rows of one kind, under its header."""

    kind: str
    header: Line | None
    rows: list[Line] = field(default_factory=list)


def is_base_table(lines: Sequence[Line], caption: Caption) -> bool:
    """Whether the rows are a base data table, by the blocks they have and the title over them."""
    if not any(_names_spending(line) for line in lines):
        return False  # most tables: the other parts need not be looked for
    kinds = {kind for line in lines if (kind := _opens(line))}
    if "spending" not in kinds:
        return False
    known = sum(1 for line in lines if line.filled and exact_key(printed(line.filled[0].text).text, "spending"))
    weight = {"staff": 2, "buildings": 2, "thrift": 1}
    total = sum(weight.get(kind, 0) for kind in kinds) + (3 if "基础数据" in caption.title else 0)
    if known >= 3:
        total += 2
    return total >= 4


@once
def _opens(line: Line) -> str:
    """The part of the table that a row opens by its labels."""
    filled = line.filled
    if len(filled) >= 3 and sum(1 for cell in filled if key(cell.text, "staff") in STAFF) >= 2:
        return "staff"
    if len(filled) >= 3 and sum(1 for cell in filled if key(cell.text, "buildings") in BUILDINGS) >= 3:
        return "buildings"
    if _names_spending(line):
        return "spending"
    if filled and exact_key(filled[0].text, "base"):
        return exact_key(filled[0].text, "base")
    return ""


@once
def _names_spending(line: Line) -> bool:
    return sum(1 for cell in line.filled if key(cell.text, "spending_head") in SPENDING) >= 2


def parts_of(lines: Sequence[Line]) -> list[Part]:
    """The rows of a table, divided."""
    parts = [Part("head", None)]
    for line in lines:
        if not line.filled:
            if parts[-1].kind in ("staff", "buildings"):
                parts[-1].rows.append(line)
            continue
        kind = _opens(line)
        if not kind and len(line.cells) == 1:
            parts[0].rows.append(line)
        elif kind in ("staff", "buildings", "spending"):
            parts.append(Part(kind, line))
        elif kind:
            parts.append(Part(kind, None, [line]))
        else:
            parts[-1].rows.append(line)
    return parts
