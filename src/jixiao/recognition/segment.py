"""Which paragraphs of a file are captions of tables, which are prose, and which tables are one table cut by a page.

A document enters; its segments leave in order: runs of prose, and tables with the caption over them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field

from jixiao.forms.labels import exact_key
from jixiao.model import Block, Document, Paragraph, Position, Table
from jixiao.model.classes import dataclass
from jixiao.values.pattern import lazy

from .captions import Caption, caption_part, is_title
from .forms.base_data.parts import is_base_table
from .forms.evaluation.blocks import is_note
from .forms.evaluation.foot import is_total
from .forms.evaluation.signs import signs
from .forms.evaluation.table import is_evaluation
from .tables.lines import Line, clean, is_blank, lines_of, place_of

_LONGEST_CAPTION = 8
_LONGEST_HEADING = 25
_TITLE_BEGUN = lazy(
    r"(?=.{4,40}$)(?!.*报告)(?:20\d\d\s*年?度?)?.*(?:支出|绩效|项目|部门|单位|局|委|院|校|中心|大队|办公室)"
)


@dataclass(slots=True)
class Tabled:
    """A table with its caption; ``kind`` is ``evaluation``, ``base`` or ``other``."""

    lines: list[Line]
    caption: Caption
    kind: str = ""
    before: list[Paragraph] = field(default_factory=list)
    """The paragraphs taken as caption: they are prose again where the table turns out to be no form of ours."""
    after: list[Paragraph] = field(default_factory=list)
    """Notes and signatures directly under a form."""


@dataclass(slots=True)
class Prose:
    """A run of paragraphs."""

    paragraphs: list[Paragraph]


Segment = Tabled | Prose
_NUMBERED = lazy(r"(?:^|(?<=[：:]))\s*(\d{1,2})\s*[.、．](?!\d)")
_NOTE_WORD = lazy(r"^(?:填表|填报)?(?:说明|备注|注)\s*(?=[:：])")
_ENDS = ("。", "；", ";", "．")


def segments(document: Document) -> list[Segment]:
    """Prose and tables in order. Paragraphs around a table of no known form stay one run."""
    found: list[Segment] = []
    run: list[Paragraph] = []
    gap: list[Paragraph] = []
    framed = Caption()
    spoken = False  # whether any word stands in run or gap: looked up for each paragraph it would take quadratic time
    for place, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            above = None if spoken else _form_above(block, found)
            if above is None:
                gap.append(block)
                spoken = spoken or not is_blank(block.text)
            else:
                above.after.append(block)
            continue
        lines = lines_of(block, document.sha256)
        if not lines:
            continue
        if (frame := _frame(lines, block, document.blocks[place + 1 :])) is not None:
            framed = frame
            continue
        last = found[-1] if found else None
        if isinstance(last, Tabled) and not run and _joins(last.lines, lines, gap):
            last.lines += lines
            last.kind = _kind(last)
            if headings := [p for p in gap if not is_blank(p.text)]:
                found.insert(len(found) - 1, Prose(headings))
            gap, spoken = [], False
            continue
        rest, caption, taken = _caption(gap, document.sha256)
        table = Tabled(lines, _with(caption, framed), before=taken)
        table.kind = _kind(table)
        framed = Caption()
        run += rest
        gap = []
        if table.kind != "other" or _begins_form(lines) or (_is_staff(lines) and "基础数据" in caption.title):
            if any(not is_blank(p.text) for p in run):
                found.append(Prose(run))
            run = []
        else:
            run += taken
        spoken = any(not is_blank(p.text) for p in run)
        found.append(table)
    run += gap
    if any(not is_blank(p.text) for p in run):
        found.append(Prose(run))
    return found


def _frame(lines: Sequence[Line], table: Table, following: Sequence[Block]) -> Caption | None:
    """The caption in a table that is nothing but the frame of the next one."""
    inner = following[0] if following else None
    if not isinstance(inner, Table) or inner.within != table.number:
        return None
    caption = Caption()
    for line in lines:
        for cell in line.filled:
            for text in clean(cell.text).split("\n"):
                if not is_blank(text) and not caption_part(text, caption, line.position(cell)):
                    return None
    return caption


def _with(caption: Caption, framed: Caption) -> Caption:
    """A caption completed by what stands in the frame around its table."""
    for name in ("annex", "title", "year", "unit"):
        if (value := getattr(framed, name)) and not getattr(caption, name):
            caption.set(name, value, framed.places[name])
    caption.others += framed.others
    return caption


def _form_above(paragraph: Paragraph, found: list[Segment]) -> Tabled | None:
    """The evaluation that a note or signature (注：…, 填表人：…) stands directly under, or goes on with (2.…)."""
    last = found[-1] if found else None
    if not isinstance(last, Tabled):
        return None
    if not is_note(clean(paragraph.text)) and not _goes_on_counting(paragraph, last.after):
        return None
    return last if last.kind == "evaluation" else None


def _goes_on_counting(paragraph: Paragraph, notes: Sequence[Paragraph]) -> bool:
    """Whether a numbered sentence is the next one of the notes above it."""
    here = _NUMBERED.match(clean(paragraph.text))
    if here is None or not notes or not clean(paragraph.text).endswith(_ENDS):
        return False
    before = _NUMBERED.search(_NOTE_WORD.sub("", clean(notes[-1].text)))
    return int(here[1]) == (int(before[1]) + 1 if before is not None else 1)


def _kind(table: Tabled) -> str:
    if is_evaluation(table.lines):
        return "evaluation"
    return "base" if is_base_table(table.lines, table.caption) else "other"


def _caption(paragraphs: Sequence[Paragraph], file: str) -> tuple[list[Paragraph], Caption, list[Paragraph]]:
    """The paragraphs before the caption, the caption directly over a table, and the paragraphs it was made of."""
    caption = Caption()
    cut = len(paragraphs)
    count = 0
    for place in range(len(paragraphs) - 1, -1, -1):
        paragraph = paragraphs[place]
        text = clean(paragraph.text)
        if not text:
            continue
        if count == _LONGEST_CAPTION or caption.annex or (caption.title and is_title(text)):
            break
        position = place_of(paragraph, file)
        if not caption_part(text, caption, position) and not _begins_title(text, caption, position):
            break
        count += 1
        cut = place
    return list(paragraphs[:cut]), caption, list(paragraphs[cut:])


def _begins_title(text: str, caption: Caption, place: Position) -> bool:
    """The first line of a title over two lines: 2024年度部门整体支出 / 绩效自评表."""
    if not caption.title or len(caption.title) > 12 or not _TITLE_BEGUN.fullmatch(text) or "：" in text:
        return False
    whole = Caption()
    if not caption_part(re.sub(r"\s", "", text) + caption.title, whole, place):
        return False
    caption.title = whole.title
    caption.places["title"] = place
    caption.set("year", whole.year, place)
    return True


def _begins_form(lines: Sequence[Line]) -> bool:
    """The first part of a form that a page break cut: its head, or its money."""
    return any(signs(line).is_money for line in lines) and any(signs(line).names for line in lines[:6])


def _joins(before: Sequence[Line], lines: Sequence[Line], gap: Sequence[Paragraph]) -> bool:
    """Whether a table goes on from the one before: on the next page, or behind a heading between head and
    indicators.
    """
    words = [clean(p.text) for p in gap if not is_blank(p.text)]
    if not words:
        return _goes_on(before, lines)
    if len(words) > 2 or any(len(text) > _LONGEST_HEADING or is_title(text) for text in words):
        return False
    begun = _begins_form(before) and not any(signs(line).is_indicators for line in before)
    return (
        begun and is_evaluation(lines) and not _begins_form(lines) and not any(signs(line).names for line in lines[:4])
    )


def _goes_on(before: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether a table directly behind another one, without a word between them, is its next page."""
    if any(signs(line).names for line in lines[:4]):
        return False
    base = Caption(title="基础数据表")
    if _is_staff(before) and not _is_staff(lines) and not is_base_table(before, base):
        return is_base_table([*before, *lines], base)
    if is_base_table(before, base):
        return not is_evaluation(lines) and any(
            exact_key(line.filled[0].text, block) for line in lines if line.filled for block in ("spending", "base")
        )
    begun = any(signs(line).is_indicators or signs(line).is_money or signs(line).names for line in before)
    if not begun or any(is_total(line) for line in _after_header(before)):
        return False
    if any(signs(line).is_money for line in lines):
        # the head of a form, and its money on the next page
        return not any(signs(line).is_money for line in before)
    if any(signs(line).is_indicators or is_total(line) or signs(line).has_level for line in lines):
        return True
    builds = {line.signature for line in _after_header(before)[1:]}
    return 2 * sum(1 for line in lines if line.signature in builds) >= len(lines)


def _is_staff(lines: Sequence[Line]) -> bool:
    """The first block of a base table and no more: its column heads and figures."""
    return any(sum(1 for cell in line.filled if exact_key(cell.text, "staff")) >= 2 for line in lines)


def _after_header(lines: Sequence[Line]) -> list[Line]:
    place = next((i for i, line in enumerate(lines) if signs(line).is_indicators), len(lines))
    return list(lines[place:])
