"""FM203: department or implementer is left blank."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import is_blank
from jixiao.model import Evaluation, Finding, Held, Severity, Term

_FIELDS = {
    "department": Term("主管部门", "department"),
    "implementer": Term("实施单位", "implementer"),
    "unit": Term("单位名称", "name of the unit"),
}


@rule(
    "FM203",
    "head-blank",
    title="表头栏目没有填写",
    severity=Severity.WARNING,
    basis="format.required",
    since="0.1",
    asks_all=True,
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
            also=tuple(f"/{f}" for f in blank[1:]),
            values={"fields": tuple(_FIELDS[f] for f in blank)},
        )
    for field in _FIELDS:
        if getattr(evaluation, field) and field not in blank:
            yield Held(f"/{field}")
