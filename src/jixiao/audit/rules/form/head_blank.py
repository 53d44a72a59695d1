"""FM203: department or implementer is left blank."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rows import is_blank
from jixiao.audit.rule import Outcome, rule
from jixiao.model import Evaluation, Finding, Severity

_FIELDS = {"department": "主管部门", "implementer": "实施单位", "unit": "单位名称"}


@rule(
    "FM203",
    "head-blank",
    title="表头栏目没有填写",
    severity=Severity.WARNING,
    basis="format.required",
    since="0.1",
    zh="表头的{fields}没有填写",
    en="left blank in the head of the table: {fields}",
)
def head_blank(evaluation: Evaluation) -> Iterator[Outcome]:
    """表头的主管部门、实施单位应填写。

    为什么重要：谁用的钱、谁对绩效负责，要在表上写清楚，才能汇总到部门。
    怎样修改：填写单位全称，与批复的预算一致。
    何时不适用：表样没有这一栏的不要求；读到了但拿不准的不算空白。
    """
    blank = [f for f in _FIELDS if is_blank(getattr(evaluation, f)) and evaluation.doubt(f) is None]
    if blank:
        yield Finding(
            at=f"/{blank[0]}",
            related=tuple(f"/{f}" for f in blank[1:]),
            values={"fields": tuple(_FIELDS[f] for f in blank)},
        )
