"""TX107: an execution rate in the text does not follow from any amounts of text or tables."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.amounts import Amount, first_base, total_amounts
from jixiao.audit.shared.money import percent
from jixiao.audit.shared.pairing import same_name
from jixiao.model import BaseData, Dossier, Evaluation, Finding, Held, Phrase, Severity, Undecided
from jixiao.values.pattern import lazy

from .statements import Statement, of_the_year, rate_interval, statements

_BUDGET = lazy(r"(?:年初|全年|年度|调整后?的?)?(?:支出)?预算(?:数|总?额)?")
_NEAR = 12
_GENERAL = lazy(r"总体|整体|年度|全年|部门|总的|平均")
_RATE = lazy(r"(?:总体|整体|年度|全年|资金|支出|预算|部门|项目|财政)*(?:执行率|支出率|支付率)")

_NOTHING_TO_CHECK = Phrase(
    "audit.TX107.nothing-to-check",
    "正文写了执行率，但没有可以验算的预算数和执行数",
    "the text states an execution rate, and there is no budget and outturn to check it by",
)


@rule(
    "TX107",
    "text-execution-rate",
    title="正文的执行率与金额不符",
    severity=Severity.WARNING,
    basis="text.shares",
    since="0.1",
    zh="正文写{name} {stated}%，按 {outturn}÷{budget} 为 {expected}%",
    en="the text says {name} {stated} %; {outturn}÷{budget} gives {expected} %",
)
def text_execution_rate(dossier: Dossier) -> Iterator[Outcome]:
    """报告正文的预算执行率，应等于执行数除以预算数（含调整和结转）。

    为什么重要：执行率占 10 分，正文与表写两个数，得分就有两个。
    怎样修改：用自评表的全年执行数除以全年预算数，正文随表改。
    何时不适用：同段金额、整体表、项目合计三处有一处算得出这个数的，不报；都没有金额的，列为未决。
    """
    items = list(statements(dossier))
    for item in items:
        figure = item.claim.figure
        if item.claim.kind != "rate" or figure is None or figure.value is None or not item.plain:
            continue
        of_budget = bool(_BUDGET.fullmatch(item.claim.of))
        if item.claim.unit != "%" or not (of_budget or (_RATE.fullmatch(item.claim.subject) and not item.claim.of)):
            continue
        if not of_the_year(item, dossier):
            continue
        owner = _owner(items, item)
        pairs = _beside(items, item)
        if of_budget and not pairs:
            continue
        if not of_budget and owner is None:
            pairs += _tables(dossier, item)
        elif not of_budget and owner is not None and not pairs:
            pairs = _own_table(dossier, owner)
            if not pairs:
                continue  # the rate of an item that has no table: nothing to check it by
        pairs = [(budget, spent) for budget, spent in pairs if budget.interval.low > 0]
        if not pairs:
            yield Undecided(_NOTHING_TO_CHECK(), item.at, related=(item.fact,))
        elif any((s.interval / b.interval).meets(rate_interval(figure)) for b, s in pairs):
            yield Held(item.at)
        else:
            budget, spent = pairs[0]
            yield Finding(
                at=item.at,
                evidence=(item.fact, budget.at, spent.at),
                values={
                    "name": item.claim.subject,
                    "stated": figure,
                    "outturn": spent.figure,
                    "budget": budget.figure,
                    "expected": percent(spent.value / budget.value, figure.places),
                },
            )


def _owner(items: list[Statement], item: Statement) -> str | None:
    """The item whose rate it is, where an amount of one item stands right before; ``None`` for the whole."""
    before = [
        i
        for i in items
        if i.report_at == item.report_at
        and i.claim.paragraph == item.claim.paragraph
        and 0 <= item.claim.start - i.claim.end <= _NEAR
        and i.amount is not None
    ]
    if not before:
        return None
    nearest = before[-1]
    whole = nearest.key in ("overall", "projects") or not nearest.claim.subject
    if whole or _GENERAL.search(item.claim.quote):
        return None
    return nearest.claim.subject


def _own_table(dossier: Dossier, name: str) -> list[tuple[Amount, Amount]]:
    """Budget and outturn of the project of that name."""
    for number, evaluation in dossier.each(Evaluation):
        if evaluation.scope == "project" and same_name(evaluation.name, name, dossier.aliases):
            amounts = total_amounts(evaluation, number)
            if "revised" in amounts and "outturn" in amounts:
                return [(amounts["revised"], amounts["outturn"])]
    return []


def _beside(items: list[Statement], item: Statement) -> list[tuple[Amount, Amount]]:
    """Budget and outturn of one subject stated before the rate in the same paragraph, the nearest first.

    完成年初预算的…% has the initial budget below it; a rate of no such words, any budget.
    """
    wanted = ("initial",) if "年初" in item.claim.of else ("revised", "budget", "initial")
    before = [
        i
        for i in items
        if i.report_at == item.report_at
        and i.number < item.number
        and i.claim.paragraph == item.claim.paragraph
        and i.amount is not None
        and not i.claim.change
    ]
    result = []
    for spent in reversed(before):
        if spent.claim.basis != "outturn":
            continue
        for budget in reversed(before):
            same = budget.claim.subject == spent.claim.subject or (budget.key and budget.key == spent.key)
            if budget.claim.basis in wanted and same and not (item.claim.of and not _speaks_of(item, spent)):
                assert budget.amount is not None
                assert spent.amount is not None
                result.append((budget.amount, spent.amount))
    return result


def _speaks_of(item: Statement, spent: Statement) -> bool:
    """Whether 完成预算的…% is said of that amount."""
    return item.claim.subject == spent.claim.subject or bool(item.key and item.key == spent.key)


def _tables(dossier: Dossier, item: Statement) -> list[tuple[Amount, Amount]]:
    """Budget and outturn of the tables that the report is about."""
    found = [total_amounts(e, n) for n, e in dossier.each(Evaluation) if e.scope == item.report.scope]
    if item.report.scope == "project" and dossier.every(BaseData):
        found.append(first_base(dossier, "projects"))
    if item.report.scope == "project" and len(found) > 1:
        found = found[-1:] if dossier.every(BaseData) else []
    return [(a["revised"], a["outturn"]) for a in found if "revised" in a and "outturn" in a]
