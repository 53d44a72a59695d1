"""SC102: the weights of a table do not add up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.equations import not_yet
from jixiao.audit.shared.money import HUNDRED, Agreement
from jixiao.audit.shared.rows import is_blank, says_not_applicable
from jixiao.forms.relations import relations_of
from jixiao.model import Evaluation, Figure, Finding, Held, Indicator, Severity, Undecided
from jixiao.policy import Policy
from jixiao.scoring import Computed, agreement, compute


@rule(
    "SC102",
    "weight-sum-mismatch",
    title="分值合计不等于满分",
    severity=Severity.ERROR,
    basis="form.weights",
    since="0.1",
    zh={
        "": "各项分值合计 {stated}，应为 {expected}",
        "gaps": "各项分值合计 {stated}，应为 {expected}；有 {count} 行没有填分值",
    },
    en={
        "": "the weights add up to {stated}, they should to {expected}",
        "gaps": "the weights add up to {stated}, they should to {expected}; {count} rows have none",
    },
)
def weight_sum_mismatch(evaluation: Evaluation, policy: Policy) -> Iterator[Outcome]:
    """各三级指标分值与预算执行率分值合计应为满分（一般为 100 分，不含执行率为 90 分）。

    为什么重要：分值不满或超过满分，总分就没有可比性，等级也失去依据。
    怎样修改：对照批复的绩效目标表核对每行分值，补漏、改错，或删去重复的行。
    何时不适用：表上没有分值栏；表上印明的满分另有规定；多行合用一个分值时，以合并格的分值为准。
    """
    if all(i.weight is None or i.weight.value is None for i in evaluation.indicators):
        return
    for relation in relations_of(evaluation):
        if relation.key == "weights":
            computed = compute(relation, evaluation, policy)
            if isinstance(computed, Undecided):
                yield computed
            elif isinstance(computed, Computed):
                yield not_yet(evaluation, relation, computed) or _judged(computed, evaluation, policy)


def _judged(computed: Computed, evaluation: Evaluation, policy: Policy) -> Outcome:
    full = _full(evaluation)
    if agreement(computed, Figure(full), evaluation, policy) is Agreement.SAME:
        return Held("/indicators")
    empty = [number for number, indicator in enumerate(evaluation.indicators) if _lacks_weight(indicator)]
    gaps = bool(empty) and computed.exact < full
    funds = tuple(pointer for pointer in computed.used if pointer.startswith("/funds/"))
    return Finding(
        at=f"/indicators/{empty[0]}/weight" if gaps else "/indicators",
        also=tuple(f"/indicators/{number}/weight" for number in empty[1:]) if gaps else (),
        evidence=(
            *(pointer for pointer in computed.relation.inputs if pointer.startswith("/indicators/")),
            *funds,
            *(("/total_weight",) if evaluation.total_weight is not None else ()),
        ),
        values={"stated": computed.exact, "expected": full, "count": len(empty)},
        severity=Severity.WARNING if gaps or evaluation.is_open else None,
        variant="gaps" if gaps else "",
    )


def _lacks_weight(indicator: Indicator) -> bool:
    """Whether the row has a target that asks for a weight, and none is given."""
    given = indicator.weight is not None and indicator.weight.value is not None
    return not given and not is_blank(indicator.target) and not says_not_applicable(indicator.target)


def _full(evaluation: Evaluation) -> Decimal:
    """The full score that the form prints, else 100."""
    printed = evaluation.total_weight
    return printed.value if printed is not None and printed.value else HUNDRED
