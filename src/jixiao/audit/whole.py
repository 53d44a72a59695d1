"""Amounts of the text that name no subject: 全年预算1000万元，执行990万元.

A told amount and the dossier enter; the table it most likely speaks of leaves. Only the one table of the report's kind
can be meant, and only an amount close to the table's own is taken for a slip: one far away speaks of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.model import Dossier, Evaluation
from jixiao.model.memo import remembered

from .amounts import Amount, line_amounts, same_amount, total_amounts
from .told import Told, headings_above

_NO_SUBJECT = re.compile(r"(?:(?:[本该]?项目|本?年度?|全年|共|总计|合计)*(?:资金|经费|支出)?)?")
_SCOPE = re.compile(r"公共预算|基本支出|项目支出(?!绩效)|人员|公用|三公|采购|资产|基金|财政拨款|上级|结转|其他资金")
"""Headings that make an amount below them one of a part."""
_NEAR = Decimal("0.1")


def sole_table(item: Told, dossier: Dossier) -> tuple[int, Evaluation] | None:
    """The one table of the report's kind, where an amount names no subject of its own, or the whole: its heading may
    name no part.
    """
    if any(_SCOPE.search(title) for title in headings_above(item.report, item.claim)):
        return None
    if item.claim.part_of is not None or not (item.key == "overall" or _NO_SUBJECT.fullmatch(item.claim.subject)):
        return None
    tables = [(n, e) for n, e in enumerate(dossier.evaluations) if e.kind == item.report.kind]
    return tables[0] if len(tables) == 1 else None


def meant(item: Told, dossier: Dossier) -> tuple[int, Evaluation, Amount] | None:
    """The table that an amount without subject speaks of, with the table's amount that it nearly but not quite is."""
    stated = item.amount
    if stated is None or any(_SCOPE.search(title) for title in headings_above(item.report, item.claim)):
        return None
    if item.claim.part_of is not None or not _NO_SUBJECT.fullmatch(item.claim.subject):
        return None
    tables = [(n, e) for n, e in enumerate(dossier.evaluations) if e.kind == item.report.kind]
    if len(tables) != 1 or any(same_amount(stated, known) for known in _amounts(dossier)):
        return None
    ((number, evaluation),) = tables
    own = total_amounts(evaluation, f"/evaluations/{number}").get(item.column)
    if own is None or abs(own.value - stated.value) > _NEAR * abs(own.value):
        return None
    return number, evaluation, own


@remembered(limit=4)
def _amounts(dossier: Dossier) -> tuple[Amount, ...]:
    """Every amount that some table prints in a total row or in the base data."""
    return tuple(_each(dossier))


def _each(dossier: Dossier) -> Iterator[Amount]:
    for number, evaluation in enumerate(dossier.evaluations):
        yield from total_amounts(evaluation, f"/evaluations/{number}").values()
    for number, base in enumerate(dossier.base_data):
        for place, line in enumerate(base.lines):
            yield from line_amounts(line, base.unit, f"/base_data/{number}/lines/{place}").values()
