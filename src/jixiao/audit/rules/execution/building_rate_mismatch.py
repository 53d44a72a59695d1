"""EX206: a control rate of a building is not actual over approved."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.equations import UNLESS_APART, Checked, judged
from jixiao.model import BaseData, Finding, Severity
from jixiao.policy import Policy


@rule(
    "EX206",
    "building-rate-mismatch",
    title="楼堂馆所控制率与规模、投资不符",
    severity=Severity.ERROR,
    basis="execution.control_rates",
    since="0.1",
    zh={
        "scale": "规模控制率写 {stated}，{actual} ÷ {approved} = {expected}%",
        "investment": "投资概算控制率写 {stated}，{actual} ÷ {approved} = {expected}%",
    },
    en={
        "scale": "the scale control rate says {stated}, {actual} ÷ {approved} = {expected}%",
        "investment": "the investment control rate says {stated}, {actual} ÷ {approved} = {expected}%",
    },
)
def building_rate_mismatch(base: BaseData, policy: Policy) -> Iterator[Outcome]:
    """规模控制率等于实际规模除以批复规模，投资概算控制率等于实际投资除以预算投资。

    为什么重要：控制率用来判断有没有超规模、超概算，算错会把超标的项目说成合规。
    怎样修改：按批复文件和竣工决算核对面积、投资，再重算控制率。
    何时不适用：当年没有完工项目、各栏填 0 或空白的；批复数为 0 的。
    """
    for variant in ("scale", "investment"):
        yield from judged(base, policy, f"building.{variant}", partial(_differs, variant), UNLESS_APART)


def _differs(variant: str, item: Checked) -> Finding:
    actual, approved = item.computed.figures
    return item.finding(variant, stated=item.stated, actual=actual, approved=approved, expected=item.computed.value)
