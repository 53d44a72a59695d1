"""EX206: a control rate of a building is not actual over approved."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.control_rate import wrong_rate
from jixiao.audit.money import doubtful
from jixiao.audit.rule import Outcome, rule
from jixiao.model import BaseData, Building, Finding, Severity

_RATES = (
    ("scale", "scale_control_rate", "actual_scale", "approved_scale"),
    ("investment", "investment_control_rate", "actual_investment", "budget_investment"),
)


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
def building_rate_mismatch(base: BaseData) -> Iterator[Outcome]:
    """规模控制率等于实际规模除以批复规模，投资概算控制率等于实际投资除以预算投资。

    为什么重要：控制率用来判断有没有超规模、超概算，算错会把超标的项目说成合规。
    怎样修改：按批复文件和竣工决算核对面积、投资，再重算控制率。
    何时不适用：当年没有完工项目、各栏填 0 或空白的；批复数为 0 的。
    """
    for number, building in enumerate(base.buildings):
        for rate in _RATES:
            yield from _one(building, f"/buildings/{number}", *rate)


def _one(building: Building, at: str, variant: str, field: str, top: str, bottom: str) -> Iterator[Outcome]:
    unsure = doubtful(building, field, top, bottom, at=at)
    if unsure:
        yield unsure
        return
    stated, actual, approved = getattr(building, field), getattr(building, top), getattr(building, bottom)
    expected = wrong_rate(stated, actual, approved, counted=False)
    if expected is not None:
        yield Finding(
            at=f"{at}/{field}",
            related=(f"{at}/{top}", f"{at}/{bottom}"),
            values={"stated": stated, "actual": actual, "approved": approved, "expected": expected},
            variant=variant,
        )
