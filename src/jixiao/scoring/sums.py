"""Sums over the rows of a table: 复加, the scores as stated; 复算, the scores by the policy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from jixiao.model import Derivation, Evaluation, Indicator, Input, Scored, Undecided
from jixiao.model.memo import remembered
from jixiao.model.value import NotApplicable
from jixiao.policy import Policy, basis

from .appraisal import IndicatorAppraisal
from .execution import execution_weight
from .figures import Unusable, execution_line, is_vacant, points
from .row import actual_of, does_not_apply, target_of

HUNDRED = Decimal(100)


@remembered
def sum_of_stated_scores(evaluation: Evaluation, policy: Policy) -> Scored | Undecided:
    """复加: all indicator scores and the execution score as printed. ``Undecided`` where a score that counts is not
    readable.
    """
    inputs: list[Input] = []
    for number, indicator in enumerate(evaluation.indicators):
        score = points(indicator, "score", "得分")
        at = f"/indicators/{number}/score"
        if isinstance(score, Unusable):
            if _drops_out(indicator, policy):
                continue
            return Undecided(f"{_row(indicator, number)}{score}", at)
        if score is None:
            weight = points(indicator, "weight", "分值")
            if _counts_for_nothing(indicator, weight) or _drops_out(indicator, policy):
                continue
            return Undecided(f"{_row(indicator, number)}得分空白，无法复加", at)
        if not _drops_out(indicator, policy):
            inputs.append(Input(indicator.name or f"第{number + 1}行", at, f"{score:f}"))
    if not inputs:
        return Undecided("表中没有各项得分，无法复加", "/indicators")
    execution = _stated_execution(evaluation)
    if isinstance(execution, Undecided):
        return execution
    total = sum((Decimal(i.value) for i in inputs), Decimal(0))
    steps = [f"各三级指标得分合计{total:f}"]
    if execution is not None:
        inputs.append(execution)
        total += Decimal(execution.value)
        steps.append(f"加预算执行率得分{execution.value}，合计{total:f}")
    formula = "总分 = 各三级指标得分之和" + (" + 预算执行率得分" if execution is not None else "")
    return _finished(evaluation, policy, total, total, formula, inputs, steps)


@dataclass(frozen=True, slots=True)
class _Part:
    """What a row, or the execution rate, adds to the total; ``known`` is False where it could not be scored."""

    input: Input
    low: Decimal
    high: Decimal
    known: bool = True


def rescored_total(
    evaluation: Evaluation, indicators: Sequence[IndicatorAppraisal], execution: Scored | Undecided, policy: Policy
) -> Scored | Undecided:
    """复算: the scores by the policy added up, intervals with intervals. What could not be scored counts as 0 to its
    weight.
    """
    weights = _indicator_weights(evaluation)
    if isinstance(weights, Undecided):
        return weights
    parts: list[_Part] = []
    for appraised, indicator in zip(indicators, evaluation.indicators, strict=True):
        if _drops_out(indicator, policy):
            continue
        weight = points(indicator, "weight", "分值")
        part = _part(indicator.name, f"{appraised.at}/score", appraised.scored, weight)
        if isinstance(part, Undecided):
            return part
        parts.append(part)
    if not parts:
        return Undecided("表中没有绩效指标，无法复算", "/indicators")
    judged = sum(part.known and part.low != part.high for part in parts)
    if not _without_execution(evaluation, sum((Decimal(i.value) for i in weights), Decimal(0))):
        found = execution_line(evaluation)
        at = f"/funds/lines/{found[0]}/score" if found else "/funds"
        part = _part("预算执行率得分", at, execution, execution_weight(evaluation, policy))
        if isinstance(part, Undecided):
            return part
        parts.append(part)
    low, high = sum((p.low for p in parts), Decimal(0)), sum((p.high for p in parts), Decimal(0))
    unknown = sum(not part.known for part in parts)
    reasons = [f"{judged}项只能确定范围"] if judged else []
    reasons += [f"{unknown}项无法计分，按0分至满分计"] if unknown else []
    formula = "总分 = 各项按政策计算的得分之和"
    steps = [f"合计{low:f}" + (f"–{high:f}" if low != high else "")]
    return _finished(evaluation, policy, low, high, formula, [p.input for p in parts], steps, "，".join(reasons))


def _part(name: str, at: str, scored: Scored | Undecided, weight: Decimal | Unusable | None) -> _Part | Undecided:
    """The score, else 0 to the weight; why not where the weight cannot be read either."""
    if isinstance(scored, Scored):
        return _Part(Input(name, at, str(scored)), scored.low, scored.high)
    if not isinstance(weight, Decimal) or weight < 0:
        return scored
    return _Part(Input(name, at, f"0–{weight:f}"), Decimal(0), weight, known=False)


def _finished(
    evaluation: Evaluation,
    policy: Policy,
    low: Decimal,
    high: Decimal,
    formula: str,
    inputs: Sequence[Input],
    steps: list[str],
    reason: str = "",
) -> Scored | Undecided:
    """The total converted to 100 and capped, where the policy says so."""
    citation = basis("form.total").citation
    if policy.not_applicable.mode == "rescale_to_100" and any(_drops_out(i, policy) for i in evaluation.indicators):
        applicable = _applicable_weight(evaluation, policy)
        if isinstance(applicable, Undecided):
            return applicable
        factor = HUNDRED / applicable
        low, high = policy.rounding.score(low * factor), policy.rounding.score(high * factor)
        citation = policy.citation("not_applicable")
        steps.append(
            f"剔除不适用指标后分值{applicable:f}，折算为100分：{low:f}" + (f"–{high:f}" if low != high else "")
        )
    cap = policy.total.cap
    if cap is not None and high > cap:
        low, high, citation = min(low, cap), cap, policy.citation("total")
        steps.append(f"总分以{cap:f}分封顶")
    derivation = Derivation(formula, tuple(inputs), policy.rounding.score_words, citation, tuple(steps))
    return Scored(low, high, derivation, reason if low != high else "")


def _applicable_weight(evaluation: Evaluation, policy: Policy) -> Decimal | Undecided:
    """The weights of the rows that apply, with the execution rate."""
    total = Decimal(0)
    for number, indicator in enumerate(evaluation.indicators):
        weight = points(indicator, "weight", "分值")
        if _drops_out(indicator, policy) or _counts_for_nothing(indicator, weight):
            continue
        if not isinstance(weight, Decimal):
            return Undecided(f"{_row(indicator, number)}分值读不出，无法折算", f"/indicators/{number}/weight")
        total += weight
    execution = execution_weight(evaluation, policy)
    if isinstance(execution, Unusable):
        return Undecided(str(execution), "/funds")
    total += Decimal(0) if _without_execution(evaluation, total) else execution
    return total if total > 0 else Undecided("适用指标的分值合计为0，无法折算", "/indicators")


def _indicator_weights(evaluation: Evaluation) -> tuple[Input, ...] | Undecided:
    inputs: list[Input] = []
    for number, indicator in enumerate(evaluation.indicators):
        weight = points(indicator, "weight", "分值")
        at = f"/indicators/{number}/weight"
        if isinstance(weight, Unusable):
            return Undecided(f"{_row(indicator, number)}{weight}", at)
        if weight is None:
            if _counts_for_nothing(indicator, weight):
                continue
            return Undecided(f"{_row(indicator, number)}分值空白，无法合计", at)
        inputs.append(Input(indicator.name or f"第{number + 1}行", at, f"{weight:f}"))
    return tuple(inputs) if inputs else Undecided("表中没有各项分值，无法合计", "/indicators")


def _stated_execution(evaluation: Evaluation) -> Input | Undecided | None:
    """The printed execution score; ``None`` where the table counts 100 points without it."""
    rows = _indicator_weights(evaluation)
    weights = None if isinstance(rows, Undecided) else sum((Decimal(i.value) for i in rows), Decimal(0))
    if weights is not None and _without_execution(evaluation, weights):
        return None
    found = execution_line(evaluation)
    if found is None:
        return Undecided("表中没有预算执行率得分，无法复加", "/funds")
    at = f"/funds/lines/{found[0]}/score"
    score = points(found[1], "score", "预算执行率得分")
    if isinstance(score, Unusable):
        return Undecided(str(score), at)
    if score is None:
        return Undecided("预算执行率得分空白，无法复加", at)
    return Input("预算执行率得分", at, f"{score:f}")


def _without_execution(evaluation: Evaluation, weights: Decimal) -> bool:
    """Whether the indicators alone make up the whole: no execution score in the money block, or the same one again as
    an indicator.
    """
    if _is_doubled(evaluation, weights):
        return True
    found = execution_line(evaluation)
    if found and any(points(found[1], field, "") is not None for field in ("weight", "score")):
        return False
    whole = evaluation.total_weight.value if evaluation.total_weight is not None else None
    return weights == (whole if whole is not None else HUNDRED)


def _is_doubled(evaluation: Evaluation, weights: Decimal) -> bool:
    """Whether the execution rate stands among the indicators with the weight it has in the money block, and they make
    100 with it.
    """
    if weights != HUNDRED:
        return False
    found = execution_line(evaluation)
    printed = points(found[1], "weight", "") if found else None
    return isinstance(printed, Decimal) and any(
        "预算执行" in i.level1 + i.level2 + i.name and points(i, "weight", "") == printed for i in evaluation.indicators
    )


def _counts_for_nothing(indicator: Indicator, weight: Decimal | Unusable | None) -> bool:
    """A row without points: left out, marked as not applicable, or the lower part of a merged one."""
    if weight == 0:
        return True
    return weight is None and (
        is_vacant(indicator) or indicator.group is not None or isinstance(target_of(indicator), NotApplicable)
    )


def _drops_out(indicator: Indicator, policy: Policy) -> bool:
    """Whether the policy leaves this row out because it does not apply."""
    if policy.not_applicable.mode == "zero_weight":
        return False
    return does_not_apply(target_of(indicator), actual_of(indicator))


def _row(indicator: Indicator, number: int) -> str:
    return f"“{indicator.name}”" if indicator.name else f"第{number + 1}个指标"
