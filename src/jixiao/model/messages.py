"""What this package says: why a dossier or a file cannot be taken, and what to do about it."""

from __future__ import annotations

from .message import Phrase

# --- a dossier on disk ---

NO_DOSSIER_FILE = Phrase("model.no-dossier-file", "文件夹里没有 dossier.yaml", "there is no dossier.yaml in the folder")
START_ONE = Phrase(
    "model.start-one", "用 jixiao new 建一个，或检查路径", "Start one with jixiao new, or check the path"
)
NOT_OPENED = Phrase("model.not-opened", "打不开", "it cannot be opened")
CHECK_PATH = Phrase("model.check-path", "检查路径和权限", "Check path and permissions")
NOT_UTF8 = Phrase("model.not-utf8", "不是 UTF-8 文本", "it is not UTF-8 text")
SAVE_AS_UTF8 = Phrase("model.save-as-utf8", "用 UTF-8 另存后再试", "Save it as UTF-8")
NOT_JSON = Phrase("model.not-json", "不是完整的 JSON", "it is not complete JSON")
MEND_PLACE = Phrase("model.mend-place", "按所指位置改正", "Mend the place named")
NOT_PARSED = Phrase("model.not-parsed", "无法解析", "it cannot be parsed")
LOOK_INTO_FILE = Phrase("model.look-into-file", "检查文件内容", "Look into the file")
NOT_YAML = Phrase("model.not-yaml", "不是合格的 YAML", "it is not valid YAML")
MEND_YAML = Phrase("model.mend-yaml", "按所指位置改正缩进或引号", "Mend indentation or quotes at the place named")
LINE = Phrase("model.line", "第{line}行", "line {line}")
LINE_AND_COLUMN = Phrase("model.line-and-column", "第{line}行第{column}列", "line {line}, column {column}")
LINE_AND_FIELD = Phrase(
    "model.line-and-field", "第{line}行第{column}列 {pointer}", "line {line}, column {column}, {pointer}"
)
TAB = Phrase("model.tab", "缩进用了制表符（Tab）", "the line is indented with a tab")
USE_BLANKS = Phrase("model.use-blanks", "缩进只能用空格，每层两个", "Indent with blanks only, two a level")
WIDE_COLON = Phrase("model.wide-colon", "“{field}”后面是全角冒号“：”", "there is a full-width colon behind “{field}”")
NARROW_COLON = Phrase(
    "model.narrow-colon",
    "改成半角冒号，后面空一格：{field}: 内容",
    "Write a plain colon with a blank behind it, {field}: text",
)
QUOTE_OPEN = Phrase("model.quote-open", "引号没有配对", "the quote that opens here is not closed")
CLOSE_QUOTE = Phrase("model.close-quote", "在这段文字末尾补上同样的引号", "Close it with the same quote")
BRACKET_OPEN = Phrase("model.bracket-open", "括号没有配对", "the bracket that opens here is not closed")
CLOSE_BRACKET = Phrase(
    "model.close-bracket", "补上右括号；文字里的括号请加引号", "Close it, or quote a text that begins with it"
)
SECOND_COLON = Phrase("model.second-colon", "一行里有两处冒号", "there are two colons in the line")
QUOTE_TEXT = Phrase(
    "model.quote-text", "给冒号后面的整段文字加上引号", "Put the whole text behind the first colon in quotes"
)
INDENT = Phrase("model.indent", "缩进与上面的行对不齐", "the indentation does not go with the lines above")
LIKE_ABOVE = Phrase(
    "model.like-above", "同一层的字段左边对齐，下一层多两个空格", "Align fields of one level; two more blanks a level"
)
NO_BLANK = Phrase("model.no-blank", "“{sign}”后面没有空格", "there is no blank behind “{sign}”")
ADD_BLANK = Phrase("model.add-blank", "在它后面加一个空格", "Put a blank behind it")
SPECIAL = Phrase("model.special", "文字以“{sign}”开头", "a text begins with “{sign}”")
TWICE = Phrase(
    "model.twice", "字段“{field}”写了两次，第{line}行已经有了", "the field “{field}” stands twice, first in line {line}"
)
KEEP_ONE = Phrase("model.keep-one", "只留一个", "Keep one of them")
CONTROL = Phrase("model.control", "有一个看不见的控制字符", "there is an invisible control character")
DELETE_IT = Phrase("model.delete-it", "删去后重新输入这一处", "Delete it and type the place again")
MORE_FAULTS = Phrase("model.more-faults", "另有 {count} 处，改好上面的再试", "{count} more; mend these and try again")

# --- a slip in a dossier ---

AND_MORE = Phrase("model.and-more", "{problem}；另有 {count} 处", "{problem}; {count} more like it")
NO_SUCH_FIELD = Phrase("model.no-such-field", "没有字段“{field}”", "there is no field “{field}”")
DID_YOU_MEAN = Phrase("model.did-you-mean", "是不是 {near}？", "Did you mean {near}?")
FIELDS_ARE = Phrase("model.fields-are", "可用的字段：{fields}", "The fields are: {fields}")
ONLY_THESE = Phrase("model.only-these", "只能写：{words}", "Only these are allowed: {words}")
FIELD_MISSING = Phrase("model.field-missing", "缺少字段“{field}”", "the field “{field}” is missing")
ADD_FIELD = Phrase("model.add-field", "请补上这个字段", "Add it")
FOUND = Phrase("model.found", "写成了“{given}”", "found “{given}”")
NOTHING_HERE = Phrase("model.nothing-here", "这里空着", "nothing stands here")
WRITE_BLANK = Phrase("model.write-blank", '留空请写 ""', 'Write "" for a blank')
NOT_QUOTED = Phrase("model.not-quoted", "写成了 {given}，没有加引号", "found {given} without quotes")
QUOTE_IT = Phrase("model.quote-it", '请加引号：写成 "{given}"', 'Put it in quotes: "{given}"')
SEVERAL = Phrase("model.several", "写成了清单或多个字段", "found a list or several fields")
ONE_TEXT = Phrase(
    "model.one-text",
    "这里只能写一段文字；含冒号、# 或以 - 开头的文字请加引号",
    "One text belongs here; quote a text that holds a colon or # or starts with -",
)
ONE_FIGURE = Phrase(
    "model.one-figure",
    '这里只能写一个数，加引号，例如 "9.50"',
    'One figure belongs here, in quotes, such as "9.50"',
)
FIGURE_NOT_QUOTED = Phrase("model.figure-not-quoted", "数字 {given} 没有加引号", "the figure {given} is not in quotes")
QUOTE_FIGURE = Phrase(
    "model.quote-figure",
    '请加引号，按原样写小数位，例如 "9.50"',
    'Put it in quotes with its decimals as printed, such as "9.50"',
)
NOT_WHOLE = Phrase("model.not-whole", "写成了“{given}”，不是整数", "found “{given}”, which is no whole number")
WRITE_WHOLE = Phrase("model.write-whole", "请写整数，例如 2025", "Write a whole number, such as 2025")
NO_LIST = Phrase("model.no-list", "不是清单", "this is no list")
WRITE_LIST = Phrase(
    "model.write-list",
    "每项另起一行，以“- ”开头；没有就写 []",
    "One item a line, each starting with “- ”; write [] for none",
)
NO_RECORD = Phrase("model.no-record", "不是“字段: 内容”的写法", "this is not written as “field: content”")
WRITE_RECORD = Phrase(
    "model.write-record",
    "每个字段一行，写成“字段: 内容”，冒号后空一格",
    "One field a line, written “field: content” with a blank after the colon",
)
DOES_NOT_FIT = Phrase("model.does-not-fit", "写成了“{given}”，不合要求", "found “{given}”, which does not fit")
SEE_SCHEMA = Phrase(
    "model.see-schema", "请按 docs/schema 里这个字段的说明改正", "See what docs/schema says of this field"
)

# --- a file, told as one sentence ---

UNREADABLE = Phrase("model.unreadable", "{file}：{problem}。{remedy}", "{file}: {problem}. {remedy}")
UNREADABLE_AT = Phrase(
    "model.unreadable-at", "{file}，{place}：{problem}。{remedy}", "{file}, {place}: {problem}. {remedy}"
)

# --- where a rule stands ---

SOURCE = Phrase("model.source", "{document}{clause}", "{document}{clause}")
NOT_CHECKED = Phrase("model.not-checked", "{source}（未核对原文）", "{source} (original not checked)")

ID_TWICE = Phrase("model.id-twice", "id “{id}”在同一清单里出现两次", "the id “{id}” stands twice in one list")
ID_ONCE = Phrase(
    "model.id-once",
    "每项的 id 只能用一次；删去其中一个，程序会另起",
    "an id may be used once; delete one of them and a new one will be made",
)
ID_NUMBER = Phrase(
    "model.id-number",
    "id “{id}”只有数字，会被当成序号",
    "the id “{id}” is a bare number and would be taken for a position",
)
ID_WITH_WORDS = Phrase(
    "model.id-with-words", "请加上文字，或删去，由程序另起", "put a word to it, or delete it and a new one will be made"
)
ID_LONG = Phrase("model.id-long", "id 太长", "the id is too long")
ID_SHORTER = Phrase(
    "model.id-shorter",
    "请缩短到 120 个字符以内，或删去，由程序另起",
    "shorten it to 120 characters, or delete it and a new one will be made",
)
CIRCLE = Phrase("model.circle", "“{id}”绕回来成了自己的下级", "“{id}” is, in the end, a part of itself")
MEND_PARENT = Phrase(
    "model.mend-parent", "请改正 parent，上下级不能成环", "mend the parents: they must not form a circle"
)
ID_MARKS = Phrase("model.id-marks", "id “{id}”里有换行或制表符", "the id “{id}” has line breaks or tabs in it")
LEAVE_OUT_MARKS = Phrase("model.leave-out-marks", "请去掉这些符号", "leave these characters out")

EDIT_NOWHERE = Phrase(
    "model.edit-nowhere", "没有这个地方，或它不能这样改", "there is no such place, or it cannot be so changed"
)
EDIT_CHANGED_MEANWHILE = Phrase(
    "model.edit-changed-meanwhile",
    "这里已经不是“{before}”，现在是“{found}”",
    "this is not “{before}” any more, but “{found}”",
)
EDIT_ITEM_CHANGED = Phrase(
    "model.edit-item-changed", "这一项已被改动，没有删去", "this item was changed and not removed"
)
EDIT_MOVED_MEANWHILE = Phrase("model.edit-moved-meanwhile", "这一项已经换了位置", "this item was moved meanwhile")
EDIT_NO_ANCHOR = Phrase("model.edit-no-anchor", "前一项“{id}”已经不在", "the item before it, “{id}”, is gone")
EDIT_ID_TAKEN = Phrase("model.edit-id-taken", "id “{id}”已经有了，或不能用", "the id “{id}” is taken or cannot be used")
EDIT_NO_ITEM = Phrase("model.edit-no-item", "没有写明新的一项是什么", "it does not say what the new item is")
EDIT_DOES_NOT_FIT = Phrase("model.edit-does-not-fit", "{problem}。{remedy}", "{problem}. {remedy}")
