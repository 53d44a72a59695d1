"""Whatever stands in a dossier or a finding comes out on the page as text: escaped, complete, and nothing else."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from jixiao.forms.binding import bind
from jixiao.model import Dossier, Doubt, Finding, Report, Section, Severity, Term
from jixiao.model.message import WORDS
from jixiao.writing import html
from jixiao.writing.html.drawing import drawn
from jixiao.writing.outline import parts, tables
from tests.writing.dossiers import dossier, indicator, project, report

_PIECES = st.sampled_from(
    [
        *"<>&\"'{}%#`=/\\ \t\n\r甲年≥",
        *"\x00\x01\x08\x0b\x0c\x0e\x1b\x1f\x7f\x80\x85\x9f\ufdd0\ufdd1\ufdef\ufffe\uffff\U0001f600",
        "</td>",
        "<script>alert(1)</script>",
        "</style><b>",
        "<!--",
        "-->",
        "]]>",
        "&lt;",
        "&amp;amp;",
        "&#60;",
        "{{ 7 * 7 }}",
        "{{= <i>9</i> }}",
        "{% raw %}",
        "{% endblock %}",
        "{# 注 #}",
        "{{ /unit }}",
        "\ufdd07\ufdd1",
        "\r\n",
        '" onclick="x',
    ]
)
TEXTS = st.lists(_PIECES, min_size=1, max_size=6).map("".join)
_ATTRIBUTES = re.compile(
    "class|id|href|title|data-at|colspan|rowspan|style|lang|charset|name|content|aria-[a-z]+|hidden|type|disabled|for|list"
    "|autocomplete|role|value|tabindex|data-severity|scope"
)
_TAGS = re.compile(
    "html|head|meta|title|style|body|header|nav|main|section|article|aside|div|h[1-6]|p|ul|ol|li|a|span|br|mark|strong|em"
    "|table|colgroup|col|thead|tbody|tr|th|td|h3|button|label|input|datalist|option|dl|dt|dd|kbd|script"
)


def seen(text: str) -> str:
    """A text as a reader of the page finds it: signs that nobody can see have a picture, or are told to be damaged."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    result = ""
    for sign in text:
        code = ord(sign)
        if code < 0x20 and sign not in "\t\n":
            sign = chr(0x2400 + code)
        elif code == 0x7F:
            sign = "␡"
        elif 0x80 <= code <= 0x9F or 0xD800 <= code <= 0xDFFF or 0xFDD0 <= code <= 0xFDEF or code in (0xFFFE, 0xFFFF):
            sign = "\ufffd"
        result += sign
    return result


def page(given_: Dossier, *findings: Finding, lang: str = "zh") -> lxml_html.HtmlElement:
    """The page, which has no tag and no attribute beside its own."""
    root = lxml_html.document_fromstring(html(given_, findings, lang))
    for element in root.iter():
        assert _TAGS.fullmatch(element.tag)
        assert all(_ATTRIBUTES.fullmatch(name) for name in element.attrib)
        assert not element.get("href", "#").removeprefix("#").strip("abcdefghijklmnopqrstuvwxyz_-0123456789")
    return root


def text_of(element: lxml_html.HtmlElement) -> str:
    """Its text, without the numbers of findings."""
    for ref in element.xpath(".//a[contains(@class, 'ref')]"):
        ref.drop_tree()
    for line_break in element.xpath(".//br"):
        line_break.tail = "\n" + (line_break.tail or "")
    return element.text_content()


@given(TEXTS, TEXTS, TEXTS)
def test_every_cell_shows_its_text(name: str, text: str, reason: str) -> None:
    rows = (indicator("产出指标", "数量指标", name, "10", "9.5", id="i", target=text, actual=text, explanation=text),)
    doubt = Doubt(field="total", raw=text, reason=reason)
    table = project(
        id="e", name=name, title=text, annex=text, goal_expected=text, indicators=rows, total=None, doubts=(doubt,)
    )
    given_ = dossier(reports=(), base_data=(), evaluations=(table,))
    (laid,) = tables(given_)
    root = page(given_, Finding(f"{laid.at}/total", title="一"))
    shown = {c.get("data-at"): (text_of(c), c.get("title")) for c in root.xpath("//table//*[@data-at]")}
    assert {at: cell for at, (cell, _) in shown.items()} == {c.at: seen(c.text) for c in laid.cells() if c.at}
    assert shown[f"{laid.at}/total"][1] == f"识别存疑：{seen(reason)}"
    assert [h.text_content() for h in root.xpath("//section/h2")] == [seen(laid.title)]
    assert [p.text_content() for p in root.xpath("//p[@class='annex']")] == [seen(text)]


@given(TEXTS, TEXTS)
def test_every_paragraph_shows_its_text(title: str, text: str) -> None:
    paragraphs = (text, f"前{text}后")
    chapter = Section(id="s", number="一、", title=title, paragraphs=paragraphs)
    one = report(id="r", title=title, sections=(chapter,), attachments=(f"附件：{text}",), signature=text, date=text)
    given_ = filed(one, unit=title)
    (at,) = (part.at for part in parts(given_))
    root = page(given_)
    article = root.xpath("//article")[0]
    shown = {block.get("data-at"): text_of(block) for block in article.xpath("./*[@data-at]")}
    for number, paragraph in enumerate(paragraphs):
        text_shown = shown[f"{at}/sections/0/paragraphs/{number}"]
        assert re.sub("\n+", "\n", text_shown) == printed(paragraph, given_)
    assert shown[f"{at}/title"] == seen(title)
    assert shown[f"{at}/sections/0/title"] == "一、" + seen(bind(title, given_))
    assert shown[f"{at}/signature"] == shown[f"{at}/date"] == seen(text)
    assert shown[f"{at}/attachments/0"] == f"附件：{seen(text)}"
    assert root.xpath("//h1")[0].text_content() == root.xpath("//title")[0].text == seen(title) + "2024年度绩效自评"


def filed(one: Report, **more: str) -> Dossier:
    """A dossier of one report."""
    return dossier(reports=(one,), base_data=(), evaluations=(), **more)


def printed(paragraph: str, given_: Dossier) -> str:
    """A paragraph with its bindings filled in, as it is seen; where a line ends in two signs it ends once."""
    return re.sub("\n+", "\n", seen(bind(paragraph, given_)))


@given(TEXTS | st.just("\ud800"), TEXTS, st.sampled_from(["zh", "en"]))
def test_every_finding_shows_its_text(text: str, other: str, lang: str) -> None:
    follows = Finding(message=WORDS(text=other))
    one = Finding(
        at=f"{tables(dossier())[1].at}/total",
        severity=Severity.ERROR,
        title=text,
        name="",
        message=WORDS(text=text),
        code=other,
        basis=WORDS(text=text),
        consequences=(follows,),
    )
    (item,) = page(dossier(), one, lang=lang).xpath("//aside/ol/li")
    blocks = [p.text_content() for p in item.iter("p")]
    lead = "由此引起：" if lang == "zh" else "Follows from it: "
    assert blocks == [seen(text), lead + seen(other), f"{seen(other)}　{seen(text)}"]
    assert seen(text).strip() in "".join(item.itertext())


def test_prose_keeps_its_emphasis_and_nothing_else() -> None:
    words_ = ("**<b>粗</b>** *{% x %}*", "- <i>甲</i>\n- **乙**", "| <u>项</u> | 额 |\n|---|---|\n| {{= <s> }} | 1 |")
    one = report(sections=(Section(title="节", paragraphs=words_),), attachments=(), signature=None, date=None)
    article = page(filed(one)).xpath("//article")[0]
    assert [e.text_content() for e in article.iter("strong")] == ["<b>粗</b>", "乙"]
    assert [e.text_content() for e in article.iter("em")] == ["{% x %}"]
    assert [e.text_content() for e in article.iter("li", "th", "td")] == [
        "<i>甲</i>",
        "乙",
        "<u>项</u>",
        "额",
        "<s>",
        "1",
    ]


def test_a_template_that_asks_for_what_is_not_there_fails() -> None:
    from jinja2 import UndefinedError

    with pytest.raises(UndefinedError):
        drawn("page.html.j2", "zh", page=None, checked=True)


def test_the_template_library_is_loaded_where_a_page_is_written_only() -> None:
    code = "import sys, jixiao.writing; print('jinja2' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "False"


# --- the language of the page ---


def test_the_page_in_english_leaves_the_paper_as_it_is_filed() -> None:
    one = Finding(
        at=f"{tables(dossier())[1].at}/total",
        severity=Severity.ERROR,
        title="总分不符",
        name="total-score-mismatch",
        message=WORDS(text=Term("写 96", "says 96")),
        code="SC101",
    )
    text = html(dossier(), [one], lang="en")
    root = lxml_html.document_fromstring(text)
    assert (root.get("lang"), root.xpath("//main/@lang")) == ("en", ["zh-CN"])
    own = "".join(root.xpath("//aside//text()")) + "".join(root.xpath("//nav/@aria-label | //aside/@aria-label"))
    assert not re.search("[\u3400-\u9fff]", own)
    assert "Total score mismatch" in own
    assert "1 Error" in own
    assert root.xpath("//title")[0].text == "示范市渡口管理所 2024 performance self-evaluation"
    zh = lxml_html.document_fromstring(html(dossier(), [one]))
    assert [e.text_content() for e in zh.xpath("//main//td")] == [e.text_content() for e in root.xpath("//main//td")]
    assert (zh.get("lang"), zh.xpath("//main/@lang")) == ("zh-CN", [])
