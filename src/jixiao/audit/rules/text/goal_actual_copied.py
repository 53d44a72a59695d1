"""TX117: what was achieved repeats the goal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from difflib import SequenceMatcher

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.money import percent
from jixiao.model import Evaluation, Finding, Held, Severity
from jixiao.policy import Policy
from jixiao.values.pattern import lazy

_FILLERS = lazy(r"[\W_了已均经过]+|完成|全面|有效|较好地?|实现")
_SHORTEST = 15


@rule(
    "TX117",
    "goal-actual-copied",
    title="实际完成情况照抄预期目标",
    severity=Severity.INFO,
    basis="form.goal",
    since="0.1",
    zh="“{name}”的实际完成情况与预期目标有 {share}% 相同，没有写出实际结果",
    en="what “{name}” achieved repeats {share} % of its goal and names no result",
)
def goal_actual_copied(evaluation: Evaluation, policy: Policy) -> Iterator[Outcome]:
    """实际完成情况应写做了什么、做成什么样，而不是把预期目标加上“了”字再抄一遍。

    为什么重要：照抄的完成情况没有信息，也无法核实。
    怎样修改：逐条写实际完成的数量、时间和效果。
    何时不适用：目标很短的不比较；写有目标里没有的数量、结果的，相同的比例自然会降低。
    """
    expected, actual = (_plain(text) for text in (evaluation.goal_expected, evaluation.goal_actual))
    if min(len(expected), len(actual)) < _SHORTEST:
        return
    limit = policy.checks.similarity
    shared = (Counter(expected) & Counter(actual)).total()  # in any order: more than this cannot match in order
    if Decimal(2 * shared) / (len(expected) + len(actual)) < limit:
        yield Held("/goal_actual")
        return
    blocks = SequenceMatcher(None, expected, actual, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks)
    share = Decimal(2 * same) / (len(expected) + len(actual))
    if share < limit:
        yield Held("/goal_actual")
    else:
        yield Finding(
            at="/goal_actual",
            evidence=("/goal_expected",),
            values={"name": evaluation.name or evaluation.title, "share": percent(share, 0)},
        )


def _plain(text: str | None) -> str:
    return _FILLERS.sub("", text or "")
