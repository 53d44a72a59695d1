"""A file that has comments already: ours are replaced, those of others are not touched."""

from __future__ import annotations

import io

import docx
from lxml import etree

from jixiao.model import Position
from jixiao.reading.package import TRANSITIONAL, W
from jixiao.writing.annotate import AUTHOR, annotated
from tests.docx_builder import Raw, T, build_docx, run
from tests.writing.commented import finding, part, unchanged, with_parts

_LINKS, _COMMENTS, _TEXT = "word/_rels/document.xml.rels", "word/comments.xml", "word/document.xml"
_OFFICE = "http://schemas.microsoft.com/office"
_EXTENDED = {
    "commentsExtended": (f"{_OFFICE}/2011/relationships/commentsExtended", f"{_OFFICE}/word/2012/wordml"),
    "commentsIds": (f"{_OFFICE}/2016/09/relationships/commentsIds", f"{_OFFICE}/word/2016/wordml/cid"),
    "commentsExtensible": (f"{_OFFICE}/2018/08/relationships/commentsExtensible", f"{_OFFICE}/word/2018/wordml/cex"),
}


def at(paragraph: int, start: int | None = None, end: int | None = None) -> Position:
    return Position("x", paragraph=paragraph, start=start, end=end)


def run_on(data: bytes, places: dict[str, Position]) -> bytes:
    return annotated(data, "x", [finding(where) for where in places], places)[0]


def said(data: bytes) -> list[tuple[str, str, str]]:
    """Number, author, text."""
    return [(str(c.comment_id), c.author, c.text) for c in docx.Document(io.BytesIO(data)).comments]


def foreign(blocks: list[str]) -> bytes:
    """A file in which somebody commented on each paragraph, under the numbers 0, 2, 4…"""
    marks = [
        Raw(
            f'<w:p><w:commentRangeStart w:id="{2 * n}"/>{run(text)}<w:commentRangeEnd w:id="{2 * n}"/>'
            f'<w:r><w:rPr><w:rStyle w:val="a5"/></w:rPr><w:commentReference w:id="{2 * n}"/></w:r></w:p>'
        )
        for n, text in enumerate(blocks)
    ]
    data = build_docx(marks)
    inside = "".join(
        f'<w:comment w:id="{2 * n}" w:author="李某" w:date="2024-01-01T00:00:00Z">'
        f"<w:p>{run(f'看{n}')}</w:p></w:comment>\n"
        for n in range(len(blocks))
    )
    link = (
        '<Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"'
        ' Target="comments.xml"/></Rel'
    )
    types = part(data, "[Content_Types].xml").replace(
        "</Types>",
        '<Override PartName="/word/comments.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
    )
    return with_parts(
        data,
        {
            _COMMENTS: f'<w:comments xmlns:w="{TRANSITIONAL}">{inside}</w:comments>',
            _LINKS: part(data, _LINKS).replace("</Rel", link),
            "[Content_Types].xml": types,
        },
    )


def test_run_twice_is_run_once() -> None:
    data = foreign(["甲", "乙"])
    places = {"/a": at(0), "/b": at(1, 0, 1), "/c": at(1, 0, 1)}
    once = run_on(data, places)
    unchanged(data, once)
    assert run_on(once, places) == once


def test_comments_of_others_stay_and_ours_are_replaced() -> None:
    data = foreign(["甲", "乙"])
    once = run_on(data, {"/a": at(0), "/b": at(1)})
    assert said(once) == [
        ("0", "李某", "看0"),
        ("2", "李某", "看1"),
        ("1", AUTHOR, "错误：/a有误 [SC101]"),
        ("3", AUTHOR, "错误：/b有误 [SC101]"),
    ]
    mended = run_on(once, {"/b": at(1), "/c": at(0)})
    unchanged(data, mended)
    assert said(mended)[2:] == [("3", AUTHOR, "错误：/b有误 [SC101]"), ("1", AUTHOR, "错误：/c有误 [SC101]")]
    clean = run_on(mended, {})
    assert said(clean) == said(data)
    assert part(clean, _TEXT) == part(data, _TEXT)
    assert part(clean, _COMMENTS) == part(data, _COMMENTS)


def test_a_comment_that_still_holds_keeps_its_number_and_moves_with_its_place() -> None:
    once = run_on(build_docx(["甲", "乙"]), {"/a": at(1), "/b": at(0)})
    moved = run_on(once, {"/b": at(1), "/c": at(0)})
    assert [(number, text[3:5]) for number, _, text in said(moved)] == [("1", "/b"), ("0", "/c")]
    assert part(moved, _TEXT).index('Start w:id="0"') < part(moved, _TEXT).index('Start w:id="1"')


def test_where_marks_meet_one_range_ends_before_the_next_begins() -> None:
    data = build_docx([Raw(f"<w:p>{run('甲')}{run('乙')}</w:p>")])
    text = part(run_on(data, {"/b": at(0, 1, 2), "/a": at(0, 0, 1)}), _TEXT)
    assert text.index('RangeEnd w:id="1"') < text.index('Reference w:id="1"') < text.index('RangeStart w:id="0"')


def test_numbers_that_the_text_refers_to_are_not_given_away() -> None:
    stray = Raw(
        '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>甲</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>'
    )
    once = run_on(build_docx([stray]), {"/a": at(0)})
    assert [number for number, _, _ in said(once)] == ["2"]


def test_where_a_stranger_bears_our_number_the_marks_are_the_strangers() -> None:
    once = run_on(foreign(["甲"]), {"/a": at(0)})
    clash = with_parts(once, {_COMMENTS: part(once, _COMMENTS).replace('w:id="1"', 'w:id="0"')})
    again = run_on(clash, {"/b": at(0)})
    assert [(number, by) for number, by, _ in said(again)] == [("0", "李某"), ("2", AUTHOR)]
    root = etree.fromstring(part(again, _TEXT).encode())
    assert [mark.get(W + "id") for mark in root.iter(W + "commentReference")].count("0") == 1


def with_threads(data: bytes, answers: dict[str, str]) -> bytes:
    """The file as newer versions of Word save it: paragraphs of comments have marks by which others refer to them.
    ``answers``: number of a comment → number of the one that it answers.
    """
    text = part(data, _COMMENTS).replace("<w:comments ", '<w:comments xmlns:w14="urn:w14" ', 1)
    root = etree.fromstring(text.encode())
    entries: dict[str, list[str]] = {name: [] for name in _EXTENDED}
    for comment in root:
        number = comment.get(W + "id", "")
        last = list(comment.iter(W + "p"))[-1]
        last.set("{urn:w14}paraId", f"0000000{number}")
        parent = f' x:paraIdParent="0000000{answers[number]}"' if number in answers else ""
        entries["commentsExtended"].append(f'<x:commentEx x:paraId="0000000{number}"{parent} x:done="0"/>')
        entries["commentsIds"].append(f'<x:commentId x:paraId="0000000{number}" x:durableId="A{number}"/>')
        entries["commentsExtensible"].append(f'<x:commentExtensible x:durableId="A{number}"/>')
    parts: dict[str, str | bytes | None] = {_COMMENTS: etree.tostring(root)}
    links = part(data, _LINKS)
    for n, (name, (kind, space)) in enumerate(_EXTENDED.items()):
        parts[f"word/{name}.xml"] = f'<x:all xmlns:x="{space}">{"".join(entries[name])}</x:all>'
        link = f'<Relationship Id="x{n}" Type="{kind}" Target="{name}.xml"/></Rel'
        links = links.replace("</Rel", link)
    return with_parts(data, {**parts, _LINKS: links})


def test_what_is_said_about_a_comment_goes_with_it_and_answers_stay() -> None:
    once = with_threads(run_on(foreign(["甲", "乙"]), {"/a": at(0), "/b": at(1)}), {"0": "1", "2": "3"})
    kept = run_on(once, {"/a": at(0)})
    assert [number for number, _, _ in said(kept)] == ["0", "2", "1"]
    extended = part(kept, "word/commentsExtended.xml")
    assert 'x:paraId="00000000" x:paraIdParent="00000001"' in extended  # still an answer
    assert '<x:commentEx x:paraId="00000002" x:done="0"/>' in extended  # a comment of its own now
    assert "00000003" not in extended + part(kept, "word/commentsIds.xml")
    assert "A3" not in part(kept, "word/commentsExtensible.xml")
    assert "A1" in part(kept, "word/commentsExtensible.xml")


def test_parts_about_comments_that_are_named_but_missing() -> None:
    once = with_threads(run_on(foreign(["甲"]), {"/a": at(0)}), {})
    torn = with_parts(once, {"word/commentsIds.xml": None, "word/commentsExtensible.xml": None})
    assert "00000001" not in part(run_on(torn, {}), "word/commentsExtended.xml")


def test_parts_about_comments_are_not_touched_where_none_goes() -> None:
    once = with_threads(run_on(foreign(["甲", "乙"]), {"/a": at(0)}), {})
    more = run_on(once, {"/a": at(0), "/b": at(1)})
    for name in _EXTENDED:
        assert part(more, f"word/{name}.xml") == part(once, f"word/{name}.xml")


def test_marks_that_another_program_wrote_anew_are_found() -> None:
    data = build_docx(["甲", T([["乙"]])])
    places = {"/a": at(0), "/b": Position("x", table=0, row=0, cell=0)}
    once = run_on(data, places)
    text = part(once, _TEXT).replace(
        "<w:r><w:commentR", '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentR'
    )
    resaved = with_parts(once, {_TEXT: text})
    assert part(run_on(resaved, {}), _TEXT) == part(data, _TEXT)
    joined = part(once, _TEXT).replace('<w:commentReference w:id="0"/>', '<w:t>丙</w:t><w:commentReference w:id="0"/>')
    assert "<w:r><w:t>丙</w:t></w:r>" in part(run_on(with_parts(once, {_TEXT: joined}), {}), _TEXT)
