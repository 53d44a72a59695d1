"""EX205: the staff control rate is not in-post over establishment."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.control_rate import wrong_rate
from jixiao.audit.money import doubtful
from jixiao.audit.rule import Outcome, rule
from jixiao.model import BaseData, Finding, Severity


@rule(
    "EX205",
    "staff-rate-mismatch",
    title="人员控制率与人数不符",
    severity=Severity.ERROR,
    basis="execution.control_rates",
    since="0.1",
    zh="控制率写 {stated}，{in_post} ÷ {establishment} = {expected}%",
    en="the control rate says {stated}, {in_post} ÷ {establishment} = {expected}%",
)
def staff_rate_mismatch(base: BaseData) -> Iterator[Outcome]:
    """在职人员控制率等于实际在职人数除以编制数。

    为什么重要：控制率是整体支出评价的基本指标，超过 100% 就是超编。
    怎样修改：用在职人数除以编制数重算；人数有误的先改人数。
    何时不适用：编制数为 0 或没有填的。
    """
    staff = base.staff
    if staff is None:
        return
    unsure = doubtful(staff, "establishment", "in_post", "control_rate", at="/staff")
    if unsure:
        yield unsure
        return
    expected = wrong_rate(staff.control_rate, staff.in_post, staff.establishment, counted=True)
    if expected is not None:
        yield Finding(
            at="/staff/control_rate",
            related=("/staff/in_post", "/staff/establishment"),
            values={
                "stated": staff.control_rate,
                "in_post": staff.in_post,
                "establishment": staff.establishment,
                "expected": expected,
            },
        )
