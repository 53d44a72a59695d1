"""FM205: the year's goal, or what became of it, is blank or no goal."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import is_blank
from jixiao.model import Evaluation, Finding, Held, Severity, Term
from jixiao.values.pattern import lazy

_ONLY_NUMBER = lazy(r"[\d,.，]+\s*(?:元|万元|亿元|%)?")
_FIELDS = {
    "goal_expected": Term("预期目标", "the expected goal"),
    "goal_actual": Term("实际完成情况", "the actual result"),
}


@rule(
    "FM205",
    "goal-blank",
    title="年度总体目标没有填写",
    severity=Severity.WARNING,
    basis="form.goal",
    since="0.1",
    asks_all=True,
    zh={"": "年度总体目标的{fields}没有填写", "number": "年度总体目标的{fields}只写了“{text}”，不是目标"},
    en={"": "left blank among the year's goals: {fields}", "number": "{fields} says only “{text}”, which is no goal"},
)
def goal_blank(evaluation: Evaluation) -> Iterator[Outcome]:
    """年度总体目标的预期目标和实际完成情况都应填写。

    为什么重要：指标是目标的细化，没有目标，指标设得对不对无从判断。
    怎样修改：写清这笔钱年内要办成什么、实际办成了什么；金额填在资金栏。
    何时不适用：表样没有这一栏的不要求；读到了但拿不准的不算空白。
    """
    blank = [f for f in _FIELDS if is_blank(getattr(evaluation, f)) and evaluation.doubt(f) is None]
    if blank:
        yield Finding(
            at=f"/{blank[0]}",
            also=tuple(f"/{f}" for f in blank[1:]),
            values={"fields": tuple(_FIELDS[f] for f in blank)},
        )
    for field, name in _FIELDS.items():
        text = (getattr(evaluation, field) or "").strip()
        if _ONLY_NUMBER.fullmatch(text):
            yield Finding(at=f"/{field}", values={"fields": name, "text": text}, variant="number")
        elif text and field not in blank:
            yield Held(f"/{field}")
