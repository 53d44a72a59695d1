"""The headers of an evaluation table: which rows name the columns of the money and of the indicators, and what their
labels mean.

Rows enter; :class:`Header` s leave, and the meaning of labels that stand over others.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from jixiao.forms.labels import exact_key, key, label
from jixiao.model.classes import dataclass

from ...tables.columns import path_key
from ...tables.header import begins, goes_on, header_columns
from ...tables.lines import Line, joined
from ...tables.shapes import FIGURES, Shape, shape
from .signs import COLUMNS, MONEY, signs

_CUT = COLUMNS | {"standard", "number"}
_LEVELS = frozenset(("level1", "level2", "name"))
_DATA = FIGURES | {Shape.MEASURE, Shape.SIGN, Shape.DASH}
INDICATORS_UNDER: dict[str, tuple[str, ...]] = {
    "target": ("target", "sign", "unit"),
    "actual": ("actual", "explanation"),
    "score": ("score", "audit_score", "weight"),
    "audit_score": ("audit_score",),
    "weight": ("weight",),
    **dict.fromkeys(("explanation", "level1", "level2", "sign", "unit", "number", "standard"), ()),
}
"""What can stand under a label of the indicators that is cut into several columns."""
MONEY_UNDER: dict[str, tuple[str, ...]] = {
    "initial_budget": (),
    "revised_budget": ("initial_budget", "revised_budget", "budget_adjustment"),
    "outturn": ("outturn", "execution_rate"),
    "execution_rate": (),
    "weight": (),
    "score": ("score", "audit_score"),
    "audit_score": (),
    "explanation": (),
}
"""The same for the money."""
_MONEY = MONEY | {"weight", "score", "audit_score"}
Kind = Literal["indicators", "money"]


@dataclass(frozen=True, slots=True)
class Header:
    """Rows that name the columns of a block, from ``start`` to before ``end``."""

    kind: Kind
    start: int
    end: int


def headers_of(lines: Sequence[Line]) -> list[Header]:
    """The headers among the rows, each with the rows that cut its labels and those that its cells are merged from."""
    found: list[Header] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        own = signs(line)
        kind: Kind | None = "indicators" if own.is_indicators else "money" if own.is_money else None
        if kind is None:
            place += 1
            continue
        start = begins(lines, place)
        while kind == "money" and start and _is_over_money(lines[start - 1]):
            start -= 1
        end = place + 1
        while end < len(lines) and _goes_on(lines[end], lines[start:end], kind):
            end += 1
        found.append(Header(kind, max(start, found[-1].end if found else 0), end))
        place = end
    return found


def header_keys(rows: Sequence[Line]) -> set[str]:
    """What the labels of a header of the indicators mean."""
    return {found for line in rows for found in signs(line).columns}


def repeats(rows: Sequence[Line], header: Sequence[Line]) -> bool:
    """Whether rows are the header of the indicators again, as on every page of a long table: the same columns, but
    for the name of the whole block.
    """
    return _labels(rows) == _labels(header)


def _labels(rows: Sequence[Line]) -> list[str]:
    texts = [label(column.cell.text).text for column in header_columns(rows, indicator_suits)]
    if key(rows[0].cells[0].text, "indicators") == "side" or not texts[0]:
        del texts[0]
    return [text for text in texts if text]


def _goes_on(line: Line, header: Sequence[Line], kind: Kind) -> bool:
    """Whether a row directly under a header goes on with it: by its merges, or because all its words are labels of
    columns (指标性质 | 指标值 | 度量单位) that do not stand above already.
    """
    above = {joined(cell.text) for cell in header[-1].filled}
    side = joined(header[0].cells[0].text)
    filled = [cell for cell in line.filled if cell.index or joined(cell.text) != side]
    new = [cell for cell in filled if joined(cell.text) not in above]
    if not new or len(filled) < 2 or any(shape(cell.text) in _DATA for cell in filled):
        return False
    if goes_on(line, header):
        return True
    if kind == "indicators":
        return all(key(cell.text, "indicators") in _CUT for cell in filled)
    return all(_cut_key(cell.text, header[-1]) for cell in new)


def _cut_key(text: str, above: Line) -> str:
    """What a label in the second row of the money block's header means, by itself or under one of those above."""
    if found := key(text, "money"):
        return found if found in MONEY else ""
    if exact_key(text, "fund"):
        return ""
    joint = (key(label(text).bare + label(over.text).bare, "money") for over in above.filled)
    return next((found for found in joint if found in MONEY), "")


def _is_over_money(line: Line) -> bool:
    """Whether a row is the upper one of the money block's header: labels alone, one of them of a column at least."""
    filled = line.filled
    if len(filled) < 3 or any(shape(cell.text) in _DATA or shape(cell.text) == Shape.LONG for cell in filled):
        return False
    keys = [key(cell.text, "money") for cell in filled]
    return bool(MONEY.intersection(keys)) and sum(1 for found in keys if found) * 3 >= 2 * len(keys)


def indicator_suits(over: str, under: str) -> int:
    """How well a label of the indicators stands under another one."""
    above, alone = key(over, "indicators"), key(under, "indicators")
    below = path_key((over, under), "indicators", INDICATORS_UNDER)
    if alone in ("number", "standard"):
        return 0
    if above in INDICATORS_UNDER:
        joint = alone in ("", "unit") and below in INDICATORS_UNDER[above]  # 单位 | 财政 under 得分
        return 3 if alone in INDICATORS_UNDER[above] else 1 if joint else -3
    if above in ("side", "name"):
        return 3 if below in _LEVELS else 1 if above == "side" and below in ("weight", "score") else -3
    return 1 if below else -2


def money_suits(over: str, under: str) -> int:
    """How well a label of the money stands under another one."""
    above, alone = key(over, "money"), key(under, "money")
    below = path_key((over, under), "money", MONEY_UNDER)
    if above in MONEY_UNDER:
        budget = above == "revised_budget"  # 年初 and 全年 stand for themselves nowhere else
        return 3 if alone in MONEY_UNDER[above] else 2 if budget and below in MONEY_UNDER[above] else -3
    return 2 if below in _MONEY else -2
