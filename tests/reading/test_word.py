"""Word files: blocks, merges, tracked changes, containers, text boxes."""

from __future__ import annotations

import hashlib

import pytest

from jixiao.model import Cell
from tests.docx_builder import C, Del, Hidden, Ins, P, R, Raw, T, build_docx, package, parts_of, run
from tests.reading.reader import grid, only_table, read, read_blocks, texts


def sdt(inner: str, properties: str = "") -> Raw:
    return Raw(f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>")


def box(*paragraphs: str) -> str:
    return f"<w:txbxContent>{''.join(P(text).xml() for text in paragraphs)}</w:txbxContent>"


def drawing(content: str) -> str:
    return f"<w:drawing><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></w:drawing>"


def alternate(choice: str, fallback: str) -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def marks() -> list[str]:
    """The begin, separator and end of a field."""
    return [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]


def test_a_document_knows_its_name_and_hash() -> None:
    data = build_docx(["一"])
    document = read(data, "自评.docx")
    assert (document.name, document.sha256) == ("自评.docx", hashlib.sha256(data).hexdigest())


def test_blocks_come_in_order_and_are_numbered_by_kind() -> None:
    document = read_blocks(["甲", T([["1"]]), "", "乙", T([["2"]])])
    assert [(type(block).__name__, block.number) for block in document.blocks] == [
        ("Paragraph", 0),
        ("Table", 0),
        ("Paragraph", 1),
        ("Paragraph", 2),
        ("Table", 1),
    ]
    assert texts(document) == ["甲", "", "乙"]


@pytest.mark.parametrize("strict", [False, True])
def test_spans_and_vertical_merges(strict: bool) -> None:
    document = read_blocks(
        [
            T(
                [
                    [C("甲", vmerge="restart"), C("乙", span=2), "丙"],
                    [C("", vmerge="continue"), "1", "2", "3"],
                    R(["x", C("y", span=2)], before=1),
                ]
            )
        ],
        strict=strict,
    )
    (table,) = document.tables
    assert table.rows[0].cells == (Cell("甲", 0, 0), Cell("乙", 1, 1, 2), Cell("丙", 2, 3))
    assert table.rows[1].cells[0] == Cell("", 0, 0, continues=True)
    assert table.rows[2].cells == (Cell("x", 0, 1), Cell("y", 1, 2, 2))
    assert table.merges_known


def test_a_covered_text_is_noted_and_a_stray_continuation_keeps_its_text() -> None:
    covered = read_blocks([T([[C("上", vmerge="restart")], [C("看不见", vmerge="continue")]])])
    assert grid(next(covered.tables)) == [["上"], ["↑"]]
    assert any("遮住" in str(note) for note in covered.notes)
    assert only_table([T([["上"], [C("看得见", vmerge="continue")]])]) == [["上"], ["看得见"]]
    assert only_table([T([["上"], [C("", vmerge="continue")]])]) == [["上"], ["↑"]]


def test_old_horizontal_merges_become_spans() -> None:
    (table,) = read_blocks([T([[C("甲", hmerge="restart"), C("", hmerge="continue"), "乙"]])]).tables
    assert table.rows[0].cells == (Cell("甲", 0, 0, 2), Cell("乙", 1, 2))


def test_a_span_out_of_reason_is_kept_within_reason() -> None:
    def spanned(value: str) -> int:
        cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{value}"/></w:tcPr><w:p/></w:tc>'
        (table,) = read_blocks([Raw(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")]).tables
        return table.rows[0].cells[0].span

    assert [spanned(value) for value in ("0", "-3", "x", "99999999999", "5000")] == [1, 1, 1, 1, 1000]


def test_a_nested_table_is_its_own_and_its_text_stands_only_there() -> None:
    innermost = T([["最内", "侧"]])
    document = read_blocks([T([[["外", T([["内", [innermost]]]), "后"], "右"]]), T([["次"]])])
    assert [(table.number, table.within, grid(table)) for table in document.tables] == [
        (0, None, [["外\n后", "右"]]),
        (1, 0, [["内", ""]]),
        (2, 1, [["最内", "侧"]]),
        (3, None, [["次"]]),
    ]


def test_the_empty_paragraph_after_a_nested_table_is_no_line() -> None:
    assert grid(next(read_blocks([T([[["外", T([["内", "侧"]])]]])]).tables)) == [["外"]]


def test_lines_tabs_and_breaks_in_cells() -> None:
    assert only_table([T([["一\n\n二", [P("甲\t乙\n丙")]]])]) == [["一\n\n二", "甲\t乙\n丙"]]
    tab_stops = "<w:p><w:pPr><w:tabs><w:tab w:val='left' w:pos='9'/></w:tabs></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>"
    assert only_table([T([[[Raw(tab_stops)]]])]) == [["甲"]]


def test_page_breaks_separate_texts_but_are_none() -> None:
    page = '<w:r><w:br w:type="page"/></w:r>'
    assert texts(read_blocks([P([Raw(page), "甲", Raw(page), "乙", Raw(page)])])) == ["甲\n乙"]
    assert only_table([T([[[P([Raw(page), "甲"])]]])]) == [["甲"]]


def test_tracked_changes_are_accepted() -> None:
    document = read_blocks(
        [
            P(["共", Ins("12"), Del("10"), "项"]),
            P(["前半", Ins("，")], joined=True),
            P("后半"),
            Raw(
                f'<w:p><w:moveFrom w:id="1">{run("走了")}</w:moveFrom><w:moveTo w:id="2">{run("来了")}</w:moveTo></w:p>'
            ),
            T([R(["删"], deleted=True), [[P([Del("旧"), Ins("新")])]], [[P("上", joined=True), P("下")]]]),
        ]
    )
    assert texts(document) == ["共12项", "前半，后半", "来了"]
    assert grid(next(document.tables)) == [["新"], ["上下"]]
    assert [row.number for row in next(document.tables).rows] == [0, 1]
    assert any("修订" in str(note) for note in document.notes)


def test_joined_lines_in_cells_and_text_boxes() -> None:
    inside = f"<w:txbxContent>{P('框', joined=True).xml()}{P('内').xml()}</w:txbxContent>"
    boxed = P(["格", Raw(f"<w:r>{drawing(inside)}</w:r>")])
    controlled = sdt(P("控").xml())
    assert only_table([T([[[boxed, controlled, P("末", joined=True)]]])]) == [["格\n框内\n控\n末"]]


def test_deleted_cells_and_old_cell_properties_do_not_count() -> None:
    deleted = f'<w:tc><w:tcPr><w:cellDel w:id="1"/></w:tcPr>{P("删").xml()}</w:tc>'
    before = '<w:tcPrChange w:id="1"><w:tcPr><w:gridSpan w:val="3"/></w:tcPr></w:tcPrChange>'
    changed = f"<w:tc><w:tcPr>{before}</w:tcPr><w:p/></w:tc>"
    (table,) = read_blocks([Raw(f"<w:tbl><w:tr>{deleted}{C('留').xml()}{changed}</w:tr></w:tbl>")]).tables
    assert table.rows[0].cells == (Cell("留", 0, 0), Cell("", 1, 1))


def test_a_joined_paragraph_that_nothing_follows_is_not_lost() -> None:
    document = read_blocks([P("甲", joined=True), T([[[P("乙", joined=True)]]]), P("丙", joined=True)])
    assert texts(document) == ["甲", "丙"]
    assert grid(next(document.tables)) == [["乙"]]


def test_hidden_text_is_dropped_and_switched_off_hiding_is_not() -> None:
    shown = Raw(run("见", properties='<w:vanish w:val="0"/>'))
    assert texts(read_blocks([P(["看得", Hidden("不"), shown])])) == ["看得见"]
    assert only_table([T([[[P(["甲", Hidden("乙")])]]])]) == [["甲"]]


def test_content_controls_around_everything() -> None:
    row = f"<w:tr>{C('一').xml()}{sdt(C('二').xml()).xml}</w:tr>"
    document = read_blocks(
        [
            sdt(P("段").xml()),
            P(["前", sdt(run("中")), "后"]),
            Raw(f"<w:tbl>{sdt(row).xml}</w:tbl>"),
            T([[[sdt(P("格内").xml())]]]),
        ]
    )
    assert texts(document) == ["段", "前中后"]
    assert [grid(table) for table in document.tables] == [[["一", "二"]], [["格内"]]]


def test_the_prompt_of_an_empty_control_is_no_content() -> None:
    prompt = sdt(run("单击此处输入文字"), "<w:showingPlcHdr/>")
    assert texts(read_blocks([P(["名称：", prompt])])) == ["名称："]
    assert only_table([T([[[P([prompt])]]])]) == [[""]]


def test_hyperlinks_smart_tags_and_fields() -> None:
    begin, separate, end = marks()
    field = f"{begin}<w:r><w:instrText> =SUM(ABOVE) </w:instrText></w:r>{separate}{run('97')}{end}"
    simple = '<w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple>'
    link = "<w:hyperlink><w:smartTag><w:r><w:t>链</w:t></w:r></w:smartTag></w:hyperlink>"
    assert texts(read_blocks([P([Raw(link), Raw(field), Raw(simple)])])) == ["链973"]
    assert only_table([T([[[P([Raw(field)])]]])]) == [["97"]]


def test_a_field_inside_a_field_code_is_not_shown() -> None:
    begin, separate, end = marks()
    inner = f"{begin}{separate}{run('码')}{end}"
    assert texts(read_blocks([P([Raw(f"{begin}{inner}{separate}{run('果')}{end}")])])) == ["果"]
    unfinished = P([Raw(f"{begin}{inner}")])
    assert texts(read_blocks([unfinished, P([Raw(inner)]), P([Raw(separate), Raw(end), "完"])])) == ["", "码", "完"]


def test_symbols() -> None:
    def symbol(font: str, char: str) -> Raw:
        return Raw(f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>')

    document = read_blocks([P([symbol("Symbol", "F0B3"), "95%", symbol("宋体", "2264"), symbol("Wingdings", "F0FE")])])
    assert texts(document) == ["≥95%≤☑"]
    strange = read_blocks([P([symbol("Webdings", "F041"), symbol("x", "zz"), symbol("Wingdings", "F001")])])
    assert texts(strange) == ["\ufffd" * 3]
    assert any("3 个" in str(note) for note in strange.notes)


def test_hyphens_and_carriage_returns() -> None:
    assert texts(read_blocks([P([Raw("<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t><w:cr/><w:ptab/></w:r>")])])) == [
        "1-2\n\t"
    ]


def test_formulas_and_ruby_read_as_a_line() -> None:
    m = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    above, below = "<m:num><m:r><m:t>实际</m:t></m:r></m:num>", "<m:den><m:r><m:t>目标</m:t></m:r></m:den>"
    formula = f"<m:oMath {m}><m:f>{above}{below}</m:f></m:oMath>"
    ruby = f"<w:r><w:ruby><w:rt>{run('jì')}</w:rt><w:rubyBase>{run('绩')}</w:rubyBase></w:ruby></w:r>"
    assert texts(read_blocks([P(["率=", Raw(formula), Raw(ruby)])])) == ["率=实际/目标绩"]


def test_a_text_box_follows_its_paragraph_and_is_taken_once() -> None:
    old = f"<w:pict><v:textbox>{box('旧')}</v:textbox></w:pict>"
    both = Raw(f"<w:r>{alternate(drawing(box('框一', '框二')), old)}</w:r>")
    assert texts(read_blocks([P(["段", both]), "后"])) == ["段", "框一", "框二", "后"]
    fallback = Raw(
        f"<w:r><mc:AlternateContent><mc:Fallback>{drawing(box('退'))}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(read_blocks([P(["段", fallback])])) == ["段", "退"]
    assert only_table([T([[[P(["格", both]), P("末")]]])]) == [["格\n框一\n框二\n末"]]


def test_a_table_in_a_text_box() -> None:
    inner = f"<w:txbxContent>{T([['框', '内']]).xml()}<w:p/></w:txbxContent>"
    document = read_blocks(
        [P(["段", Raw(f"<w:r>{drawing(inner)}</w:r>")]), T([[[P([Raw(f"<w:r>{drawing(inner)}</w:r>")])]]])]
    )
    assert [(table.number, table.within, grid(table)) for table in document.tables] == [
        (0, None, [["框", "内"]]),
        (1, None, [[""]]),
        (2, 1, [["框", "内"]]),
    ]


def test_alternatives_around_blocks_and_inlines() -> None:
    blocks = Raw(alternate(P("选").xml(), P("退").xml()))
    inline = Raw(alternate(run("选"), run("退")))
    assert texts(read_blocks([blocks, P(["行", inline]), Raw("<mc:AlternateContent/>")])) == ["选", "行选"]


def test_what_is_not_read_is_noted() -> None:
    picture = (
        '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></w:drawing></w:r>'
    )
    notes = read_blocks(
        [
            P([Raw('<w:r><w:footnoteReference w:id="2"/></w:r>'), Raw('<w:r><w:endnoteReference w:id="2"/></w:r>')]),
            P([Raw(picture), Raw("<w:r><w:object/></w:r>")]),
            Raw('<w:altChunk r:id="rId9"/>'),
            T([[[Raw('<w:altChunk r:id="rId9"/>'), P("x")]]]),
        ]
    ).notes
    assert [
        word
        for word in ("脚注", "尾注", "图片", "嵌入对象", "其他文档 2 个")
        if any(word in str(note) for note in notes)
    ] == [
        "脚注",
        "尾注",
        "图片",
        "嵌入对象",
        "其他文档 2 个",
    ]


def test_comments_and_instructions_in_the_xml_do_not_matter() -> None:
    document = read_blocks([Raw(f"<!-- x --><?y z?><w:p><!-- x -->{run('甲')}<?y z?></w:p>")])
    assert texts(document) == ["甲"]


def test_the_main_part_may_have_another_name_and_encoding() -> None:
    parts = parts_of(["甲", T([["乙"]])])
    xml = str(parts.pop("word/document.xml"))
    parts["word/document2.xml"] = xml.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
    parts["_rels/.rels"] = str(parts["_rels/.rels"]).replace("word/document.xml", "/word/document2.xml")
    document = read(package(parts))
    assert texts(document) == ["甲"]
    assert grid(next(document.tables)) == [["乙"]]


def test_a_package_without_relations_is_read_all_the_same() -> None:
    parts = parts_of([P("甲", style="Heading1")])
    del parts["_rels/.rels"], parts["word/_rels/document.xml.rels"]
    assert texts(read(package(parts))) == ["甲"]
