"""What the papers say besides the dossier itself: in comments, on the page, and why a file cannot be written into."""

from __future__ import annotations

from ..model.message import Phrase

# comments in the user's own file
SAID = Phrase("writing.said", "{severity}：{text}", "{severity}: {text}")
FOLLOWS = Phrase("writing.follows", "由此引起：{what}", "Follows from it: {what}")
ALSO = Phrase("writing.also", "另见：{places}", "See also: {places}")
BASIS = Phrase("writing.basis", "依据：{basis}", "Basis: {basis}")
SEPARATOR = Phrase("writing.separator", "；", "; ")
AND_MORE = Phrase("writing.and-more", "{places}等 {count} 处", "{places} and others, {count} in all")
THIS_FILE = Phrase("writing.this-file", "本文件", "this file")
OTHER_FILE = Phrase("writing.other-file", "另一文件", "another file")

# files that take no comments
ONLY_WORD = Phrase(
    "writing.only-word", "只有 Word 文件（.docx）可以加批注", "only a Word file (.docx) can be annotated"
)
GIVE_WORD = Phrase("writing.give-word", "请提供报告的 .docx 原件", "Give the report's .docx original")
STRICT_WORD = Phrase(
    "writing.strict-word",
    "这是“严格”格式的 Word 文件，不能加批注",
    "this is a “strict” Word file, which cannot be annotated",
)
NO_COMMENTS = Phrase("writing.no-comments", "这个 Word 文件不能加批注", "this Word file cannot be annotated")
SAVE_AGAIN = Phrase(
    "writing.save-again",
    "请用 Word 或 WPS 打开，另存为普通的 .docx 后再试",
    "Open it in Word or WPS and save it as an ordinary .docx",
)

# the page
SELF_EVALUATION = Phrase("writing.self-evaluation", "绩效自评", "performance self-evaluation")
PAGE_YEAR = Phrase("writing.page-year", "{year}年度", "{year}")
CONTENTS = Phrase("writing.contents", "目录", "Contents")
DOTTED = Phrase("writing.dotted", "点线", "Dotted line")
TYPED = Phrase(
    "writing.typed",
    "：正文里手写的数字，不随表格变动",
    ": a figure typed into the prose; it does not follow the tables",
)
RESULT = Phrase("writing.result", "核查结果", "Result of the check")
FINDINGS = Phrase("writing.findings", "核查发现 {count} 项", "Findings: {count}")
DOUBTFUL = Phrase("writing.doubtful", "识别存疑：{reason}", "Doubtful reading: {reason}")

# correcting

TOTAL_OR_PART = Phrase(
    "writing.total-or-part",
    "总额写 {stated}，{words}为 {expected}，而执行率与所写总额相符：请核实是总额还是分项有误。",
    "the total says {stated}, the {words} is {expected}, and the rate agrees with the total:"
    " is the total wrong or a part?",
)
ALSO_IN_TEXT = Phrase(
    "writing.also-in-text",
    "正文写“{quote}”，表中已由 {before} 改为 {after}：如指同一数，请一并改正。",
    "the text says “{quote}”; the table was changed from {before} to {after}: mend the text too if it means the same",
)
VERIFY = Phrase("writing.verify", "{said}。请核实。", "{said}. Please check.")
SETTLE = Phrase("writing.settle", "{said}。两处所写不同，请核实后统一。", "{said}. The two differ: settle on one.")

# the workbook

COMES_TO = Phrase(
    "writing.comes-to",
    "按“{words}”计算为 {expected}，表中写 {stated}，请核实。",
    "by “{words}” it is {expected}, the table says {stated}: please check.",
)

# corrections in the user's own file
NOT_OFFICE = Phrase(
    "writing.not-office",
    "只有 Word 文件（.docx）和工作簿（.xlsx）可以就地改正",
    "only a Word file (.docx) or a workbook (.xlsx) can be corrected in place",
)
SAVE_AS_OFFICE = Phrase(
    "writing.save-as-office",
    "请提供 .docx 或 .xlsx 原件",
    "give the .docx or .xlsx original",
)
STRICT_FILE = Phrase(
    "writing.strict-file",
    "这是“严格”格式的文件，不能就地改正",
    "this is a “strict” file, which cannot be corrected in place",
)
NOT_MENDABLE = Phrase("writing.not-mendable", "这个文件不能就地改正", "this file cannot be corrected in place")
NO_CELL = Phrase("writing.no-cell", "文件里没有能写入的单元格", "the file has no cell there to write into")
NOT_THERE = Phrase(
    "writing.not-there",
    "单元格里没有单独写着 {figure}（可能分在几段、在文本框里，或由程序生成）",
    "the cell does not hold {figure} by itself (it may be split over paragraphs, stand in a text box, or be generated)",
)
STANDS_TWICE = Phrase(
    "writing.stands-twice",
    "单元格里有几处 {figure}，不知该改哪一处",
    "the cell holds {figure} several times: which is meant?",
)
TAKEN = Phrase(
    "writing.taken",
    "同一个 {figure} 已按另一处改正改过",
    "another correction has already changed the same {figure}",
)
NO_ROOM = Phrase(
    "writing.no-room", "单元格里已有别的文字，没有可填的空处", "the cell holds other words and leaves no blank to fill"
)
IN_FIELD = Phrase(
    "writing.in-field",
    "这个数由域（公式）生成：改了来源后按 F9 更新",
    "a field produces this figure: press F9 to update it once its sources are right",
)
IN_CONTROL = Phrase(
    "writing.in-control",
    "这个数在内容控件里（锁定、选择或绑定数据的），请在 Word 中修改",
    "a content control (locked, bound or to choose from) holds this place: change it in Word",
)
IN_REVISION = Phrase(
    "writing.in-revision",
    "这个数在尚未接受的修订里，请先接受或拒绝该修订",
    "this figure stands in a tracked change: accept or reject that first",
)
DRAWN = Phrase("writing.drawn", "这个数在图形或文本框里", "this figure stands in a drawing or text box")
IS_FORMULA = Phrase(
    "writing.is-formula",
    "这一格是公式，没有改写：重新计算后请核对，结果仍不对则公式有误",
    "the cell is a formula and was not written over: check it once it is computed anew; if it is still wrong, mend it",
)
FORMAT_HIDES = Phrase(
    "writing.format-hides",
    "单元格的数字格式显示不出 {figure}",
    "the number format of the cell cannot show {figure}",
)
SHOWN_ROUNDED = Phrase(
    "writing.shown-rounded",
    "{before} 已改为 {figure}；单元格的数字格式把它显示为 {shown}",
    "{before} became {figure}; the number format of the cell shows it as {shown}",
)
COMPUTES_ANEW = Phrase(
    "writing.computes-anew",
    "工作簿里有公式：用 Excel 或 WPS 打开时重新计算（LibreOffice 按 Ctrl+Shift+F9），保存后再核查",
    "the workbook has formulas: open it in Excel or WPS, which computes them anew (LibreOffice: Ctrl+Shift+F9), and"
    " save it before checking again",
)
NOT_TRACKED = Phrase(
    "writing.not-tracked",
    "工作簿没有修订标记，改动直接写入；各处改动见清单",
    "workbooks have no tracked changes; the list of changes tells what was changed",
)
NO_QUESTIONS = Phrase(
    "writing.no-questions",
    "待定的问题没能写成批注：{problem}",
    "the open questions could not become comments: {problem}",
)
