"""EX205: the staff control rate is not in-post over establishment."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.equations import UNLESS_APART, Checked, judged
from jixiao.model import BaseData, Finding, Severity
from jixiao.policy import Policy


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
def staff_rate_mismatch(base: BaseData, policy: Policy) -> Iterator[Outcome]:
    """在职人员控制率等于实际在职人数除以编制数。

    为什么重要：控制率是整体支出评价的基本指标，超过 100% 就是超编。
    怎样修改：用在职人数除以编制数重算；人数有误的先改人数。
    何时不适用：编制数为 0 或没有填的。
    """
    return judged(base, policy, "staff.rate", _differs, UNLESS_APART)


def _differs(item: Checked) -> Finding:
    in_post, establishment = item.computed.figures
    return item.finding(stated=item.stated, in_post=in_post, establishment=establishment, expected=item.computed.value)
