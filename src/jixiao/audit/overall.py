"""Overall spending against basic plus project spending: a dossier and a column enter, findings leave."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from jixiao.model import BaseData, Dossier, Finding, Severity, Undecided

from .amounts import Amount, compare_sum, keyed, overall_tables, total_amounts, unit_slip
from .money import Agreement


def overall_against_parts(dossier: Dossier, column: str) -> Iterator[Finding | Undecided]:
    """Findings where the overall table's ``revised`` or ``outturn`` is not basic plus project spending.

    The row 基本支出预算调整 is read by some units as the whole and by others as the change. It is proven to be the
    whole where the other column adds up; else a difference is only a warning.
    """
    other = "outturn" if column == "revised" else "revised"
    for at, evaluation in overall_tables(dossier)[:1]:
        stated = total_amounts(evaluation, at)
        for table, base in islice(dossier.each(BaseData), 1):
            basic, projects = keyed(base, table, "basic"), keyed(base, table, "projects")
            if column not in stated or column not in basic or column not in projects:
                continue
            if not basic[column].value and stated[column].value != projects[column].value:
                yield Undecided("基础数据表的基本支出为 0，无法与整体支出核对", basic[column].at)
                continue
            parts = [basic[column], projects[column]]
            if any(unit_slip(stated[column], p) for p in parts):
                continue
            verdict, total = compare_sum(stated[column], parts)
            if verdict is Agreement.SAME:
                continue
            rounded = verdict is Agreement.ROUNDED
            proven = _adds_up(stated, basic, projects, other)
            yield Finding(
                at=stated[column].at,
                related=tuple(p.at for p in parts),
                values={
                    "stated": stated[column].figure,
                    "basic": basic[column].figure,
                    "projects": projects[column].figure,
                    "total": total,
                    "difference": stated[column].value - total,
                },
                variant="rounding" if rounded else "",
                severity=Severity.INFO if rounded else Severity.ERROR if proven else Severity.WARNING,
            )


def _adds_up(stated: dict[str, Amount], basic: dict[str, Amount], projects: dict[str, Amount], column: str) -> bool:
    if not all(column in amounts for amounts in (stated, basic, projects)):
        return False
    verdict, total = compare_sum(stated[column], [basic[column], projects[column]])
    return verdict is not Agreement.APART and total > Decimal(0)
