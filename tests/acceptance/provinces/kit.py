"""What the files of this folder are made of: facts in shorthand, layouts, and the pages they give.

A :class:`Filing` holds the intended dossier and the way it is laid out; faults change the dossier (or the words of a
page) and the same layout prints them, so that nothing is written twice.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from jixiao.model import (
    BaseData,
    Dossier,
    Evaluation,
    FundLine,
    Funds,
    Indicator,
    Passage,
    Report,
    Section,
    SpendingLine,
    Staff,
)
from tests.docx_builder import Block, C, Cell, Level, P, R, T

MONEY = ("initial_budget", "revised_budget", "outturn", "weight", "rate", "score")
ROW = ("level1", "level2", "name", "target", "actual", "weight", "score", "explanation")
SPLIT_ROW = ("level1", "level2", "name", "sign", "target", "target_unit", "actual", "weight", "score", "explanation")
AUDIT_ROW = ("level1", "level2", "name", "target", "actual", "weight", "score", "audit_score", "explanation")


@dataclass(frozen=True)
class Page:
    """One Word file: its name, its blocks, and the lists that number its paragraphs."""

    name: str
    blocks: Sequence[Block]
    numbering: dict[int, Sequence[Level]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Filing:
    """What one unit filed: the facts, how they are laid out, and the amounts and scores that the text claims.

    ``claims`` are (kind, figure or date as printed, a word of the subject). ``expected`` lists codes of warnings that
    a careful reviewer would give on the clean file, with the reason.
    """

    name: str
    dossier: Dossier
    lay: Callable[[Dossier], Sequence[Page]]
    claims: tuple[tuple[str, str, str], ...] = ()
    expected: dict[str, str] = field(default_factory=dict)


# --- facts in shorthand ---


def _cells(line: str, width: int) -> list[str | None]:
    parts: list[str | None] = [None if part.strip() == "~" else part.strip() for part in line.split("|")]
    return parts + [""] * (width - len(parts))


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines() if line.strip()]


def money(text: str, columns: Sequence[str] = MONEY, unit: str = "万元") -> Funds:
    """``source | label | …`` a line."""
    result = []
    for line in lines_of(text):
        source, label, *rest = _cells(line, 2 + len(columns))
        given = dict(zip(columns, rest, strict=True))
        result.append(FundLine.model_validate({"source": source, "label": label, **given}))
    return Funds(unit=unit, lines=tuple(result))


def rows(text: str, columns: Sequence[str] = ROW) -> tuple[Indicator, ...]:
    """One indicator a line; levels left blank are those of the line above."""
    result: list[Indicator] = []
    for line in lines_of(text):
        given: dict[str, Any] = dict(zip(columns, _cells(line.replace("\\n", "\n"), len(columns)), strict=True))
        if result and not given["level1"]:
            given["level1"] = result[-1].level1
            given["level2"] = given["level2"] or result[-1].level2
        result.append(Indicator.model_validate(given))
    return tuple(result)


def project(name: str, year: int, funds: Funds, indicators: tuple[Indicator, ...], **more: Any) -> Evaluation:
    return Evaluation(kind="project-evaluation", name=name, year=year, funds=funds, indicators=indicators, **more)


def unit(name: str, year: int, funds: Funds, indicators: tuple[Indicator, ...], **more: Any) -> Evaluation:
    return Evaluation(kind="unit-evaluation", name=name, year=year, funds=funds, indicators=indicators, **more)


def report(kind: str, title: str, text: str, **more: Any) -> Report:
    """Lines that start with ``#`` are headings: ``# 一、|标题``, ``## （一）|标题``."""
    sections: list[Section] = []
    for line in lines_of(text):
        if line.startswith("#"):
            marks, _, rest = line.partition(" ")
            number, _, heading = rest.partition("|")
            sections.append(Section(number=number, title=heading, level=len(marks)))
        else:
            if not sections:
                sections.append(Section())
            last = sections[-1]
            sections[-1] = last.model_copy(update={"paragraphs": (*last.paragraphs, Passage(text=line))})
    return Report.model_validate({"kind": f"{kind}-report", "title": title, "sections": tuple(sections), **more})


def base_lines(text: str) -> tuple[SpendingLine, ...]:
    """``key | number | label | prior | budget | outturn | within`` a line."""
    result = []
    for line in lines_of(text):
        key, number, label, prior, budget, outturn, within = _cells(line, 7)
        result.append(
            SpendingLine(
                key=key or "",
                number=number or "",
                label=label or "",
                within=bool(within),
                prior_outturn=prior,  # type: ignore[arg-type]
                budget=budget,  # type: ignore[arg-type]
                outturn=outturn,  # type: ignore[arg-type]
            )
        )
    return tuple(result)


# --- pages ---


def spread(cells: Sequence[Cell], width: int, first: int = 0) -> list[C]:
    """The cells over so many grid columns; ``first`` fixes the span of the first one."""
    given = [cell if isinstance(cell, C) else C(cell) for cell in cells]
    fixed = sum(c.span for c in given if c.span > 1) + (first if first else 0)
    free = [i for i, c in enumerate(given) if c.span == 1 and not (first and i == 0)]
    share, rest = divmod(width - fixed, len(free)) if free else (0, 0)
    assert share >= 1 or not free, (width, len(given))
    spans = {i: share + (1 if n >= len(free) - rest else 0) for n, i in enumerate(free)}
    if first:
        spans[0] = first
    return [C(c.content, span=spans.get(i, c.span), vmerge=c.vmerge, hmerge=c.hmerge) for i, c in enumerate(given)]


def text_of(item: Any, name: str) -> str:
    """A field as printed."""
    value = getattr(item, name)
    if name == "extra":
        return value[0].text if value else ""
    return "" if value is None else str(getattr(value, "raw", value))


@dataclass(frozen=True)
class Form:
    """A form of the central family: which fields under which labels, in which order, over how many grid columns.

    ``levels`` says how the level columns repeat: "merge" (vertical merge), "blank" (empty cells), "repeat".
    ``spine`` is the text of a first column merged downward over the indicator block; "" leaves it out.
    """

    head: Sequence[Sequence[tuple[str, str]]]
    money: Sequence[tuple[str, str]]
    columns: Sequence[tuple[str, str]]
    money_head: str = "项目资金\n（万元）"
    goals: tuple[str, str] | None = ("预期目标", "实际完成情况")
    goals_head: str = "年度总体目标"
    spine: str = "绩\n效\n指\n标"
    levels: str = "merge"
    points: str = ""
    total: str = "总分"
    foot: Sequence[tuple[str, str]] = ()
    width: int = 24


def points_of(evaluation: Evaluation) -> dict[str, str]:
    return {d.label: d.points.raw for d in evaluation.declared}


def head_rows(e: Evaluation, form: Form) -> list[R]:
    result = []
    for pairs in form.head:
        cells: list[Cell] = []
        for label, name in pairs:
            cells += [label, text_of(e, name) if name else ""]
        result.append(R(spread(cells, form.width)))
    return result


def money_rows(e: Evaluation, form: Form, corner: str = "") -> list[R]:
    w, k = form.width, max(2, form.width // 8)
    result = [R([C(form.money_head, span=k, vmerge="restart"), *spread([corner, *(x for _, x in form.money)], w - k)])]
    for line in e.funds.lines:
        cells = [line.label, *(text_of(line, name) for name, _ in form.money)]
        result.append(R([C("", span=k, vmerge="continue"), *spread(cells, w - k)]))
    return result


def goal_rows(e: Evaluation, form: Form) -> list[R]:
    if form.goals is None:
        return []
    k, w = max(2, form.width // 8), form.width
    return [
        R([C(form.goals_head, span=k, vmerge="restart"), *spread(list(form.goals), w - k)]),
        R([C("", span=k, vmerge="continue"), *spread([e.goal_expected or "", e.goal_actual or ""], w - k)]),
    ]


def indicator_rows(e: Evaluation, form: Form) -> list[R]:
    points = points_of(e)
    spine = 1 if form.spine else 0
    result: list[R] = []

    def lead(first: bool) -> list[C]:
        return [C(form.spine if first else "", vmerge="restart" if first else "continue")] if spine else []

    header = [label for _, label in form.columns]
    result.append(R([*lead(True), *spread(header, form.width - spine)]))
    before: Indicator | None = None
    for row in e.indicators:
        cells: list[Cell] = []
        for name, _ in form.columns:
            text = text_of(row, name)
            same = before is not None and (
                before.level1 == row.level1
                if name == "level1"
                else (before.level1, before.level2) == (row.level1, row.level2)
            )
            if name == "level1" and text in points:
                text += form.points.format(points[text]) if form.points else ""
            if name in ("level1", "level2"):
                if form.levels == "merge":
                    cells.append(C("" if same else text, vmerge="continue" if same else "restart"))
                else:
                    cells.append("" if same and form.levels == "blank" else text)
            else:
                cells.append(text)
        result.append(R([*lead(False), *spread(cells, form.width - spine)]))
        before = row
    return result


def total_row(e: Evaluation, form: Form) -> list[R]:
    if not form.total:
        return []
    names = [name for name, _ in form.columns]
    places = [names.index(n) for n in ("weight", "score", "audit_score") if n in names]
    if not places:
        return []
    spine = 1 if form.spine else 0
    header = spread([label for _, label in form.columns], form.width - spine)
    first = min(places)
    left = sum(c.span for c in header[:first]) + spine
    given = {"weight": e.total_weight, "score": e.total, "audit_score": e.audit_total}
    cells = [C(form.total, span=left)]
    for name, cell in zip(names[first:], header[first:], strict=True):
        figure = given.get(name)
        cells.append(C(figure.raw if figure else "", span=cell.span))
    return [R(cells)]


def foot_rows(e: Evaluation, form: Form) -> list[R]:
    return [R(spread([label, C(text_of(e, name), span=form.width - 4)], form.width)) for label, name in form.foot]


def table(e: Evaluation, form: Form, corner: str = "") -> T:
    """The whole table."""
    return T(
        [
            *head_rows(e, form),
            *money_rows(e, form, corner),
            *goal_rows(e, form),
            *indicator_rows(e, form),
            *total_row(e, form),
            *foot_rows(e, form),
        ]
    )


def prose(r: Report, styled: bool = False, indent: str = "") -> list[Block]:
    """A report as paragraphs, its headings typed or styled, its tail as one writes it."""
    blocks: list[Block] = [P(line) for line in r.title.split("\n")]
    for section in r.sections:
        heading = section.number + section.title
        if heading:
            blocks.append(P(heading, style=f"Heading{min(section.level, 3)}" if styled else ""))
        blocks += [P(indent + text) for text in section.texts]
    if r.attachments:
        blocks += [P(f"附件：{r.attachments[0]}"), *(P(a) for a in r.attachments[1:])]
    blocks += [P(text) for text in (r.signature, r.date) if text]
    return blocks


def base_table(b: BaseData) -> T:
    """The base data table of Hunan, without buildings."""
    staff = b.staff or Staff()
    result = [
        R([C("财政供养人员情况（人）", vmerge="restart"), "编制数", f"{b.staff_year}年实际在职人数", "控制率"]),
        R([C("", vmerge="continue"), *(text_of(staff, n) for n in ("establishment", "in_post", "control_rate"))]),
        R(["经费控制情况（万元）", *b.columns]),
    ]
    for line in b.lines:
        label = ("其中：" if line.within else "") + line.number + line.label
        result.append(R([label, *(text_of(line, n) for n in ("prior_outturn", "budget", "outturn"))]))
    if b.thrift:
        result.append(R(["厉行节约保障措施", C(b.thrift, span=3)]))
    return T(result)
