"""Self-evaluation tables made to order: facts and a layout in, a Word-like table (or a text export) and the expected fields out.

The recogniser is measured on these: :func:`judge` counts fields that came out right, that were reported (a doubt, or unplaced), and that came out silently
wrong. Layouts follow the shapes of published forms; :func:`random_layout` draws labels, column orders and faults of the grid at random.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field, replace
from decimal import Decimal

from jixiao.forms.labels import WORDS, key
from jixiao.model import Cell, Document, Evaluation, Figure, Paragraph, Row, Table
from jixiao.recognition import Recognised
from tests.docx_builder import C, P, T, build_docx

# --- facts ---


@dataclass(frozen=True)
class Fact:
    """One scored row."""

    level1: str
    level2: str
    name: str
    sign: str
    target: str
    unit: str
    actual: str
    weight: str
    score: str
    audit_score: str
    explanation: str


@dataclass(frozen=True)
class Facts:
    """What one table says."""

    name: str
    department: str
    implementer: str
    funds: tuple[tuple[str, ...], ...]
    """label, initial, revised, outturn, rate, score of each row of the money block."""
    expected: str
    actual: str
    rows: tuple[Fact, ...]
    points: dict[str, str]
    """Points of the levels, by label."""
    total: str


_NAMES = ("培训场次", "设备采购数量", "路灯维护数量", "受益人数", "资料印制份数", "巡查次数", "验收合格率", "系统故障率", "档案完整率", "工程按期完工率",
          "资金支付及时性", "项目总成本", "人均培训成本", "带动就业人数", "节约能耗", "居民生活环境", "空气质量优良天数", "长效管理机制", "管护制度健全性", "群众满意度", "服务对象满意度调查")  # fmt: skip
_VALUES = (("≥", "95", "%", "97.5%"), ("=", "12", "次", "12次"), ("≤", "30", "万元", "28.6万元"), ("≥", "200", "人", "215人"), ("", "有所改善", "", "明显改善"),
           ("", "2023年12月31日前", "", "11月底完成"), ("≥", "3", "场", "4场"), ("", "建立健全", "", "已建立"), ("＝", "100", "%", "100%"), ("", "无安全事故", "", "未发生"))  # fmt: skip
_LEVELS = (("产出指标", ("数量指标", "质量指标", "时效指标", "成本指标")), ("效益指标", ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标")), ("满意度指标", ("服务对象满意度指标",)))  # fmt: skip
_REASONS = ("", "", "", "受天气影响，进度推迟。", "采购流程较长，下一步提前启动。", "38人")


def roughened(facts: Facts, rng: random.Random) -> Facts:
    """The same as careless writers fill it: empty cells, bare numbers as targets, figures among the reasons, long names."""
    rows = []
    for fact in facts.rows:
        changes: dict[str, str] = {}
        if rng.random() < 0.3:
            number = str(rng.choice((1, 3, 12, 50, 95, 100)))
            changes |= {"sign": "", "target": number, "unit": "", "actual": number}
        for name in ("target", "actual", "weight", "score", "audit_score"):
            if rng.random() < 0.06:
                changes[name] = ""
        if rng.random() < 0.1:
            changes["explanation"] = rng.choice(("无", "/", "95%", "已全部完成，无偏差", "—"))
        if rng.random() < 0.1:
            changes["name"] = rng.choice(("指标1：", "1.", "2023年", "第2批")) + fact.name
        if rng.random() < 0.1:
            changes["target"] = "按照年度工作计划和上级部门的要求，组织完成各项既定任务，确保工程质量符合验收规范"
        rows.append(replace(fact, **changes))
    return replace(facts, rows=tuple(rows))


_UNUSUAL = {"产出指标": "履职任务", "效益指标": "部门效能", "满意度指标": "社会评价", "数量指标": "重点工作完成", "质量指标": "工作质量要求", "时效指标": "进度", "成本指标": "运行成本控制",
            "经济效益指标": "经济方面", "社会效益指标": "社会方面", "生态效益指标": "生态方面", "可持续影响指标": "长效机制", "服务对象满意度指标": "公众评价"}  # fmt: skip


def renamed(facts: Facts) -> Facts:
    """The same under level labels that no dictionary has."""
    rows = tuple(replace(f, level1=_UNUSUAL[f.level1], level2=_UNUSUAL[f.level2]) for f in facts.rows)
    points = {"/".join(_UNUSUAL[part] for part in name.split("/")): value for name, value in facts.points.items()}
    return replace(facts, rows=rows, points=points)


def random_facts(rng: random.Random, *, funds: int = 4) -> Facts:
    """Facts that add up, with invented names and figures."""
    names = rng.sample(_NAMES, len(_NAMES))
    rows: list[Fact] = []
    for level1, seconds in _LEVELS:
        for level2 in seconds:
            for _ in range(rng.choice((1, 1, 2, 3)) if level1 != "满意度指标" else 1):
                sign, target, unit, actual = rng.choice(_VALUES)
                weight = str(rng.choice((3, 4, 5, 6, 8, 10)))
                score = weight if rng.random() < 0.7 else str(Decimal(weight) - Decimal("0.5"))
                rows.append(
                    Fact(level1, level2, names.pop() if names else f"工作完成率{len(rows)}", sign, target, unit, actual, weight, score, score, rng.choice(_REASONS))  # fmt: skip
                )
    points = {level1: str(sum(int(r.weight) for r in rows if r.level1 == level1)) for level1, _ in _LEVELS}
    points |= {f"{a}/{b}": str(sum(int(r.weight) for r in rows if (r.level1, r.level2) == (a, b))) for a, bs in _LEVELS for b in bs}
    budget = Decimal(rng.randrange(2000, 90000)) / 100
    spent = (budget * Decimal(rng.randrange(80, 101)) / 100).quantize(Decimal("0.01"))
    rate = (spent / budget * 100).quantize(Decimal("0.01"))
    lines = [("年度资金总额", str(budget), str(budget), str(spent), f"{rate}%", str((rate / 10).quantize(Decimal("0.01"))))]
    for label in ("其中：当年财政拨款", "上年结转资金", "其他资金")[: funds - 1]:
        amounts = (str(budget), str(budget), str(spent)) if "财政" in label else rng.choice((("", "", ""), ("0", "0", "0"), ("0.00", "0.00", "0.00")))
        lines.append((label, *amounts, "", ""))
    total = sum((Decimal(r.score) for r in rows), Decimal(lines[0][5]))
    return Facts("老旧小区管网改造", "某市住房和建设局", "某市市政维护中心", tuple(lines), "1.完成改造任务；\n2.改善居住条件。", "1.任务全部完成；\n2.条件改善。", tuple(rows), points, str(total))  # fmt: skip


# --- layouts ---

Grid = str
"""``right``: spans as they should be; ``shifted``: the header stands a column too far left; ``text``: no grid at all."""


@dataclass(frozen=True)
class Layout:
    """How a table is laid out."""

    title: str = "2023年度项目支出绩效自评表"
    labels: dict[str, str] = field(default_factory=dict)
    columns: tuple[str, ...] = ("level1", "level2", "name", "target", "actual", "weight", "score", "explanation")
    money: tuple[str, ...] = ("initial_budget", "revised_budget", "outturn", "weight", "execution_rate", "score")
    money_points: str = "10"
    two_rows: bool = False
    """The columns sign, target, unit stand under a merged label."""
    points_in_levels: bool = False
    points_style: str = "（{}分）"
    side: bool = True
    side_alone: bool = False
    goals: str = "beside"
    goals_first: bool = False
    merges: str = "known"
    """``known``, ``blank`` (empty cells below) or ``repeated`` (the label in every row)."""
    grid: Grid = "right"
    spacer: int | None = None
    repeat_header: int | None = None
    foot: tuple[tuple[str, str], ...] = ()
    head_extra: tuple[tuple[str, str], ...] = ()
    total: str = "weight+score"
    ragged: bool = False
    absent: bool = False
    """Merged cells are not there at all in the rows below, as in web pages."""
    foreign: tuple[str, int] | None = None
    """A column the model has no field for: its label, and before which column it stands."""

    def label(self, block: str, name: str) -> str:
        """The label of a column: as given, else the usual one."""
        return self.labels.get(f"{block}.{name}", WORDS[block][name][0])


YUEYANG = Layout()
ZHONGJIANG = Layout(
    columns=("level1", "level2", "name", "weight", "target", "actual", "score", "explanation"),
    labels={"indicators.actual": "全年实际值", "indicators.explanation": "未完成原因及拟采取的改进措施"},
)
YUNNAN = Layout(
    columns=("level1", "level2", "name", "sign", "target", "unit", "actual", "weight", "score", "explanation"), two_rows=True
)
SICHUAN = Layout(
    title="部门预算项目支出绩效自评表（2023年度）",
    columns=("level1", "level2", "name", "sign", "target", "unit", "actual", "weight", "score", "explanation"),
    money=("initial_budget", "revised_budget", "outturn", "execution_rate", "weight", "score", "explanation"),
    labels={
        "money.initial_budget": "年初预算", "money.revised_budget": "调整后预算数", "money.outturn": "预算执行数", "money.execution_rate": "预算执行率",
        "money.weight": "权重", "money.explanation": "原因", "indicators.target": "指标值", "indicators.actual": "完成值", "indicators.weight": "权重",
        "indicators.explanation": "未完成原因分析", "foot.total": "合计", "goals.expected": "项目年度目标", "goals.actual": "年度目标完成情况",
    },
    goals_first=True,
    foot=(("评价结论", "完成较好。"), ("存在问题", "进度偏慢。"), ("改进措施", "提前谋划。")),
)  # fmt: skip
HUBEI = Layout(
    title="2020年度项目自评表",
    columns=("level1", "level2", "name", "target", "actual", "score"),
    money=("revised_budget", "outturn", "execution_rate", "score"),
    money_points="20",
    labels={
        "money.revised_budget": "预算数(A)", "money.outturn": "执行数(B)", "money.execution_rate": "执行率(B/A)", "money.score": "得分(20分*执行率)",
        "indicators.target": "年初目标值(A)", "indicators.actual": "实际完成值(B)", "indicators.side": "年度绩效目标1（80分）",
    },
    points_in_levels=True,
    goals="none",
    head_extra=(("项目类别", "1.部门预算项目 ☑  2.市直专项 □"), ("项目属性", "1.持续性项目 □  2.新增性项目 ☑")),
    foot=(("偏差大或目标未完成原因分析", "无。"), ("改进措施及结果应用方案", "继续加强管理。")),
    total="score",
)  # fmt: skip
HENGSHAN = Layout(
    title="2021年度专项资金绩效自评表",
    columns=("level1", "level2", "name", "target", "actual", "explanation"),
    money=("revised_budget", "outturn", "execution_rate"),
    labels={
        "money.revised_budget": "全年预算数（A）", "money.outturn": "全年执行数（B）", "money.execution_rate": "执行率（B/A）",
        "indicators.actual": "全年完成值", "indicators.explanation": "未完成原因和改进措施", "head.name": "专项资金名称",
    },
    total="none",
)  # fmt: skip
LANGZHONG = replace(
    HENGSHAN,
    title="转移支付区域（项目）绩效自评表",
    labels={**HENGSHAN.labels, "goals.expected": "总体目标", "goals.actual": "全年实际完成情况", "head.name": "转移支付（项目）名称", "head.implementer": "资金使用单位", "indicators.target": "指标值"},
    foot=(("说明", "请在此处简要说明各级监督检查和审计中发现的问题及其所涉及的金额，如没有请填无。"),),
)  # fmt: skip
YINCHUAN = Layout(
    title="2021年度财政支出项目绩效自评表",
    columns=("level1", "level2", "name", "target", "actual", "weight", "score", "audit_score", "explanation"),
    money=("initial_budget", "revised_budget", "outturn", "execution_rate"),
    labels={
        "money.revised_budget": "调整预算数（A）", "money.outturn": "执行数（B）", "money.execution_rate": "执行率（B/A）",
        "indicators.audit_score": "财政审核评分", "indicators.score": "自评得分",
    },
    total="weight+score+audit",
)  # fmt: skip
PLACES = {
    "yueyang": YUEYANG, "zhongjiang": ZHONGJIANG, "yunnan": YUNNAN, "sichuan": SICHUAN, "hubei": HUBEI,
    "hengshan": HENGSHAN, "langzhong": LANGZHONG, "yinchuan": YINCHUAN,
}  # fmt: skip


def faults(layout: Layout, rng: random.Random) -> Layout:
    """The layout with faults of the grid as hand-repaired files have them."""
    columns = len(layout.columns) + layout.side
    return replace(
        layout,
        merges=rng.choice(("known", "blank", "repeated")),
        grid=rng.choice(("right", "right", "shifted", "text")),
        spacer=rng.choice((None, None, rng.randrange(1, columns + 1))),
        repeat_header=rng.choice((None, rng.randrange(3, 8))),
        side=layout.side and rng.random() < 0.8,
        side_alone=rng.random() < 0.2,
        ragged=rng.random() < 0.2,
        absent=rng.random() < 0.15,
        foreign=rng.choice((None, None, ("评分标准", columns - 1), ("指标解释", 3))),
    )


def random_layout(rng: random.Random) -> Layout:
    """Labels drawn from the dictionary, columns in a drawn order, faults in the grid."""
    base = rng.choice(tuple(PLACES.values()))
    labels = dict(base.labels)
    for block, name in [("money", n) for n in base.money] + [("indicators", n) for n in base.columns]:
        fitting = [w for w in WORDS[block][name] if key(w, block) == name and w not in ("备注", "说明", "情况说明", "原因说明", "得分说明")]
        labels[f"{block}.{name}"] = rng.choice(fitting)
    if "weight" in base.columns and rng.random() < 0.5:
        rest = [c for c in base.columns if c != "weight"]
        rest.insert(rng.randrange(3, rest.index("score") + 1), "weight") if "sign" not in rest else rest.insert(3, "weight")
        base = replace(base, columns=tuple(rest))
    if rng.random() < 0.3 and "sign" not in base.columns:
        base = replace(base, goals=rng.choice(("beside", "stacked", "none")))
    return faults(replace(base, labels=labels), rng)


# --- rendering ---


@dataclass
class Box:
    """A cell to be: text, span, and whether it goes on from above."""

    text: str
    span: int = 1
    below: bool = False


def rows_of(facts: Facts, layout: Layout) -> list[list[Box]]:
    """The table as rows of boxes; every row is as wide as the grid."""
    columns = list(layout.columns)
    has_side = layout.side and not layout.side_alone
    width = len(columns) + 1 + (layout.spacer is not None) + (layout.grid == "shifted") + (layout.foreign is not None)
    head = [
        [Box(layout.labels.get("head.name", "项目名称")), Box(facts.name, width - 1)],
        _fill([Box("主管部门"), Box(facts.department, 2), Box(layout.labels.get("head.implementer", "实施单位（盖章）")), Box(facts.implementer)], width),
    ]
    head += [[Box(name), Box(text, width - 1)] for name, text in layout.head_extra]
    money = _money(facts, layout, width)
    goals = _goals(facts, layout, width)
    upper = head + (goals + money if layout.goals_first else money + goals)
    lower = _indicators(facts, layout, columns, has_side, width)
    return upper + lower + _foot(facts, layout, columns, width)


def _fill(boxes: list[Box], width: int) -> list[Box]:
    boxes[-1].span += width - sum(b.span for b in boxes)
    assert boxes[-1].span > 0
    return boxes


def _money(facts: Facts, layout: Layout, width: int) -> list[list[Box]]:
    place = {"initial_budget": 1, "revised_budget": 2, "outturn": 3, "execution_rate": 4, "score": 5}
    head = [Box("项目资金\n（万元）"), Box("")] + [Box(layout.label("money", name)) for name in layout.money]
    rows = [head]
    for number, line in enumerate(facts.funds):
        row = [Box("", below=True), Box(line[0])]
        for name in layout.money:
            if name == "weight":
                row.append(Box(layout.money_points if number == 0 else ""))
            else:
                row.append(Box(line[place[name]] if name in place else ""))
        rows.append(row)
    return [_squeeze(row, width) for row in rows]


def _squeeze(row: list[Box], width: int) -> list[Box]:
    """Spans so that the row fills the grid; a row with too many cells makes the grid wider."""
    return _fill(row, width) if len(row) <= width else row


def _goals(facts: Facts, layout: Layout, width: int) -> list[list[Box]]:
    expected, actual = layout.label("goals", "expected"), layout.label("goals", "actual")
    half = (width - 1) // 2
    if layout.goals == "none":
        return []
    if layout.goals == "stacked":
        return [[Box(expected), Box(facts.expected, width - 1)], [Box(actual), Box(facts.actual, width - 1)]]
    return [
        [Box("年度总体目标"), Box(expected, half), Box(actual, width - 1 - half)],
        [Box("", below=True), Box(facts.expected, half), Box(facts.actual, width - 1 - half)],
    ]


def _indicators(facts: Facts, layout: Layout, columns: list[str], has_side: bool, width: int) -> list[list[Box]]:
    side = layout.labels.get("indicators.side", "绩\n效\n指\n标")
    shifted = layout.grid == "shifted"
    labels = [Box(layout.label("indicators", name)) for name in columns]
    header = [labels]
    if layout.two_rows:
        at = columns.index("sign")
        labels[at : at + 3] = [Box("年度指标值", 3)]
        below = [Box("", below=True) for _ in columns]
        for offset, text in enumerate(("指标性质", "指标值", "度量单位")):
            below[at + offset] = Box(text)
        header.append(below)
    data: list[list[Box]] = []
    seen: dict[str, str] = {}
    for fact in facts.rows:
        data.append([_value(layout, facts, fact, name, seen) for name in columns])
    if layout.foreign is not None:
        at = min(layout.foreign[1], len(columns) - 1)
        for number, row in enumerate([*header, *data]):
            _insert_spacer(row, at, (layout.foreign[0] if number == 0 else "") if number < len(header) else f"按第{number}条评分")
    if layout.repeat_header is not None and layout.repeat_header < len(data):
        data[layout.repeat_header : layout.repeat_header] = [[Box(b.text, b.span, b.below) for b in row] for row in header]
        repeated = range(layout.repeat_header, layout.repeat_header + len(header))
    else:
        repeated = range(0)
    if layout.spacer is not None:
        for row in [*header, *data]:
            _insert_spacer(row, min(layout.spacer, len(columns) - 1))
    names = {fact.name for fact in facts.rows}
    rows: list[list[Box]] = []
    if layout.side_alone and not has_side:
        rows.append([Box(side, width)])
    for number, row in enumerate(header):
        lead = [Box(side if number == 0 else "", below=number > 0)]
        rows.append(_squeeze(([] if shifted else lead) + row, width))
    for number, row in enumerate(data):
        if number in repeated:
            rows.append(_squeeze(([] if shifted else [Box("")]) + row, width))
            continue
        if shifted:
            next(box for box in row if box.text in names).span = 2
        boxes = [Box("", below=has_side), *row]
        if layout.ragged and number % 4 == 2 and columns[-1] == "explanation" and not row[-1].text and layout.grid != "text":
            boxes = boxes[:-1]
            rows.append(boxes)
            continue
        rows.append(_squeeze(boxes, width))
    return rows


def _insert_spacer(row: list[Box], at: int, text: str = "") -> None:
    column = 0
    for place, box in enumerate(row):
        if column == at:
            row.insert(place, Box(text))
            return
        if column < at < column + box.span:
            box.span += 1
            return
        column += box.span
    row.append(Box(text))


def _value(layout: Layout, facts: Facts, fact: Fact, name: str, seen: dict[str, str]) -> Box:
    if name in ("level1", "level2"):
        here = fact.level1 if name == "level1" else f"{fact.level1}/{fact.level2}"
        text = fact.level1 if name == "level1" else fact.level2
        if layout.points_in_levels:
            text += layout.points_style.format(facts.points[here])
        again = seen.get(name) == here
        seen[name] = here
        if not again or layout.merges == "repeated":
            return Box(text if len(text) < 6 else f"{text[:3]}\n{text[3:]}")
        return Box("", below=layout.merges == "known")
    if name == "target" and "sign" not in layout.columns:
        return Box(fact.sign + fact.target + fact.unit)
    return Box(getattr(fact, name))


def _foot(facts: Facts, layout: Layout, columns: list[str], width: int) -> list[list[Box]]:
    rows: list[list[Box]] = []
    name = layout.label("foot", "total")
    if layout.total == "score":
        rows.append([Box(name, width - 1), Box(facts.total)])
    elif layout.total == "weight+score":
        rows.append([Box(name, width - 2), Box("100"), Box(facts.total)])
    elif layout.total == "weight+score+audit":
        rows.append([Box(name, width - 3), Box("100"), Box(facts.total), Box(facts.total)])
    return rows + [[Box(label), Box(text, width - 1)] for label, text in layout.foot]


def document(*tables: tuple[Facts, Layout], together: bool = False) -> Document:
    """A document with these tables; ``together`` puts them into one Word table."""
    blocks: list[Paragraph | Table] = []
    rows: list[list[Box]] = []
    for number, (facts, layout) in enumerate(tables):
        if not (together and number):
            blocks += [Paragraph(2 * number, f"附件1-{number + 1}"), Paragraph(2 * number + 1, layout.title)]
            rows = []
        rows += rows_of(facts, layout)
        if not together:
            blocks.append(as_table(rows, number, layout.grid != "text", layout.absent))
    if together:
        blocks.append(as_table(rows, 0, tables[0][1].grid != "text"))
    return Document("生成的表.docx", "0" * 64, tuple(blocks))


def as_table(rows: list[list[Box]], number: int, merges_known: bool, absent: bool = False) -> Table:
    """A table as a reader gives it."""
    made: list[Row] = []
    for place, row in enumerate(rows):
        cells: list[Cell] = []
        column = 0
        index = -1
        for box in row:
            if absent and box.below:
                column += box.span
                continue
            index += 1
            if merges_known:
                cells.append(Cell("" if box.below else box.text, index, column, box.span, box.below))
            else:
                cells.append(Cell("" if box.below else box.text, index, index))
            column += box.span
        made.append(Row(place, tuple(cells)))
    return Table(number, tuple(made), merges_known)


def docx(facts: Facts, layout: Layout) -> bytes:
    """The same as a Word file."""
    rows = rows_of(facts, layout)
    table = [
        [C(box.text, span=box.span, vmerge=_vmerge(rows, place, index)) for index, box in enumerate(row)]
        for place, row in enumerate(rows)
    ]
    return build_docx([P("附件1-1"), P(layout.title), T(table)])


def _vmerge(rows: list[list[Box]], place: int, index: int) -> str | None:  # type: ignore[return]
    box = rows[place][index]
    if box.below:
        return "continue"
    column = sum(b.span for b in rows[place][:index])
    if place + 1 < len(rows):
        at = 0
        for below in rows[place + 1]:
            if at == column and below.below:
                return "restart"
            at += below.span
    return None


# --- judging ---


def expected(facts: Facts, layout: Layout) -> dict[str, str]:
    """Pointer → what should stand there (figures as printed); fields that the layout has no place for are not named."""
    found = {"/name": facts.name, "/department": facts.department, "/implementer": facts.implementer, "/title": layout.title}
    columns = {"execution_rate": ("rate", 4), "initial_budget": ("initial_budget", 1), "revised_budget": ("revised_budget", 2), "outturn": ("outturn", 3), "score": ("score", 5)}  # fmt: skip
    for number, line in enumerate(facts.funds):
        found[f"/funds/lines/{number}/label"] = line[0]
        for name in layout.money:
            if name in columns:
                found[f"/funds/lines/{number}/{columns[name][0]}"] = line[columns[name][1]]
            elif name == "weight":
                found[f"/funds/lines/{number}/weight"] = layout.money_points if number == 0 else ""
    if layout.goals != "none":
        found |= {"/goal_expected": facts.expected, "/goal_actual": facts.actual}
    for number, fact in enumerate(facts.rows):
        base = f"/indicators/{number}"
        found[f"{base}/level1"], found[f"{base}/level2"] = fact.level1, fact.level2
        for name in layout.columns:
            if name == "target" and "sign" not in layout.columns:
                found[f"{base}/target"] = fact.sign + fact.target + fact.unit
            elif name == "unit":
                found[f"{base}/target_unit"] = fact.unit
            elif name not in ("level1", "level2"):
                found[f"{base}/{name}"] = getattr(fact, name)
    found["/count"] = str(len(facts.rows))
    if layout.points_in_levels:
        labels = list(dict.fromkeys((a, f"{a}/{b}") for f in facts.rows for a, b in ((f.level1, f.level2),)))
        found |= {f"/declared/{level}": points for level, points in _declared(facts, labels)}
    if layout.total != "none":
        found["/total"] = facts.total
    if "weight" in layout.total:
        found["/total_weight"] = "100"
    if "audit" in layout.total:
        found["/audit_total"] = facts.total
    fields = {"评价结论": "conclusion", "存在问题": "problems", "改进措施": "measures", "偏差大或目标未完成原因分析": "problems", "改进措施及结果应用方案": "measures"}  # fmt: skip
    found |= {f"/{fields[label]}": text for label, text in layout.foot if label in fields}
    return found


def _declared(facts: Facts, pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    result: list[tuple[str, str]] = []
    last = ""
    for level1, both in pairs:
        if level1 != last:
            result.append((level1, facts.points[level1]))
            last = level1
        result.append((both.partition("/")[2], facts.points[both]))
    return result


def judge(evaluation: Evaluation, recognised: Recognised, facts: Facts, layout: Layout) -> tuple[Counter[str], list[str]]:
    """How many fields are right, reported, wrong; and the wrong ones."""
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    for pointer, value in expected(facts, layout).items():
        given, doubtful = _given(evaluation, pointer)
        if given == value or (layout.ragged and not value and given is None):
            counts["right"] += 1
        elif doubtful or (value and given in (None, "") and any(value in u.text for u in recognised.unplaced)):
            counts["reported"] += 1
        else:
            counts["wrong"] += 1
            wrong.append(f"{pointer}: {value!r} read as {given!r}")
    return counts, wrong


def _given(evaluation: Evaluation, pointer: str) -> tuple[str | None, bool]:
    if pointer == "/count":
        return str(len(evaluation.indicators)), False
    if pointer.startswith("/declared/"):
        name = pointer.rpartition("/")[2]
        points = [d.points.raw for d in evaluation.declared if d.label == name]
        return (points[0] if points else None), any(i.doubts for i in evaluation.indicators)
    here: object = evaluation
    *path, last = pointer[1:].split("/")
    for part in path:
        if isinstance(here, tuple):
            if int(part) >= len(here):
                return None, False
            here = here[int(part)]
        else:
            here = getattr(here, part)
    value = getattr(here, last)
    doubts = getattr(here, "doubts", ())
    doubtful = any(doubt.field == last for doubt in doubts)
    if isinstance(value, Figure):
        return value.raw, doubtful
    return value, doubtful
