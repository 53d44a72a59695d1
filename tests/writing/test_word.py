"""The Word file: valid, in the look of official documents, and holding exactly what the laid out tables say."""

from __future__ import annotations

import re
import zipfile
from decimal import Decimal
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from hypothesis import HealthCheck, given, settings
from lxml import etree

from jixiao.model import Dossier, Evaluation, Report, Table
from jixiao.reading import read_document
from jixiao.writing import write_word
from jixiao.writing.anchors import Anchors
from jixiao.writing.outline import Narrative, parts, printed, tables
from jixiao.writing.word.xml import run, twips
from tests.writing.dossiers import DOSSIERS, UNIT, base_data, dossier, money_claim, overall, project, report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def written(given_: Dossier, folder: Path, comments: tuple[tuple[str, str], ...] = ()) -> Path:
    path = folder / "out.docx"
    path.unlink(missing_ok=True)
    write_word(given_, path, comments=comments)
    return path


def part(path: Path, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read(name))


def opened(path: Path) -> WordDocument:
    return docx.Document(str(path))


def test_every_part_is_well_formed_and_related(tmp_path: Path) -> None:
    path = written(dossier(), tmp_path, (("/records/1/total", "请核实"),))
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        for name in names:
            etree.fromstring(archive.read(name))
        types = archive.read("[Content_Types].xml").decode()
        for relation in etree.fromstring(archive.read("word/_rels/document.xml.rels")):
            assert f"word/{relation.get('Target')}" in names
            assert f'PartName="/word/{relation.get("Target")}"' in types


def test_the_order_of_filing() -> None:
    order = [p.at for p in parts(dossier())]
    assert order == ["/records/3", "/records/2", "/records/0", "/records/4", "/records/1"]


def test_headings_are_real_and_number_and_title_stand_as_printed(tmp_path: Path) -> None:
    file = opened(written(dossier(), tmp_path))
    shown = [(p.style.name, p.text) for p in file.paragraphs]
    assert ("Title", f"2024年度{UNIT}整体支出绩效自评报告") in shown
    assert ("Heading 1", "一、基本情况") in shown
    assert ("Heading 2", "（一）职能职责") in shown
    assert ("Heading 3", "1.资金") in shown
    assert ("Body Text", "支出98.50万元，办公经费8.80万元，培训3次。") in shown
    assert ("附件说明", "附件：1．部门整体支出绩效评价基础数据表") in shown
    assert ("署名", UNIT) in shown
    assert ("成文日期", "2025年5月20日") in shown
    assert ("附件标识", "附件1-1") in shown


def test_no_empty_paragraphs_for_space(tmp_path: Path) -> None:
    file = opened(written(dossier(), tmp_path))
    assert [p.style.name for p in file.paragraphs if not p.text] == ["表后"]


def test_the_page_is_that_of_the_standard(tmp_path: Path) -> None:
    file = opened(written(dossier(), tmp_path))
    section = file.sections[0]
    sides = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(side.mm) for side in sides] == [37, 35, 28, 26]
    assert file.settings.odd_and_even_pages_header_footer
    assert section.footer.paragraphs[0].text.startswith("— ")
    assert section.even_page_footer.paragraphs[0].alignment != section.footer.paragraphs[0].alignment
    assert file.styles["Body Text"].font.size.pt == 16
    assert file.styles["Title"].font.size.pt == 22
    assert file.styles["Body Text"].paragraph_format.line_spacing.pt == pytest.approx(28.95)
    assert (file.core_properties.author, file.core_properties.title) == (UNIT, report().title)


def test_tables_have_the_merges_and_widths_of_the_form(tmp_path: Path) -> None:
    root = part(written(dossier(), tmp_path))
    found = root.findall(f".//{W}tbl")
    laid = tables(dossier())
    assert len(found) == len(laid)
    for xml, table in zip(found, laid, strict=True):
        widths = [int(column.get(f"{W}w")) for column in xml.iter(f"{W}gridCol")]
        assert sum(widths) == twips(Decimal(156))
        rows = xml.findall(f"{W}tr")
        assert len(rows) == len(table.rows)
        repeated = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        assert repeated == [row.repeat for row in table.rows]
        assert all(
            sum(int(cell.findtext(f"{W}x") or _span(cell)) for cell in row.findall(f"{W}tc")) == len(widths)
            for row in rows
        )
        restarts = [m for m in xml.iter(f"{W}vMerge") if m.get(f"{W}val") == "restart"]
        assert len(restarts) == sum(cell.rowspan > 1 for cell in table.cells())


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if span is None else int(span.get(f"{W}val"))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DOSSIERS)
def test_reading_gives_back_every_cell(tmp_path: Path, given_: Dossier) -> None:
    document = read_document(written(given_, tmp_path))
    laid = [table for table in tables(given_) if table.rows]
    found = [table for table in document.blocks if isinstance(table, Table) and table.rows]
    assert len(found) == len(laid)
    for read, table in zip(found, laid, strict=True):
        for row, cells in zip(read.rows, table.grid(), strict=True):
            assert [(c.column, c.span, c.continues, c.text.strip()) for c in row.cells] == [
                (cell.column, cell.span, below, "" if below else cell.text.strip()) for cell, below in cells
            ]


def test_the_same_dossier_gives_the_same_bytes(tmp_path: Path) -> None:
    first = written(dossier(), tmp_path).read_bytes()
    assert written(dossier(), tmp_path).read_bytes() == first


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    path = written(dossier(), tmp_path)
    with pytest.raises(FileExistsError):
        write_word(dossier(), path)


def test_comments_stand_at_the_fact_or_nearest_to_it(tmp_path: Path) -> None:
    text = "支出98.50万元"
    claim = money_claim("/sections/3/paragraphs/0", text, "98.50万元", "98.50")
    given_ = dossier(reports=(report(claims=(claim,)), report("project")))
    asked = (
        ("/records/project-航道养护费/total", "总分"),
        ("/records/1/indicators/1/level1", "合并的格"),
        ("/records/3/claims/0", "正文\n第二行"),
        ("/records/0/funds/by_income", "划分"),
        ("/records/4/attachments/0", "附件"),
        ("/records/3/title", "标题"),
        ("", "整份"),
        ("not a pointer", "无处"),
    )
    path = written(given_, tmp_path, asked)
    file = opened(path)
    assert [c.text for c in file.comments] == [text for _, text in asked]
    assert {c.author for c in file.comments} == {"jixiao"}
    near = {text: _commented(path, number) for number, (_, text) in enumerate(asked)}
    assert near["总分"] == "97.85"
    assert near["合并的格"] == "巡查次数"
    assert near["正文\n第二行"].startswith("支出98.50")
    assert near["划分"] == "其中：一般公共预算：340.00"
    assert near["附件"].startswith("附件：")
    assert near["标题"] == near["整份"] == near["无处"] == given_.every(Report)[0].title


def _commented(path: Path, number: int) -> str:
    xml = etree.tostring(part(path), encoding="unicode")
    start = xml.index(f'commentRangeStart w:id="{number}"')
    end = xml.index(f'commentRangeEnd w:id="{number}"')
    return "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", xml[start:end]))


def test_an_empty_dossier_is_still_a_document(tmp_path: Path) -> None:
    path = written(Dossier(), tmp_path, (("/records/0", "无"),))
    assert [p.text for p in opened(path).paragraphs] == [""]
    assert Anchors.of(()).nearest(Dossier(), "/x/y") == ""


def test_prose_has_lists_tables_emphasis_and_breaks(tmp_path: Path) -> None:
    sections = (
        {
            "title": "工作",
            "level": 12,
            "paragraphs": (
                "**重点**和*其他*",
                "- 甲\n- 乙\n- 丙",
                "| 项目 | 金额 |\n|---|---|\n| 养护 | 98.50 |\n| 其他 |",
                "一行\n二行\t表",
                "{{ /nowhere }}",
            ),
        },
    )
    given_ = dossier(reports=(report(sections=sections),), base_data=(), evaluations=())
    path = written(
        given_, tmp_path, (("/records/0/sections/0/paragraphs/1", "列项"), ("/records/0/sections/0/paragraphs/2", "表"))
    )
    file = opened(path)
    texts = [p.text for p in file.paragraphs]
    assert texts[1:8] == ["工作", "重点和其他", "• 甲", "• 乙", "• 丙", "一行\n二行\t表", "{{ /nowhere }}"]
    assert [[c.text for c in row.cells] for row in file.tables[0].rows] == [
        ["项目", "金额"],
        ["养护", "98.50"],
        ["其他", ""],
    ]
    bold = [r.text for p in file.paragraphs for r in p.runs if r.bold]
    assert bold == ["重点"]
    assert _commented(path, 0) == "• 甲• 乙• 丙"
    assert _commented(path, 1) == "项目"


def test_a_unit_that_nothing_else_names_is_printed(tmp_path: Path) -> None:
    given_ = dossier(reports=(report(title="自评报告", signature=None, date=None, attachments=()),))
    assert f"填报单位：{UNIT}" in [p.text for p in opened(written(given_, tmp_path)).paragraphs]


def test_a_table_without_annex_begins_its_page_with_the_title(tmp_path: Path) -> None:
    given_ = dossier(reports=(), base_data=(base_data(annex=""),), evaluations=(project(annex="", title="自评表"),))
    shown = [(p.style.name, p.text) for p in opened(written(given_, tmp_path)).paragraphs if p.text]
    assert shown == [
        ("附件标题", "2024年度部门整体支出绩效评价基础数据表"),
        ("附件标题", "自评表"),
        ("附件年度", "（2024年度）"),
    ]


def test_what_xml_cannot_hold_is_left_out() -> None:
    assert run("甲\x00乙\x0b<&>") == '<w:r><w:t xml:space="preserve">甲乙&lt;&amp;&gt;</w:t></w:r>'
    assert run("") == "<w:r></w:r>"


def test_printed_is_what_stands_on_paper() -> None:
    given_ = dossier(reports=(report(sections=({"title": "{{ /year }}年", "paragraphs": ("- 甲\n- 乙", "**丙**")},)),))
    section = printed(given_).every(Report)[0].sections[0]
    assert (section.title, section.texts) == ("2024年", ("• 甲", "• 乙", "丙"))
    assert isinstance(parts(given_)[0], Narrative)
    assert printed(given_).every(Evaluation)[0] != overall(total=None)
