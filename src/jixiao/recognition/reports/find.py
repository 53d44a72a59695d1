"""Narrative reports (自评报告) in a run of paragraphs: title, sections, attachments, signature, date.

Paragraphs enter; reports with the place of each of their facts leave, and the paragraphs that belong to none. Each
line of text goes to exactly one place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from jixiao.forms.outlines import OutlineKind, chapter_keys
from jixiao.model import Paragraph, Position, Report
from jixiao.values.numbering import numbered
from jixiao.values.numerals import years_in_figures
from jixiao.values.pattern import lazy

from ..kinds import kind_of_paper
from .sections import Placed, placed_lines, sections
from .tails import Tail, is_body_name, tail_of

_SUBJECT = r"绩\s*效|自\s*评|自我评价"
_TITLE = lazy(
    rf"(?=.*(?:{_SUBJECT})).{{0,70}}(?:(?:自评|自我评价|评价|评估|绩效|管理工作|管理)(?:工作)?(?:情况)?(?:的)?(?:报\s*告|总\s*结|说\s*明))"
    r"(?:[（(][^（）()]{1,20}[）)])?"
)
_TITLE_END = lazy(r"(?:报\s*告|总\s*结|说\s*明)(?:[（(][^（）()]{1,20}[）)])?$")
_NO_TITLE = lazy(r"[。；;，,、：:《》]|^附\s*件|^根据|^关于印发|[.…·]{2,}\s*\d*$")
_ENOUGH = lazy(r"整体支出|整体绩效|项目|专项|资金|转移支付|经费|部门预算|财政支出")
_FRONT = lazy(r"^20\d\d\s*年度?$|整体支出|项目支出|年度")
_YEAR = lazy(r"(20\d\d)\s*年")
_UNIT_KIND = lazy(r"整体支出|整体绩效|部门整体|单位整体|部门预算")
_PROJECT_KIND = lazy(r"项目|专项|资金|转移支付|经费")
_ANY_YEAR = lazy(r"20\d\d\s*年度?的?")
_UNIT_NAME = lazy(
    r"^(?:关于)?(.*?)(?:关于)?(?:(?:市级|县级|区级|省级)?(?:预算)?(?:部门|单位)?[（(]?(?:部门|单位)?[）)]?(?:预算)?整体(?:支出|绩效)"
    r"|(?:部门)?(?:项目|专项)|部门预算|预算|财政|绩效|自评)"
)
_CONTENTS = lazy(r"^目\s*[录次]$")
_FRONT_LINES = 4
"""How far from its beginning the title of a paper of another kind is looked for."""
_PAGE = lazy(r"[\s.…·⋯\-—]*\d{1,3}$")


@dataclass
class _Segment:
    """The lines of one report: its title lines and what follows up to the next title."""

    title: list[Placed]
    rest: list[Placed] = field(default_factory=list)
    other: bool = False
    """Whether it is a paper of a kind that is not read."""


def find_reports(
    paragraphs: Sequence[Paragraph], file: str
) -> tuple[list[tuple[Report, dict[str, Position]]], list[Paragraph]]:
    """The reports in a run of paragraphs that are not table captions, each with its trace (keys relative to the
    report).

    The second part are the paragraphs that belong to no report, in order.
    """
    lines = placed_lines(paragraphs, file)
    before, segments = _segments(lines)
    reports: list[tuple[Report, dict[str, Position]]] = []
    left: list[Placed] = []
    if _is_untitled_report(before):
        segments.insert(0, _Segment([], before))
    else:
        left += before
    for segment in segments:
        if segment.other:
            left += segment.title + segment.rest
            continue
        body, contents = _without_contents(segment.rest)
        tail = tail_of(body)
        left += contents
        if not tail.body:
            # a cover page, or a title in a list of attachments
            left += segment.title + segment.rest
            continue
        left += tail.left
        reports.append(_report(segment.title, tail))
    numbers = {placed.source.number for placed in left}
    return reports, [p for p in paragraphs if p.number in numbers]


def is_title(text: str) -> bool:
    """Whether a line is the title of a report."""
    return (
        len(text) <= 90 and not _NO_TITLE.search(text) and bool(_TITLE.fullmatch(text)) and kind_of_paper(text) is None
    )


def _report(title: Sequence[Placed], tail: Tail) -> tuple[Report, dict[str, Position]]:
    name = "".join(placed.line.text for placed in title)
    text = name or "".join(placed.line.text for placed in tail.body[:3])
    kind, outline = _kind(name, tail.body)
    parts, trace = sections(tail.body, outline)
    if title:
        trace[""] = trace["/title"] = title[0].position
    for number, (_, position) in enumerate(tail.attachments):
        trace[f"/attachments/{number}"] = position
    if tail.signature:
        trace["/signature"] = tail.signature[1]
    if tail.date:
        trace["/date"] = tail.date[1]
    report = Report(
        kind="unit-report" if kind == "unit" else "project-report",
        title=name,
        year=_year(text),
        unit=_unit(title),
        sections=parts,
        attachments=tuple(text for text, _ in tail.attachments),
        signature=tail.signature[0] if tail.signature else None,
        date=tail.date[0] if tail.date else None,
    )
    return report, trace


def _segments(lines: Sequence[Placed]) -> tuple[list[Placed], list[_Segment]]:
    """What stands before the first title, and the titles with what follows each."""
    before: list[Placed] = []
    segments: list[_Segment] = []
    for placed in lines:
        rest = segments[-1].rest if segments else before
        rest.append(placed)
        count = _title_lines(rest, first=not segments)
        if count:
            title = rest[-count:]
            del rest[-count:]
            segments.append(_Segment(title))
        elif not segments and len(rest) <= _FRONT_LINES and kind_of_paper(placed.line.text) and _may_be_title(placed):
            del rest[-1]
            segments.append(_Segment([placed], other=True))
    return before, segments


def _title_lines(lines: Sequence[Placed], first: bool) -> int:
    """How many of the last lines are a title; 0 where they are none."""
    last = lines[-1].line
    if len(last.text) > 80 or not _TITLE_END.search(last.text) or not _may_be_title(lines[-1]):
        return 0
    for count in range(1, min(4, len(lines)) + 1):
        taken = lines[-count:]
        if not all(_may_be_title(placed) for placed in taken):
            return 0
        joined = "".join(placed.line.text for placed in taken)
        if len(joined) <= 90 and _TITLE.fullmatch(joined) and kind_of_paper(joined) is None:
            return _with_front(lines, count, joined, first)
    return 0


def _with_front(lines: Sequence[Placed], count: int, joined: str, first: bool) -> int:
    """The title with the lines above it that carry the year, the unit, or its own beginning."""
    while count < min(4, len(lines)):
        above = lines[-count - 1]
        text = above.line.text
        whole = bool(_ENOUGH.search(joined)) and bool(_year(joined))
        starts_run = first and count + 1 == len(lines)
        if len(text) > 40 or not _may_be_title(above) or _CONTENTS.match(text):
            break
        is_name = is_body_name(text) and not any(is_body_name(p.line.text) for p in lines[-count:])
        is_front = _is_front(text)
        if not ((is_front and not whole) or (is_name and (starts_run or not whole))):
            break
        joined = text + joined
        count += 1
    return count


def _is_front(text: str) -> bool:
    """Whether a line may stand over the title on a cover: a year, or what the report is about."""
    return bool(_FRONT.search(years_in_figures(text))) and not _TITLE.fullmatch(text) and "月" not in text


def _may_be_title(placed: Placed) -> bool:
    text = placed.line.text
    return not _NO_TITLE.search(text) and not placed.line.label and (numbered(text) is None or bool(_YEAR.match(text)))


def _is_untitled_report(lines: Sequence[Placed]) -> bool:
    """Whether lines without a title are a report: counted from the first, three known chapters, and known ones at least
    as many as others (a final account has some of them among its dozens of headings).
    """
    found = [(n.ordinal, n.rest) for p in lines if (n := numbered(p.whole)) and n.rank <= 1]
    if not found or found[0][0] != 1:
        return False
    for outline in ("unit", "project"):
        answers = [chapter_keys(rest, outline) for _, rest in found]
        known = [keys for keys in answers if keys]
        if len({key for keys in known for key in keys}) >= 3 and 2 * len(known) >= len(found):
            return True
    return False


def _without_contents(lines: Sequence[Placed]) -> tuple[list[Placed], list[Placed]]:
    """The lines without the table of contents, and that table."""
    front = lines[: next((i for i, p in enumerate(lines[:6]) if p.line.level or numbered(p.whole)), 6)]
    start = next((i for i, p in enumerate(front) if _CONTENTS.match(p.line.text)), None)
    if start is None:
        return list(lines), []
    if start + 1 == len(lines):
        return list(lines[:start]), list(lines[start:])
    entry = _PAGE.sub("", lines[start + 1].whole)
    end = next((i for i in range(start + 2, len(lines)) if _PAGE.sub("", lines[i].whole) == entry), None)
    if end is None:
        end = start + 1
        while end < len(lines) and re.search(r"[\s.…·⋯]\d{1,3}$", lines[end].line.text):
            end += 1
    rest, more = _without_contents([*lines[:start], *lines[end:]])
    return rest, [*lines[start:end], *more]


def _kind(title: str, body: Sequence[Placed]) -> tuple[str, OutlineKind]:
    """The kind of report, and the outline its headings are read by."""
    found = [n.rest for p in body if (n := numbered(p.whole)) and n.rank <= 1]

    def answered(outline: OutlineKind) -> int:
        return len({key for heading in found for key in chapter_keys(heading, outline)})

    if _UNIT_KIND.search(title):
        return "unit", "unit"
    if _PROJECT_KIND.search(title):
        return "project", "transfer" if "转移支付" in title and answered("transfer") >= answered(
            "project"
        ) else "project"
    if answered("project") > answered("unit"):
        return "project", "project"
    return "unit", "unit"


def _year(title: str) -> int | None:
    match = _YEAR.search(years_in_figures(title))
    return int(match[1]) if match else None


def _unit(title: Sequence[Placed]) -> str | None:
    """The unit named in the title: on its own line, or beside the year. ``None`` where a project's name may be mixed
    in.
    """
    for placed in title[:-1]:
        if is_body_name(placed.line.text):
            return placed.line.text
    match = _UNIT_NAME.match(_ANY_YEAR.sub("", years_in_figures("".join(placed.line.text for placed in title))))
    name = match[1].strip() if match else ""
    return name if is_body_name(name) else None
