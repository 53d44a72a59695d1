"""The year that the text of a report is about, where neither its title nor any table names one.

A report enters; the year of the accounts, budget or spending that it speaks of leaves, if it speaks of one above all.
"""

from __future__ import annotations

from collections import Counter

from jixiao.model import Report
from jixiao.values.numerals import years_in_figures
from jixiao.values.pattern import lazy

_TOLD = lazy(
    r"(20\d\d)\s*年\s*(?:度|全年)?的?(?:我?[部单省市县区局]\w{0,4})?"
    r"(?:整体|收支|支出|收入|预算|决算|绩效|项目|专项|财政|一般公共|自评)"
)


def year_told(report: Report) -> int | None:
    """The year; ``None`` where several are named about as often, as a report compares with the years before."""
    counted = Counter(int(m[1]) for _, text in report.texts() for m in _TOLD.finditer(years_in_figures(text)))
    first, second = ([*counted.most_common(2), (None, 0), (None, 0)])[:2]
    return first[0] if first[1] > 2 * second[1] else None
