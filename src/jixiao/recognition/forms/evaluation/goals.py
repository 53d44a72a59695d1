"""The goals of the year: 预期目标 and 实际完成情况, side by side over their texts, or each before its text.

Rows enter; ``goal_expected`` and ``goal_actual`` enter the evaluation's draft. A label is known by its place: it stands
beside its counterpart over two texts, or before a text of its own. Words only say which of the two it is, so that a
label of no list is a label all the same. Line breaks of the texts stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from functools import lru_cache
from typing import Literal

from jixiao.forms.labels import exact_key, label
from jixiao.model import Cell, Extra, Unplaced
from jixiao.model.classes import dataclass
from jixiao.values.pattern import lazy

from ... import messages as say
from ...tables.align import Slot, align
from ...tables.columns import slot
from ...tables.draft import Draft, unplaced
from ...tables.lines import Line, clean, is_blank
from ...tables.shapes import Shape, shape
from ..manners import INDICATORS

Role = Literal["expected", "actual"]
_FIELD = {"expected": "goal_expected", "actual": "goal_actual"}
_LONGEST = 16
_DONE = lazy(r"完成|实现|达成|落实|执行|达到|兑现|成效|结果|进展|实际|期末|年终|年末")
_TO_DO = lazy(r"(?:拟|预期|预计|计划|应|要|待)(?:完成|实现|达到|达成)")
_SAID = lazy(r"情况|实际|结果|综述|程度|状况")
_WANTED = lazy(r"目标|预期|预设|任务")
_NOUN = lazy(r"(?:目标|情况|内容|结果|综述|状况|程度|概述|描述|说明|设定|预期|成效|进展|表述)$")
_STATE = lazy(r"(?:完成|达成|实现|落实|申报)$")
_OTHER = lazy(r"[^，。；,;]{2,14}(?:内容|概述|概况|情况|名称|说明|依据|进展|措施|问题|单位|部门|时间|日期)")
_SENTENCE = lazy(r"[，。；,;！!？?、]|\d")
_YEAR = lazy(r"年度|年初|当年|本年|全年")


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell as a label: which of the two goals it names, and how surely: 3 a word in use, 2 built like a label, 1
    perhaps a text. Without a role it is a text, or a label of something else.
    """

    cell: Cell
    role: Role | None = None
    sure: int = 0


def mark(cell: Cell) -> Mark:
    """What a cell of the goals is as a label."""
    role, sure = _role(cell.text)
    return Mark(cell, role, sure)


@lru_cache(maxsize=8192)
def _role(text: str) -> tuple[Role | None, int]:
    found = exact_key(text, "goals")
    if found == "expected":
        return "expected", 3
    if found == "actual":
        return "actual", 3
    flat = label(text).bare
    if found or not 2 <= len(flat) <= _LONGEST or _SENTENCE.search(flat) or exact_key(text, "head"):
        return None, 0
    sure = 2 if _NOUN.search(flat) else 1 if _STATE.search(flat) else 0
    if not sure:
        return None, 0
    if _DONE.search(flat) and (_SAID.search(flat) or not _TO_DO.search(flat)):
        return "actual", sure
    return ("expected", sure) if _WANTED.search(flat) else (None, 0)


def opens_goals(line: Line, following: Line | None) -> bool:
    """Whether a row above the indicators begins the goals, or goes on with them."""
    filled = line.filled
    if len(filled) > 5 or exact_key(filled[0].text, "head") or any(shape(cell.text) == Shape.NUMBER for cell in filled):
        return False
    marks = [mark(cell) for cell in filled]
    if any(m.sure == 3 for m in marks):
        return True
    if _header(line, marks, following) is not None:
        return True
    return any("目标" in label(m.cell.text).bare for m, _ in _before_texts(line, marks))


def read_goals(lines: Sequence[Line], draft: Draft, extra: list[tuple[Extra, Line, Cell]]) -> list[Unplaced]:
    """Fill the draft; gives what found no place."""
    goals = _Goals(draft, extra)
    place = 0
    while place < len(lines):
        line = lines[place]
        following = lines[place + 1] if place + 1 < len(lines) else None
        place += 1
        marks = [mark(cell) for cell in line.filled]
        columns = _header(line, marks, following)
        if columns is not None:
            goals.lose_from_header(line, marks, columns)
            below = _texts_under(lines, place)
            place += len(below)
            goals.texts(_slots(line, columns), below)
            continue
        pairs = _before_texts(line, marks)
        for m, texts in pairs:
            goals.beside(line, m, texts)
        if pairs:
            goals.lose(line, _before(line, pairs[0][0]))
        else:
            goals.other(line)
    return goals.lost


@dataclass(slots=True)
class _Goals:
    """What the goals of one table say, as it is gathered."""

    draft: Draft
    extra: list[tuple[Extra, Line, Cell]]
    lost: list[Unplaced] = field(default_factory=list)
    taken: dict[str, tuple[Mark, Line, Cell]] = field(default_factory=dict)

    def lose(self, line: Line, cells: Sequence[Cell]) -> None:
        """Cells that belong to nothing."""
        self.lost += [unplaced(line, cell, say.NO_PLACE(block=say.GOALS)) for cell in cells]

    def lose_from_header(self, line: Line, marks: Sequence[Mark], columns: Sequence[Mark]) -> None:
        """Labels between those that are known: what stands under them is no goal."""
        self.lost += [
            unplaced(line, m.cell, say.UNKNOWN_GOAL())
            for m in marks[1:]
            if not m.sure and m.cell.index < columns[-1].cell.index and not exact_key(m.cell.text, "goals")
        ]

    def take(self, m: Mark, text: str, line: Line, cell: Cell) -> None:
        """The text of a label. Of two goals the one of the year is meant, or else the one under the better known word;
        the other is kept as it is printed.
        """
        name, printed = _FIELD[m.role or "expected"], label(m.cell.text).text
        earlier = self.taken.get(name)
        if earlier is not None and _rank(m) > _rank(earlier[0]):
            old, old_line, old_cell = earlier
            self.extra.append((Extra(label=label(old.cell.text).text, text=clean(old_cell.text)), old_line, old_cell))
        elif self.draft.has(name):
            if text:
                self.extra.append((Extra(label=printed, text=text), line, cell))
            return
        self.draft.put(name, text, line, cell)
        self.taken[name] = (m, line, cell)

    def texts(self, slots: list[Slot], rows: Sequence[Line]) -> None:
        """The texts under the labels; further rows of the same build go on in the same fields."""
        parts: dict[str, list[tuple[str, Line, Cell]]] = {}
        for line in rows:
            merged = len(line.cells) > len(slots) - 1
            alignment = align(slots, [line], INDICATORS)
            for i, (cell, place) in enumerate(zip(line.cells, alignment.slots, strict=True)):
                if place is None:
                    if not is_blank(cell.text) and not (merged and cell.continues):
                        self.lose(line, [cell])
                elif slots[place].key == "side":
                    if not is_blank(cell.text) and not exact_key(cell.text, "goals"):
                        self.lose(line, [cell])
                elif alignment.rivals[i] and not is_blank(cell.text) and len(line.cells) < len(slots) - 1:
                    name = _FIELD[slots[place].label]
                    self.draft.unsure(name, clean(cell.text), say.GOAL_OR_RESULT(), line, cell)
                else:
                    parts.setdefault(slots[place].label, []).append((clean(cell.text), line, cell))
        for s in slots[1:]:
            found = parts.get(s.label, [])
            if found and s.cell is not None:
                whole = "\n".join(text for text, _, _ in found if text)
                self.take(mark(s.cell), whole, found[0][1], found[0][2])

    def beside(self, line: Line, m: Mark, texts: Sequence[Cell]) -> None:
        """A label with its text to the right."""
        printed = label(m.cell.text).text
        cell = texts[0] if texts else next(cell for cell in line.cells if cell.index > m.cell.index)
        if len(texts) > 1:
            self.lose(line, texts)
        elif m.sure == 3 or "目标" in printed or (m.role == "actual" and self.draft.has("goal_expected")):
            self.take(m, clean(cell.text), line, cell)
        elif texts:
            self.extra.append((Extra(label=printed, text=clean(cell.text)), line, cell))

    def other(self, line: Line) -> None:
        """A row without a label of a goal."""
        filled = line.filled
        if len(filled) == 2 and len(clean(filled[0].text)) <= 30:
            self.extra.append((Extra(label=label(filled[0].text).text, text=clean(filled[1].text)), line, filled[1]))
        else:
            self.lose(line, filled)


def _rank(m: Mark) -> tuple[bool, int]:
    return bool(_YEAR.search(label(m.cell.text).bare)), m.sure


# --- labels over their texts ---


def _header(line: Line, marks: Sequence[Mark], following: Line | None) -> list[Mark] | None:
    """The labels of a row that has nothing but labels, each over its text in the row below; ``None`` for others."""
    named = [m for m in marks if m.sure]
    if len(marks) < 2 or not named or named[-1].cell is not marks[-1].cell:
        return None
    last: dict[Role | None, Mark] = {m.role: m for m in named}
    if len(last) == 2:
        columns = sorted(last.values(), key=lambda m: m.cell.index)
        left, right = columns
        if left.sure == right.sure == 3 or following is None:
            return columns if left.sure == right.sure == 3 else None
        below = _at(following, line, left)
        return columns if below is None or right.sure > below.sure else None
    ends = marks[-1].cell.index == line.cells[-1].index
    return [named[-1]] if ends and all(m.sure == 3 for m in named) and len(marks) > 1 else None


def _at(below: Line, line: Line, left: Mark) -> Mark | None:
    """What stands in the row below where the left label stands, as a label."""
    if line.grid and below.grid:
        found = next((c for c in below.cells if c.column <= left.cell.column < c.column + c.span), None)
    else:
        from_end = len(line.cells) - line.cells.index(left.cell)
        found = below.cells[-from_end] if from_end <= len(below.cells) else None
    if found is None or found.continues or is_blank(found.text):
        return None
    return mark(found)


def _texts_under(lines: Sequence[Line], place: int) -> list[Line]:
    """The rows of texts under a header: the first, and those of its build that name nothing else."""
    below: list[Line] = []
    for line in lines[place:]:
        marks = [mark(cell) for cell in line.filled]
        if below and (line.signature != below[0].signature or _is_pair(line) or any(m.sure == 3 for m in marks)):
            break
        sides = [m for m in marks if m.sure == 3]
        if not below and sides and not (len(line.cells) > 2 and len(sides) == 1 and sides[0].cell is line.cells[0]):
            break
        below.append(line)
    return below


def _is_pair(line: Line) -> bool:
    """A label of something else with its text (项目实施内容 | …), and not one more goal."""
    return len(line.filled) == 2 and _OTHER.fullmatch(label(line.filled[0].text).text) is not None


def _slots(line: Line, columns: Sequence[Mark]) -> list[Slot]:
    """The columns of the texts; a cell before them names the block."""
    marked = []
    for m in columns:
        s = slot(line, m.cell, "text")
        marked.append(Slot("text", m.role or "", s.start, s.end, False, m.cell, line))
    return [Slot("side", optional=True), *marked]


# --- labels before their texts ---


def _before_texts(line: Line, marks: Sequence[Mark]) -> list[tuple[Mark, list[Cell]]]:
    """The labels of a row that stand before their texts, each with the filled cells behind it."""
    found: list[tuple[Mark, list[Cell]]] = []
    for place, m in enumerate(marks):
        rest = marks[place + 1 :]
        if m.sure and not _is_text(found, m, rest) and not _names_block(line, m, rest):
            found.append((m, []))
        elif found:
            found[-1][1].append(m.cell)
    return [(m, texts) for m, texts in found if texts or m.cell.index < line.cells[-1].index]


def _names_block(line: Line, m: Mark, rest: Sequence[Mark]) -> bool:
    """Whether a label stands before another one, and not before a text."""
    if not rest or not rest[0].sure:
        return False
    if len(rest) == 1:
        return rest[0].sure == 3 and rest[0].cell.index < line.cells[-1].index
    return rest[0].sure > 1 or (len(rest) == 2 and m.sure == 3)


def _is_text(found: Sequence[tuple[Mark, list[Cell]]], m: Mark, rest: Sequence[Mark]) -> bool:
    """Whether what could be a label is the text of the label before it."""
    return bool(found) and not found[-1][1] and (not rest or m.sure < 2)


def _before(line: Line, first: Mark) -> list[Cell]:
    """Cells before the first label that do not name the block."""
    return [c for c in line.filled if c.index < first.cell.index and not exact_key(c.text, "goals")]
