"""What the desk says."""

from __future__ import annotations

from jixiao.model import Phrase

NO_FILE = Phrase("desk.no-file", "没有这个文件", "there is no such file")
CHECK_PATH = Phrase(
    "desk.check-path", "检查路径；含空格的路径请加引号", "check the path; put a path with blanks in quotes"
)
FOLDER_CLOSED = Phrase("desk.folder-closed", "文件夹打不开", "the folder cannot be opened")
ASK_RIGHTS = Phrase("desk.ask-rights", "检查有没有读取它的权限", "see whether you may read it")
ZIP_BROKEN = Phrase("desk.zip-broken", "压缩包损坏，解不开", "the zip is damaged and cannot be unpacked")
PACK_AGAIN = Phrase(
    "desk.pack-again", "重新压缩，或解压后给出文件夹", "pack it again, or unpack it and give the folder"
)
ZIP_LOCKED = Phrase("desk.zip-locked", "压缩包有密码", "the zip is locked by a password")
ZIP_DEEP = Phrase("desk.zip-deep", "压缩包套了 {depth} 层以上", "zips are packed in zips more than {depth} times")
ZIP_LONG = Phrase("desk.zip-long", "压缩包里有 {count} 个以上的文件", "the zip holds more than {count} files")
ZIP_LARGE = Phrase("desk.zip-large", "压缩包里的文件超过 {size} MB", "a file in the zip is larger than {size} MB")
UNPACK_IT = Phrase("desk.unpack-it", "解压后给出文件夹", "unpack it and give the folder")

UNIT_UNKNOWN = Phrase("desk.unit-unknown", "没有认出单位", "the unit was not recognised")
UNIT_IN_PAPER = Phrase("desk.unit-in-paper", "表或报告上写的是“{name}”", "the paper names “{name}”")
UNIT_OF_FILE = Phrase("desk.unit-of-file", "同一文件里是“{unit}”的", "the rest of the file is of “{unit}”")
UNIT_BEFORE = Phrase("desk.unit-before", "同一文件里前面是“{unit}”的", "it follows papers of “{unit}” in the file")
UNIT_IN_FILE_NAME = Phrase("desk.unit-in-file-name", "文件名说的是“{unit}”", "the name of the file tells “{unit}”")
UNIT_IN_FOLDER_NAME = Phrase(
    "desk.unit-in-folder-name", "文件夹“{folder}”说的是“{unit}”", "the folder “{folder}” tells “{unit}”"
)
UNIT_OF_FOLDER = Phrase(
    "desk.unit-of-folder", "同一文件夹里只有“{unit}”的材料", "the folder holds papers of “{unit}” only"
)
GROUND = Phrase("desk.ground", "单位：{unit}；年度：{year}", "unit: {unit}; year: {year}")
NO_OVERALL = Phrase("desk.no-overall", "整体支出绩效自评表", "self-evaluation table of overall spending")
NO_PROJECT = Phrase("desk.no-project", "项目支出绩效自评表", "self-evaluation tables of projects")
NO_BASE_DATA = Phrase("desk.no-base-data", "基础数据表", "base data table")
NO_REPORT = Phrase("desk.no-report", "绩效自评报告", "self-evaluation report")
YEAR_UNKNOWN = Phrase("desk.year-unknown", "没有认出年度", "the year was not recognised")
YEAR_IN_PAPER = Phrase("desk.year-in-paper", "表或报告上写了年度", "the paper names the year")
YEAR_OF_FILE = Phrase("desk.year-of-file", "同一文件里别的表写了年度", "other papers of the file name the year")
YEAR_IN_FILE_NAME = Phrase("desk.year-in-file-name", "文件名写了年度", "the name of the file tells the year")
YEAR_IN_FOLDER_NAME = Phrase(
    "desk.year-in-folder-name", "文件夹“{folder}”写了年度", "the folder “{folder}” tells the year"
)
YEAR_OF_UNIT = Phrase(
    "desk.year-of-unit", "这个单位别的材料只有这一个年度", "the unit's other papers are of this year only"
)
YEAR_IN_TEXT = Phrase("desk.year-in-text", "正文说的是这一年度", "the text speaks of this year")

WHY = Phrase("desk.why", "{problem}。{remedy}", "{problem}. {remedy}")
TOOK_TOO_LONG = Phrase("desk.took-too-long", "超过时限没有读完", "it took longer than the limit of time")
PROCESS_DIED = Phrase("desk.process-died", "处理时进程中断", "the process that worked on it ended")
BROKE_DOWN = Phrase("desk.broke-down", "处理时出错（{error}）", "the program broke down on it ({error})")
READ_ALONE = Phrase("desk.read-alone", "单独核查这一份再看", "check this file alone to see more")
DOSSIER_ALONE = Phrase(
    "desk.dossier-alone", "卷宗不能与其他文件合为一份", "a dossier cannot be one filing with other files"
)
GIVE_ALONE = Phrase("desk.give-alone", "单独给出卷宗，或只给 Word、Excel 文件", "give the dossier alone, or files only")
TOML_UNREADABLE = Phrase("desk.toml-unreadable", "设置文件打不开", "the settings cannot be opened")
TOML_UTF8 = Phrase("desk.toml-utf8", "另存为 UTF-8 编码的文本", "save it as text in UTF-8")
TOML_BROKEN = Phrase("desk.toml-broken", "设置文件写得不对（{error}）", "the settings are not TOML ({error})")
TOML_MEND = Phrase(
    "desk.toml-mend", "对照使用指南里 jixiao.toml 的样子改", "compare it with the jixiao.toml of the guide"
)
TOML_KEY = Phrase("desk.toml-key", "没有“{key}”这一项，只有：{keys}", "there is no “{key}”, only: {keys}")
TOML_KEY_NEAR = Phrase(
    "desk.toml-key-near", "没有“{key}”这一项，是不是 {near}", "there is no “{key}”; do you mean {near}"
)
TOML_TEXT = Phrase("desk.toml-text", "应是一段文字", "it must be a text")
TOML_TEXTS = Phrase("desk.toml-texts", "应是文字的列表", "it must be a list of texts")
TOML_TABLES = Phrase("desk.toml-tables", "每一条用 [[{key}]] 开头", "each entry begins with [[{key}]]")
WAIVER_NEEDS = Phrase(
    "desk.waiver-needs",
    "豁免要写 code、at、reason、approver（谁批准的）",
    "a waiver has code, at, reason and approver (who accepted it)",
)
WAIVER_UNTIL = Phrase(
    "desk.waiver-until", "豁免要写到期日，如 until = 2026-12-31", "a waiver has an end, such as until = 2026-12-31"
)
RULES_BROKEN = Phrase("desk.rules-broken", "自己的规则用不了（{error}）", "these rules cannot be used ({error})")
RULES_MEND = Phrase("desk.rules-mend", "对照使用指南里自写规则的样子改", "compare them with the example of the guide")
ANNOTATED = Phrase("desk.annotated", "批注", "comments")
CHECKED = Phrase("desk.checked", "核查", "checked")
WORKING_PAPER = Phrase("desk.working-paper", "工作底稿", "working-paper")
MAY_BE_UNREAD = Phrase(
    "desk.may-be-unread",
    "所给文件中没有；{files}没有读成，是否在其中无法判断",
    "it is not among the files; {files} could not be read, and it may be in there",
)
NOT_AMONG_FILES = Phrase("desk.not-among-files", "所给文件中没有", "it is not among the files")
NOTHING_IN_FOLDER = Phrase(
    "desk.nothing-in-folder",
    "里面没有能读的文件（.docx、.xlsx、.zip 或卷宗）",
    "it holds nothing that can be read (.docx, .xlsx, .zip or a dossier)",
)
CHECK_FOLDER = Phrase(
    "desk.check-folder",
    "检查路径，或用 jixiao new 新建卷宗",
    "check the path, or start a dossier with jixiao new",
)
NOTHING_RECOGNISED = Phrase(
    "desk.nothing-recognised",
    "没有认出任何自评表、基础数据表或自评报告",
    "no self-evaluation table, base data table or report was recognised",
)
SCANS = Phrase(
    "desk.scans",
    "确认文件里有绩效自评表；扫描件请先转成文字",
    "see that the file holds a self-evaluation table; turn scans into text first",
)
SAME_CONTENT = Phrase(
    "desk.same-content", "与 {name} 内容相同，只读一份", "has the same content as {name} and was read once"
)
MATCHED = Phrase(
    "desk.matched", "与上次读入的对上 {count} 处，编号不变", "{count} records were known before and keep their ids"
)
BROKEN = Phrase("desk.broken", "{binding} {problem}。{remedy}", "{binding} {problem}. {remedy}")

WAIVERS_UNREADABLE = Phrase("desk.waivers-unreadable", "豁免清单读不了", "the list of waivers cannot be read")
WAIVERS_FORM = Phrase(
    "desk.waivers-form",
    "写成 YAML 列表，每条有 code、at、reason",
    "write a YAML list in which every entry has code, at and reason",
)
WAIVER_FIELDS = Phrase(
    "desk.waiver-fields",
    "豁免须有 code、at、reason，可有 until、approver，不能有别的",
    "a waiver has code, at and reason, may have until and approver, and nothing else",
)
WAIVER_MEND = Phrase("desk.waiver-mend", "补齐理由后再试", "complete it and try again")
NO_RULE = Phrase("desk.no-rule", "没有规则叫 {code}", "there is no rule {code}")
FIND_CODE = Phrase("desk.find-code", "用 jixiao rules 查编号", "jixiao rules lists the codes")
NO_DATE = Phrase("desk.no-date", "until 不是日期", "until is no date")
WRITE_DATE = Phrase("desk.write-date", "写成 2025-12-31", "write 2025-12-31")
ENTRY = Phrase("desk.entry", "第{number}条", "entry {number}")

# --- what proves a finding ---

STATED = Phrase("desk.stated", "所写 {value}", "stated {value}")
HELD_AGAINST = Phrase("desk.held-against", "核对数 {value}", "held against {value}")
APART = Phrase("desk.apart", "相差 {value}", "{value} apart")
# filling in
COMPUTED_HERE = Phrase(
    "desk.computed-here",
    "填了数以后公式没有重新计算（保存它的程序不会算），已按公式算出 {count} 处：{facts}",
    "figures were filled in and the program that saved the file did not compute the formulas again; {count} were "
    "computed here: {facts}",
)
FACT_IS = Phrase("desk.fact-is", "{name} {field} {value}", "{name}: {field} {value}")
NOT_YET = Phrase(
    "desk.not-yet",
    "尚未填写：{forms}（已填 {filled}/{due}，{share} %）",
    "not yet filled in: {forms} ({filled} of {due} filled in, {share} %)",
)
NOT_YET_IN = Phrase("desk.not-yet-in", "{name} {count} 处", "{name} ({count})")
FORM_LACKS = Phrase(
    "desk.form-lacks",
    "{name}：{fields}（已填 {filled}/{due}，{share} %）",
    "{name}: {fields} ({filled} of {due} filled in, {share} %)",
)
FIELD_LACKS = Phrase("desk.field-lacks", "{field} {count} 处", "{field} ({count})")
ALL_FILLED = Phrase(
    "desk.all-filled",
    "填报中的表已填满（{filled}/{due}），核对后把状态改为“已填完”，再核查一遍",
    "the open forms are filled in ({filled} of {due}): read them over, set their state to complete, and check again",
)

# two assessments compared
RULE_NOT_ASKED = Phrase("desk.rule-not-asked", "这次没有用规则 {code} 核查", "rule {code} was not asked this time")
RULE_BROKE = Phrase("desk.rule-broke", "规则出错：{error}", "the rule broke down: {error}")
NOTHING_TO_ASK = Phrase(
    "desk.nothing-to-ask",
    "规则在该处没有可查的内容了，不等于已改正",
    "the rule finds nothing to check there any more, which does not prove it mended",
)
