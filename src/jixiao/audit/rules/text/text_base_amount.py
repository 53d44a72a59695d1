"""TX101: an amount of the text differs from the base data table."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.messages import EQUALS, added
from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.amounts import Amount, keyed, same_amount, unit_slip
from jixiao.audit.shared.pairing import core, project_of
from jixiao.forms import terms
from jixiao.model import BaseData, Dossier, Finding, Held, Interval, Severity
from jixiao.model.memo import remembered
from jixiao.model.parts import projects
from jixiao.values.pattern import lazy

from .statements import Statement, headings_above, parts, stated_amounts, whole_of

_SPENT = lazy(r"实际|决算|执行|使用|列支|完成|支出(?:总额|合计|共计)")
_FIELDS = {"budget": "revised", "outturn": "outturn", "prior_outturn": "prior"}
_BOTH = lazy(r"预算.{0,4}[与和及、].{0,2}(?:实际|决算|执行|支出).{0,4}[均都]")
_COLUMNS = {"revised": terms.YEAR_BUDGET, "outturn": terms.YEAR_OUTTURN, "prior": terms.PRIOR_OUTTURN}


@rule(
    "TX101",
    "text-base-amount",
    title="正文金额与基础数据表不符",
    severity=Severity.ERROR,
    basis="text.amounts",
    since="0.1",
    zh={
        "": "“{name}”：正文写 {stated}，基础数据表{column}写 {table}",
        "proved": (
            "“{name}”：正文写 {stated}，基础数据表{column}写 {table}；正文 {sum}＝{whole} 成立，"
            "换成表中的数则 {other_sum}≠{whole}"
        ),
        "unit": "“{name}”：正文写 {stated}{unit}，基础数据表{column}写 {table}，正好相差一万倍，应是元与万元混用",
    },
    en={
        "": "“{name}”: {stated} in the text, {table} in the base data ({column})",
        "proved": (
            "“{name}”: {stated} in the text, {table} in the base data ({column}); {sum}={whole} holds in the text, "
            "with the table's figure {other_sum}≠{whole}"
        ),
        "unit": "“{name}”: {stated}{unit} in the text, {table} in the base data ({column}): units mixed",
    },
)
def text_base_amount(dossier: Dossier) -> Iterator[Outcome]:
    """报告正文的基本支出、项目支出、公用经费、“三公”经费等金额，应与基础数据表同一口径的数相同。

    为什么重要：正文和表是同一笔账，两个数必有一错；公开后读者首先看到这样的矛盾。
    怎样修改：以决算为准，改正错的一处；口径确有不同的，写明口径。
    何时不适用：带“约”“近”的概数、增减额、其他年度和政府性基金等预算的金额不比较；正文写年初预算的，不与表中预算数比。
    """
    items, tables = list(stated_amounts(dossier)), list(dossier.each(BaseData))
    for item in items:
        for number, base in tables:
            table = _table(keyed(base, number, item.key), item) if item.key else None
            if table is None or item.amount is None or not _comparable(dossier, item):
                continue
            if same_amount(item.amount, table):
                yield Held(item.at)
                continue
            yield _finding(items, item, item.amount, table, dossier)


def _table(columns: dict[str, Amount], item: Statement) -> Amount | None:
    """The amount of the table on the basis that the text names; of 预算与实际支出均为 the first that differs."""
    if item.column or not _BOTH.search(item.claim.quote):
        return columns.get(item.column)
    both = [columns[c] for c in ("revised", "outturn") if c in columns]
    return next((t for t in both if item.amount is not None and not same_amount(item.amount, t)), None)


def _comparable(dossier: Dossier, item: Statement) -> bool:
    """Whether 项目 means all projects: not below a heading that names one, not where the amount is that of one."""
    if item.key != "projects":
        return True
    titles = headings_above(item.report, item.claim)
    if any(name in title for name in _names(dossier) for title in titles):
        return False
    if item.amount is not None and any(item.amount.value in project_of(e).amounts.values() for e in projects(dossier)):
        return False
    return item.report.scope == "unit" or len(projects(dossier)) > 1


@remembered
def _names(dossier: Dossier) -> tuple[str, ...]:
    """What the projects are called, by their own tables and by the base data."""
    names = [core(e.name) for e in projects(dossier)]
    names += [core(line.label) for base in dossier.every(BaseData) for line in base.lines if not line.key]
    return tuple(name for name in names if len(name) > 1)


def _finding(items: list[Statement], item: Statement, stated: Amount, table: Amount, dossier: Dossier) -> Finding:
    values: dict[str, object] = {
        "name": item.claim.subject,
        "stated": item.claim.figure,
        "table": table.figure,
        "column": _COLUMNS[_FIELDS[table.at.rsplit("/", 1)[1]]],
        "unit": item.claim.unit,
    }
    evidence: tuple[str, ...] = (item.fact, table.at)
    if unit_slip(stated, table):
        return Finding(at=item.at, evidence=evidence, values=values, variant="unit")
    proof = _proof(items, item, table, dossier)
    if proof is None:
        # 基本支出1200万元 may be spent or planned; only a verb makes it certain
        bare = item.claim.subject.endswith("支出") and item.column == "outturn" and not _SPENT.search(item.claim.quote)
        doubtful = bare or item.claim.basis == "budget" or (item.key == "projects" and item.report.scope == "project")
        severity = Severity.WARNING if doubtful else None
        return Finding(at=item.at, evidence=evidence, values=values, severity=severity)
    whole, siblings = proof
    others = sum((s.amount.value for s in siblings if s.amount and s is not item), Decimal(0))
    values |= {
        "sum": added([s.claim.figure for s in siblings]),
        "other_sum": EQUALS(
            sum=added([table.figure if s is item else s.claim.figure for s in siblings]), total=others + table.value
        ),
        "whole": whole.claim.figure,
    }
    evidence = (*evidence, whole.fact, *(s.fact for s in siblings if s is not item))
    return Finding(at=item.at, evidence=evidence, values=values, variant="proved")


def _proof(
    items: list[Statement], item: Statement, table: Amount, dossier: Dossier
) -> tuple[Statement, list[Statement]] | None:
    """The whole and all its parts, where they add up in the text and would not with the table's figure."""
    whole = whole_of(item, dossier)
    if whole is None or whole.amount is None or not whole.plain:
        return None
    siblings = parts(items, whole)
    known = [s.amount for s in siblings if s.amount is not None]
    if len(siblings) < 2 or sum((a.value for a in known), Decimal(0)) != whole.amount.value:
        return None
    changed = Interval.total([table.interval if s is item else s.amount.interval for s in siblings if s.amount])
    return None if changed.meets(whole.amount.interval) else (whole, siblings)
