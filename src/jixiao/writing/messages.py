"""What the papers say besides the dossier itself: in comments, on the page, and why a file cannot be written into."""

from __future__ import annotations

from ..model.message import Phrase

# comments in the user's own file
SAID = Phrase("writing.said", "{severity}：{text}", "{severity}: {text}")
NUMBERED = Phrase("writing.numbered", "{number}. {text}", "{number}. {text}")
FOLLOWS = Phrase("writing.follows", "由此引起：{what}", "Follows from it: {what}")
ALSO = Phrase("writing.also", "另见：{places}", "See also: {places}")
BASIS = Phrase("writing.basis", "依据：{basis}", "Basis: {basis}")
SEPARATOR = Phrase("writing.separator", "；", "; ")
AND_MORE = Phrase("writing.and-more", "{places}等 {count} 处", "{places} and others, {count} in all")
THIS_FILE = Phrase("writing.this-file", "本文件", "this file")
OTHER_FILE = Phrase("writing.other-file", "另一文件", "another file")

# files that take no comments
ONLY_WORD = Phrase(
    "writing.only-word",
    "只有 Word 文件（.docx）和 Excel 文件（.xlsx）可以加批注",
    "only a Word file (.docx) or a workbook (.xlsx) can be annotated",
)
GIVE_WORD = Phrase("writing.give-word", "请提供报告的 .docx 或 .xlsx 原件", "Give the report's .docx or .xlsx original")
STRICT_WORD = Phrase(
    "writing.strict-word",
    "这是“严格”格式的 Word 文件，不能加批注",
    "this is a “strict” Word file, which cannot be annotated",
)
NO_COMMENTS = Phrase("writing.no-comments", "这个 Word 文件不能加批注", "this Word file cannot be annotated")
STRICT_EXCEL = Phrase(
    "writing.strict-excel",
    "这是“严格”格式的 Excel 文件，不能加批注",
    "this is a “strict” workbook, which cannot be annotated",
)
NO_NOTES = Phrase("writing.no-notes", "这个 Excel 文件不能加批注", "this workbook cannot be annotated")
SAVE_WORKBOOK = Phrase(
    "writing.save-workbook",
    "请用 Excel 或 WPS 打开，另存为普通的 .xlsx 后再试",
    "Open it in Excel or WPS and save it as an ordinary .xlsx",
)
OCCUPIED = Phrase(
    "writing.occupied",
    "{count} 个单元格已有别人的批注，核查发现只列在“{sheet}”表中",
    "{count} cells have somebody else's comment; what was found there stands on the sheet “{sheet}” only",
)
SIGNED = Phrase(
    "writing.signed",
    "原文件带有数字签名；加了批注的副本与签名不再相符",
    "the file bears a digital signature, which no longer holds for the copy with comments",
)
SAVE_AGAIN = Phrase(
    "writing.save-again",
    "请用 Word 或 WPS 打开，另存为普通的 .docx 后再试",
    "Open it in Word or WPS and save it as an ordinary .docx",
)

# the sheet of findings
FINDINGS_SHEET = Phrase("writing.findings-sheet", "核查发现", "Findings")
FINDINGS_TITLE = Phrase(
    "writing.findings-title", "{by}：本文件核查发现 {count} 项", "{by}: findings in this file: {count}"
)
COLUMN_NUMBER = Phrase("writing.column-number", "编号", "No.")
COLUMN_SEVERITY = Phrase("writing.column-severity", "等级", "Severity")
COLUMN_PLACE = Phrase("writing.column-place", "位置", "Place")
COLUMN_FINDING = Phrase("writing.column-finding", "发现", "Finding")
COLUMN_BASIS = Phrase("writing.column-basis", "依据", "Basis")

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
SCORES = Phrase("writing.scores", "得分", "Scores")
TABLE = Phrase("writing.table", "自评表", "Table")
STATED = Phrase("writing.stated", "自评", "Stated")
READDED = Phrase("writing.readded", "复加", "Added up")
RESCORED = Phrase("writing.rescored", "复算", "Scored again")
GRADE = Phrase("writing.grade", "等级", "Grade")
DIFFERS = Phrase("writing.differs", "不符", "differs")
SO_FAR = Phrase(
    "writing.so-far", "{score}（未填全，已填部分满分 {weight}）", "{score} (incomplete, out of {weight} so far)"
)
NONE_FOUND = Phrase("writing.none-found", "没有发现问题。", "Nothing was found.")
ALSO_AT = Phrase("writing.also-at", "同样的问题：", "The same fault:")
PROVED_AT = Phrase("writing.proved-at", "对照：", "Compare:")
FILTER = Phrase("writing.filter", "按规则或文字筛选", "Filter by rule or text")
SHOWN = Phrase("writing.shown", "显示", "Shown")
KEYS = Phrase("writing.keys", "按键", "Keys")
KEY_SEVERITY = Phrase(
    "writing.key-severity", "显示或隐藏错误、提醒、提示", "show or hide errors, warnings, information"
)
KEY_NEXT = Phrase("writing.key-next", "下一项、上一项", "next, previous finding")
KEY_FILTER = Phrase("writing.key-filter", "筛选；Esc 取消", "filter; Esc clears it")
KEY_HELP = Phrase("writing.key-help", "显示或隐藏这张表", "show or hide this list")
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

# the working paper

FACT = Phrase("writing.fact", "{place}：{value}", "{place}: {value}")
FACTS_IN_ALL = Phrase("writing.facts-in-all", "（共 {count} 处）", "({count} in all)")
JUDGED = Phrase("writing.judged", "判定：{what}", "judgement: {what}")
FOLLOWS_FROM = Phrase("writing.follows-from", "（由第{number}项引起）{what}", "(follows from {number}) {what}")
PAPER_TITLE = Phrase("writing.paper-title", "绩效自评核查工作底稿", "Working paper: check of self-evaluations")
PAPER_OF = Phrase(
    "writing.paper-of", "{unit}{year}年度绩效自评核查底稿", "{unit}, {year}: check of the self-evaluation"
)
PAPER_OF_NO_YEAR = Phrase("writing.paper-of-no-year", "{unit}绩效自评核查底稿", "{unit}: check of the self-evaluation")
PAPER_MADE = Phrase(
    "writing.paper-made",
    "核查截至 {day}　·　jixiao {version}　·　案卷 {cases} 个，自评表 {tables} 张，文件 {files} 个",
    "as of {day} · jixiao {version} · cases: {cases}, evaluations: {tables}, files: {files}",
)
PAPER_LEVELS = Phrase(
    "writing.paper-levels",
    "错误：可以证明不对；提醒：须说明原因或请人看；提示：仅供参考。由别的问题引起的不重复计数。"
    "差异是自评得分超出或不足复算得分的部分；复算得分有高低之分的，落在其间为 0。",
    "error: proven; warning: needs a reason or a person's look; information: worth knowing. What follows from another"
    " finding is not counted again. The difference is how far the stated score lies outside the re-scored one.",
)
PAPER_POLICY = Phrase(
    "writing.paper-policy",
    "适用政策：{policy}　·　核查截至 {day}　·　共 {count} 项：错误 {errors}，提醒 {warnings}，提示 {notes}",
    "policy: {policy} · as of {day} · {count} in all: {errors} errors, {warnings} warnings, {notes} for information",
)
PAPER_GONE = Phrase(
    "writing.paper-gone",
    "上一份底稿里填写过处理情况、这一次不再出现的问题，以及人工填写的行。",
    "Findings of the last paper that somebody wrote beside and that are gone now, and rows that somebody added.",
)
PAPER_PROTOCOL = Phrase(
    "writing.paper-protocol",
    "每条规则看过多少处、各是什么结果。“不适用”是那里没有这条规则要看的内容；发现的问题包括已豁免的和由别的问题引起的。",
    "What every rule came to. Not applicable: there was nothing of the kind. Found includes what was waived and what"
    " follows from another finding.",
)
PAPER_UNDECIDED = Phrase(
    "writing.paper-undecided",
    "材料里的信息不够，程序没有判断的事项，须由人核实。",
    "What could not be decided from what was filed: a person has to look.",
)
PAPER_TROUBLES = Phrase(
    "writing.paper-troubles",
    "没有读到、没有认出、没有提交的材料和运行故障：与此有关的结果不完整。",
    "What was not read, not recognised or not handed in, and faults of the program: what needs it is incomplete.",
)
PAPER_FILES = Phrase(
    "writing.paper-files",
    "每个案卷适用的政策和读入的文件；文件以 SHA-256 为准，同一内容列出全部路径。",
    "The policy of each case and its files; a file is known by its SHA-256, with every path at which it lay.",
)
PAPER_FOOT = Phrase(
    "writing.paper-foot",
    "编制：　　　　　　复核：　　　　　　日期：",
    "Prepared:                 Reviewed:                 Date:",
)
PAPER_PAGE = Phrase("writing.paper-page", "第 {page} 页，共 {pages} 页", "page {page} of {pages}")
CHOOSE_STATE = Phrase(
    "writing.choose-state",
    "可以选择，也可以直接填写；下一次核查时保留。",
    "Choose or type; it is kept for the next check.",
)
NO_PAPER = Phrase("writing.no-paper", "这不是核查底稿", "this is no working paper")
CHOOSE_PAPER = Phrase(
    "writing.choose-paper",
    "请给出上一次导出的底稿（.xlsx），保留各表的表头",
    "give the paper that was exported last (.xlsx), with the heads of its sheets",
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
