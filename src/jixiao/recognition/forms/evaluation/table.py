"""One evaluation from the rows of its table.

Rows and the caption over them enter; :class:`FoundEvaluation` s leave, with places relative to each evaluation.
A Word table may hold several: each begins with its own 项目名称.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import field, replace
from typing import Literal

from jixiao.forms.labels import exact_key, label
from jixiao.model import Cell, Evaluation, Extra, Funds, Position, Unplaced
from jixiao.model.classes import dataclass
from jixiao.values.pattern import lazy

from ... import messages as say
from ...captions import PAIR, Caption, is_title
from ...tables.draft import Draft, unplaced
from ...tables.lines import Line, clean
from .blocks import TableBlock, blocks_of
from .foot import read_foot
from .goals import read_goals
from .head import read_head
from .headers import header_keys, headers_of
from .indicators import read_indicators
from .money import read_money
from .signs import signs
from .splits import read_split

_NOTE = lazy(r"((?:填表|填报)?(?:说明|备注|注))\s*[::：.、]?\s*")


@dataclass(slots=True)
class FoundEvaluation:
    """An evaluation, the places of its facts, and what of its table found no place."""

    evaluation: Evaluation
    trace: dict[str, Position] = field(default_factory=dict)
    unplaced: list[Unplaced] = field(default_factory=list)


def read_evaluations(lines: Sequence[Line], caption: Caption) -> list[FoundEvaluation]:
    """All evaluations of one table, in order. The caption's annex belongs to the first, its title and year to all."""
    found: list[FoundEvaluation] = []
    for place, part in enumerate(_parts(lines)):
        own = replace(caption, others=list(caption.others), places=dict(caption.places))
        if place:
            own.annex = ""
        found.append(_read(part, own))
    return found


def _parts(lines: Sequence[Line]) -> list[list[Line]]:
    """The table cut before each further 项目名称, title rows above it included."""
    starts = [0]
    seen = False
    for place, line in enumerate(lines):
        if seen and signs(line).names and any(signs(later).is_indicators for later in lines[place:]):
            while place - 1 > starts[-1] and _is_title_row(lines[place - 1]):
                place -= 1
            starts.append(place)
            seen = False
        elif signs(line).is_indicators:
            seen = True
    return [list(lines[a:b]) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _is_title_row(line: Line) -> bool:
    filled = line.filled
    if not filled:
        return True
    return len(filled) == 1 and (
        is_title(filled[0].text) or filled[0].text.strip().startswith(("附件", "（20", "(20", "附表"))
    )


def _read(lines: list[Line], caption: Caption) -> FoundEvaluation:
    blocks = blocks_of(lines)
    of = {
        kind: [block for block in blocks if block.kind == kind] for kind in ("head", "split", "goals", "foot", "tasks")
    }
    draft = Draft()
    extra: list[tuple[Extra, Line, Cell]] = []
    lost = read_head(_body(of["head"]), draft, extra, caption)
    lost += _funds([block for block in blocks if block.kind in ("money", "pairs")], of["split"], draft, extra, caption)
    lost += read_goals(_body(of["goals"]), draft, extra)
    lost += [_task(line) for line in _body(of["tasks"])]

    indicators = read_indicators([block for block in blocks if block.kind == "indicators"])
    draft.fields.update(indicators=tuple(indicators.indicators), declared=tuple(indicators.declared))
    draft.trace.update(indicators.trace)
    extra += indicators.extra
    lost += indicators.unplaced
    lost += read_foot(_body(of["foot"]), draft, indicators.slots, extra)

    _caption_others(caption, draft)
    kind = _kind(draft, caption)
    for name in ("title", "year", "annex"):
        if getattr(caption, name):
            draft.fields[name] = getattr(caption, name)
            draft.trace[f"/{name}"] = caption.places[name]
    _extra(draft, [(item, line.position(cell)) for item, line, cell in extra] + _caption_extra(caption))
    draft.trace[""] = lines[0].whole
    return FoundEvaluation(Evaluation(kind=f"{kind}-evaluation", **draft.finished()), draft.trace, lost)


def _body(blocks: Sequence[TableBlock]) -> list[Line]:
    return [line for block in blocks for line in block.body]


def _extra(draft: Draft, found: list[tuple[Extra, Position]]) -> None:
    draft.fields["extra"] = tuple(item for item, _ in found)
    draft.trace.update({f"/extra/{place}": where for place, (_, where) in enumerate(found)})


def _caption_others(caption: Caption, draft: Draft) -> None:
    """The unit named over the table, where the table itself names none."""
    for item in caption.others:
        name, value, place = item
        if exact_key(name, "head") == "unit_name" and not draft.has("unit"):
            draft.fields["unit"] = value
            draft.trace["/unit"] = place
            caption.others.remove(item)
            return


def _caption_extra(caption: Caption) -> list[tuple[Extra, Position]]:
    return [(Extra(label=label(name).text, text=value), place) for name, value, place in caption.others]


def with_notes(found: FoundEvaluation, notes: Sequence[tuple[str, Position]]) -> None:
    """Keep what stands under the table: each note or signature as an extra with its place."""
    extra = list(found.evaluation.extra)
    for text, place in notes:
        for name, value in _named(text):
            found.trace[f"/extra/{len(extra)}"] = place
            extra.append(Extra(label=name, text=value))
    found.evaluation = found.evaluation.model_copy(update={"extra": tuple(extra)})


def _named(text: str) -> list[tuple[str, str]]:
    """The labels of a line with their texts; a note is one."""
    flat = clean(text)
    if (note := _NOTE.match(flat)) is not None:
        return [(note[1], flat[note.end() :].strip())]
    return [(found[1], found[2].strip(" \u3000\t")) for found in PAIR.finditer(flat)]


def _task(line: Line) -> Unplaced:
    text = "｜".join(clean(cell.text) for cell in line.filled)
    return unplaced(line, line.filled[0], say.TASKS(), text)


def _funds(
    blocks: list[TableBlock],
    splits: list[TableBlock],
    draft: Draft,
    extra: list[tuple[Extra, Line, Cell]],
    caption: Caption,
) -> list[Unplaced]:
    money, split = read_money(blocks), read_split(_body(splits))
    unit = money.unit or caption.unit
    if money.unit:
        draft.trace["/funds/unit"] = money.trace.pop("/unit")
    elif caption.unit:
        draft.trace["/funds/unit"] = caption.places["unit"]
    draft.fields["funds"] = Funds(
        unit=unit or "万元",
        lines=tuple(money.lines),
        by_income=tuple(split.income),
        by_expenditure=tuple(split.expenditure),
    )
    draft.take("/funds", money.trace)
    draft.take("/funds", split.trace)
    extra += money.extra
    return money.unplaced + split.unplaced


def _kind(draft: Draft, caption: Caption) -> Literal["project", "unit"]:
    """整体 in the title, or a unit's name and no project's: then the unit's name is the evaluation's name."""
    unit = "整体" in caption.title and "项目" not in caption.title
    if draft.has("name") and not unit:
        return "project"
    if not unit and not draft.has("unit"):
        return "project"
    if not draft.has("name") and draft.has("unit"):
        draft.fields["name"] = draft.fields.pop("unit")
        draft.trace["/name"] = draft.trace.pop("/unit")
    return "unit"


def is_evaluation(lines: Sequence[Line]) -> bool:
    """Whether the rows hold indicators with what was achieved or scored, and not only targets or a plan of scores."""
    headers = [line for line in lines if signs(line).is_indicators]
    if any(_has_results(signs(line).columns) for line in headers):
        return True
    return bool(headers) and any(
        header.kind == "indicators" and _has_results(header_keys(lines[header.start : header.end]))
        for header in headers_of(lines)
    )


def _has_results(keys: Collection[str]) -> bool:
    return ("actual" in keys or "score" in keys) and ("target" in keys or "actual" in keys)
