"""The page: self-contained, escaped, the same forms, with the faults at their places."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree
from lxml import html as lxml_html

from jixiao.audit import check
from jixiao.forms.binding import bound, with_claims_of
from jixiao.model import Claim, Dossier, Doubt, Evaluation, Finding, Report, Severity
from jixiao.model.message import words
from jixiao.model.pointer import resolve
from jixiao.writing import html
from jixiao.writing.outline import tables
from tests.records import with_records
from tests.writing.dossiers import DOSSIERS, dossier, indicator, money_claim, project, report

PARAGRAPH = "/sections/3/paragraphs/0"


def page(given_: Dossier, *findings: Finding) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(html(given_, findings))


def at(root: lxml_html.HtmlElement, pointer: str) -> lxml_html.HtmlElement:
    (found,) = root.xpath("//*[@data-at=$p]", p=pointer)
    return found


def with_claims(*claims: Claim) -> Dossier:
    given_ = dossier()
    filled = bound(given_)
    reports = (filled.every(Report)[0].model_copy(update={"claims": claims}), *filled.every(Report)[1:])
    return with_claims_of(given_, with_records(filled, Report, reports))


def claim(quote: str, raw: str, kind: str = "money") -> Claim:
    return money_claim(PARAGRAPH, str(resolve(bound(dossier()).every(Report)[0], PARAGRAPH)), quote, raw, kind)


def test_the_page_needs_nothing_else() -> None:
    text = html(dossier())
    assert "<script" not in text
    assert not re.search(r'(src|href)="(?!#)', text)
    assert "url(" not in text
    assert text.count("<style>") == 1


def test_all_text_is_escaped() -> None:
    given_ = dossier(evaluations=(project(name='<b>"甲"&'),))
    text = html(
        given_, [Finding(at="/records/0/total", title="<i>", message=words("a<b"), code="X", basis=words("<u>"))]
    )
    assert "<b>" not in text
    assert "<i>" not in text
    assert "<u>" not in text
    assert "保障&lt;安全&gt;&amp;通航。" in text


@settings(max_examples=20, deadline=None)
@given(DOSSIERS)
def test_tables_have_all_cells_and_merges(given_: Dossier) -> None:
    root = page(given_)
    shown = root.xpath("//section[contains(@class,'paper')]//table")
    laid = tables(given_)
    assert len(shown) == len(laid)
    for drawn, table in zip(shown, laid, strict=True):
        area = sum(
            int(c.get("colspan", "1")) * int(c.get("rowspan", "1"))
            for c in drawn.xpath(".//tr/*[self::td or self::th]")
        )
        assert area == len(table.widths) * len(table.rows)
        texts = {c.get("data-at"): c.text_content() for c in drawn.xpath(".//*[@data-at]")}
        assert texts == {cell.at: cell.text for cell in table.cells() if cell.at}


def test_the_report_has_its_parts_in_order() -> None:
    article = page(dossier()).xpath("//article")[0]
    text = article.text_content()
    order = [
        "绩效自评报告",
        "示范市财政局",
        "一、基本情况",
        "支出98.50万元",
        "附件：1．",
        "2．部门整体",
        "2025年5月20日",
    ]
    assert [text.index(part) for part in order] == sorted(text.index(part) for part in order)
    assert [h.tag for h in article.xpath("./*[starts-with(local-name(), 'h')]")] == ["h2", "h3", "h4", "h5"]


def test_where_a_figure_comes_from_can_be_seen() -> None:
    root = page(with_claims(claim("98.50万元", "98.50"), claim("8.80万元", "8.80"), claim("3次", "3", "count")))
    shown = at(root, f"/records/3{PARAGRAPH}")
    classes = [(s.get("class"), s.text_content()) for s in shown.iter("span")]
    assert classes == [
        ("bound", "98.50"),
        ("literal", "万元"),
        ("literal", "8.80"),
        ("literal", "万元"),
        ("literal", "3次"),
    ]
    assert shown.xpath(".//span[@class='bound']/@title") == ["/records/project-航道养护费/funds/lines/total/outturn"]


def test_prose_has_lists_tables_and_emphasis() -> None:
    words = ("- 甲\n- *乙*", "| 项目 | 金额 |\n|---|---|\n| 养护 | 1 |", "一\n**二**", "{{ /nowhere }}")
    given_ = dossier(reports=(report(sections=({"title": "工作", "level": 9, "paragraphs": words},)),))
    text = html(given_)
    assert "<li>甲</li><li><em>乙</em></li>" in text
    assert "<th>项目</th>" in text
    assert "一<br><strong>二</strong>" in text
    assert '<span class="broken">{{ /nowhere }}</span>' in text
    assert "<h6" in text


def test_findings_stand_beside_and_at_their_places() -> None:
    spoken = claim("8.80万元", "8.80")
    findings = (
        Finding(
            at="/records/1/total",
            severity=Severity.ERROR,
            code="SC101",
            title="总分不符",
            message=words("写 96，合计 97"),
            basis=words("form.total"),
            consequences=(Finding(message=words("等级随之改变")),),
        ),
        Finding(at="/records/1/total", severity=Severity.INFO, title="另一条"),
        Finding(at="/records/3/claims/0", title="两处不同", message=words("8.80 与 8.88")),
        Finding(at="", title="整份", message=words("说的是整份")),
        Finding(at="/records/3/sections/3/paragraphs/1", severity=Severity.INFO, title="一段"),
    )
    root = page(with_claims(spoken), *findings)
    total = at(root, "/records/1/total")
    assert "fault error" in total.get("class")
    # the report is filed before the table of the project; what has no place comes last
    assert [a.get("href") for a in total.iter("a")] == ["#f-3", "#f-4"]
    marks = list(at(root, f"/records/3{PARAGRAPH}").iter("mark"))
    assert {mark.get("class") for mark in marks} == {"warning"}
    assert "".join(mark.text_content() for mark in marks) == "8.80万元"
    assert at(root, f"/records/3{PARAGRAPH}").get("class") is None
    assert at(root, "/records/3/sections/3/paragraphs/1").get("class") == "fault info"
    items = root.xpath("//aside/ol/li")
    assert [item.get("class") for item in items] == ["warning", "info", "error", "info", "warning"]
    assert "由此引起：等级随之改变" in items[2].text_content()
    assert "SC101　form.total" in items[2].text_content()
    assert [button.text for button in root.xpath("//aside//button[@data-severity]")] == ["错误 1", "提醒 2", "提示 2"]
    for link in root.xpath("//aside//a/@href | //nav//a/@href | //main//a/@href"):
        assert root.xpath("//*[@id=$i]", i=link[1:]), link


def test_every_place_of_a_finding_is_marked_and_linked_both_ways() -> None:
    found = Finding(
        at="/records/1/indicators/0/score",
        also=("/records/1/indicators/1/score",),
        evidence=("/records/1/total", "/records/1/indicators/0/score", "no pointer at all"),
        severity=Severity.ERROR,
        code="SC101",
    )
    root = page(dossier(), found)
    looks = [
        at(root, f"/records/1/{where}").get("class") for where in ("indicators/0/score", "indicators/1/score", "total")
    ]
    assert ["fault error" in look for look in looks] == [True, True, False]
    assert "proof" in looks[2]
    marks = root.xpath("//main//a[@href='#f-1']")
    assert {"at-1", "at-1-2", "at-1-3"} <= {mark.get("id") for mark in marks}
    links = root.xpath("//li[@id='f-1']//a/@href")
    assert sorted(links) == sorted(f"#{mark.get('id')}" for mark in marks)
    assert len({e.get("id") for e in root.xpath("//*[@id]")}) == len(root.xpath("//*[@id]"))


def test_the_scores_stand_first_and_say_where_they_differ() -> None:
    given_ = dossier()
    root = lxml_html.document_fromstring(html(given_, appraisals=check(given_).appraisals))
    rows = [[cell.text_content() for cell in row] for row in root.xpath("//section[@class='scores']//tr")]
    assert rows[0] == ["自评表", "自评", "复加", "复算", "等级"]
    assert [row[0] for row in rows[1:]] == [e.name for e in given_.every(Evaluation)]
    stated = [(e.total, row[1]) for e, row in zip(given_.every(Evaluation), rows[1:], strict=True)]
    assert all(str(total) in shown for total, shown in stated)
    assert "没有发现问题" in root.xpath("//aside")[0].text_content()


def test_an_incomplete_table_says_so_far_and_a_wrong_total_differs() -> None:
    rows = (indicator("产出指标", "数量指标", "甲", "50", "40"), indicator("产出指标", "数量指标", "乙", "50", ""))
    part = dossier(evaluations=(project(indicators=rows, total="40"),), reports=(), base_data=())
    assert "未填全" in html(part, appraisals=check(part).appraisals)
    wrong = dossier(evaluations=(project(total="12"),), reports=(), base_data=())
    right = dossier(evaluations=(project(),), reports=(), base_data=())
    assert "不符" in html(wrong, appraisals=check(wrong).appraisals)
    assert "不符" not in html(right, appraisals=check(right).appraisals)


def test_a_marked_page_shows_everything_without_script_and_needs_no_network() -> None:
    text = html(dossier(), [Finding(at="/records/1/total", title="一")], "en")
    root = lxml_html.document_fromstring(text)
    assert root.xpath("//aside/ol/li[not(@hidden)]")
    assert root.xpath("//*[@id='controls']/@hidden")
    assert root.xpath("//button/@disabled")
    assert not re.search(r'(src|href)="(?!#)', text)
    assert not re.search(r"https?:|@import|url\(|fetch\(|XMLHttp|eval\(|innerHTML", text)
    assert root.get("lang") == "en"
    assert root.xpath("//main/@lang") == ["zh-CN"]


@pytest.fixture(scope="module")
def browser() -> str:
    """Chromium, where there is one."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("there is no Chromium on this machine")
    return found


_KEYS = """
<script>
(function () {
  var press = function (key) {
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: key, bubbles: true }));
  };
  var seen = function () {
    return Array.prototype.map.call(document.querySelectorAll(".findings > li"), function (one) {
      return (one.hidden ? "-" : "+") + (one.classList.contains("here") ? "!" : "");
    }).join(" ");
  };
  var log = [seen()];
  ["1", "1", "j", "j", "k", "ArrowRight", "?"].forEach(function (key) { press(key); log.push(seen()); });
  var filter = document.getElementById("filter");
  press("/"); log.push(String(document.activeElement === filter));
  filter.value = "tx9"; filter.dispatchEvent(new Event("input")); log.push(seen());
  log.push(document.getElementById("shown").textContent, String(document.getElementById("keys").hidden));
  log.push(String(document.documentElement.scrollWidth <= window.innerWidth));
  document.title = log.join("|");
}());
</script>
"""


def test_the_keys_work_in_a_browser_from_the_disk(browser: str, tmp_path: Path) -> None:
    findings = (
        Finding(at="/records/1/total", severity=Severity.ERROR, code="SC101", title="甲"),
        Finding(at="/records/1/total", severity=Severity.WARNING, code="TX901", title="乙"),
        Finding(at="", severity=Severity.INFO, code="LG101", title="丙"),
    )
    path = tmp_path / "page.html"
    path.write_text(html(dossier(), findings).replace("</body>", _KEYS + "</body>"), encoding="utf-8")
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    command += ["--window-size=1366,768", "--dump-dom", path.as_uri()]
    dumped = subprocess.run(command, check=True, capture_output=True, timeout=120).stdout.decode()
    title = lxml_html.document_fromstring(dumped).xpath("//title")[0].text
    steps = ["+ + +", "- + +", "+ + +", "+! + +", "+ +! +", "+! + +", "+ +! +", "+ +! +", "true", "- +! -", "1"]
    assert title.split("|") == [*steps, "false", "true"]


def test_a_finding_about_a_paragraph_marks_the_words_it_relates_to() -> None:
    at_paragraph = Finding(at=f"/records/3{PARAGRAPH}", evidence=("/records/1/total", "/records/3/claims/0"))
    shown = at(page(with_claims(claim("3次", "3", "count")), at_paragraph), f"/records/3{PARAGRAPH}")
    assert [mark.text_content() for mark in shown.iter("mark")] == ["3次"]


def test_a_claim_quotes_its_clause_and_points_at_its_figure() -> None:
    spoken = claim("3次", "3", "count")
    spoken = spoken.model_copy(update={"quote": "培训3次"})
    root = page(with_claims(spoken), Finding(at="/records/3/claims/0", severity=Severity.ERROR))
    (mark,) = at(root, f"/records/3{PARAGRAPH}").iter("mark")
    assert (mark.text_content(), mark.getchildren()[0].get("class")) == ("3次", "literal")


def test_a_claim_whose_words_moved_marks_the_whole_paragraph() -> None:
    moved = claim("8.80万元", "8.80").model_copy(update={"start": 0, "end": 3})
    root = page(with_claims(moved), Finding(at="/records/3/claims/0", severity=Severity.ERROR))
    shown = at(root, f"/records/3{PARAGRAPH}")
    assert shown.get("class") == "fault error"
    assert not list(shown.iter("mark"))


@pytest.mark.parametrize("pointer", ["/records/3/claims/99", "no pointer", "/records/3/sections/3/paragraphs/9"])
def test_a_finding_that_leads_nowhere_is_still_listed(pointer: str) -> None:
    root = page(dossier(), Finding(at=pointer, title="无处"))
    assert "无处" in root.xpath("//aside")[0].text_content()


def test_a_doubtful_reading_says_why() -> None:
    doubts = (Doubt(field="total", raw="9?", reason="看不清"),)
    cell = at(page(dossier(evaluations=(project(total=None, doubts=doubts),))), "/records/0/total")
    assert (cell.text_content(), cell.get("title")) == ("9?", "识别存疑：看不清")
    assert "doubt" in cell.get("class")


def test_without_findings_there_is_no_side_panel() -> None:
    assert not page(dossier()).xpath("//aside")
    assert page(Dossier()).xpath("//title")[0].text == "绩效自评"
    assert etree.tostring(page(dossier(year=None, unit="甲所"))).startswith(b"<html")


def test_a_subtitle_and_a_table_without_annex() -> None:
    root = page(dossier(evaluations=(project(title="自评表", annex=""),)))
    assert root.xpath("//p[@class='year']")[0].text == "（2024年度）"
    assert root.xpath("//nav//a")[-1].text == "航道养护费"


def test_a_unit_that_nothing_else_names_is_printed() -> None:
    given_ = dossier(reports=(report(title="自评报告", signature=None, date=None),))
    assert "填报单位：示范市渡口管理所" in page(given_).xpath("//article")[0].text_content()
