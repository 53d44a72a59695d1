"""IX202: one name holds several indicators."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.indicators import applicable, each_once, plain
from jixiao.audit.shared.rows import gathered
from jixiao.model import Evaluation, Held, Severity
from jixiao.scoring import Appraisal
from jixiao.values.pattern import lazy

_BREAK = lazy(r"(?<!\d),|,(?!\d)|[;；。!！，]")


@rule(
    "IX202",
    "several-ideas",
    title="一项指标写了几件事",
    severity=Severity.WARNING,
    basis="indicator.one_idea",
    since="0.1",
    zh="{count} 项指标的名称写了不止一件事：{rows}",
    en="{count} indicator names hold more than one idea: {rows}",
)
def several_ideas(evaluation: Evaluation, appraisal: Appraisal) -> Iterator[Outcome]:
    """一项三级指标只衡量一件事。

    为什么重要：几件事合在一项里，完成一半怎么计分说不清，实际完成值也不知道在答哪一件。
    怎样修改：每件事单列一项指标，各有指标值和分值；名称里的口号、做法删去。
    何时不适用：用顿号并列的同类事物（例如“水费、电费支付”）和括号里的注释不算。
    """
    named = list(applicable(evaluation, appraisal))
    found = [row for row in named if _BREAK.search(plain(row.indicator.name))]
    if found:
        yield gathered(each_once(found), "name")
    elif named:
        yield Held("/indicators")
