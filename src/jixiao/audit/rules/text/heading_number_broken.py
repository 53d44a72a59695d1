"""TX113: heading numbers that break the order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from jixiao.audit.rule import Outcome, rule
from jixiao.model import Figure, Finding, Held, Report, Section, Severity
from jixiao.reading.numerals import drawn
from jixiao.values.numbering import Numbered, numbered
from jixiao.values.pattern import lazy

_INSIDE = lazy(r"[一二三四五六七八九十百]+|[0-9０-９]+")


@rule(
    "TX113",
    "heading-number-broken",
    title="标题序号不连续或不一致",
    severity=Severity.INFO,
    basis="text.numbering",
    since="0.1",
    zh={
        "": "标题“{stated}{title}”的序号应为“{expected}”",
        "chapters": "一级标题用“{stated}”编号，按公文格式应为“{expected}”",
    },
    en={
        "": "the heading “{stated}{title}” should be numbered {expected}",
        "chapters": "chapters are numbered {stated}; the format calls for {expected}",
    },
)
def heading_number_broken(report: Report) -> Iterator[Outcome]:
    """同一级标题的序号应当连续，写法一致；层次依次为“一、”“（一）”“1.”“（1）”。

    为什么重要：序号断了，多半是增删段落后没有核对，也可能漏了一段。
    怎样修改：按同级标题的写法改正序号；自动编号的，重新应用编号格式。
    何时不适用：没有序号的标题不检查；中间是带序号的段落而不是标题的，序号算连续。
    """
    for siblings in _siblings(report.sections):
        found = [(i, n) for i in siblings if (n := numbered(report.sections[i].number + " "))]
        if len(found) < 2:
            continue
        style = _style([n for _, n in found])
        model = next(n for _, n in found if n.style == style)
        broken = list(_breaks(report, found, model))
        yield from broken or [Held(f"/sections/{found[0][0]}/number")]
    yield from _chapters(report)


def _breaks(report: Report, found: Sequence[tuple[int, Numbered]], model: Numbered) -> Iterator[Outcome]:
    printed, counted, last = 0, 0, found[0][0]
    for place, number in found:
        # one slip is one finding: the sequence may go on from the printed number or from the right one
        expected = number.ordinal if number.ordinal in (printed + 1, counted + 1) else counted + 1
        if number.ordinal > expected and _between(report, last, place, expected, number.ordinal):
            expected = number.ordinal
        if number.ordinal != expected or number.style != model.style:
            section = report.sections[place]
            yield Finding(
                at=f"/sections/{place}/number",
                values={
                    "stated": section.number,
                    "title": section.title,
                    "expected": Figure(_printed(model, expected)),
                },
            )
        printed, counted, last = number.ordinal, expected, place


def _between(report: Report, first: int, last: int, expected: int, ordinal: int) -> bool:
    """Whether numbered paragraphs between two headings carry the missing numbers."""
    met = {n.ordinal for s in report.sections[first:last] for p in s.texts if (n := numbered(p)) is not None}
    return all(k in met for k in range(expected, ordinal))


def _siblings(sections: Sequence[Section]) -> Iterator[list[int]]:
    """Positions of the headings of one level under one heading."""
    open_: list[tuple[int, list[int]]] = []
    done: list[list[int]] = []
    for place, section in enumerate(sections):
        if not section.number:
            continue
        while open_ and open_[-1][0] > section.level:
            done.append(open_.pop()[1])
        if open_ and open_[-1][0] == section.level:
            open_[-1][1].append(place)
        else:
            open_.append((section.level, [place]))
    yield from sorted([*done, *(group for _, group in open_)])


def _style(numbers: Sequence[Numbered]) -> str:
    """The style of a level: the commonest, the Chinese one where two are as common."""
    counts = Counter(n.style for n in numbers)
    return max(counts, key=lambda style: (counts[style], style.startswith("cn")))


def _printed(model: Numbered, ordinal: int) -> str:
    """A number in the style of another: （三） from （一）."""
    chinese = model.style in {"cn", "cn()"} or (
        model.style in {"part", "clause"} and not re.search(r"\d", model.number)
    )
    text = drawn(ordinal, "chineseCountingThousand" if chinese else "decimal")
    if model.style in {"①"} or "⑴" <= model.number[0] <= "⒇":
        return chr(ord("①" if model.style == "①" else "⑴") + ordinal - 1)
    places = list(_INSIDE.finditer(model.number))
    last = places[-1]
    return model.number[: last.start()] + text + model.number[last.end() :]


def _chapters(report: Report) -> Iterator[Outcome]:
    """Arabic chapters above or beside Chinese numbers of a lower level: 1、 with （一） under it."""
    chapters = [(i, n) for i, s in enumerate(report.sections) if s.level == 1 and (n := numbered(s.number + " "))]
    if len(chapters) < 2 or any(n.style != "1" for _, n in chapters):
        return
    lower = [s.number for s in report.sections if s.level > 1 and s.number]
    lower += [p for s in report.sections for p in s.texts]
    if any((n := numbered(text)) is not None and n.style == "cn()" for text in lower):
        place, number = chapters[0]
        yield Finding(
            at=f"/sections/{place}/number",
            values={"stated": number.number, "expected": Figure("一、")},
            variant="chapters",
        )
