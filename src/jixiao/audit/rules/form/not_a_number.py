"""FM209: a column of numbers holds something else."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import Evaluation, Figure, Finding, Held, Severity
from jixiao.values.pattern import lazy

_ALLOWED = lazy(r"无|不适用|不涉及|——|--|……|\.{3,}|…")
_MONEY = ("initial_budget", "revised_budget", "outturn", "weight", "rate", "score")


@rule(
    "FM209",
    "not-a-number",
    title="数字栏里填的不是数字",
    severity=Severity.WARNING,
    basis="format.numbers",
    since="0.1",
    zh="{count} 处数字栏里填的不是数字：{texts}",
    en="{count} cells of number columns hold no number: {texts}",
)
def not_a_number(evaluation: Evaluation) -> Iterator[Outcome]:
    """金额、分值、得分、执行率栏应填一个数。

    为什么重要：填了文字或两个数，合计和执行率都算不出来，汇总系统也读不进去。
    怎样修改：一格填一个数，单位写在表头，说明写在说明栏。
    何时不适用：空白、斜线、“无”“不适用”不算；读到了但拿不准的另行列出。
    """
    filled = [(at, f) for at, f in _figures(evaluation) if not f.is_blank]
    found = [(at, f.raw) for at, f in filled if f.value is None and not _ALLOWED.fullmatch(f.raw)]
    wrong = [(at, " ".join(raw.split())) for at, raw in found]
    if wrong:
        yield Finding(
            at=wrong[0][0],
            also=tuple(at for at, _ in wrong[1:]),
            values={"count": len(wrong), "texts": tuple(dict.fromkeys(text for _, text in wrong))},
        )
    elif filled:
        yield Held()


def _figures(evaluation: Evaluation) -> Iterator[tuple[str, Figure]]:
    for number, line in enumerate(evaluation.funds.lines):
        for field in _MONEY:
            if (figure := getattr(line, field)) is not None:
                yield f"/funds/lines/{number}/{field}", figure
    for number, indicator in enumerate(evaluation.indicators):
        for field in ("weight", "score", "audit_score"):
            if (figure := getattr(indicator, field)) is not None:
                yield f"/indicators/{number}/{field}", figure
    for field in ("total_weight", "total", "audit_total"):
        if (figure := getattr(evaluation, field)) is not None:
            yield f"/{field}", figure
