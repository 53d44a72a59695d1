"""The blocks of an evaluation table: head, money, goals, indicators, foot.

Rows enter; a list of :class:`TableBlock` in their order leaves. A row opens a block by the labels it carries; all
other rows belong to the block that is open. Nothing is read here, only divided.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from typing import Literal

from jixiao.forms.labels import exact_key, key, label, level_kind, normal
from jixiao.model.classes import dataclass
from jixiao.values.pattern import lazy

from ...tables.lines import Line, clean
from ...tables.shapes import FIGURES, Shape, shape
from .foot import is_sum
from .goals import opens_goals
from .headers import headers_of, repeats
from .signs import signs
from .splits import side_of

Kind = Literal["head", "money", "pairs", "split", "goals", "indicators", "foot", "tasks"]

_FOOT_ANYWHERE = frozenset(("conclusion", "problems", "measures"))
_FOOT_SENTENCE = lazy(r"^(?:填表|填报)?(?:说明|备注|注)\s*\d?\s*[::.、]")
_TOTAL_IN_ONE = lazy(r"(?:总分|合计|总计|总得分|自评总分|得分合计)[::]\d+(?:\.\d+)?分?")


@dataclass(slots=True)
class TableBlock:
    """A run of rows of one kind: ``header`` rows carry its column labels, ``body`` rows its data."""

    kind: Kind
    header: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    sides: list[Line] = field(default_factory=list)
    """Rows before the header that hold a block's name alone (绩效指标, 预算执行情况（万元）)."""
    repeated: bool = False
    """Whether the header stands again further down, as on every page of a long table."""


def blocks_of(lines: Sequence[Line]) -> list[TableBlock]:
    """The rows of one evaluation, divided."""
    blocks = [TableBlock("head")]
    waiting: list[Line] = []
    headers = {header.start: header for header in headers_of(lines)}
    place = 0
    while place < len(lines):
        line = lines[place]
        here = blocks[-1]
        header = headers.get(place)
        place += 1
        if not line.filled:
            continue
        if header is not None and (header.kind == "indicators" or here.kind not in ("indicators", "foot")):
            rows = [row for row in lines[header.start : header.end] if row.filled]
            place = header.end
            if here.kind == header.kind == "indicators" and repeats(rows, here.header):
                here.repeated = True
            else:
                blocks.append(TableBlock(header.kind, header=rows, sides=waiting))
                waiting = []
            continue
        if here.kind not in ("indicators", "foot") and _is_side_alone(line):
            waiting.append(line)
            continue
        if (
            here.kind == "foot"
            and len(blocks) > 1
            and _is_indicator_row(line)
            and all(_is_sum(below) for below in here.body)
        ):
            blocks.pop()
            blocks[-1].body += [*here.body, line]
            continue
        kind = _opens(line, lines[place] if place < len(lines) else None, here)
        if kind is None or kind == here.kind:
            here.body.append(line)
        else:
            blocks.append(TableBlock(kind, body=[line]))
    return [block for block in blocks if block.header or block.body]


def _opens(line: Line, following: Line | None, here: TableBlock) -> Kind | None:
    """The kind of block that a row opens or continues by its labels; ``None`` for a row without labels of its own."""
    filled = line.filled
    first = filled[0].text
    if here.kind in ("indicators", "foot"):
        return "foot" if here.kind == "foot" or _is_foot(line, here.header) else None
    own = signs(line)
    if own.is_tasks:
        return "tasks"
    if len(own.money) >= 2:
        return "pairs"
    if any(side_of(cell.text) for cell in filled):
        return "split"
    if opens_goals(line, following):
        return "goals"
    if any(exact_key(cell.text, "head") for cell in filled[:1]) and here.kind != "head":
        return "head"
    if len(filled) == 2 and exact_key(first, "foot") in _FOOT_ANYWHERE:
        return "foot"
    return None


def _is_side_alone(line: Line) -> bool:
    """A row with the name of the following block and nothing else, also no empty cell to fill in."""
    filled = line.filled
    if len(filled) != 1:
        return False
    if label(filled[0].text).text in ("绩效指标", "年度绩效指标", "绩效指标完成情况"):
        return True
    return len(line.cells) == 1 and any(key(filled[0].text, block) == "side" for block in ("money", "goals"))


def _is_indicator_row(line: Line) -> bool:
    """A row with a level label in front: behind a 合计 in the middle of a table the indicators go on."""
    return len(line.filled) >= 4 and any(level_kind(cell.text) in ("1", "2", "12") for cell in line.filled[:2])


def _is_sum(line: Line) -> bool:
    return exact_key(line.filled[0].text, "foot") == "total" or is_sum(line)


def _is_foot(line: Line, header: Sequence[Line]) -> bool:
    filled = line.filled
    first = filled[0].text
    found = exact_key(first, "foot")
    if found == "total":
        others = [cell for cell in filled[1:] if not _beside_total(cell.text)]
        remark = others == [filled[-1]] and shape(filled[-1].text) == Shape.SHORT and len(filled) > 2
        return len(filled) <= 6 and (not others or remark)
    if found:
        return len(filled) <= 4 or found == "signature"
    if is_sum(line, lambda: _points_from(header)):
        return True
    flat = normal(first)
    return len(filled) == 1 and bool(_TOTAL_IN_ONE.fullmatch(flat) or is_note(clean(first)))


def _points_from(header: Sequence[Line]) -> int:
    """The grid column from which on weights and scores stand; -1 where the header does not tell."""
    starts = [
        cell.column
        for line in header
        for cell in line.filled
        if line.grid and key(cell.text, "indicators") in ("weight", "score", "audit_score")
    ]
    return min(starts, default=-1)


def _beside_total(text: str) -> bool:
    """What stands in the row of the total: numbers, dashes, labels; a remark (自评等级：优) may close it."""
    return (
        shape(text) in FIGURES
        or shape(text) == Shape.DASH
        or bool(exact_key(text, "foot"))
        or bool(key(text, "indicators"))
    )


def is_note(text: str) -> bool:
    """Whether a text is a note or a signature as they stand under a table: "注：…", "填表人：…"."""
    return bool(_FOOT_SENTENCE.match(text)) or is_labelled(text, "foot")


def is_labelled(text: str, block: str) -> bool:
    """Whether a single text holds a label of the block, a colon and a value: "填表人：…"."""
    head, colon, _ = clean(text).replace(":", "：").partition("：")
    return bool(colon) and bool(exact_key(head, block))
