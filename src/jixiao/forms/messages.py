"""What the forms say: about references in prose, about layout files, and what a cell follows from."""

from __future__ import annotations

from jixiao.model import Phrase

# --- references in prose ---

NO_SUCH_FACT = Phrase("forms.no-such-fact", "没有这一项", "leads nowhere")
CHECK_POINTER = Phrase(
    "forms.check-pointer",
    "检查指针：从 / 开始，逐级写字段名、序号或编号",
    "check the pointer: it starts with / and names fields, positions or ids step by step",
)
FACT_BLANK = Phrase("forms.fact-blank", "此处为空", "is blank")
FILL_OR_TYPE = Phrase(
    "forms.fill-or-type",
    "先在表中填写，或改用 {mark} 标明是手写数字",
    "fill it in first, or mark a typed figure with {mark}",
)
NOT_ONE_FACT = Phrase("forms.not-one-fact", "不是单个数字或文本", "is not one figure or text")
POINT_AT_CELL = Phrase(
    "forms.point-at-cell", "把指针写到具体的格，例如 …/outturn", "point at one cell, such as …/outturn"
)
NO_FORMAT = Phrase("forms.no-format", "不认识格式“{format}”", "the format “{format}” is not known")
FORMATS_ARE = Phrase(
    "forms.formats-are",
    "可用的格式：wan、percent、plain，后面可加小数位数",
    "the formats are wan, percent and plain; a number of places may follow",
)
NOT_A_FIGURE = Phrase(
    "forms.not-a-figure",
    "“{value}”不是数字，不能按 {format} 书写",
    "“{value}” is no number and cannot be written as {format}",
)
DROP_FORMAT = Phrase(
    "forms.drop-format", "去掉格式，或在表中改为数字", "drop the format, or put a number into the table"
)
NOT_AN_AMOUNT = Phrase(
    "forms.not-an-amount", "“{value}”不是金额，不能按 wan 书写", "“{value}” is no amount and cannot be written as wan"
)
POINT_AT_AMOUNT = Phrase(
    "forms.point-at-amount",
    "去掉格式，或把指针写到金额的格，例如 …/outturn",
    "drop the format, or point at an amount, such as …/outturn",
)


# --- relations between the cells of a form ---

SOURCES_ADDED = Phrase("forms.sources-added", "各资金来源之和", "sum of the sources of funds")
SOURCES_AMONG = Phrase("forms.sources-among", "所列资金来源之和", "sum of the sources listed")
ANY_SOURCE = Phrase("forms.any-source", "其中任何一项", "any one of the rows below")
RATE_OF_EXECUTION = Phrase("forms.rate-of-execution", "全年执行数 ÷ 全年预算数", "outturn ÷ revised budget")
SCORE_OF_EXECUTION = Phrase(
    "forms.score-of-execution", "执行率 × 分值，不超过分值", "execution rate × weight, at most the weight"
)
SCORES_ADDED = Phrase(
    "forms.scores-added",
    "预算执行率得分与各三级指标得分之和",
    "execution score and the scores of the indicators added up",
)
INDICATORS_ADDED = Phrase("forms.indicators-added", "各三级指标得分之和", "scores of the indicators added up")
WEIGHTS_ADDED = Phrase("forms.weights-added", "各项分值之和", "weights of all rows added up")
BLOCK_ADDED = Phrase("forms.block-added", "所属各三级指标分值之和", "weights of the rows below it added up")
ROWS_ADDED = Phrase("forms.rows-added", "下级各行之和", "sum of the rows below it")
ROWS_AMONG = Phrase("forms.rows-among", "其中各项之和", "sum of the parts listed below it")
STAFF_RATE = Phrase("forms.staff-rate", "实际在职人数 ÷ 编制数", "in post ÷ establishment")
SCALE_RATE = Phrase("forms.scale-rate", "实际规模 ÷ 批复规模", "actual scale ÷ approved scale")
INVESTMENT_RATE = Phrase("forms.investment-rate", "实际投资 ÷ 预算投资", "actual investment ÷ budgeted investment")

COMPUTED = Phrase("forms.computed", "计算：{words}", "computed: {words}")
EQUAL_TO = Phrase("forms.equal-to", "应等于{words}", "to equal the {words}")
NO_LESS_THAN = Phrase("forms.no-less-than", "不小于{words}", "no less than the {words}")
