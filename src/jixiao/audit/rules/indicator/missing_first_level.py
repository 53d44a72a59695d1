"""IX101: a first-level block is missing."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.messages import BENEFIT, OUTPUT, SATISFACTION
from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.indicators import is_personnel
from jixiao.model import Evaluation, Finding, Held, Phrase, Severity, Undecided

_BENEFIT = ("效益", "效果", "影响", "成效")
_NO_LEVELS = Phrase(
    "audit.IX101.no-levels",
    "各行都没有一级指标名称，无法判断缺少哪一块",
    "no row names its first-level indicator: which block is missing cannot be told",
)


@rule(
    "IX101",
    "missing-first-level",
    title="缺少一级指标",
    severity=Severity.WARNING,
    basis="indicator.blocks",
    since="0.1",
    asks_all=True,
    zh="自评表没有{missing}，只有{present}",
    en="the table has no {missing}, only {present}",
)
def missing_first_level(evaluation: Evaluation) -> Iterator[Outcome]:
    """自评表应有产出指标和效益指标；有明确服务对象的还应有满意度指标。

    为什么重要：缺了产出，看不出花钱办了什么；缺了效益和满意度，看不出办得有没有用、群众认不认可。
    怎样修改：对照批复的绩效目标补上缺少的一级指标及其分值；确实没有服务对象的，把满意度分值并入效益，并作说明。
    何时不适用：只列投入、过程等其他指标框架的表，以及工资、社保、公用经费等人员和运转类项目，本规则不判断。
    """
    levels = {i.level1.strip() for i in evaluation.indicators}
    levels.discard("")
    if not evaluation.indicators:
        return
    if not levels:
        yield Undecided(_NO_LEVELS(), "/indicators")
        return
    words = "".join(levels) + "".join(i.level2 + i.name for i in evaluation.indicators)
    standard = any(w in level for level in levels for w in ("产出", "效益", "满意度"))
    if not standard or is_personnel(evaluation):
        return
    missing = []
    if "产出" not in words:
        missing.append(OUTPUT)
    if not any(w in words for w in _BENEFIT):
        missing.append(BENEFIT)
    if "满意" not in words:
        missing.append(SATISFACTION)
    if missing:
        yield Finding(
            at="/indicators",
            values={"missing": tuple(missing), "present": tuple(sorted(levels))},
            severity=Severity.ERROR if OUTPUT in missing else None,
        )
    else:
        yield Held("/indicators")
