"""IX201: an indicator's name is a question."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.indicators import applicable, each_once
from jixiao.audit.shared.proposed import proposed
from jixiao.audit.shared.rows import gathered
from jixiao.model import Dossier, Evaluation, Held, Severity
from jixiao.scoring import Appraisal
from jixiao.values.pattern import lazy

_QUESTION = lazy(r"是否|能否|可否|有没有|有无|会不会|是不是|如何|多少|[?？]|吗$")


@rule(
    "IX201",
    "question-name",
    title="指标名称写成问句",
    severity=Severity.WARNING,
    basis="indicator.clear_name",
    since="0.1",
    zh="{count} 项指标的名称是问句：{rows}",
    en="{count} indicator names are questions: {rows}",
)
def question_name(evaluation: Evaluation, appraisal: Appraisal, dossier: Dossier) -> Iterator[Outcome]:
    """指标名称应是名词短语，不写成“是否……”一类的问句。

    为什么重要：问句只能答“是”或“否”，量不出程度，也说不清要衡量的是什么。
    怎样修改：改成要衡量的事物本身，例如把“是否产生经济效益”改为“带动旅游收入增长率”，再给出指标值。
    何时不适用：标明不适用的行不检查。
    """
    named = list(applicable(evaluation, appraisal))
    found = [row for row in named if _QUESTION.search(row.indicator.name.strip())]
    if found:
        once = each_once(found)
        yield gathered(once, "name", values=proposed(once, evaluation, dossier))
    elif named:
        yield Held("/indicators")
