"""Self-evaluation tables made to order: facts and a layout in, a Word-like table (or a text export) out.

Layouts follow the shapes of published forms (:data:`PLACES`); :func:`random_layout` draws labels, column orders and
faults of the grid at random. :mod:`.judging` counts what came out right.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace

from tests.docx_builder import C, P, T, build_docx

from jixiao.forms.labels import key, words
from jixiao.model import Cell, Document, Paragraph, Row, Table

from .facts import Fact, Facts

Grid = str
"""``right``: spans as they should be; ``shifted``: the header stands a column too far left; ``text``: no grid
at all.
"""


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
        return self.labels.get(f"{block}.{name}", words(block, name)[0])


YUEYANG = Layout()
ZHONGJIANG = Layout(
    columns=("level1", "level2", "name", "weight", "target", "actual", "score", "explanation"),
    labels={"indicators.actual": "全年实际值", "indicators.explanation": "未完成原因及拟采取的改进措施"},
)
YUNNAN = Layout(
    columns=("level1", "level2", "name", "sign", "target", "unit", "actual", "weight", "score", "explanation"),
    two_rows=True,
)
SICHUAN = Layout(
    title="部门预算项目支出绩效自评表（2023年度）",
    columns=("level1", "level2", "name", "sign", "target", "unit", "actual", "weight", "score", "explanation"),
    money=("initial_budget", "revised_budget", "outturn", "execution_rate", "weight", "score", "explanation"),
    labels={
        "money.initial_budget": "年初预算",
        "money.revised_budget": "调整后预算数",
        "money.outturn": "预算执行数",
        "money.execution_rate": "预算执行率",
        "money.weight": "权重",
        "money.explanation": "原因",
        "indicators.target": "指标值",
        "indicators.actual": "完成值",
        "indicators.weight": "权重",
        "indicators.explanation": "未完成原因分析",
        "foot.total": "合计",
        "goals.expected": "项目年度目标",
        "goals.actual": "年度目标完成情况",
    },
    goals_first=True,
    foot=(("评价结论", "完成较好。"), ("存在问题", "进度偏慢。"), ("改进措施", "提前谋划。")),
)
HUBEI = Layout(
    title="2020年度项目自评表",
    columns=("level1", "level2", "name", "target", "actual", "score"),
    money=("revised_budget", "outturn", "execution_rate", "score"),
    money_points="20",
    labels={
        "money.revised_budget": "预算数(A)",
        "money.outturn": "执行数(B)",
        "money.execution_rate": "执行率(B/A)",
        "money.score": "得分(20分*执行率)",
        "indicators.target": "年初目标值(A)",
        "indicators.actual": "实际完成值(B)",
        "indicators.side": "年度绩效目标1（80分）",
    },
    points_in_levels=True,
    goals="none",
    head_extra=(("项目类别", "1.部门预算项目 ☑  2.市直专项 □"), ("项目属性", "1.持续性项目 □  2.新增性项目 ☑")),
    foot=(("偏差大或目标未完成原因分析", "无。"), ("改进措施及结果应用方案", "继续加强管理。")),
    total="score",
)
HENGSHAN = Layout(
    title="2021年度专项资金绩效自评表",
    columns=("level1", "level2", "name", "target", "actual", "explanation"),
    money=("revised_budget", "outturn", "execution_rate"),
    labels={
        "money.revised_budget": "全年预算数（A）",
        "money.outturn": "全年执行数（B）",
        "money.execution_rate": "执行率（B/A）",
        "indicators.actual": "全年完成值",
        "indicators.explanation": "未完成原因和改进措施",
        "head.name": "专项资金名称",
    },
    total="none",
)
LANGZHONG = replace(
    HENGSHAN,
    title="转移支付区域（项目）绩效自评表",
    labels={
        **HENGSHAN.labels,
        "goals.expected": "总体目标",
        "goals.actual": "全年实际完成情况",
        "head.name": "转移支付（项目）名称",
        "head.implementer": "资金使用单位",
        "indicators.target": "指标值",
    },
    foot=(("说明", "请在此处简要说明各级监督检查和审计中发现的问题及其所涉及的金额，如没有请填无。"),),
)
YINCHUAN = Layout(
    title="2021年度财政支出项目绩效自评表",
    columns=("level1", "level2", "name", "target", "actual", "weight", "score", "audit_score", "explanation"),
    money=("initial_budget", "revised_budget", "outturn", "execution_rate"),
    labels={
        "money.revised_budget": "调整预算数（A）",
        "money.outturn": "执行数（B）",
        "money.execution_rate": "执行率（B/A）",
        "indicators.audit_score": "财政审核评分",
        "indicators.score": "自评得分",
    },
    total="weight+score+audit",
)
PLACES = {
    "yueyang": YUEYANG,
    "zhongjiang": ZHONGJIANG,
    "yunnan": YUNNAN,
    "sichuan": SICHUAN,
    "hubei": HUBEI,
    "hengshan": HENGSHAN,
    "langzhong": LANGZHONG,
    "yinchuan": YINCHUAN,
}


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
        fitting = [
            w
            for w in words(block, name)
            if key(w, block) == name and w not in ("备注", "说明", "情况说明", "原因说明", "得分说明")
        ]
        labels[f"{block}.{name}"] = rng.choice(fitting)
    if "weight" in base.columns and rng.random() < 0.5:
        rest = [c for c in base.columns if c != "weight"]
        rest.insert(rng.randrange(3, rest.index("score") + 1), "weight") if "sign" not in rest else rest.insert(
            3, "weight"
        )
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
        _fill(
            [
                Box("主管部门"),
                Box(facts.department, 2),
                Box(layout.labels.get("head.implementer", "实施单位（盖章）")),
                Box(facts.implementer),
            ],
            width,
        ),
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
    seen: dict[str, str] = {}
    data = [[_value(layout, facts, fact, name, seen) for name in columns] for fact in facts.rows]
    if layout.foreign is not None:
        at = min(layout.foreign[1], len(columns) - 1)
        for number, row in enumerate([*header, *data]):
            _insert_spacer(
                row, at, (layout.foreign[0] if number == 0 else "") if number < len(header) else f"按第{number}条评分"
            )
    if layout.repeat_header is not None and layout.repeat_header < len(data):
        data[layout.repeat_header : layout.repeat_header] = [
            [Box(b.text, b.span, b.below) for b in row] for row in header
        ]
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
        if layout.ragged and number % 4 == 2 and columns[-1] == "explanation" and not row[-1].text:
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
