"""The families of rules: the two letters of a code enter, what people call the family leaves."""

from __future__ import annotations

from typing import NamedTuple

from jixiao.model import Term


class Family(NamedTuple):
    """``dimension`` (维度) is the word for it in a list of findings, ``title`` the heading of its rules."""

    dimension: Term
    title: str


FAMILIES: dict[str, Family] = {
    "SC": Family(Term("得分", "scores"), "得分与分值"),
    "EX": Family(Term("资金", "funds"), "资金与执行"),
    "TG": Family(Term("指标值", "targets"), "指标值、完成值与得分"),
    "IX": Family(Term("指标", "indicators"), "指标设置"),
    "TX": Family(Term("文字", "text"), "文字与表格"),
    "XD": Family(Term("一致性", "consistency"), "表与表之间"),
    "LG": Family(Term("法规", "law"), "法律"),
    "FM": Family(Term("格式", "form"), "格式与填写"),
}
"""By the letters, in the order of the catalogue."""


def dimension_of(code: str) -> Term:
    """The word for the family of a rule; its letters where a rule of somebody's own is of none of these."""
    family = FAMILIES.get(code[:2])
    return family.dimension if family else Term(code[:2], code[:2])
