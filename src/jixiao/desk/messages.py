"""What the desk says."""

from __future__ import annotations

from jixiao.model import Phrase

NO_FILE = Phrase("desk.no-file", "没有这个文件", "there is no such file")
CHECK_PATH = Phrase(
    "desk.check-path", "检查路径；含空格的路径请加引号", "check the path; put a path with blanks in quotes"
)
DOSSIER_ALONE = Phrase(
    "desk.dossier-alone", "卷宗不能与其他文件一起给出", "a dossier cannot be given together with other files"
)
GIVE_ALONE = Phrase(
    "desk.give-alone",
    "卷宗单独核查，或只给 Word、Excel 文件",
    "check the dossier alone, or give Word and Excel files only",
)
NO_DOSSIER = Phrase(
    "desk.no-dossier", "这是文件夹，里面没有 dossier.yaml", "this is a folder without a dossier.yaml in it"
)
LIST_FILES = Phrase(
    "desk.list-files",
    "列出其中的文件，例如 jixiao check {folder}/*{suffix}",
    "list the files in it, for example jixiao check {folder}/*{suffix}",
)
NOTHING_IN_FOLDER = Phrase(
    "desk.nothing-in-folder",
    "里面也没有 .docx 文件或 .xlsx 文件；检查路径，或用 jixiao new 新建卷宗",
    "it holds no .docx file and no .xlsx file either; check the path, or start a dossier with jixiao new",
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
    "豁免须有 code、at、reason，可有 until，不能有别的",
    "a waiver has code, at and reason, may have until, and nothing else",
)
WAIVER_MEND = Phrase("desk.waiver-mend", "补齐理由后再试", "complete it and try again")
NO_RULE = Phrase("desk.no-rule", "没有规则叫 {code}", "there is no rule {code}")
FIND_CODE = Phrase("desk.find-code", "用 jixiao rules 查编号", "jixiao rules lists the codes")
NO_DATE = Phrase("desk.no-date", "until 不是日期", "until is no date")
WRITE_DATE = Phrase("desk.write-date", "写成 2025-12-31", "write 2025-12-31")
ENTRY = Phrase("desk.entry", "第{number}条", "entry {number}")

# two assessments compared
RULE_NOT_ASKED = Phrase("desk.rule-not-asked", "这次没有用规则 {code} 核查", "rule {code} was not asked this time")
RULE_BROKE = Phrase("desk.rule-broke", "规则出错：{error}", "the rule broke down: {error}")
NOTHING_TO_ASK = Phrase(
    "desk.nothing-to-ask",
    "规则在该处没有可查的内容了，不等于已改正",
    "the rule finds nothing to check there any more, which does not prove it mended",
)
