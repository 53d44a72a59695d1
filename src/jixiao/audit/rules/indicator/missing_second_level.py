"""IX102: output without quantity or quality, or works without time or cost."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.messages import COST, QUALITY, QUANTITY, TIMELINESS
from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.indicators import is_personnel
from jixiao.audit.shared.rows import is_output
from jixiao.model import Evaluation, Finding, Held, Severity
from jixiao.values.pattern import lazy

_LEVELS = {"数量": QUANTITY, "质量": QUALITY}
_OF_WORKS = {"时效": TIMELINESS, "成本": COST}
_WORKS = lazy(
    r"工程|新建|改造|改扩建|大修|信息化|信息系统|系统开发|设备购置|"
    r"(?:道路|公路|大楼|用房|校舍|管网|公园|厂|站|场|桥|设施|水库|泵站|平台|系统|基地)建设"
)


@rule(
    "IX102",
    "missing-second-level",
    title="产出缺少必要的二级指标",
    severity=Severity.WARNING,
    basis="indicator.second_level",
    since="0.1",
    asks_all=True,
    zh="产出指标下没有{missing}，只有{present}",
    en="the output block has no {missing}, only {present}",
    after=("IX103",),
)
def missing_second_level(evaluation: Evaluation) -> Iterator[Outcome]:
    """产出指标一般既要有数量指标，也要有质量指标；工程、信息化和购置类项目还要有时效和成本指标。

    为什么重要：只有数量不知道办得好不好，只有质量不知道办了多少；工程最容易拖期和超概算。
    怎样修改：补上所缺的二级指标；确实不适用的，保留该行、写“不适用”、分值为 0。
    何时不适用：产出不分数量、质量的其他框架，以及人员和运转类项目，不作判断。
    """
    levels = [i.level2.strip() for i in evaluation.indicators if is_output(i) and i.level2.strip()]
    words = "".join(levels)
    if is_personnel(evaluation) or not any(word in words for word in (*_LEVELS, *_OF_WORKS)):
        return
    missing = tuple(level for word, level in _LEVELS.items() if word not in words)
    everywhere = words + "".join(i.level1 + i.level2 for i in evaluation.indicators)
    if evaluation.scope == "project" and _WORKS.search(evaluation.name):
        missing += tuple(level for word, level in _OF_WORKS.items() if word not in everywhere)
    at = f"/indicators/{next(n for n, i in enumerate(evaluation.indicators) if is_output(i))}/level2"
    if missing:
        yield Finding(at=at, values={"missing": missing, "present": tuple(dict.fromkeys(levels))})
    else:
        yield Held(at)
