"""XD103: the overall revised budget is not basic plus project spending."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.overall import overall_against_parts
from jixiao.audit.rule import Outcome, rule
from jixiao.model import Dossier, Severity


@rule(
    "XD103",
    "overall-budget-not-sum",
    title="整体支出预算数不等于基本支出加项目支出",
    severity=Severity.ERROR,
    basis="cross.overall_sum",
    since="0.1",
    zh={
        "": (
            "整体支出自评表全年预算数写 {stated}，基础数据表基本支出 {basic} 加项目支出 {projects} 为 {total}，相"
            "差 {difference}"
        ),
        "rounding": (
            "整体支出自评表全年预算数 {stated} 与基本支出 {basic} 加项目支出 {projects} 相差 {difference}，可由四"
            "舍五入解释（合计 {total}）"
        ),
    },
    en={
        "": (
            "the overall revised budget is {stated}; basic {basic} plus project spending {projects} is {total}, "
            "{difference} apart"
        ),
        "rounding": (
            "the overall revised budget {stated} and basic {basic} plus projects {projects} = {total} differ by "
            "{difference}: rounding"
        ),
    },
)
def overall_budget_not_sum(dossier: Dossier) -> Iterator[Outcome]:
    """整体支出的全年预算数应等于基础数据表里基本支出与项目支出之和。

    为什么重要：整体支出自评以这个数计算执行率；两张表对不上，执行率得分就没有依据。
    怎样修改：查明哪一张表漏列或重列，按批复和决算改正。
    何时不适用：“部门基本支出预算调整”一行只填调整额（不是全额）的，按提醒处理；该行为 0 的不作判断。
    """
    yield from overall_against_parts(dossier, "revised")
