"""IX303: money put in stands as an output."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.indicators import applicable, each_once, plain
from jixiao.audit.shared.rows import Row, gathered
from jixiao.model import Evaluation, Held, Severity
from jixiao.model.value import Number
from jixiao.scoring import Appraisal
from jixiao.values.pattern import lazy

_MONEY = frozenset({"元", "千元", "万元", "亿元"})
_INPUT = lazy(
    r"经费|投入|支出|拨款|预算|(?:专项|项目|工程|补助|财政|配套)?资金(?:金额|总额|额)?$|补[助贴](?:金|金额|总额)$|发放金额$|工程款|投资额?$"
)
_RESULT = lazy(r"收入|征收|收缴|产值|销售|募集|融资|挽回|追缴|追回|节约|节支|产出|引进|招商|交易|贷款|放款|核减|审减")


@rule(
    "IX303",
    "input-as-output",
    title="资金投入列为产出",
    severity=Severity.WARNING,
    basis="indicator.dimension",
    since="0.1",
    zh="{count} 项数量指标写的是花多少钱，不是办成多少事：{rows}",
    en="{count} quantity indicators tell the money spent, not what was delivered: {rows}",
)
def input_as_output(evaluation: Evaluation, appraisal: Appraisal) -> Iterator[Outcome]:
    """数量指标应写产出的数量，不写投入的资金。

    为什么重要：钱花出去不等于事办成了；资金执行情况已经由预算执行率计分，再作产出等于计两次。
    怎样修改：改成用这笔钱办的事（培训人次、修建里程、发放户数）；控制花费的要求移到成本指标。
    何时不适用：以金额为工作成果的（征收、融资、引资、挽回损失等）不算投入。
    """
    quantities = [row for row in applicable(evaluation, appraisal) if "数量" in row.indicator.level2]
    found = [row for row in quantities if _is_money(row) and _names_input(plain(row.indicator.name))]
    if found:
        yield gathered(each_once(found), "name")
    elif quantities:
        yield Held("/indicators")


def _is_money(row: Row) -> bool:
    target = row.appraisal.target
    return isinstance(target, Number) and (target.unit or row.indicator.target_unit) in _MONEY


def _names_input(name: str) -> bool:
    return _INPUT.search(name) is not None and _RESULT.search(name) is None
