"""What the forms say: about references in prose, and about layout files."""

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
