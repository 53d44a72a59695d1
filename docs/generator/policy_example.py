"""One small table scored by a policy: the same results for every policy, so that two pages can be held side by side."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.model import Evaluation, Message, Partial, Scored, Undecided
from jixiao.model.store import from_json
from jixiao.policy import Policy
from jixiao.scoring import appraise

from .markdown import plain, table

_MONEY = {"revised_budget": "32.26", "outturn": "30.65"}
_ROWS: dict[str, tuple[tuple[str, str, str, str], ...]] = {
    "成本指标": (("经济成本指标", "采购成本", "≤20万元", "21万元"),),
    "产出指标": (
        ("数量指标", "培训场次", "6场", "5场"),
        ("质量指标", "验收合格率", "100%", "100%"),
        ("时效指标", "完成时间", "2024年12月31日前", "2024年11月"),
        ("成本指标", "培训成本", "≤30万元", "31万元"),
    ),
    "效益指标": (
        ("社会效益指标", "带动就业", "10人", "16人"),
        ("社会效益指标", "街面秩序", "明显改善", "有所改善"),
    ),
    "满意度指标": (("服务对象满意度指标", "群众满意度", "≥95%", "90%"),),
}
"""Rows by first level: second level, name, target, actual."""
_OTHER = ("", "当年任务", "10项", "9项")
"""The row of a first level that is not among the usual ones."""


def example(policy: Policy) -> Iterator[str]:
    """The table with the score of each row and how it comes about, then the total and its grade."""
    table_of = evaluation(policy)
    appraisal = appraise(table_of, policy)
    yield f"预算 {_MONEY['revised_budget']} 万元，执行 {_MONEY['outturn']} 万元。"
    yield "由程序复算；`jixiao explain` 对任何一张表给出同样的说明。"
    yield ""
    head = ("预算执行率", _MONEY["revised_budget"], _MONEY["outturn"], str(table_of.funds.lines[0].weight))
    rows: list[tuple[str, ...]] = [(*head, *_told(appraisal.execution))]
    for row, scored in zip(table_of.indicators, appraisal.indicators, strict=True):
        cells = (f"{row.level1}·{row.name}", row.target or "", row.actual or "", str(row.weight))
        rows.append((*map(plain, cells), *_told(scored.scored)))
    yield from table(("指标", "指标值", "完成值", "分值", "复算", "怎样算"), rows)
    grade = appraisal.grade_rescored
    yield f"合计 **{appraisal.rescored}** 分" + (
        f"，等级**{grade}**。" if grade else "；范围跨了几个等级，由人在范围内定。"
    )


def evaluation(policy: Policy) -> Evaluation:
    """The table with the points that the policy gives."""
    rows = [row for level, points in policy.weights.blocks.items() for row in _block(level, points)]
    line = {"source": "total", "label": "年度资金总额", "weight": _text(policy.weights.execution), **_MONEY}
    record = {"kind": "project", "name": "某项目", "funds": {"lines": [line]}, "indicators": rows}
    dossier = from_json({"unit": "某单位", "year": 2024, "evaluations": [record]})
    (made,) = dossier.records
    assert isinstance(made, Evaluation)
    return made


def _block(level: str, points: Decimal) -> Iterator[dict[str, str]]:
    """The rows of a first level, its points handed out in whole ones and the rest to the first."""
    rows = _ROWS.get(level, (_OTHER,))
    each = points // len(rows)
    for number, (level2, name, target, actual) in enumerate(rows):
        weight = each if number else points - each * (len(rows) - 1)
        known = {"level1": level, "level2": level2, "name": name, "target": target, "actual": actual}
        yield {**known, "weight": _text(weight)}


def _text(points: Decimal) -> str:
    return f"{points.normalize():f}"


def _told(result: Scored | Partial | Undecided) -> tuple[str, str]:
    """The score, and how it comes about in the engine's own words."""
    if isinstance(result, Undecided):
        return "—", plain(result.reason.text("zh"))
    parts: list[Message] = [result.derivation.formula, *result.derivation.steps]
    if result.reason is not None:
        parts.append(result.reason)
    return f"**{result}**", plain("；".join(dict.fromkeys(part.text("zh") for part in parts)))
