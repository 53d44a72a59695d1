"""What recognition says: why something was placed nowhere, and why a field that was found was not taken."""

from __future__ import annotations

from jixiao.model import Phrase, Term

# --- parts of a form ---

HEAD = Term("表头", "the head")
MONEY = Term("资金部分", "the money block")
SPLIT = Term("收支构成", "the split of income and spending")
GOALS = Term("总体目标", "the goals")
INDICATORS = Term("指标部分", "the indicators")
FOOT = Term("表尾", "the foot")
BASE = Term("基础数据表", "the base data")

# --- whole files and tables ---

NO_REPORT_NO_TABLE = Phrase(
    "recognition.no-report-no-table", "不属于任何报告或表格", "belongs to no report and no table"
)
LOST_CELLS = Phrase(
    "recognition.lost-cells",
    "像是表格，但单元格已经丢失，没有读取；请用带表格的 Word 原件",
    "looks like a table whose cells were lost, and was not read; use the Word file that still has the table",
)
UNKNOWN_TABLE = Phrase(
    "recognition.unknown-table",
    "不是认识的表：没有自评表或基础数据表的表头",
    "no known table: it has the head of no self-evaluation or base data",
)
OTHER_KIND = Phrase(
    "recognition.other-kind",
    "看来是{kind}，这一类目前不读，内容未读入",
    "this looks like {kind}, which is not read yet",
)

# --- rows and cells that found no place ---

NO_COLUMN_FOR = Phrase(
    "recognition.no-column-for",
    "格数与表头不符，这一格无法对应到栏目",
    "more or fewer cells than the header: no column for this one",
)
UNKNOWN_COLUMN = Phrase("recognition.unknown-column", "这一列没有对应的栏目，内容未读入", "no known column, not read")
UNKNOWN_HEADER = Phrase(
    "recognition.unknown-header",
    "看不出表头的哪一格对应哪一列，内容未读入",
    "it cannot be seen which label stands over which column, so nothing was read",
)
TEXT_LINE = Phrase(
    "recognition.text-line", "{block}里的一行文字，不属于任何一栏", "a line of text in {block}, in no column"
)
NO_PLACE = Phrase(
    "recognition.no-place", "{block}里的一格，无法对应到栏目", "a cell in {block} that belongs to no column"
)
NO_FIELD = Phrase("recognition.no-field", "{block}里没有对应的栏目", "{block} has no place for it")
NO_NAME = Phrase("recognition.no-name", "{block}里没有名称的一格", "a cell without a name in {block}")
NO_NAME_ROW = Phrase("recognition.no-name-row", "{block}里没有名称的一行", "a row without a name in {block}")
NAMELESS_COLUMN = Phrase(
    "recognition.nameless-column", "{block}里这一列没有栏目名称", "a column without a name in {block}"
)
NAMELESS_AMOUNTS = Phrase("recognition.nameless-amounts", "这一行金额没有资金名称", "amounts without a name")
UNKNOWN_GOAL = Phrase("recognition.unknown-goal", "总体目标的表头里不认识的一格", "an unknown label over the goals")
TASKS = Phrase(
    "recognition.tasks", "年度主要任务没有对应的栏目，未读入", "there is no place for the year's tasks, not read"
)
POINTS_OF_LEVEL = Phrase(
    "recognition.points-of-level",
    "一级、二级指标的分值，看不出属于哪一个指标",
    "points of a level of which it cannot be seen which one",
)
NO_PAIR = Phrase("recognition.no-pair", "{block}里的一格，没有“名称：金额”", "a cell of {block} without “name: amount”")
NOT_UNDERSTOOD = Phrase(
    "recognition.not-understood", "{block}里的一格，没有读懂", "a cell of {block} that was not understood"
)
ONE_ROW_OF_STAFF = Phrase("recognition.one-row-of-staff", "人员情况只认一行", "only one row of staff is read")
NAMED_BUILDING = Phrase(
    "recognition.named-building",
    "楼堂馆所这一行的名称没有对应的栏目",
    "there is no place for the name of a row of the buildings",
)

# --- doubts ---

NEXT_COLUMN = Phrase(
    "recognition.next-column",
    "这一格可能属于相邻的列，无法确定",
    "the cell may as well belong to the next column",
)
TWO_COLUMNS = Phrase(
    "recognition.two-columns",
    "有两列可能是这一栏，无法确定取哪一列",
    "two columns may be the one: it is not certain which",
)
YEAR_OR_KIND = Phrase(
    "recognition.year-or-kind",
    "表头分不清是哪一年、预算还是决算",
    "the header does not tell year, budget and outturn apart",
)
PART_OF_WHAT = Phrase(
    "recognition.part-of-what",
    "没有编号也没有缩进，看不出是哪一行的一部分",
    "neither number nor indent says what it is a part of",
)
LABEL_OR_VALUE = Phrase(
    "recognition.label-or-value",
    "不知是这一栏的内容，还是另一栏的名称",
    "it is not certain whether this is the value or the name of another one",
)
GOAL_OR_RESULT = Phrase(
    "recognition.goal-or-result",
    "这一格可能是目标，也可能是完成情况",
    "the cell may be the goal or what was achieved",
)
LEVEL_FROM_WHERE = Phrase(
    "recognition.level-from-where",
    "看不出这一级指标从哪一行起",
    "it cannot be seen in which row this level starts",
)
TARGET_OF_ABOVE = Phrase(
    "recognition.target-of-above",
    "目标值与上一行合并，名称却不同",
    "the target is merged with the row above, yet the name differs",
)
BLANK_NAME = Phrase("recognition.blank-name", "名称为空", "there is no name")
NAME_OF_ABOVE = Phrase(
    "recognition.name-of-above",
    "名称为空，可能与上一行合并",
    "there is no name; perhaps it is that of the row above",
)
WEIGHT_OR_SCORE = Phrase(
    "recognition.weight-or-score",
    "总分这一行只有一个100，无法确定是分值还是得分",
    "only one 100 stands in the row of the total: weight or score",
)
WHICH_IS_TOTAL = Phrase(
    "recognition.which-is-total",
    "总分这一行的格数与表头不符，无法确定哪个是得分",
    "more or fewer cells in the row of the total than in the header: it is not certain which is the score",
)

# workbooks to fill in
PRINTED_WORDS_CHANGED = Phrase(
    "recognition.printed-words-changed",
    "这里是表上印好的字（“{was}”），改了没有采用",
    "words that the form prints stand here (“{was}”); what they were changed to was not taken",
)
NOT_TOLD_APART = Phrase(
    "recognition.not-told-apart",
    "看不出填的是哪一项（原为“{was}”），请保留前面的名称和冒号",
    "it cannot be told what was filled in (it was “{was}”): keep the label and the colon before it",
)
NO_PLACE_ON_FORM = Phrase(
    "recognition.no-place-on-form", "表上这里没有要填的栏目", "the form has nothing to fill in here"
)
NOT_COMPUTED_AGAIN = Phrase(
    "recognition.not-computed-again",
    "填了别的数以后，这里的公式没有重新计算",
    "other figures were filled in and the formula here was not computed again",
)
UNKNOWN_ROW = Phrase(
    "recognition.unknown-row",
    "“层次”写的是“{what}”，请从列表里选",
    "the row is called “{what}”: choose from the list",
)
TWICE = Phrase("recognition.twice", "“{what}”有两行，只取了第一行", "“{what}” stands there twice; the first was taken")
UNKNOWN_STATE = Phrase(
    "recognition.unknown-state", "状态只能是{known}，没有采用", "the state can be {known} only; it was not taken"
)
NO_YEAR = Phrase("recognition.no-year", "年度不是数字，没有采用", "the year is no number; it was not taken")
COLUMNS_CHANGED = Phrase(
    "recognition.columns-changed",
    "这张表的“行次”一栏不在原处（增减了列），按一般表格读取",
    "the column that numbers the rows of this form is not where it was; the sheet was read like any table",
)
PLAN_DAMAGED = Phrase(
    "recognition.plan-damaged",
    "隐藏的工作表损坏，各表按一般表格读取：空白的行不算，状态和编号不保留",
    "the hidden sheet is damaged; the forms were read like any tables: blank rows, states and ids are lost",
)
