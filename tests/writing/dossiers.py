"""Dossiers for the tests of writing: a small one in the manner of the official forms, and random ones."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from jixiao.model import (
    BaseData,
    Building,
    Claim,
    DeclaredPoints,
    Dossier,
    Doubt,
    Evaluation,
    Extra,
    Figure,
    Filed,
    FundLine,
    Funds,
    Indicator,
    Report,
    Section,
    SpendingLine,
    SplitItem,
    Staff,
)

UNIT = "示范市渡口管理所"


def fund(source: Any, label: str, *cells: str) -> FundLine:
    names = ("initial_budget", "revised_budget", "outturn", "weight", "rate", "score")
    return FundLine(source=source, label=label, **{n: Figure(c) for n, c in zip(names, cells, strict=False)})


def indicator(level1: str, level2: str, name: str, weight: str, score: str, **more: Any) -> Indicator:
    given = {"target": "≥95%", "actual": "96%", "explanation": ""} | more
    return Indicator(level1=level1, level2=level2, name=name, weight=weight, score=score, **given)


def project(**changes: Any) -> Evaluation:
    data: dict[str, Any] = {
        "kind": "project-evaluation",
        "name": "航道养护费",
        "title": "2024年度项目支出绩效自评表",
        "year": 2024,
        "annex": "附件1-1",
        "department": "示范市交通运输局",
        "implementer": UNIT,
        "funds": Funds(
            lines=(
                fund("total", "年度资金总额", "80.00", "100.00", "98.50", "10", "98.50%", "9.85"),
                fund("fiscal", "其中：当年财政拨款", "70.00", "90.00", "88.50", "", "", ""),
                fund("carry_over", "上年结转资金", "10.00", "10.00", "10.00", "", "", ""),
                fund("other", "其他资金", "", "", "", "", "", ""),
            )
        ),
        "goal_expected": "1、养护航道；\n2、保障通航。",
        "goal_actual": "1、养护完成；\n2、通航正常。",
        "declared": (
            DeclaredPoints(label="产出指标", points="50"),
            DeclaredPoints(label="效益指标", points="30"),
            DeclaredPoints(label="满意度指标", points="10"),
        ),
        "indicators": (
            indicator("产出指标", "数量指标", "养护里程", "20", "20", target="≥50公里", actual="52公里"),
            indicator("产出指标", "数量指标", "巡查次数", "10", "8", target="100次", actual="80次", explanation="天气"),
            indicator("产出指标", "质量指标", "标志完好率", "20", "20"),
            indicator("效益指标", "社会效益指标", "安全通航", "15", "15", target="无事故", actual="无事故", group="g"),
            indicator("效益指标", "社会效益指标", "安全通航", "15", "15", target="无事故", actual="获认可", group="g"),
            indicator("满意度指标", "服务对象满意度指标", "船民满意度", "10", "10"),
        ),
        "total_weight": "100",
        "total": "97.85",
    }
    return Evaluation.model_validate(data | changes)


def overall(**changes: Any) -> Evaluation:
    funds = Funds(
        lines=(fund("total", "年度资金总额", "300.00", "340.00", "338.00", "10", "99.41%", "9.94"),),
        by_income=(SplitItem(label="一般公共预算", amount="340.00"), SplitItem(label="其他资金", amount="0")),
        by_expenditure=(
            SplitItem(label="基本支出", amount="239.50"),
            SplitItem(label="项目支出", amount="98.50"),
            SplitItem(label="其他支出"),
        ),
    )
    data: dict[str, Any] = {
        "kind": "unit-evaluation",
        "name": UNIT,
        "title": "2024年度部门整体支出绩效自评表",
        "annex": "附件2",
        "department": None,
        "implementer": None,
        "funds": funds,
        "total": "97.94",
    }
    return project(**(data | changes))


def line(key: str, label: str, *cells: str, **more: Any) -> SpendingLine:
    names = ("prior_outturn", "budget", "outturn")
    figures = {n: Figure(c) for n, c in zip(names, cells, strict=True)}
    return SpendingLine(id=label, key=key, label=label, **figures, **more)


def base_data(**changes: Any) -> BaseData:
    data: dict[str, Any] = {
        "kind": "base-data",
        "title": "2024年度部门整体支出绩效评价基础数据表",
        "year": 2024,
        "annex": "附件1",
        "staff_year": 2024,
        "staff": Staff(establishment="40", in_post="38", control_rate="95%"),
        "columns": ("2023年决算数", "2024年预算数", "2024年决算数"),
        "lines": (
            line("three_public", "三公经费", "5.00", "6.00", "5.50"),
            line("vehicles", "公务用车购置和维护经费", "4.50", "5.00", "5.00", number="1、", parent="三公经费"),
            line("vehicle_purchase", "公车购置", "0", "0", "0", within=True, parent="公务用车购置和维护经费"),
            line("vehicle_running", "公车运行维护", "4.50", "5.00", "5.00", parent="公务用车购置和维护经费"),
            line("abroad", "出国经费", "0", "0", "0", number="2、", parent="三公经费"),
            line("reception", "公务接待", "0.50", "1.00", "0.50", number="3、", parent="三公经费"),
            line("projects", "项目支出", "80.00", "100.00", "98.50"),
            line("operation", "运行维护经费", "0", "0", "0", number="1、", parent="项目支出"),
            line("special", "市级专项资金", "80.00", "100.00", "98.50", number="2、", parent="项目支出"),
            line("project", "航道养护费", "80.00", "100.00", "98.50", number="（1）", parent="市级专项资金"),
            line("public_funds", "公用经费", "30.00", "32.00", "31.00"),
            line("public_part", "办公经费", "9.00", "9.00", "8.80", within=True, parent="公用经费"),
        ),
        "buildings_label": "楼堂馆所控制情况（2024年完工项目）",
        "buildings": (
            Building(
                approved_scale="100",
                actual_scale="98",
                scale_control_rate="98%",
                budget_investment="50.00",
                actual_investment="49.00",
                investment_control_rate="98%",
            ),
        ),
        "thrift": "执行财务制度，压减一般性支出。",
    }
    return BaseData.model_validate(data | changes)


def report(kind: Any = "unit", **changes: Any) -> Report:
    data: dict[str, Any] = {
        "kind": f"{kind}-report",
        "title": f"2024年度{UNIT}{'整体' if kind == 'unit' else '项目'}支出绩效自评报告",
        "year": 2024,
        "unit": UNIT,
        "sections": (
            Section(paragraphs=("示范市财政局：",)),
            Section(number="一、", title="基本情况"),
            Section(number="（一）", title="职能职责", level=2, paragraphs=("本所负责航道养护。",)),
            Section(
                number="1.",
                title="资金",
                level=3,
                paragraphs=(
                    "支出{{ /records/project-航道养护费/funds/lines/total/outturn }}万元，"
                    "办公经费{{= 8.80}}万元，培训3次。",
                    "**重点**：保障<安全>&通航。",
                ),
            ),
        ),
        "attachments": ("1．部门整体支出绩效评价基础数据表", "2．部门整体支出绩效自评表"),
        "signature": UNIT,
        "date": "2025年5月20日",
    }
    return Report.model_validate(data | changes)


def dossier(**changes: Any) -> Dossier:
    """A dossier of evaluations, base data and reports in this order; each list may be given."""
    parts: dict[str, Any] = {
        "evaluations": (overall(), project()),
        "base_data": (base_data(),),
        "reports": (report("unit"), report("project", attachments=("2024年度项目支出绩效自评表（1-1）",))),
    }
    records = tuple(record for name, given in parts.items() for record in changes.pop(name, given))
    return Dossier.model_validate({"unit": UNIT, "year": 2024, "records": records} | changes)


def money_claim(paragraph: str, text: str, quote: str, raw: str, kind: Any = "money") -> Claim:
    start = text.index(quote)
    return Claim(kind=kind, paragraph=paragraph, start=start, end=start + len(quote), quote=quote, figure=Figure(raw))


# random ones

_WORDS = st.text(alphabet="甲乙丙丁数量质量≥95%次年 —“”<&1.、（）", max_size=12)
_LABEL = st.text(alphabet="子丑寅卯辰巳", min_size=1, max_size=6)
_FIGURE = st.one_of(
    st.just(""),
    st.integers(0, 10**6).map(str),
    st.decimals(0, 10**5, places=2).map(str),
    st.decimals(0, 200, places=1).map(lambda d: f"{d}%"),
    st.sampled_from(["/", "1,234.50", "约3万", "不适用"]),
)
FIGURES = st.one_of(st.none(), _FIGURE.map(Figure))
_TEXTS = st.one_of(st.none(), _WORDS, st.just("第一行\n第二行"))


_FORM = {"parent", "group", "year", "staff_year", "staff"}
"""Fields that are no cell."""


def _record(of: type, /, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A record, in which now and then an absent field is doubtful."""

    def made(values: dict[str, Any], doubtful: bool) -> Any:
        absent = [name for name, value in values.items() if value is None and name not in _FORM]
        doubts = (Doubt(field=absent[0], raw="３8?", reason="看不清"),) if doubtful and absent else ()
        kind = {"kind": of.kinds[0]} if issubclass(of, Filed) and "kind" not in values else {}
        return of(**kind, **values, doubts=doubts)

    return st.builds(made, st.fixed_dictionaries(fields), st.booleans())


_SOURCES = st.sampled_from(["total", "fiscal", "carry_over", "special_account", "unit", "other", "named"])
_MONEY = dict.fromkeys(("initial_budget", "revised_budget", "outturn", "weight", "rate", "score"), FIGURES)
_SPLITS = st.lists(_record(SplitItem, label=_LABEL, amount=FIGURES), max_size=3).map(tuple)
_FUNDS = st.builds(
    Funds,
    unit=st.sampled_from(["万元", "元"]),
    lines=st.lists(_record(FundLine, source=_SOURCES, label=_LABEL, **_MONEY), max_size=4).map(tuple),
    by_income=_SPLITS,
    by_expenditure=_SPLITS,
)
_LEVELS = st.sampled_from(["", "产出指标", "效益指标", "满意度指标"])
_INDICATOR = _record(
    Indicator,
    level1=_LEVELS,
    level2=st.sampled_from(["", "数量指标", "质量指标", "满意度指标"]),
    name=st.one_of(_LABEL, st.just("同名")),
    sign=st.one_of(st.none(), st.sampled_from(["", "≥", "＝"])),
    target=_TEXTS,
    target_unit=st.one_of(st.none(), st.sampled_from(["", "次", "%"])),
    actual=_TEXTS,
    weight=FIGURES,
    score=FIGURES,
    audit_score=FIGURES,
    explanation=_TEXTS,
    group=st.one_of(st.none(), st.sampled_from(["g1", "g2"])),
)
EVALUATIONS = _record(
    Evaluation,
    kind=st.sampled_from(["project-evaluation", "unit-evaluation"]),
    name=_LABEL,
    title=st.sampled_from(["", "项目支出绩效自评表", "2024年度项目支出绩效自评表"]),
    year=st.one_of(st.none(), st.just(2024)),
    annex=st.sampled_from(["", "附件2"]),
    code=_TEXTS,
    unit=_TEXTS,
    department=_TEXTS,
    implementer=_TEXTS,
    funds=_FUNDS,
    goal_expected=_TEXTS,
    goal_actual=_TEXTS,
    declared=st.lists(st.builds(DeclaredPoints, label=_LEVELS, points=_FIGURE), max_size=4).map(tuple),
    indicators=st.lists(_INDICATOR, max_size=6).map(tuple),
    total_weight=FIGURES,
    total=FIGURES,
    audit_total=FIGURES,
    conclusion=_TEXTS,
    problems=_TEXTS,
    measures=_TEXTS,
    extra=st.lists(st.builds(Extra, label=_LABEL, text=_WORDS), max_size=2).map(tuple),
)


def _below(line: SpendingLine) -> SpendingLine:
    """The row without a parent that could make a circle: those are refused when a dossier is made."""
    return line.model_copy(update={"parent": None}) if line.parent and line.parent >= (line.id or "~") else line


_LINES = st.lists(
    _record(
        SpendingLine,
        id=st.sampled_from(["a", "b", "c", ""]),
        key=st.sampled_from(["", "projects", "special", "vehicles", "vehicle_running", "vehicle_purchase"]),
        label=_LABEL,
        number=st.sampled_from(["", "1、", "（1）"]),
        within=st.booleans(),
        parent=st.sampled_from([None, "a", "b"]),
        prior_outturn=FIGURES,
        budget=FIGURES,
        outturn=FIGURES,
    ),
    max_size=5,
    unique_by=lambda one: one.id or id(one),
).map(lambda lines: tuple(map(_below, lines)))
_BUILDING = _record(Building, **{name: FIGURES for name in Building.model_fields if name not in ("doubts", "id")})
BASE_DATA = _record(
    BaseData,
    title=st.sampled_from(["", "部门整体支出绩效评价基础数据表"]),
    year=st.one_of(st.none(), st.just(2024)),
    annex=st.sampled_from(["", "附件1"]),
    unit=st.sampled_from(["万元", "元"]),
    staff_year=st.one_of(st.none(), st.just(2023)),
    staff=st.one_of(st.none(), _record(Staff, establishment=FIGURES, in_post=FIGURES, control_rate=FIGURES)),
    columns=st.sampled_from([(), ("上年", "预算", "决算")]),
    lines=_LINES,
    buildings_label=_TEXTS,
    buildings=st.lists(_BUILDING, max_size=2).map(tuple),
    thrift=_TEXTS,
)
TABLES = st.one_of(EVALUATIONS, BASE_DATA)
DOSSIERS = st.builds(
    dossier,
    unit=_LABEL,
    year=st.one_of(st.none(), st.just(2024)),
    reports=st.just((report(sections=()),)),
    base_data=st.lists(BASE_DATA, max_size=1).map(tuple),
    evaluations=st.lists(EVALUATIONS, max_size=3).map(tuple),
)
