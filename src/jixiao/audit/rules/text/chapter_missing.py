"""TX114: a chapter of the outline is missing."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.forms.outlines import OutlineKind, chapter_keys, outline
from jixiao.model import Finding, Held, Phrase, Report, Severity, Term, Undecided
from jixiao.values.numbering import numbered
from jixiao.values.pattern import lazy

_CORE = {
    "performance": lazy(
        r"绩效(?!目标设|自评工作|管理)|成效|产出|履职|效益|完成情况|评价(?:结果|情况)(?!.*(?:应用|公开))"
    ),
    "problems": lazy(r"问题|不足|困难|短板|偏离|原因"),
    "measures": lazy(r"措施|建议|下一步|打算|计划|改进|整改|对策|努力方向"),
}
"""What no report may lack, with the words that any writer's heading for it has."""
_RUN_IN = lazy(r"[^。：:；;，,]{2,24}[。：:]")

_NO_CHAPTERS = Phrase(
    "audit.TX114.no-chapters",
    "没有认出报告的章节标题，无法对照提纲",
    "no headings were recognised in the report: nothing to hold against the outline",
)


@rule(
    "TX114",
    "chapter-missing",
    title="报告缺少规定章节",
    severity=Severity.WARNING,
    basis="text.outline",
    since="0.1",
    asks_all=True,
    zh="报告没有“{chapter}”一章",
    en="the report has no chapter “{chapter}”",
)
def chapter_missing(report: Report) -> Iterator[Outcome]:
    """自评报告应按提纲分章，问题、改进措施、结果应用与公开等不能缺。

    为什么重要：缺一章就少一方面的说明，财政部门会退回补报。
    怎样修改：补写该章；确实没有内容的，写明“无”并保留标题。
    何时不适用：报告没有沿用这份提纲的（这份提纲特有的章节多半没有），只查绩效情况、存在问题和改进措施三项；认不出章节的列为未决。
    """
    titles = [s.title for s in report.sections if s.title] + list(_run_in(report))
    if len([s for s in report.sections if s.title]) < 3:
        yield Undecided(_NO_CHAPTERS())
        return
    kind: OutlineKind = report.scope
    marked = "转移支付" in report.title or any("targets" in chapter_keys(title, "transfer") for title in titles)
    if report.scope == "project" and marked:
        kind = "transfer"
    required = [c for c in outline(kind).chapters if c.required]
    missing = outline(kind).missing(titles)
    marking = [c for c in required if c.key not in _CORE and c.key != "overview"]
    followed = 2 * sum(c not in missing for c in marking) >= len(marking)
    lacking: list[Term] = []
    for chapter in missing:
        words = _CORE.get(chapter.key)
        if any(words.search(title) for title in titles) if words else not followed:
            continue
        lacking.append(Term(chapter.title, chapter.key.replace("_", " ")))
    for title in lacking:
        yield Finding(values={"chapter": title})
    if not lacking:
        yield Held()


def _run_in(report: Report) -> Iterator[str]:
    """Headings at the beginning of a numbered paragraph: （三）存在的问题。一是……"""
    for section in report.sections:
        for paragraph in section.texts:
            number = numbered(paragraph)
            match = _RUN_IN.match(number.rest if number else paragraph)
            if match:
                yield match[0][:-1]
