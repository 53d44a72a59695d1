"""A figure in its cell of a Word file: nothing but its digits changes, in the manner in which it is printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from jixiao.model import Position, UnreadableError
from jixiao.reading.package import W
from jixiao.reading.word import read_word
from jixiao.writing.mend import AUTHOR, Tracking
from tests.docx_builder import C, Del, Ins, P, Raw, T, build_docx, package, parts_of, run
from tests.writing.mend.made import (
    NAME,
    TRACKED,
    accepted,
    differing,
    in_cell,
    mend,
    part,
    rejected,
    texts,
)

BOLD = '<w:b/><w:sz w:val="18"/>'


@pytest.mark.parametrize(
    ("text", "before", "after", "then"),
    [
        ("96", "96", "97.85", "97.85"),
        ("总分：96分", "96", "97.85", "总分：97.85分"),
        ("总分：９６分", "96", "97.85", "总分：９７．８５分"),
        ("９６.５", "96.5", "97", "９７.０"),
        ("1,099.00", "1,099.00", "12345.6", "12,345.60"),
        ("9.50%（得分9.5）", "9.50%", "8%", "8.00%（得分9.5）"),
        ("96\n分", "96分", "97分", "97\n分"),
        ("9 6", "9 6", "97", "97"),
        ("第 1 项 96", "96", "97", "第 1 项 97"),
        ("-3.5", "-3.5", "2", "2.0"),
        ("得分：", "", "97", "得分：97"),
        ("", "", "98.5%", "98.5%"),
    ],
)
@pytest.mark.parametrize("tracking", [None, TRACKED])
def test_only_the_number_changes(text: str, before: str, after: str, then: str, tracking: Tracking | None) -> None:
    data, result = in_cell(text, before, after, tracking=tracking)
    assert (len(result.made), result.undone, result.elsewhere) == (1, (), ())
    assert texts(data) == ["甲", then]


@pytest.mark.parametrize(
    ("text", "before", "key"),
    [
        ("96分（原96分）", "96", "writing.stands-twice"),
        ("98分", "96", "writing.not-there"),
        ("196分", "96", "writing.not-there"),
        ("96.5", "96", "writing.not-there"),
        ("另有说明", "", "writing.no-room"),
        ("9\n6", "9 6", "writing.not-there"),
    ],
)
def test_what_is_not_sure_is_left_and_told(text: str, before: str, key: str) -> None:
    data, result = in_cell(text, before, "97")
    assert (result.made, [one.why.key for one in result.undone]) == ((), [key])
    assert data == build_docx([T([["甲", text]])])


def raw(*xml: str) -> C:
    return C([P([Raw(piece) for piece in xml])])


def field(code: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    inside = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return f"{mark.format('begin')}{inside}{mark.format('separate')}{run(result)}{mark.format('end')}"


def control(properties: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        (raw(field("=SUM(ABOVE)", "96")), "writing.in-field"),
        (raw(f'<w:fldSimple w:instr="x">{run("96")}</w:fldSimple>'), "writing.in-field"),
        (raw(control('<w:lock w:val="contentLocked"/>', run("96"))), "writing.in-control"),
        (raw(control('<w:dataBinding w:xpath="/a"/>', run("96"))), "writing.in-control"),
        (raw(control("<w:dropDownList/>", run("96"))), "writing.in-control"),
        (raw(f'<w:moveTo w:id="1" w:author="x">{run("96")}</w:moveTo>'), "writing.in-revision"),
        (C([Raw("<w:p><w:pPr/></w:p>"), T([["96", "97"]])]), "writing.not-there"),
    ],
)
def test_what_others_make_is_not_written_over(cell: C, key: str) -> None:
    _, result = in_cell(cell, "96", "97")
    assert [one.why.key for one in result.undone] == [key]


def test_text_of_boxes_is_left() -> None:
    box = f"<v:shape><v:textbox><w:txbxContent>{P('96').xml()}</w:txbxContent></v:textbox></v:shape>"
    _, result = in_cell(raw(f"<w:r><w:pict>{box}</w:pict></w:r>"), "96", "97")
    assert [one.why.key for one in result.undone] == ["writing.not-there"]


def test_a_prompt_is_not_written_behind() -> None:
    prompt = control("<w:showingPlcHdr/>", run("单击此处输入文字"))
    _, result = in_cell(raw(prompt), "", "97")
    assert [one.why.key for one in result.undone] == ["writing.in-control"]


@pytest.mark.parametrize(
    "cell",
    [
        raw(control('<w:lock w:val="sdtLocked"/>', run("96"))),
        raw('<w:hyperlink r:id="rId9">', run("96"), "</w:hyperlink>"),
        raw(f"<w:smartTag>{run('9')}</w:smartTag>", run("6")),
        raw(run("9", properties="<w:b/>"), run("6"), run("分")),
        C([P([Del("95"), "96"])]),
        C([Raw(f"<w:tbl><w:tblPr/><w:tr><w:tc>{P('96').xml()}</w:tc></w:tr></w:tbl>"), P()]),
    ],
)
@pytest.mark.parametrize("tracking", [None, TRACKED])
def test_what_only_encloses_does_not_matter(cell: C, tracking: Tracking | None) -> None:
    data, result = in_cell(cell, "96", "97", tracking=tracking)
    assert result.undone == ()
    assert texts(data)[1].removesuffix("分") == "97"


def test_an_insertion_of_somebody_is_changed_but_not_within_another_revision() -> None:
    cell = C([P([Ins("96")])])
    data, result = in_cell(cell, "96", "97")
    assert (texts(data)[1], result.undone) == ("97", ())
    same, result = in_cell(cell, "96", "97", tracking=TRACKED)
    assert (texts(same)[1], [one.why.key for one in result.undone]) == ("96", ["writing.in-revision"])


def test_a_tracked_change_parts_the_run_and_keeps_its_look() -> None:
    cell = raw(f'<w:r w:rsidR="00A1"><w:rPr>{BOLD}</w:rPr><w:t>总分：96分</w:t><w:br/><w:t>完</w:t></w:r>')
    data, _ = in_cell(cell, "96", "97.85", tracking=TRACKED)
    runs = part(data).decode().partition("总分：")[0][-40:] + part(data).decode().partition("总分：")[2]
    by = 'w:author="核查" w:date="2026-05-20T00:00:00Z"'
    look = f'<w:r w:rsidR="00A1"><w:rPr>{BOLD}</w:rPr>'
    space = ' xml:space="preserve"'
    assert f'<w:del w:id="1" {by}>{look}<w:delText{space}>96</w:delText></w:r></w:del>' in runs
    assert f'<w:ins w:id="2" {by}>{look}<w:t{space}>97.85</w:t></w:r></w:ins>' in runs
    assert f"{look}<w:t{space}>分</w:t><w:br/><w:t>完</w:t></w:r>" in runs


def test_numbers_of_revisions_are_new() -> None:
    data, _ = in_cell(C([P([Del("95"), "96"])]), "96", "97", tracking=TRACKED)
    ids = [mark.get(W + "id") for mark in etree.fromstring(part(data)).iter(W + "del", W + "ins")]
    assert ids == ["9", "10", "11"]


@given(
    st.lists(st.sampled_from(["9", "6", "分", "：", "总", " "]), min_size=1, max_size=4),
    st.sampled_from(["97", "97.85", "１００"]),
)
def test_accepting_gives_the_new_rejecting_the_old(around: list[str], after: str) -> None:
    words = "".join(sign for sign in around if sign not in "96")
    cell = raw(run(words), run("9", properties=BOLD), run("6"), run("分"))
    before = build_docx([T([["甲", cell]])])
    data, result = in_cell(cell, "96", after, tracking=TRACKED)
    plain, _ = in_cell(cell, "96", after)
    assert result.undone == ()
    main = parts_of([T([["甲", cell]])])
    assert read_word(package(main | {"word/document.xml": rejected(part(data))}), NAME) == read_word(before, NAME)
    assert texts(package(main | {"word/document.xml": accepted(part(data))})) == texts(plain) == texts(data)
    assert differing(before, data) == ["word/document.xml"]


def test_nothing_else_of_the_part_differs() -> None:
    blocks = [P("开头 <&>"), T([["甲", "96"], ["乙", "1"]]), Raw("<!-- 留着 --><w:p/>"), "结尾"]
    before = build_docx(blocks)
    data, _ = mend(before, {"/x": Position(NAME, 0, 0, 1)}, ("/x", "96", "97"))
    changed = part(data).replace(b'<w:t xml:space="preserve">97</w:t>', b'<w:t xml:space="preserve">96</w:t>')
    assert changed == part(before)
    assert differing(before, data) == ["word/document.xml"]


def test_the_head_of_a_vertical_merge_is_written() -> None:
    rows = [["甲", C("96", vmerge="restart")], ["乙", C("", vmerge="continue")]]
    before = build_docx([T(rows)])
    data, _ = mend(before, {"/x": Position(NAME, 0, 1, 1)}, ("/x", "96", "97"))
    assert texts(data) == ["甲", "97", "乙", ""]


@pytest.mark.parametrize(
    ("blank", "look"),
    [
        (raw(f"<w:r><w:rPr>{BOLD}</w:rPr></w:r>"), BOLD),
        (C([Raw(f"<w:p><w:pPr><w:rPr>{BOLD}</w:rPr></w:pPr></w:p>")]), BOLD),
        (C([Raw(f'<w:p><w:pPr><w:rPr><w:ins w:id="1" w:author="x"/>{BOLD}</w:rPr></w:pPr></w:p>')]), BOLD),
        (C([Raw("<w:p/>")]), "<w:i/>"),
    ],
)
@pytest.mark.parametrize("tracking", [None, TRACKED])
def test_a_blank_is_filled_in_the_manner_around_it(blank: C, look: str, tracking: Tracking | None) -> None:
    beside = raw(run("甲", properties="<w:i/>"))
    before = build_docx([T([[beside, blank]])])
    data, _ = mend(before, {"/x": Position(NAME, 0, 0, 1)}, ("/x", "", "97"), tracking=tracking)
    assert f'<w:rPr>{look}</w:rPr><w:t xml:space="preserve">97</w:t>' in part(data).decode()
    assert texts(data) == ["甲", "97"]


def test_characters_of_a_paragraph() -> None:
    text = "得分96分，目标96分。"
    before = build_docx(["", text])
    place = Position(NAME, paragraph=1, start=7, end=10)
    data, result = mend(before, {"/x": place}, ("/x", "96", "97"))
    assert result.undone == ()
    assert "得分96分，目标97分。" in part(data).decode()
    _, result = mend(before, {"/x": Position(NAME, paragraph=1)}, ("/x", "96", "97"))
    assert [one.why.key for one in result.undone] == ["writing.stands-twice"]
    _, result = mend(before, {"/x": Position(NAME, paragraph=9)}, ("/x", "96", "97"))
    assert [one.why.key for one in result.undone] == ["writing.no-cell"]


def test_crossed_out_figures_are_not_those_that_stand_there() -> None:
    struck = '<w:style w:type="paragraph" w:styleId="Out"><w:name w:val="Out"/><w:rPr><w:strike/></w:rPr></w:style>'
    cell = C([P("96", style="Out"), P("96分"), P([Raw(run("96", properties="<w:strike/>"))])])
    parts = parts_of([T([["甲", cell]])])
    parts["word/styles.xml"] = str(parts["word/styles.xml"]).replace("</w:styles>", f"{struck}</w:styles>")
    data, result = mend(package(parts), {"/x": Position(NAME, 0, 0, 1)}, ("/x", "96", "97"))
    assert result.undone == ()
    assert texts(data)[1].strip() == "97分"


def test_several_changes_of_one_cell_and_places_elsewhere() -> None:
    here, there = Position(NAME, 0, 0, 0), Position("另一份.docx", 0, 0, 0)
    before = build_docx([T([["执行率97%，得分9.7"]])])
    places = {"/a": here, "/b": here, "/c": there}
    changes = [("/a", "97%", "98%"), ("/b", "9.7", "9.8"), ("/c", "1", "2"), ("/d", "1", "2")]
    data, result = mend(before, places, *changes)
    assert texts(data) == ["执行率98%，得分9.8"]
    assert [c.at for c in result.made] == ["/a", "/b"]
    assert [c.at for c in result.elsewhere] == ["/c", "/d"]
    _, result = mend(before, {"/x": Position(NAME, 0, 7, 0)}, ("/x", "1", "2"))
    assert [one.why.key for one in result.undone] == ["writing.no-cell"]


@pytest.mark.parametrize("text", ["97", ""])
def test_characters_are_changed_once(text: str) -> None:
    here = Position(NAME, 0, 0, 0)
    data, result = mend(build_docx([T([[text]])]), {"/a": here, "/b": here}, ("/a", text, "98"), ("/b", text, "99"))
    assert texts(data) == ["98"]
    assert [one.why.key for one in result.undone] == ["writing.taken" if text else "writing.no-room"]


def test_files_that_cannot_be_changed_are_refused() -> None:
    for data in (b"\xe7\x94\xb2", build_docx([], strict=True)):
        with pytest.raises(UnreadableError, match="就地改正"):
            mend(data, {})


def test_nothing_to_do_gives_the_same_bytes() -> None:
    before = build_docx([T([["96"]])])
    assert mend(before, {}) == (before, mend(before, {})[1])
    assert AUTHOR
