"""What this package says: why a file cannot be read and what to do, and what of a file was not read."""

from __future__ import annotations

from jixiao.model.message import Phrase, Term

# --- the path ---

NO_FILE = Phrase("reading.no-file", "找不到这个文件", "there is no such file")
CHECK_PATH = Phrase("reading.check-path", "请检查路径和文件名", "Check path and name")
FOLDER = Phrase("reading.folder", "这是文件夹，不是文件", "this is a folder, not a file")
CHOOSE_FILES = Phrase("reading.choose-files", "请选择其中的文件", "Choose the files in it")
NOT_OPENED = Phrase("reading.not-opened", "打不开", "it cannot be opened")
CLOSE_PROGRAM = Phrase(
    "reading.close-program",
    "请检查权限，或关闭正在使用它的程序后再试",
    "Check the permissions, or close the program that uses it",
)
FILE_TOO_LARGE = Phrase("reading.file-too-large", "文件超过 {size} MB", "the file is larger than {size} MB")
SHRINK = Phrase("reading.shrink", "请压缩或删去其中的图片后再试", "Shrink or remove the pictures in it")

# --- the kind of file ---

EMPTY = Phrase("reading.empty", "文件是空的（0 字节）", "the file is empty (0 bytes)")
ANOTHER_COPY = Phrase(
    "reading.another-copy",
    "请检查是否上传或复制完整，换一份再试",
    "It may not have been copied completely; try another copy",
)
PDF = Phrase("reading.pdf", "这是 PDF 文件，目前还不能读取", "this is a PDF, which cannot be read yet")
RTF = Phrase("reading.rtf", "这是 RTF 文件，目前还不能读取", "this is an RTF file, which cannot be read yet")
PICTURE = Phrase("reading.picture", "这是图片，目前还不能读取", "this is a picture, which cannot be read yet")
USE_ORIGINAL = Phrase("reading.use-original", "请改用它的 Word 原件（.docx）", "Use the Word original (.docx)")
ARCHIVE = Phrase("reading.archive", "这是压缩包，不是文档", "this is an archive, not a document")
UNPACK = Phrase(
    "reading.unpack", "请先解压，再读取其中的 .docx、.xlsx 文件", "Unpack it and give the .docx and .xlsx files in it"
)
MARKUP = Phrase(
    "reading.markup", "这是网页或 XML 文件，目前还不能读取", "this is a web page or XML, which cannot be read yet"
)
RESAVE = Phrase(
    "reading.resave", "请用 Word 或 WPS 打开，另存为 .docx 后再试", "Open it in Word or WPS and save it as .docx"
)
EXCEL = Phrase("reading.excel", "这是 Excel 文件，不是 Word 文件", "this is an Excel file, not a Word file")
USE_WORD = Phrase("reading.use-word", "请改用 Word 文件（.docx）", "Use the Word file (.docx)")
OLD_FORMAT = Phrase(
    "reading.old-format",
    "这是旧格式的文档（.doc、.wps），目前还不能读取",
    "this is the old format (.doc, .wps), which cannot be read yet",
)
SLIDES = Phrase("reading.slides", "这是演示文稿，不是 Word 文件", "this is a presentation, not a Word file")
OPEN_DOCUMENT = Phrase(
    "reading.open-document",
    "这是 OpenDocument 文件，目前还不能读取",
    "this is an OpenDocument file, which cannot be read yet",
)
SAVE_AS_DOCX = Phrase("reading.save-as-docx", "请另存为 .docx 后再试", "Save it as .docx")
ZIP = Phrase(
    "reading.zip", "这是压缩包，不是 Word 或 Excel 文件", "this is an archive, neither a Word nor an Excel file"
)
PASSWORD = Phrase("reading.password", "文件设有打开密码，无法读取", "the file has a password")
TAKE_PASSWORD_OFF = Phrase(
    "reading.take-password-off",
    "请在 Word、Excel 或 WPS 中取消密码，另存后再试",
    "Take the password off in Word, Excel or WPS and save it",
)
UNKNOWN = Phrase(
    "reading.unknown",
    "无法识别：不是 Word、Excel 文件，也不是可读的文本",
    "unknown: no Word or Excel file, nor readable text",
)

# --- the package and its parts ---

TOO_MANY_MEMBERS = Phrase("reading.too-many-members", "压缩包里的文件过多", "too many files are packed in it")
BOMB = Phrase("reading.bomb", "解压后过大，疑似压缩炸弹", "it unpacks to far too much and may be harmful")
DOCTYPE = Phrase(
    "reading.doctype",
    "文件里有文档类型声明，正常的 Office 文件不会有",
    "it declares a document type, which no ordinary Office file does",
)
CHECK_ORIGIN = Phrase(
    "reading.check-origin",
    "请确认文件来源；如确系正常文件，用 Office 或 WPS 打开后另存再试",
    "Make sure where it comes from; if it is sound, open it in Office or WPS and save it anew",
)
DAMAGED = Phrase("reading.damaged", "文件不完整或已损坏", "the file is incomplete or damaged")
NOT_WHOLE = Phrase(
    "reading.not-whole", "文件不完整或已损坏，打不开", "the file is incomplete or damaged and does not open"
)
COPY_AGAIN = Phrase("reading.copy-again", "请重新下载或复制一份再试", "Download or copy it again")
PART_LOCKED = Phrase("reading.part-locked", "文件设有密码，无法读取", "the file has a password")
SAVE_UNLOCKED = Phrase("reading.save-unlocked", "请取消密码，另存后再试", "Take the password off and save it")
METHOD = Phrase("reading.method", "使用了 Office 不用的压缩方法", "it is packed in a way that Office does not use")
SAVE_A_COPY = Phrase(
    "reading.save-a-copy",
    "请用 Office 或 WPS 打开，确认完好后另存一份再试",
    "Open it in Office or WPS, see whether it is whole, and save a copy",
)
MALFORMED = Phrase(
    "reading.malformed", "文件内部的 XML 不完整或不合规范", "the XML inside the file is incomplete or malformed"
)
ENCODING = Phrase("reading.encoding", "文件内部的文字编码有误", "text inside the file is wrongly encoded")
NO_BODY = Phrase("reading.no-body", "文件里没有 Word 正文", "the file has no Word text in it")
NO_MAIN_PART = Phrase("reading.no-main-part", "文件里缺少 Word 正文", "the Word text is missing from the file")
PART_LINE = Phrase("reading.part-line", "{part} 第{line}行", "{part}, line {line}")

# --- too much ---

TOO_MUCH_CONTENT = Phrase("reading.too-much-content", "内容过多，超出单个文件的上限", "it holds more than one file may")
TOO_MANY = Phrase(
    "reading.too-many",
    "{what}超过 {limit}，超出单个文件的上限",
    "more than {limit} {what}, which is more than one file may hold",
)
SPLIT = Phrase("reading.split", "请拆成几个文件再试", "Split it into several files")
PARAGRAPHS = Term("段落", "paragraphs")
ROWS = Term("表格行", "table rows")
CELLS = Term("单元格", "cells")
NESTING = Term("嵌套层次", "levels of nesting")

# --- text exports ---

TEXT_TOO_LARGE = Phrase("reading.text-too-large", "文本超过 {size} MB", "the text is larger than {size} MB")
LINE_TOO_LONG = Phrase("reading.line-too-long", "这一行过长，不像正常的文档", "this line is too long for a document")
LOOK_INTO_FILE = Phrase("reading.look-into-file", "请检查文件内容", "Look into the file")
LINE = Phrase("reading.line", "第{line}行", "line {line}")
NO_TEXT = Phrase("reading.no-text", "文件里没有文字", "the file has no text in it")
CHECK_EXPORT = Phrase("reading.check-export", "请检查是否导出完整", "Check whether it was exported completely")

# --- notes on a Word file ---

FOOTNOTES = Phrase("reading.footnotes", "脚注 {count} 处，内容未读入", "{count} footnotes, not read")
ENDNOTES = Phrase("reading.endnotes", "尾注 {count} 处，内容未读入", "{count} endnotes, not read")
FOREIGN = Phrase("reading.foreign", "嵌入的其他文档 {count} 个，内容未读入", "{count} embedded documents, not read")
OBJECTS = Phrase(
    "reading.objects",
    "嵌入对象（如 Excel 表格）{count} 个，内容未读入",
    "{count} embedded objects (such as Excel sheets), not read",
)
PICTURES = Phrase("reading.pictures", "图片 {count} 张，图中文字未读入", "{count} pictures, text in them not read")
SYMBOLS = Phrase(
    "reading.symbols",
    "无法识别的特殊符号 {count} 个，以“\ufffd”代替",
    "{count} unknown symbols, shown as “\ufffd”",
)
COVERED = Phrase(
    "reading.covered",
    "被合并单元格遮住的文字 {count} 处，打印时不可见，未读入",
    "{count} texts hidden under merged cells, not printed and not read",
)
TRACKED = Phrase(
    "reading.tracked",
    "有修订痕迹 {count} 处，按接受全部修订后的内容读取",
    "{count} tracked changes, read as if all were accepted",
)
STRUCK = Phrase(
    "reading.struck", "划去的文字 {count} 处，未读入：{places}", "{count} crossed-out texts, not read: {places}"
)
IN_CELL = Phrase("reading.in-cell", "表{table} 第{row}行 第{cell}格", "table {table} row {row} cell {cell}")
IN_PARAGRAPH = Phrase("reading.in-paragraph", "第{number}段", "paragraph {number}")
AND_OTHERS = Phrase("reading.and-others", "{places}等", "{places} and others")

# --- workbooks ---

EXCEL_OLD = Phrase(
    "reading.excel-old",
    "这是旧格式的 Excel 文件（.xls、.et），目前还不能读取",
    "this is a workbook of the old format (.xls, .et), which cannot be read yet",
)
EXCEL_BINARY = Phrase(
    "reading.excel-binary",
    "这是二进制的 Excel 文件（.xlsb），目前还不能读取",
    "this is a binary workbook (.xlsb), which cannot be read yet",
)
EXCEL_SAVE_AS = Phrase(
    "reading.excel-save-as",
    "请用 Excel 或 WPS 打开，另存为 .xlsx 后再试",
    "Open it in Excel or WPS and save it as .xlsx",
)
EXCEL_REPAIR = Phrase(
    "reading.excel-repair",
    "请用 Excel 或 WPS 打开，确认完好（如提示修复，请修复）后另存一份再试",
    "Open it in Excel or WPS, let it be repaired where that is offered, and save a copy",
)
EXCEL_NO_WORKBOOK = Phrase(
    "reading.excel-no-workbook", "文件里缺少 Excel 工作簿", "the workbook is missing from the file"
)
EXCEL_NO_SHEET = Phrase("reading.excel-no-sheet", "文件里缺少这张工作表", "this sheet is missing from the file")
EXCEL_BAD_ADDRESS = Phrase(
    "reading.excel-bad-address", "单元格地址“{address}”有误", "“{address}” is no address of a cell"
)
EXCEL_NO_STRING = Phrase(
    "reading.excel-no-string", "{cell} 的文字在文件里找不到", "the text of {cell} is missing from the file"
)
EXCEL_TWICE = Phrase(
    "reading.excel-twice", "{cell} 出现了两次，内容不同", "{cell} is there twice, with different contents"
)
EXCEL_OVERLAP = Phrase("reading.excel-overlap", "合并单元格大量重叠", "its merged cells lie over each other many times")
EXCEL_SHEET = Phrase("reading.excel-sheet", "工作表“{name}”", "sheet “{name}”")
EXCEL_HIDDEN_SHEETS = Phrase(
    "reading.excel-hidden-sheets",
    "隐藏的工作表未读入：{sheets}。如需核查，请取消隐藏后再试",
    "hidden sheets were not read: {sheets}. Unhide them if they are to be checked",
)
EXCEL_HIDDEN_ROWS = Phrase(
    "reading.excel-hidden-rows",
    "工作表“{sheet}”中隐藏的行（含筛选隐藏的）未读入：第 {rows} 行",
    "hidden or filtered rows of sheet “{sheet}” were not read: {rows}",
)
EXCEL_HIDDEN_COLUMNS = Phrase(
    "reading.excel-hidden-columns",
    "工作表“{sheet}”中隐藏的列未读入：{columns} 列",
    "hidden columns of sheet “{sheet}” were not read: {columns}",
)
EXCEL_NO_RESULT = Phrase(
    "reading.excel-no-result",
    "工作表“{sheet}”中的公式没有计算结果，按空白读取：{cells}。请在 Excel 或 WPS 中打开保存后再试",
    "formulas on sheet “{sheet}” have no results and were read as blank: {cells}. Open and save it in Excel or WPS",
)
EXCEL_ERROR = Phrase(
    "reading.excel-error",
    "工作表“{sheet}”中的公式出错（如 #DIV/0!）：{cells}",
    "formulas on sheet “{sheet}” give errors (such as #DIV/0!): {cells}",
)
EXCEL_STRUCK = Phrase(
    "reading.excel-struck",
    "工作表“{sheet}”中有划去的文字，未读入：{cells}",
    "crossed-out text on sheet “{sheet}” was not read: {cells}",
)
EXCEL_UNSHOWN = Phrase(
    "reading.excel-unshown",
    "工作表“{sheet}”中因单元格格式而不显示的内容，未读入：{cells}",
    "contents that their number format hides on sheet “{sheet}” were not read: {cells}",
)
EXCEL_AND_MORE = Phrase("reading.excel-and-more", "{named} 等 {count} 处", "{named} and more, {count} in all")
EXCEL_TEXT_BOXES = Phrase(
    "reading.excel-text-boxes", "文本框 {count} 个，其中的文字未读入", "{count} text boxes, text in them not read"
)
EXCEL_CHARTS = Phrase("reading.excel-charts", "图表 {count} 个，未读入", "{count} charts, not read")
