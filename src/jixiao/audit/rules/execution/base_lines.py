"""The rows of a base data table as messages name them: their labels, and the heads of the columns as printed."""

from __future__ import annotations

from jixiao.forms.terms import SPENDING
from jixiao.model import BaseData, Term


def columns_of(base: BaseData) -> dict[str, str | Term]:
    """Names of the columns by field: the printed heads where all three are there."""
    if len(base.columns) != len(SPENDING):
        return dict(SPENDING)
    return {field: head.strip() or usual for (field, usual), head in zip(SPENDING.items(), base.columns, strict=True)}


def on_initial_budget(base: BaseData) -> bool:
    """Whether the printed head says that the budget column is the initial budget, before any adjustment."""
    return "年初" in str(columns_of(base)["budget"])


def label_at(base: BaseData, pointer: str) -> str:
    """The label of the row that a pointer inside the table leads into."""
    return base.lines[int(pointer.split("/")[2])].label.strip()
