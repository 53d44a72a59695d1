"""TG108: target and actual are in units that do not measure the same thing."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import Finding, Held, Indicator, Severity
from jixiao.model.value import Number
from jixiao.scoring import IndicatorAppraisal
from jixiao.values.unit_slips import unit_slip

from .unit_pairs import differ


@rule(
    "TG108",
    "unit-differs",
    title="指标值与完成值的单位不同",
    severity=Severity.WARNING,
    basis="form.actual",
    since="0.1",
    zh={
        "": "单位不同：指标值 {target} 用“{target_unit}”，完成值 {actual} 用“{actual_unit}”，口径不一",
        "slip": (
            "单位矛盾：指标值 {target} 用“{target_unit}”，完成值 {actual} 用“{actual_unit}”，数字相近，"
            "换算后却相差 {times} 倍，多半有一处单位写错"
        ),
    },
    en={
        "": "the target {target} is in {target_unit}, the actual {actual} in {actual_unit}: not one basis",
        "slip": (
            "the target {target} is in {target_unit}, the actual {actual} in {actual_unit}: near figures, "
            "{times} times apart when converted; one of the units is probably wrong"
        ),
    },
    after=("TG107", "TG121"),
)
def unit_differs(indicator: Indicator, appraised: IndicatorAppraisal) -> Iterator[Outcome]:
    """完成值应与指标值用同一个单位、同一个口径。

    为什么重要：“台”数的是车，“台次”数的是动作；口径不同，完成与否无从比较。
    怎样修改：按指标值的单位统计完成值；原来的单位不合适的，在原因栏说明并从下年起改正。
    何时不适用：同类单位只是大小不同（3200米与3.2公里）、说法不同（名与人）的；有一方没有写单位的。数字相近、只有单位大小不同的
    （3200米与3200公里）算单位矛盾。
    """
    target, actual = appraised.target, appraised.actual
    if not isinstance(target, Number) or not isinstance(actual, Number) or not target.unit or not actual.unit:
        return
    slip = unit_slip(target, actual)
    if slip is None and not differ(target.unit, actual.unit):
        yield Held(at="/actual")
        return
    yield Finding(
        at="/actual",
        evidence=("/target",),
        values={
            "target": indicator.target_text.strip(),
            "actual": (indicator.actual or "").strip(),
            "target_unit": target.unit,
            "actual_unit": actual.unit,
            "times": slip,
        },
        variant="" if slip is None else "slip",
    )
