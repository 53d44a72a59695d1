"""A place as a person finds it: "表5 办案费 · 产出指标 · 检查次数 · 得分". Case and pointer enter; a message leaves.

The one home of these words: the command line, the marked page and the working paper print the same. Where a name does
not tell one row from another, what does goes with it: the second level, the row that it belongs to, or its number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..model import BaseData, Case, Claim, Dossier, Evaluation, Message, Position, Report, Term, locate
from ..model.base import Filed
from ..model.message import WORDS
from ..model.pointer import positional, segments
from ..model.records.base_data import SpendingLine
from ..model.records.evaluation import FundLine, Funds, Indicator
from ..model.records.report import Passage, Section
from ..model.trace import column_letters
from . import messages as say
from .kinds import kinds
from .terms import FIELDS, FUND_TOTAL, MONEY_UNIT, SPENDING

Part = Message | Term | str
"""What one step of a place is called: words of the program, of the field, or of the people who filed."""

_OWN = frozenset({"name", "label", "text", "amount", "points"})
"""Fields that are what their item is called, or all that it says: they need no further word."""

_SILENT = frozenset({"funds", "lines", "indicators", "sections", "paragraphs", "declared", "extra"})
"""Groups whose items are found without the name of the group."""

_QUOTE = 24


@dataclass(frozen=True, slots=True)
class Found:
    """A place taken apart: the table or report it is in (``head``), and the steps inside it, from the outside in."""

    head: Part
    steps: tuple[Part, ...] = ()

    def message(self) -> Message:
        """Head and steps as one."""
        return joined((self.head, *self.steps))


def whereabouts(case: Case, pointer: str) -> Message:
    """Where a person finds the fact at a pointer. Of a pointer that leads nowhere, what is around it."""
    return found(case, pointer).message()


def object_of(case: Case, pointer: str) -> Message:
    """The table or report that a pointer leads into, by name: "办案费 项目支出绩效自评表"."""
    record = _record(case.dossier, pointer)
    if record is None:
        return say.ALL_FILED()
    kind = kinds().get(record.kind)
    title: Part = kind.title if kind else record.title or record.kind
    name = record.name if isinstance(record, Evaluation) and record.scope == "project" else ""
    return say.TABLE_OF(name=name, kind=title) if name else joined((title,))


def found(case: Case, pointer: str) -> Found:
    """The place taken apart, for whoever prints several of one table."""
    place, dossier = _leading(case.dossier, pointer), case.dossier
    record = _record(dossier, place)
    if record is None:
        return Found(say.ALL_FILED(), tuple(_word(name) for name in segments(place)[:1] if name != "records"))
    steps = tuple(_steps(record, segments(place)[2:]))
    position = _position(case, place)
    head = _in_file(case, position, _placed(case, position, _name(dossier, record, position)))
    if steps and position is not None and position.sheet is not None and place in case.trace:
        steps = (*steps[:-1], _in_cell(steps[-1], position))
    return Found(head, steps)


def joined(parts: Sequence[Part]) -> Message:
    """Parts as one message, the outer ones first."""
    first, *rest = parts
    message = first if isinstance(first, Message) else WORDS(text=first)
    for part in rest:
        message = say.WITHIN(outer=message, inner=part)
    return message


def _leading(dossier: Dossier, pointer: str) -> str:
    """The pointer by positions, as far as it leads anywhere."""
    place = pointer if pointer.startswith("/") else ""
    while place:
        try:
            return positional(dossier, place)
        except LookupError:
            place = place.rpartition("/")[0]
    return place


def _record(dossier: Dossier, place: str) -> Filed | None:
    """The record that a pointer leads into; ``None`` where it is about the dossier."""
    parts = segments(_leading(dossier, place))
    return dossier.records[int(parts[1])] if len(parts) > 1 and parts[0] == "records" else None


# --- the head: file, table, name ---


def _position(case: Case, place: str) -> Position | None:
    """The place in the file. What is printed around a table (its title) is found by the table."""
    position = locate(case.trace, place)
    record = "/".join(place.split("/")[:3])
    if position is None or position.table is not None or position.sheet is not None:
        return position
    if isinstance(_record(case.dossier, place), Report):
        return position
    inside = (p for at, p in case.trace.items() if at.startswith(f"{record}/") and p.file == position.file)
    return next((p for p in inside if p.table is not None), position)


def counted(case: Case, position: Position) -> Position:
    """A position as a person counts tables: one that goes on over a page is one."""
    if position.table is None:
        return position
    before = sum(1 for table in case.joined.get(position.file, ()) if table <= position.table)
    return position._replace(table=position.table - before)


def _placed(case: Case, position: Position | None, name: Part) -> Part:
    if position is not None and position.sheet is not None:
        return say.ON_SHEET(sheet=position.sheet, name=name)
    if position is not None and position.table is not None:
        return say.IN_TABLE(number=(counted(case, position).table or 0) + 1, name=name)
    return name


def _in_file(case: Case, position: Position | None, head: Part) -> Part:
    """With the name of the file, where several were given; with its folder, where two have one name."""
    file = case.file_of(position) if position is not None and len(case.files) > 1 else None
    if file is None:
        return head
    twice = sum(other.name == file.name for other in case.files) > 1
    path = "/".join(file.paths[0].replace("\\", "/").split("/")[-2:]) if twice and file.paths else file.name
    return say.IN_FILE(file=path, place=head)


def _in_cell(last: Part, position: Position) -> Part:
    if position.row is None or position.cell is None:
        return last
    return say.IN_CELL(place=last, cell=f"{column_letters(position.cell)}{position.row + 1}")


def _name(dossier: Dossier, record: Filed, position: Position | None) -> Part:
    """What a record is called among those of its case. Where two are called alike and no file tells them apart, their
    number does.
    """
    name = _called(record)
    alike = [other for other in dossier.records if _called(other) == name]
    if len(alike) == 1 or (position is not None and (position.table is not None or position.sheet is not None)):
        return name
    return say.NTH_OF_NAME(name=name, number=1 + _place(alike, record))


def _called(record: Filed) -> Part:
    kind = kinds().get(record.kind)
    if isinstance(record, Evaluation) and record.scope == "project" and record.name:
        return record.name
    if kind is None:
        return record.title or record.kind
    return kind.title if not kind.short else Term(kind.short, kind.title.en)


def _place(items: Sequence[Any], wanted: Any) -> int:
    return next(number for number, item in enumerate(items) if item is wanted)


# --- the steps inside a record ---


def _steps(record: Filed, rest: Sequence[str]) -> Iterator[Part]:
    if rest[:1] == ["claims"] and isinstance(record, Report) and len(rest) > 1:
        claim = record.claims[int(rest[1])]
        yield from _steps(record, segments(claim.paragraph))
        yield _stated(claim)
        return
    here: Any = record
    for step, name in enumerate(rest):
        if isinstance(here, tuple):
            yield from _item(here, int(name))
            here = here[int(name)]
        else:
            is_last = step == len(rest) - 1
            if (is_last and not _goes_without_saying(here, name)) or (not is_last and name not in _SILENT):
                yield _field(record, here, name)
            here = getattr(here, name)


def _goes_without_saying(here: Any, name: str) -> bool:
    """Whether a field is what its item is called, so that the item alone tells it."""
    return not isinstance(here, Filed) and name in _OWN


def _field(record: Filed, here: Any, name: str) -> Part:
    """What a field is called; a column of the base data as its head is printed."""
    if isinstance(here, SpendingLine) and name in SPENDING:
        heads = record.columns if isinstance(record, BaseData) else ()
        place = tuple(SPENDING).index(name)
        return heads[place] if len(heads) == len(SPENDING) and heads[place] else SPENDING[name]
    if name == "unit" and isinstance(here, (Funds, BaseData)):
        return MONEY_UNIT
    return _word(name)


def _word(name: str) -> Part:
    return FIELDS.get(name) or Term(name, name.replace("_", " "))


def _item(items: Sequence[Any], number: int) -> Iterator[Part]:
    """What an item of a list is called, so that it can be told from the others of the list."""
    item = items[number]
    match item:
        case Indicator():
            yield from _indicator(items, item)
        case Section():
            yield from _section(items, number)
        case Passage():
            yield say.NTH_PARAGRAPH(number=number + 1)
        case SpendingLine():
            yield from _line(items, item)
        case _:
            name = _label(item)
            alike = [other for other in items if name and _label(other) == name]
            if not name:
                yield say.NTH_ROW(number=number + 1)
            else:
                yield name if len(alike) == 1 else say.NTH_OF_NAME(name=name, number=1 + _place(alike, item))


def _label(item: Any) -> Part:
    if isinstance(item, str):
        return item
    if isinstance(item, FundLine) and item.source == "total":
        return item.label or FUND_TOTAL
    return next((text for name in ("name", "label", "title") if (text := getattr(item, name, ""))), "")


def _indicator(items: Sequence[Indicator], item: Indicator) -> Iterator[Part]:
    alike = [other for other in items if (other.level1, other.name) == (item.level1, item.name)]
    nearer = [other for other in alike if other.level2 == item.level2]
    levels = (item.level1, item.level2) if len(alike) > len(nearer) else (item.level1,)
    yield from (level for level in levels if level)
    if not item.name:
        yield say.NTH_ROW(number=1 + _place(items, item))
    else:
        yield item.name if len(nearer) == 1 else say.NTH_OF_NAME(name=item.name, number=1 + _place(nearer, item))


def _section(items: Sequence[Section], number: int) -> Iterator[Part]:
    """The heading, under that of its chapter."""
    item = items[number]
    chapter = next((s for s in reversed(items[:number]) if s.level == 1 and item.level > 1), None)
    yield from (_heading(section) for section in (chapter, item) if section is not None)


def _heading(section: Section) -> Part:
    return f"{section.number}{section.title}" or say.OPENING()


def _line(items: Sequence[SpendingLine], item: SpendingLine) -> Iterator[Part]:
    alike = [other for other in items if other.label == item.label]
    above = next((other for other in items if other.id == item.parent), None) if len(alike) > 1 else None
    nearer = [other for other in alike if other.parent == item.parent]
    if above is not None and above.label:
        yield above.label
    if not item.label:
        yield say.NTH_ROW(number=1 + _place(items, item))
    else:
        yield item.label if len(nearer) == 1 else say.NTH_OF_NAME(name=item.label, number=1 + _place(nearer, item))


def _stated(claim: Claim) -> Message:
    words = " ".join(claim.quote.split())
    return say.STATED(words=words if len(words) <= _QUOTE else f"{words[: _QUOTE - 1]}…")
