"""What the forms say of themselves, in both languages."""

from __future__ import annotations

from jixiao.model import Phrase

# --- layout files: what is wrong with one ---

COLUMN_NAMED_TWICE = Phrase("forms.column-named-twice", "列名重复", "two columns have one name")
WIDTHS_DO_NOT_ADD_UP = Phrase(
    "forms.widths-do-not-add-up",
    "列宽合计 {width} 毫米，应为 {wanted} 毫米",
    "the columns are {width} mm wide together, not {wanted} mm",
)
NARROWS_TOO_LITTLE = Phrase(
    "forms.narrows-too-little",
    "列 {column} 宽 {width} 毫米，应从其他列让出同样的宽度（narrows）",
    "column {column} is {width} mm wide: other columns must give up as much (narrows)",
)
FIRST_COLUMN_MAY_BE_AWAY = Phrase(
    "forms.first-column-may-be-away", "第一列 {column} 不能有 when", "the first column, {column}, must always be there"
)
NARROWS_NOTHING = Phrase(
    "forms.narrows-nothing",
    "列 {column} 的 narrows 指向不存在的列：{unknown}",
    "column {column} narrows columns that are not there: {unknown}",
)
ROW_OF_BLOCK = Phrase("forms.row-of-block", "{block} 第{row}行", "row {row} of {block}")
NO_SUCH_COLUMN = Phrase(
    "forms.no-such-column", "{place}：没有这一列：{columns}", "{place}: there is no such column: {columns}"
)
ROWS_BEGIN_APART = Phrase(
    "forms.rows-begin-apart", "{block}：各行应从同一列开始", "{block}: its rows must begin at one column"
)
CELLS_OUT_OF_ORDER = Phrase(
    "forms.cells-out-of-order",
    "{place}：单元格应依次排列",
    "{place}: cells must stand in order",
)
REACHES_DOWN_TOO_FAR = Phrase(
    "forms.reaches-down-too-far",
    "{block}：向下合并（down）超出了其下各行",
    "{block}: a cell reaches down beyond the rows below it",
)
NO_SUCH_FIELD = Phrase("forms.no-such-field", "没有字段 {path}", "there is no field {path}")
USE_A_FIELD = Phrase("forms.use-a-field", "改成模型中的字段", "name a field of the model")
NO_SUCH_LABEL = Phrase("forms.no-such-label", "没有名称的键 {key}", "no label has the key {key}")
USE_A_KEY = Phrase("forms.use-a-key", "改成词表中的键", "use a key of the dictionary of labels")
NO_SUCH_VIEW = Phrase("forms.no-such-view", "没有显示方式 {view}", "there is no view {view}")
USE_ONE_OF = Phrase("forms.use-one-of", "可用的：{known}", "there are: {known}")
NO_SUCH_KIND = Phrase("forms.no-such-kind", "没有这种表：{kind}", "there is no kind of form {kind}")
NO_SUCH_BLOCK = Phrase(
    "forms.no-such-block", "底本 {like} 没有 {block} 这一块", "{like}, which it is like, has no block {block}"
)
USE_A_BLOCK = Phrase(
    "forms.use-a-block", "写出整块，或改成底本有的块", "write the block out, or name one that is there"
)
NOT_A_LAYOUT = Phrase("forms.not-a-layout", "不是版式文件", "this is no layout")
START_LIKE_OTHERS = Phrase(
    "forms.start-like-others",
    "写成“键: 内容”，可参照已有的版式文件",
    "write keys and what they say, as the layouts that are there do",
)
NOT_YAML = Phrase("forms.not-yaml", "不是合格的 YAML", "this is no YAML")
MEND_THERE = Phrase("forms.mend-there", "按所指位置改正", "mend it at the place told")
MEND_THE_LAYOUT = Phrase("forms.mend-the-layout", "改正版式文件", "mend the layout")
IN_LINE = Phrase("forms.in-line", "第{line}行", "line {line}")
CANNOT_OPEN = Phrase("forms.cannot-open", "打不开", "cannot be opened")
CHECK_THE_PATH = Phrase("forms.check-the-path", "检查路径和权限", "check path and permissions")
NO_SUCH_LAYOUT = Phrase("forms.no-such-layout", "没有这个版式", "there is no such layout")
NEARLY = Phrase("forms.nearly", "是不是 {near}？", "did you mean {near}?")
LAYOUTS_THERE_ARE = Phrase(
    "forms.layouts-there-are",
    "可用的版式：{known}；也可以给出 YAML 文件的路径",
    "there are: {known}; or give the path of a YAML file",
)

# --- why a layout was chosen, and what it could not print ---

CHOSEN_BY_HAND = Phrase("forms.chosen-by-hand", "按指定选用“{layout}”", "{layout}, as asked for")
CHOSEN_BY_NAME = Phrase(
    "forms.chosen-by-name", "名称中有“{name}”，选用“{layout}”", "{layout}, because the name says {name}"
)
CHOSEN_FROM_ABOVE = Phrase(
    "forms.chosen-from-above",
    "名称中有“{name}”（下级地方，暂按上级版式），选用“{layout}”",
    "{layout}, that of the place above {name}",
)
CHOSEN_FOR_ALL = Phrase(
    "forms.chosen-for-all", "没有对应的地方版式，选用“{layout}”", "{layout}, as the place has none of its own"
)
CHOSEN_AS_THE_ONLY_ONE = Phrase(
    "forms.chosen-as-the-only-one",
    "没有通用的版式，借用“{layout}”",
    "{layout}, borrowed from there, as there is no general one",
)
UNVERIFIED = Phrase("forms.unverified", "{because}；未与原件核对", "{because}; not held against the official original")
ANOTHER_UNIT = Phrase(
    "forms.another-unit",
    "“{layout}”以{asked}为单位，表中以{given}为单位，没有换算",
    "{layout} asks for amounts in {asked}; they stay in {given}, as given",
)
LEFT_OUT = Phrase(
    "forms.left-out",
    "“{layout}”没有这些栏目，{name}有 {count} 处没有写出：{facts}",
    "{layout} has no place for {count} facts of {name}, which were not written: {facts}",
)
FACTS_OF = Phrase("forms.facts-of", "{what} {count} 处", "{what} ({count})")

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

# --- relations: what a figure follows from ---
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

# --- a place as a person finds it ---

WITHIN = Phrase("forms.within", "{outer} · {inner}", "{outer} · {inner}")
IN_TABLE = Phrase("forms.in-table", "表{number} {name}", "table {number} {name}")
ON_SHEET = Phrase("forms.on-sheet", "工作表“{sheet}” {name}", "sheet “{sheet}” {name}")
IN_FILE = Phrase("forms.in-file", "{file} {place}", "{file} {place}")
IN_CELL = Phrase("forms.in-cell", "{place}（{cell}）", "{place} ({cell})")
NTH_PARAGRAPH = Phrase("forms.nth-paragraph", "第{number}段", "paragraph {number}")
NTH_ROW = Phrase("forms.nth-row", "第{number}行", "row {number}")
NTH_OF_NAME = Phrase("forms.nth-of-name", "{name}（第{number}个）", "{name} (no. {number})")
ALL_FILED = Phrase("forms.all-filed", "全部材料", "all that was filed")
OPENING = Phrase("forms.opening", "开头", "opening")
STATED = Phrase("forms.stated", "“{words}”", "“{words}”")
TABLE_OF = Phrase("forms.table-of", "{name} {kind}", "{name}, {kind}")
