"""Amounts of the text that name no subject: 全年预算1000万元，执行990万元.

A told amount and the dossier enter; the table it most likely speaks of leaves. Only the one table of the report's kind
can be meant, and only an amount close to the table's own is taken for a slip: one far away speaks of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.shared.amounts import Amount, amount, line_amounts, same_amount, total_amounts
from jixiao.audit.shared.pairing import core
from jixiao.model import BaseData, Dossier, Evaluation
from jixiao.model.memo import remembered
from jixiao.values.pattern import lazy

from .statements import Statement, headings_above

_NO_SUBJECT = lazy(r"(?:(?:[本该]?项目|本?年度?|全年|共|总计|合计)*(?:资金|经费|支出)?)?")
_SCOPE = lazy(r"公共预算|基本支出|项目支出(?!绩效)|人员|公用|三公|采购|资产|基金|财政拨款|上级|结转|其他资金")
"""Headings that make an amount below them one of a part."""
_NEAR = Decimal("0.1")


def sole_table(item: Statement, dossier: Dossier) -> tuple[str, Evaluation] | None:
    """The one table of the report's kind, where an amount names no subject of its own, or the whole: its heading may
    name no part.
    """
    if any(_SCOPE.search(title) for title in headings_above(item.report, item.claim)):
        return None
    if item.claim.part_of is not None or not (item.key == "overall" or _NO_SUBJECT.fullmatch(item.claim.subject)):
        return None
    tables = [(n, e) for n, e in dossier.each(Evaluation) if e.scope == item.report.scope]
    return tables[0] if len(tables) == 1 else None


def meant(item: Statement, dossier: Dossier) -> tuple[str, Evaluation, Amount] | None:
    """The table that an amount without subject speaks of, with the table's amount that it nearly but not quite is."""
    stated = item.amount
    if stated is None or any(_SCOPE.search(title) for title in headings_above(item.report, item.claim)):
        return None
    if item.claim.part_of is not None or not _NO_SUBJECT.fullmatch(item.claim.subject):
        return None
    tables = [(n, e) for n, e in dossier.each(Evaluation) if e.scope == item.report.scope]
    if len(tables) != 1 or any(same_amount(stated, known) for known in _amounts(dossier)):
        return None
    ((number, evaluation),) = tables
    own = total_amounts(evaluation, number).get(item.column)
    if own is None or abs(own.value - stated.value) > _NEAR * abs(own.value):
        return None
    return number, evaluation, own


@remembered
def _amounts(dossier: Dossier) -> tuple[Amount, ...]:
    """Every amount that some table prints in a total row or in the base data."""
    return tuple(_each(dossier))


def _each(dossier: Dossier) -> Iterator[Amount]:
    for number, evaluation in dossier.each(Evaluation):
        yield from total_amounts(evaluation, number).values()
    for number, base in dossier.each(BaseData):
        for place, line in enumerate(base.lines):
            yield from line_amounts(line, base.unit, f"{number}/lines/{place}").values()


_SOURCES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("carry_over", lazy(r"上年(?:度)?(?:财政拨款)?(?:结转|结余|结转结余)(?:资金)?|结转资金|上年资金结转")),
    ("fiscal", lazy(r"(?:当年|本年|年初)?财政(?:拨款|资金|预算)(?:资金)?")),
    ("unit", lazy(r"(?:单位|医院|学校)?(?:自筹|自有)(?:资金)?|单位资金")),
    ("special_account", lazy(r"财政专户(?:管理)?资金")),
    ("other", lazy(r"其他资金")),
)
_ALL_MONEY = lazy(r"预算(?:总投资)?|总投资|总资金|资金总额")
_ONE_KIND = lazy(r"基本支出|项目支出(?!绩效)|人员|公用|三公|采购|资产|基金")
_PLACE = lazy(r"(中央|省级|市级|县级|区级|地方)(?:财政)?(?:补助|资金|拨款|配套)*")


def source_row(item: Statement, dossier: Dossier) -> tuple[str, dict[str, Amount]] | None:
    """The row of the money block that an amount of one source names, with its label and columns; only in the table
    that the amount can be of: of the project named by its whole or heading, else the one table of the report's kind.
    """
    subject = item.claim.subject
    source = next((key for key, pattern in _SOURCES if pattern.fullmatch(subject)), "")
    place = _PLACE.fullmatch(subject)
    if not source and place is None:
        return None
    table = _of_source(item, dossier)
    if table is None:
        return None
    number, evaluation = table
    lines = [
        (n, line)
        for n, line in enumerate(evaluation.funds.lines)
        if (line.source == source if place is None else place[1] in line.label and line.source != "total")
    ]
    if len(lines) != 1:
        return None
    ((position, line),) = lines
    at = f"{number}/funds/lines/{position}"
    fields = {"initial": "initial_budget", "revised": "revised_budget", "outturn": "outturn"}
    found = {k: amount(f"{at}/{f}", getattr(line, f), evaluation.funds.unit) for k, f in fields.items()}
    return line.label.strip(), {k: a for k, a in found.items() if a is not None}


def _of_source(item: Statement, dossier: Dossier) -> tuple[str, Evaluation] | None:
    whole = None if item.claim.part_of is None else item.report.claims[item.claim.part_of]
    titles = headings_above(item.report, item.claim)
    projects = [(n, e) for n, e in dossier.each(Evaluation) if e.scope == "project" and len(core(e.name)) > 1]
    named = [
        (n, e)
        for n, e in projects
        if (whole is not None and core(whole.subject) == core(e.name)) or any(core(e.name) in title for title in titles)
    ]
    if named:
        return named[0] if len(named) == 1 else None
    tables = [(n, e) for n, e in dossier.each(Evaluation) if e.scope == item.report.scope]
    general = whole is None or bool(_NO_SUBJECT.fullmatch(whole.subject)) or bool(_ALL_MONEY.fullmatch(whole.subject))
    if len(tables) != 1 or not general or any(_ONE_KIND.search(title) for title in titles):
        return None
    return tables[0]
