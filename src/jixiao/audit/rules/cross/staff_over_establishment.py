"""XD111: more staff than posts."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import BaseData, Finding, Held, Severity


@rule(
    "XD111",
    "staff-over-establishment",
    title="实际在职人数超过编制数",
    severity=Severity.WARNING,
    basis="cross.staff",
    since="0.1",
    zh="编制数 {establishment}，实际在职 {in_post}，超出 {over} 人",
    en="{establishment} posts, {in_post} in post, {over} too many",
)
def staff_over_establishment(base: BaseData) -> Iterator[Outcome]:
    """财政供养的实际在职人数不应超过编制数。

    为什么重要：在职人员控制率是整体支出评价的基本指标，超编意味着基本支出没有控制住。
    怎样修改：核对人数口径（是否混入编外、借调、退休人员）；确实超编的，说明原因和消化措施。
    何时不适用：任一人数没有填写的，不作判断。
    """
    staff = base.staff
    if staff is None or staff.establishment is None or staff.in_post is None:
        return
    posts, people = staff.establishment.value, staff.in_post.value
    if posts is None or people is None:
        return
    if people <= posts:
        yield Held("/staff/in_post")
    else:
        yield Finding(
            at="/staff/in_post",
            evidence=("/staff/establishment",),
            values={"establishment": staff.establishment, "in_post": staff.in_post, "over": people - posts},
        )
