# ruff: noqa: E501
"""The same facts in the words of many writers: true, nobody complains; with one digit changed, somebody does."""

from __future__ import annotations

import re

import pytest

from jixiao.audit import check
from jixiao.model import Dossier, Severity

from .cases import dossier

TABLES = """
year: 2024
unit: 清江市图书馆
reports:
- kind: {kind}
  year: 2024
  unit: 清江市图书馆
  text: |
    # 一、 支出情况
    {text}
base_data:
- year: 2024
  staff: {{establishment: "30", in_post: "29"}}
  lines_text: |
    three_public | 三公经费 | 6.00 | 8.00 | 5.50
    vehicle_running | 公车运行维护 | 5.00 | 6.00 | 4.50 | 三公经费
    reception | 公务接待 | 1.00 | 2.00 | 1.00 | 三公经费
    projects | 项目支出 | 150.00 | 200.00 | 190.00
    special | 讲座经费 | 60.00 | 80.00 | 76.00 | 项目支出
    special | 编目费 | 90.00 | 120.00 | 114.00 | 项目支出
    public_funds | 公用经费 | 55.00 | 60.00 | 58.00
    basic | 基本支出 | 380.00 | 400.00 | 396.00
evaluations:
- kind: unit
  name: 清江市图书馆
  money: 580.00 | 600.00 | 586.00 | 10 | 97.67% | 9.77
  total: "97.50"
- name: 讲座经费
  money: 70.00 | 80.00 | 76.00 | 10 | 95% | 9.5
  total: "98.00"
- name: 编目费
  money: 110.00 | 120.00 | 114.00 | 10 | 95% | 9.5
  total: "96.00"
"""

UNIT = {
    "whole and parts": "2024年，我馆基本支出总额为396.00万元，其中人员经费338.00万元，用于工资福利。公用经费支出58.00万元，用于水电等。",
    "colon list": "基本支出396.00万元，其中：人员经费338.00万元，公用经费58.00万元。",
    "semicolons": "本年支出合计586.00万元，其中：基本支出396.00万元，占67.58%；项目支出190.00万元，占32.42%。",
    "severally": "基本支出、项目支出分别为396.00万元和190.00万元，公用经费支出为58.00万元。",
    "budget and outturn": "整体支出全年预算600.00万元，实际支出586.00万元，预算执行率97.67%。",
    "plain budget": "全年总支出586.00万元，支出预算为600.00万元，完成预算的97.67%。",
    "three public": "“三公”经费预算8.00万元，实际支出5.50万元，其中公务接待费支出1.00万元、公务用车运行维护费支出4.50万元，控制在预算以内。",
    "three public, item by item": "公务接待费预算2.00万元，实际支出1.00万元；公车运行维护费预算6.00万元，实际支出4.50万元，三公经费支出合计5.50万元，比上年下降8.33%。",
    "projects": "项目支出全年预算200.00万元，实际支出190.00万元，其中讲座经费支出76.00万元、编目费支出114.00万元。",
    "projects, initial": "项目年初预算180.00万元，年中调整为200.00万元，决算支出190.00万元。",
    "prior year": "2023年三公经费支出6.00万元，2024年支出5.50万元。",
    "staff": "全馆核定编制30人，年末在职人员29人，其中专业技术人员20人。",
    "score": "2024年度部门整体支出绩效自评得分为97.50分，评价等级为优。",
    "score in words": "经自评，整体支出绩效自评总分97.50，等级“优秀”。",
    "ascii marks": "2024年,基本支出396.00万元(其中:人员经费338.00万元,公用经费58.00万元),项目支出190.00万元.",
    "round figures": "全年基本支出约400万元，接待读者近20万人次，公用经费比上年增加3.00万元。",
}

PROJECT = {
    "list": "项目全年预算200.00万元，实际支出190.00万元，其中讲座经费支出76.00万元、编目费支出114.00万元，预算执行率95%。",
    "one by one": "讲座经费年初预算70.00万元，全年预算80.00万元，实际支出76.00万元，执行率95%。编目费全年预算120.00万元，实际支出114.00万元，执行率95%。",
    "scores": "讲座经费自评得分98.00分，编目费自评得分96.00分。",
    "each": "两个项目评价得分均在96分以上，等级均为优秀。",
}

NOT_CHECKED = {
    "ascii marks": {"338.00"},
    "whole and parts": set(),
    "staff": {"20"},
    "three public, item by item": {"8.33"},
    "round figures": {"400", "20", "3.00"},
    "projects, initial": {"180.00"},
    "score in words": set(),
    "severally": set(),
}
"""Figures that no table and no other sentence tells of."""


def told(kind: str, text: str) -> Dossier:
    return dossier(TABLES.format(kind=kind, text=text))


def faults(kind: str, text: str) -> list[str]:
    audit = check(told(kind, text), select=["TX"], ignore=["TX113", "TX114", "TX115"])
    return [f.text() for f in audit.findings if f.severity is not Severity.INFO]


@pytest.mark.parametrize("style", UNIT)
def test_a_true_report_on_the_unit_is_left_alone(style: str) -> None:
    assert faults("unit", UNIT[style]) == []


@pytest.mark.parametrize("style", PROJECT)
def test_a_true_report_on_the_projects_is_left_alone(style: str) -> None:
    assert faults("project", PROJECT[style]) == []


def changes() -> list[tuple[str, str, str, str]]:
    """Each style with one digit of one figure changed."""
    result = []
    for kind, styles in (("unit", UNIT), ("project", PROJECT)):
        for style, text in styles.items():
            for match in re.finditer(r"(?<![0-9.])[0-9]+(?:\.[0-9]+)?(?!\s*年)(?=\s*(?:万元|%|分|人|，))", text):
                figure = match[0]
                if figure in NOT_CHECKED.get(style, ()):
                    continue
                wrong = figure[:-1] + str((int(figure[-1]) + 7) % 10) if "." in figure else str(int(figure) + 3)
                result.append((kind, style, figure, text[: match.start()] + wrong + text[match.end() :]))
    return result


@pytest.mark.parametrize(("kind", "style", "figure", "text"), changes(), ids=lambda v: v if len(v) < 30 else "")
def test_a_changed_digit_is_heard(kind: str, style: str, figure: str, text: str) -> None:
    assert faults(kind, text), text
