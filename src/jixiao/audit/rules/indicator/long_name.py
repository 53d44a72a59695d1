"""IX203: an indicator's name is a long sentence."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.indicators import applicable, each_once, plain
from jixiao.audit.shared.rows import gathered
from jixiao.model import Evaluation, Held, Severity
from jixiao.policy import Policy
from jixiao.scoring import Appraisal


@rule(
    "IX203",
    "long-name",
    title="指标名称过长",
    severity=Severity.INFO,
    basis="indicator.clear_name",
    since="0.1",
    zh="{count} 项指标的名称超过 {most} 个字：{rows}",
    en="{count} indicator names are longer than {most} characters: {rows}",
    after=("IX202",),
)
def long_name(evaluation: Evaluation, appraisal: Appraisal, policy: Policy) -> Iterator[Outcome]:
    """指标名称应简短，一看就知道衡量什么。

    为什么重要：名称太长，多半夹带了做法、标准或几件事，填报人和评审人各有各的理解。
    怎样修改：名称只留要衡量的事物，标准写进指标值，做法写进说明。
    何时不适用：法定项目、工程的全称确实很长时可以保留；括号里的注释不计字数。
    """
    most = policy.checks.name_length
    named = list(applicable(evaluation, appraisal))
    found = [row for row in named if len(plain(row.indicator.name)) > most]
    if found:
        yield gathered(each_once(found), "name", values={"most": most})
    elif named:
        yield Held("/indicators")
