"""One Word file with all that the reader takes care of, for those who damage files."""

from __future__ import annotations

from typing import Any

from .docx_builder import STYLES, C, Del, Hidden, Ins, Level, P, R, Raw, Style, T, build_docx, run


def odd_word_file() -> bytes:
    """A form with all that the reader takes care of: merges, nesting, changes, controls, fields, boxes, lists."""
    box = f"<w:txbxContent>{P('框').xml()}{T([['框', '内']]).xml()}<w:p/></w:txbxContent>"
    drawn = f"<w:r><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></w:r>"
    choice, fallback = f"<mc:Choice>{drawn}</mc:Choice>", f"<mc:Fallback>{run('退')}</mc:Fallback>"
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    field = marks[0] + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + marks[1] + run("97") + marks[2]
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控')}</w:sdtContent></w:sdt>"
    struck = Raw(run("旧", properties="<w:strike/>"))
    symbol = Raw('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>')
    columns = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析"]
    rows: list[Any] = [
        [C("项目名称", span=2), C([P([struck, "道路维护经费"])], span=6)],
        [C("年度资金总额", span=2), "50", "50", [P([Raw(field)])], "10", "100%", "10"],
        columns,
        ["产出指标", "数量指标", "里程", [T([["≥32公里"]])], [P([symbol, "32公里"])], "15", "15", ""],
        [C("效益", vmerge="restart"), "社会", "完好率", "≥95%", [P([Ins("96"), Del("95"), "%"])], "30", "30", ""],
        [C("", vmerge="continue"), C("合", hmerge="restart"), C("并", hmerge="continue"), "1", "2", "3", "4", "5"],
        R(["满意度", "≥90%", "94%", [P([Hidden("隐"), Raw(control)])], "10", "10"], before=2),
        R(["删"], deleted=True),
    ]
    blocks = [
        P("一、基本情况", style="Heading1"),
        P(["前半", Ins("，")], joined=True),
        P([Raw(f"<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>")], number=(1, 0)),
        P([Raw('<w:r><w:footnoteReference w:id="2"/></w:r>'), "项目支出绩效自评表（2023年度）"], style="List"),
        T(rows),
        T([[[T([["内", [T([["最内", "侧"]])]]])], "右"], ["下", ""]]),
    ]
    numbering = {1: [Level(), Level("chineseCounting", "%1、")]}
    return build_docx(blocks, styles=(*STYLES, Style("List", number=(1, 1))), numbering=numbering)
