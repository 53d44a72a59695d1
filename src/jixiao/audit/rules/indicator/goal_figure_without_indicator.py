"""IX105: the goal names a quantity that no indicator carries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.rule import Outcome, rule
from jixiao.model import Evaluation, Finding, Held, Severity
from jixiao.values.pattern import lazy

_QUANTITY = lazy(
    r"(?<![\d.第])(\d[\d,]*(?:\.\d+)?)\s*([%％]|余?(?:人次|人|户|个(?!工作日|小时|月|季度|方面|百分点|环节|维度|层面|重点)|次|场|台|辆|公里|千米|米|平方米|㎡|亩|公顷|份|套|件|"
    r"起|家|处|座|所|支|名|吨|例|批|期|条|棵|株|盏|万元|亿元))"
)
_OUTLINE = re.compile(r"^\s*\d+\s*[、.．)）]", re.MULTILINE)


@rule(
    "IX105",
    "goal-figure-without-indicator",
    title="目标中的数量没有指标反映",
    severity=Severity.INFO,
    basis="indicator.goal_link",
    since="0.1",
    zh="总体目标写有{figures}，指标里找不到对应的数值",
    en="the goal names {figures}, which no indicator carries",
)
def goal_figure_without_indicator(evaluation: Evaluation) -> Iterator[Outcome]:
    """总体目标里写明的数量，应当有三级指标反映。

    为什么重要：目标承诺的数量没有指标，年底就没有人核对它完成没有。
    怎样修改：为这个数量设一项三级指标，或把目标与指标改成同一口径。
    何时不适用：目标里的数字只是背景情况（例如辖区人口）时可以忽略。
    """
    goal = _OUTLINE.sub("", evaluation.goal_expected or "")
    if not evaluation.indicators:
        return
    told = " ".join(f"{i.name} {i.target_text} {i.actual or ''}" for i in evaluation.indicators).replace(",", "")
    numbers = {Decimal(n) for n in re.findall(r"\d+(?:\.\d+)?", told)}
    funds = {
        f.value
        for line in evaluation.funds.lines
        for f in (line.initial_budget, line.revised_budget, line.outturn)
        if f is not None
    }
    quantities = [match for match in _QUANTITY.finditer(goal) if not match[2].endswith("元")]
    missing = [match[0] for match in quantities if Decimal(match[1].replace(",", "")) not in numbers | funds]
    if missing:
        yield Finding(at="/goal_expected", values={"figures": tuple(dict.fromkeys(missing))})
    elif quantities:
        yield Held("/goal_expected")
