"""TX104: a score in the text differs from the table's total."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.pairing import core, same_name
from jixiao.model import Dossier, Evaluation, Figure, Finding, Held, Interval, Phrase, Severity, Undecided
from jixiao.model.figure import rounded
from jixiao.model.parts import projects
from jixiao.values import chinese_number
from jixiao.values.pattern import lazy

from .statements import Statement, admits, between, statements

_WHOLE = lazy(r"自评|评价|综合|总得分|总分|整体|绩效|^得分$|最终")
_PARTLY = lazy(r"指标|产出|效益|满意|执行|决策|过程|管理|数量|质量|时效|成本|扣|满分|分值|平均|权重")
_PROJECT_SCORE = lazy(r"(?:[本该]?项目|((.*?)(?:项目)?(?:支出)?))(?:自评|最终|综合)?得分")
_OF_PROJECTS = lazy(r"^(?!.*(?:整体|部门|单位)).*项目")
"""In a report on overall spending: 两个项目自评得分分别为……"""
_WHICH_TABLE = Phrase(
    "audit.TX104.which-table",
    "正文的得分说的是哪张自评表，无法确定",
    "which table the score in the text speaks of cannot be told",
)


@rule(
    "TX104",
    "text-score",
    title="正文得分与自评表总分不符",
    severity=Severity.ERROR,
    basis="text.scores",
    since="0.1",
    zh={
        "": "正文写得分 {stated}，“{name}”自评表总分为 {table}",
        "bound": "正文写得分{bound}，“{name}”自评表总分为 {table}",
        "row": "正文依次写得分 {stated}，各项目自评表总分为 {table}",
        "mean": "正文写平均得分 {stated}，按各项目自评表总分 {table} 平均为 {expected}",
    },
    en={
        "": "the text says a score of {stated}, the total of “{name}” is {table}",
        "bound": "the text says scores {bound}, the total of “{name}” is {table}",
        "row": "the text gives the scores {stated}, the totals of the projects are {table}",
        "mean": "the text says a mean score of {stated}, the totals {table} have the mean {expected}",
    },
    after=("SC101",),
)
def text_score(dossier: Dossier) -> Iterator[Outcome]:
    """报告正文所写自评得分，应与自评表的总分相同；写“均在某分以上”的，每个项目都要达到；“分别得”几个分的，应与几张表一一对应。

    为什么重要：得分是评价的结论，正文与表不一致，结论就不能用。
    怎样修改：复加核对总分，改正错的一处。
    何时不适用：正文写的是某项指标、某个部分的得分的，不比较；平均分按简单平均核对，只提醒；分不清说的是哪个项目的，列为未决。
    """
    items = list(statements(dossier, "score"))
    rows = list(_rows(items))
    for row in rows:
        yield from _row_differs(dossier, row)
    in_rows = {id(item) for row in rows for item in row if _all_tables(dossier, row)}
    for item in items:
        subject, figure = item.claim.subject, item.claim.figure
        if id(item) in in_rows:
            continue
        if "平均" in subject and "项目" in subject and figure is not None and figure.value is not None:
            yield from _mean_differs(dossier, item)
            continue
        if figure is None or figure.value is None or not _is_whole(subject, dossier):
            continue
        chosen = _tables(dossier, item)
        if chosen is None:
            yield Undecided(_WHICH_TABLE(), item.at, related=(item.fact,))
            continue
        for number, evaluation in chosen:
            total = evaluation.total
            if total is None or total.value is None:
                continue
            if not _differs(item, figure, total):
                yield Held(item.at)
                continue
            yield Finding(
                at=item.at,
                evidence=(item.fact, f"{number}/total"),
                values={
                    "stated": figure,
                    "table": total,
                    "name": evaluation.name or evaluation.title,
                    "bound": item.printed,
                },
                variant="" if item.claim.exact else "bound",
            )


_JOINED = lazy(r"分?\s*[、和与及]\s*")
_SCORES = lazy(r"项目|得分|评分|自评")
_NUMBER = lazy(r"([0-9]+|[一二两三四五六七八九十]+)个")


def _rows(items: list[Statement]) -> Iterator[list[Statement]]:
    """Scores that follow one another under one subject: 两个项目分别得98分和99分."""
    row: list[Statement] = []
    for before, item in pairwise([*items[:1], *items]):
        goes_on = before.at == item.at and before.claim.subject == item.claim.subject
        if row and goes_on and _JOINED.fullmatch(between(before, item)):
            row.append(item)
            continue
        if len(row) > 1:
            yield row
        row = [item]
    if len(row) > 1:
        yield row


def _all_tables(dossier: Dossier, row: list[Statement]) -> list[tuple[str, Decimal]]:
    """The totals of all project tables, where the row gives one score for each of them."""
    subject = row[0].claim.subject
    if not _SCORES.search(subject) or (_PARTLY.search(subject) and "项目" not in subject):
        return []
    if row[0].report.scope == "unit" and not _OF_PROJECTS.search(subject):
        return []
    totals = [
        (n, e.total.value)
        for n, e in dossier.each(Evaluation)
        if e.scope == "project" and e.total is not None and e.total.value is not None
    ]
    exact = all(item.claim.exact for item in row)
    return totals if exact and len(totals) == len(row) == len(projects(dossier)) else []


def _row_differs(dossier: Dossier, row: list[Statement]) -> Iterator[Outcome]:
    totals = _all_tables(dossier, row)
    left = list(totals)
    alone: list[Statement] = []
    for item in row:
        figure = item.claim.figure
        same = next((t for t in left if figure is not None and figure.value == t[1]), None)
        if same is None:
            alone.append(item)
        else:
            left.remove(same)
    if totals and not alone:
        yield Held(row[0].at)
    elif totals:
        yield Finding(
            at=alone[0].at,
            evidence=(*(item.fact for item in alone), *(f"{n}/total" for n, _ in left)),
            values={
                "stated": tuple(item.claim.figure for item in row),
                "table": tuple(total for _, total in totals),
            },
            variant="row",
        )


def _mean_differs(dossier: Dossier, item: Statement) -> Iterator[Outcome]:
    """A mean of all projects; one of some of them, or a weighted one, is not to be told from it: a warning."""
    figure, subject = item.claim.figure, item.claim.subject
    totals = [e.total.value for e in projects(dossier) if e.total is not None and e.total.value is not None]
    counted = _NUMBER.search(subject)
    said = chinese_number(counted[1]) if counted else None
    if figure is None or not item.claim.exact or len(totals) < 2 or len(totals) != len(projects(dossier)):
        return
    if said is not None and said != len(totals):
        return
    mean = sum(totals, Decimal(0)) / len(totals)
    if figure.interval.low <= mean <= figure.interval.high:
        yield Held(item.at)
    else:
        yield Finding(
            at=item.at,
            evidence=(item.fact, *(f"{n}/total" for n, e in dossier.each(Evaluation) if e.total)),
            values={
                "stated": figure,
                "table": tuple(totals),
                "expected": rounded(mean, max(figure.places, 2)),
            },
            variant="mean",
            severity=Severity.WARNING,
        )


def _named(dossier: Dossier, subject: str) -> list[tuple[str, Evaluation]]:
    """The project that a subject names and nothing else: 办案费 of 办案费得98分, 办案费项目 likewise."""
    projects = [(n, e) for n, e in dossier.each(Evaluation) if e.scope == "project" and e.name]
    same = [(n, e) for n, e in projects if same_name(e.name, subject, dossier.aliases)]
    close = [(n, e) for n, e in projects if len(core(subject)) > 1 and core(e.name) == core(subject)]
    return next((found for found in (same, close) if len(found) == 1), [])


def _is_whole(subject: str, dossier: Dossier) -> bool:
    """Whether a score is that of a whole table, and not of a part of it. A project's name may hold any word."""
    if _named(dossier, subject):
        return True
    named = _PROJECT_SCORE.fullmatch(subject)
    if named and (
        not named[1] or any(same_name(e.name, name) for e in projects(dossier) for name in named.groups() if name)
    ):
        return True
    return not _PARTLY.search(subject) and bool(_WHOLE.search(subject or "得分"))


def _tables(dossier: Dossier, item: Statement) -> list[tuple[str, Evaluation]] | None:
    """The tables that a score speaks of; ``None`` where that cannot be told, empty where there is none."""
    if own := _named(dossier, item.claim.subject):
        return own
    scope = item.report.scope
    if scope == "unit" and _OF_PROJECTS.search(item.claim.subject):
        scope = "project"
    tables = [(n, e) for n, e in dossier.each(Evaluation) if e.scope == scope]
    if scope == "unit" or len(tables) <= 1:
        return tables[:1]
    if item.claim.each:
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


def _differs(item: Statement, stated: Figure, total: Figure) -> bool:
    if item.claim.exact:
        return stated.contradicts(total)
    if total.value is None or stated.value is None:
        return False
    return not admits(item.claim, Interval.at(stated.value), total.interval)
