"""TX104: a score in the text differs from the table's total."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.pairing import same_name
from jixiao.audit.rule import Outcome, rule
from jixiao.audit.told import Told, told
from jixiao.model import Dossier, Evaluation, Figure, Finding, Severity, Undecided

_WHOLE = re.compile(r"自评|评价|综合|总得分|总分|整体|绩效|^得分$|最终")
_PARTLY = re.compile(r"指标|产出|效益|满意|执行|决策|过程|管理|数量|质量|时效|成本|扣|满分|分值|平均|权重")
_PROJECT_SCORE = re.compile(r"(?:[本该]?项目|((.*?)(?:项目)?(?:支出)?))(?:自评|最终|综合)?得分")
_OF_PROJECTS = re.compile(r"^(?!.*(?:整体|部门|单位)).*项目")
"""In a report on overall spending: 两个项目自评得分分别为……"""
_EACH = re.compile(r"均|都|各|每个|全部")
_AT_LEAST = frozenset({"以上", "及以上", "≥", "不低于", "不少于", "超过", "超", "高于"})


@rule(
    "TX104",
    "text-score",
    title="正文得分与自评表总分不符",
    severity=Severity.ERROR,
    basis="text.scores",
    since="0.1",
    zh={
        "": "正文写得分 {stated}，“{name}”自评表总分为 {table}",
        "below": "正文写得分{bound}，“{name}”自评表总分为 {table}",
    },
    en={
        "": "the text says a score of {stated}, the total of “{name}” is {table}",
        "below": "the text says scores {bound}, the total of “{name}” is {table}",
    },
    after=("SC101",),
)
def text_score(dossier: Dossier) -> Iterator[Outcome]:
    """报告正文所写自评得分，应与自评表的总分相同；写“均在某分以上”的，每个项目都要达到。

    为什么重要：得分是评价的结论，正文与表不一致，结论就不能用。
    怎样修改：复加核对总分，改正错的一处。
    何时不适用：正文写的是某项指标、某个部分的得分或平均分的，不比较；分不清说的是哪个项目的，列为未决。
    """
    for item in told(dossier, "score"):
        subject, figure = item.claim.subject, item.claim.figure
        if figure is None or figure.value is None or not _is_whole(subject, dossier):
            continue
        chosen = _tables(dossier, item)
        if chosen is None:
            yield Undecided("正文的得分说的是哪张自评表，无法确定", item.at, related=(item.fact,))
            continue
        for number, evaluation in chosen:
            total = evaluation.total
            if total is None or total.value is None or not _differs(item, figure, total):
                continue
            yield Finding(
                at=item.at,
                related=(item.fact, f"/evaluations/{number}/total"),
                values={
                    "stated": figure,
                    "table": total,
                    "name": evaluation.name or evaluation.title,
                    "bound": item.printed,
                },
                variant="below" if item.claim.approx else "",
            )


def _is_whole(subject: str, dossier: Dossier) -> bool:
    """Whether a score is that of a whole table, and not of a part of it. A project's name may hold any word."""
    named = _PROJECT_SCORE.fullmatch(subject)
    if named and (
        not named[1] or any(same_name(e.name, name) for e in dossier.projects for name in named.groups() if name)
    ):
        return True
    return not _PARTLY.search(subject) and bool(_WHOLE.search(subject or "得分"))


def _tables(dossier: Dossier, item: Told) -> list[tuple[int, Evaluation]] | None:
    """The tables that a score speaks of; ``None`` where that cannot be told, empty where there is none."""
    kind = item.report.kind
    if kind == "unit" and _OF_PROJECTS.search(item.claim.subject):
        kind = "project"
    tables = [(n, e) for n, e in enumerate(dossier.evaluations) if e.kind == kind]
    if kind == "unit" or len(tables) <= 1:
        return tables[:1]
    if _EACH.search(item.claim.quote):
        return tables
    named = [
        (n, e) for n, e in tables if e.name and (e.name in item.claim.quote or same_name(e.name, item.claim.subject))
    ]
    if named:
        return named[:1]
    # 两个项目分别得99.8分和99分: agreeing with one of the tables is all that can be asked
    figure = item.claim.figure
    agrees = any(
        figure and e.total and e.total.value is not None and not figure.contradicts(e.total) for _, e in tables
    )
    return [] if agrees else None


def _differs(item: Told, stated: Figure, total: Figure) -> bool:
    if not item.claim.approx:
        return stated.contradicts(total)
    if item.claim.approx not in _AT_LEAST or total.value is None or stated.value is None:
        return False
    return total.interval.high < stated.value
