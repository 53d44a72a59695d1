"""An empty dossier for a person to fill: the official tables with the usual rows, the reports with their outlines.

A unit's name, a year and project names enter; a :class:`~jixiao.model.Dossier` with blank cells leaves.
"""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.model import (
    BaseData,
    Building,
    DeclaredPoints,
    Dossier,
    Evaluation,
    Figure,
    FundLine,
    Funds,
    Indicator,
    Report,
    Section,
    SpendingLine,
    SplitItem,
    Staff,
)

from .layouts.complete import blanked, buildings_head, figures_of, spending_heads
from .outlines import Chapter, outline

_BLANK = Figure("")
_BLOCKS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("产出指标", "50", ("数量指标", "质量指标", "时效指标", "成本指标")),
    ("效益指标", "30", ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标")),
    ("满意度指标", "10", ("服务对象满意度指标",)),
)
_NUMBERS = "一二三四五六七八九十"


def skeleton(*, unit: str, year: int, projects: Sequence[str] = ()) -> Dossier:
    """The dossier of ``unit`` for ``year`` with one table per project, all figures blank.

    The usual weights (财预〔2020〕10号: execution 10, output 50, benefit 30, satisfaction 10) stand in the labels of
    the blocks; the points of single indicators are left to the unit.
    """
    return Dossier(
        unit=unit,
        year=year,
        records=(
            _evaluation("unit", unit, unit, year, "附件2"),
            *(_evaluation("project", name, unit, year, f"附件1-{n}") for n, name in enumerate(projects, start=1)),
            _base_data(year, projects),
            _report("unit", unit, year),
            *((_report("project", unit, year),) if projects else ()),
        ),
    )


def _evaluation(kind: str, name: str, unit: str, year: int, annex: str) -> Evaluation:
    overall = kind == "unit"
    rows: tuple[tuple[str, str], ...] = (("total", "年度资金总额"),)
    if not overall:
        rows += (("fiscal", "其中：当年财政拨款"), ("carry_over", "上年结转资金"), ("other", "其他资金"))
    splits = {
        "by_income": ("一般公共预算", "政府性基金拨款", "纳入专户管理的非税收入拨款", "其他资金"),
        "by_expenditure": ("基本支出", "项目支出"),
    }
    return Evaluation.model_validate(
        {
            "kind": f"{kind}-evaluation",
            "state": "open",
            "name": name,
            "title": f"{year}年度{'部门整体' if overall else '项目'}支出绩效自评表",
            "year": year,
            "annex": annex,
            **({} if overall else {"department": "", "implementer": unit}),
            "funds": Funds(
                lines=tuple(_fund_line(source, label) for source, label in rows),
                **{key: tuple(SplitItem(label=x, amount=_BLANK) for x in labels) for key, labels in splits.items()}
                if overall
                else {},
            ),
            "goal_expected": "",
            "goal_actual": "",
            "declared": tuple(DeclaredPoints(label=label, points=Figure(points)) for label, points, _ in _BLOCKS),
            "indicators": tuple(
                Indicator(
                    level1=level1,
                    level2=level2,
                    target="",
                    actual="",
                    weight=_BLANK,
                    score=_BLANK,
                    explanation="",
                )
                for level1, _, kinds in _BLOCKS
                for level2 in kinds
            ),
            "total_weight": Figure("100"),
            "total": _BLANK,
        }
    )


def _fund_line(source: str, label: str) -> FundLine:
    total = source == "total"
    return FundLine.model_validate(
        {
            "source": source,
            "label": label,
            **dict.fromkeys(("initial_budget", "revised_budget", "outturn", "rate", "score"), _BLANK),
            "weight": Figure("10") if total else _BLANK,
        }
    )


_SPENDING: tuple[tuple[str, str, str, bool, str], ...] = (
    ("three_public", "", "三公经费", False, ""),
    ("vehicles", "1、", "公务用车购置和维护经费", False, "三公经费"),
    ("vehicle_purchase", "", "公车购置", True, "公务用车购置和维护经费"),
    ("vehicle_running", "", "公车运行维护", False, "公务用车购置和维护经费"),
    ("abroad", "2、", "出国经费", False, "三公经费"),
    ("reception", "3、", "公务接待", False, "三公经费"),
    ("projects", "", "项目支出", False, ""),
    ("business", "1、", "业务工作经费", False, "项目支出"),
    ("operation", "2、", "运行维护经费", False, "项目支出"),
    ("special", "3、", "市级专项资金", False, "项目支出"),
    ("public_funds", "", "公用经费", False, ""),
    ("public_part", "", "办公经费", True, "公用经费"),
    ("public_part", "", "水费、电费、差旅费", False, "公用经费"),
    ("public_part", "", "会议费、培训费", False, "公用经费"),
    ("procurement", "", "政府采购金额", False, ""),
    ("basic", "", "部门基本支出预算调整", False, ""),
)
"""Key, printed number, label, 其中, and the label of the row it is a part of; projects follow ``special``."""


def _base_data(year: int, projects: Sequence[str]) -> BaseData:
    place = 1 + next(i for i, row in enumerate(_SPENDING) if row[0] == "special")
    own = (("project", f"({n})", name, False, "市级专项资金") for n, name in enumerate(projects, start=1))
    return BaseData(
        kind="base-data",
        state="open",
        title=f"{year}年度部门整体支出绩效评价基础数据表",
        year=year,
        annex="附件1",
        staff_year=year,
        staff=blanked(Staff(), figures_of(Staff), _BLANK),
        columns=spending_heads(year),
        lines=tuple(_spending_line(*row) for row in (*_SPENDING[:place], *own, *_SPENDING[place:])),
        buildings_label=buildings_head(year),
        buildings=(blanked(Building(), figures_of(Building), _BLANK),),
        thrift="",
    )


def _spending_line(key: str, number: str, label: str, within: bool, parent: str) -> SpendingLine:
    line = SpendingLine(id=label, key=key, label=label, number=number, within=within, parent=parent or None)
    return blanked(line, ("prior_outturn", "budget", "outturn"), _BLANK)


def _report(kind: str, unit: str, year: int) -> Report:
    overall = kind == "unit"
    sections: list[Section] = []
    for number, chapter in enumerate(outline("unit" if overall else "project").chapters):
        sections.append(_section(chapter, f"{_NUMBERS[number]}、", 1))
        sections += [_section(part, f"（{_NUMBERS[i]}）", 2) for i, part in enumerate(chapter.parts)]
    attachments = ("附件：1、部门整体支出绩效评价基础数据表", "2、部门整体支出绩效自评表")
    return Report.model_validate(
        {
            "kind": f"{kind}-report",
            "state": "open",
            "title": f"{year}年度{unit}{'整体' if overall else '项目'}支出绩效自评报告",
            "year": year,
            "unit": unit,
            "sections": tuple(sections),
            "attachments": attachments if overall else ("附件：项目支出绩效自评表",),
        }
    )


def _section(chapter: Chapter, number: str, level: int) -> Section:
    return Section(number=number, title=chapter.title, level=level)
