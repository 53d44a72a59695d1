"""XD110: the three public expenses grew over the year before."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.amounts import line_amounts, same_amount
from jixiao.audit.shared.money import percent
from jixiao.model import BaseData, Finding, Held, Severity
from jixiao.policy import Policy


@rule(
    "XD110",
    "three-public-growth",
    title="“三公”经费比上年增长",
    severity=Severity.WARNING,
    basis="cross.three_public",
    since="0.1",
    zh={
        "": "“三公”经费上年决算 {prior}，本年决算 {outturn}，增长 {change}%，应说明原因",
        "from_zero": "“三公”经费上年决算 {prior}，本年决算 {outturn}，应说明原因",
    },
    en={
        "": "the three public expenses went from {prior} to {outturn}, up {change} %: give the reason",
        "from_zero": "the three public expenses went from {prior} to {outturn}: give the reason",
    },
)
def three_public_growth(base: BaseData, policy: Policy) -> Iterator[Outcome]:
    """“三公”经费决算数一般不应高于上年；高于上年的要说明原因。

    为什么重要：“三公”经费变动率是整体支出评价的常用指标，控制在预算之内不等于没有增长。
    怎样修改：在报告中说明增长的原因（例如车辆增加、机构合并），并列出预算控制情况。
    何时不适用：上年或本年数没有填写的，不作判断。
    """
    place = next((n for n, line in enumerate(base.lines) if line.key == "three_public"), None)
    if place is None:
        return
    at = f"/lines/{place}"
    amounts = line_amounts(base.lines[place], base.unit, at)
    prior, outturn = amounts.get("prior"), amounts.get("outturn")
    if prior is None or outturn is None:
        return
    if outturn.value <= prior.value or same_amount(prior, outturn):
        yield Held(outturn.at)
        return
    values = {"prior": prior.figure, "outturn": outturn.figure}
    if not prior.value:
        yield Finding(at=outturn.at, evidence=(prior.at,), values=values, variant="from_zero")
        return
    change = (outturn.value - prior.value) / prior.value
    if change > policy.checks.three_public_change:
        shown = percent(change, 1)
        yield Finding(at=outturn.at, evidence=(prior.at,), values={**values, "change": shown})
    else:
        yield Held(outturn.at)
