"""Pieces put into XML: they stand where they were asked for, and every other byte is as it was."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from jixiao.writing.splice import Markup, prefix_for

_TEXT = st.sampled_from(
    ["", "甲", " <!-- > <x/> -->", "<![CDATA[<a></b>]]>", "<?pi > ?>", "&lt;b&gt;", "&#x4E59;", "\r\n  ", "]]"]
)
_TAGS = st.sampled_from(["a", "w:b", "x-1"])
_ATTRIBUTES = st.sampled_from(["", ' k=">"', " k='\"/>'", ' w:k = "1"', "\n  k='<'".replace("<", "&lt;")])


@st.composite
def elements(draw: st.DrawFn, depth: int = 3) -> str:
    tag, attributes = draw(_TAGS), draw(_ATTRIBUTES)
    if depth == 0 or draw(st.booleans()):
        return f"<{tag}{attributes}{draw(st.sampled_from(['/>', ' />']))}"
    inside = draw(st.lists(_TEXT | elements(depth - 1), max_size=3))
    return f"<{tag}{attributes}>{''.join(inside)}</{tag}{draw(st.sampled_from(['', ' ']))}>"


@st.composite
def parts(draw: st.DrawFn) -> bytes:
    head = draw(st.sampled_from(["", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<!-- > -->', "<?p?>"]))
    return f'{head}<w:r xmlns:w="urn:w">{draw(elements())}{draw(elements())}</w:r>'.encode()


def parsed(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(remove_comments=True, remove_pis=True, resolve_entities=False))


def canonical(root: etree._Element) -> bytes:
    return etree.tostring(root, method="c14n")


@given(parts(), st.data())
def test_a_piece_stands_where_the_tree_says(data: bytes, choose: st.DataObject) -> None:
    root = parsed(data)
    inner = [element for element in root.iter("*") if element is not root]
    chosen = choose.draw(st.lists(st.sampled_from(range(len(inner))), max_size=4))
    ways = choose.draw(st.lists(st.sampled_from(["before", "after", "first", "last"]), min_size=4, max_size=4))
    markup, wanted = Markup(data, root), parsed(data)
    twins = [element for element in wanted.iter("*") if element is not wanted]
    for at, way in zip(chosen, ways, strict=False):
        markup.put(getattr(markup, way)(inner[at]), f"<new>{way}</new>")
    result = markup.written()
    assert len(result) >= len(data)
    grown = parsed(result)
    assert sorted(one.text or "" for one in grown.iter("new")) == sorted(ways[: len(chosen)])
    for one in list(grown.iter("new")):
        _take_out(one)
    assert canonical(grown) == canonical(wanted)
    assert len(twins) == len(inner)
    for at, way in zip(chosen[:1], ways, strict=False):
        _stands(parsed(result), at, way, chosen)


def _take_out(element: etree._Element) -> None:
    parent, tail = element.getparent(), element.tail or ""
    assert parent is not None
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _stands(root: etree._Element, at: int, way: str, chosen: list[int]) -> None:
    """The piece put in first is the neighbour, or the child, of the element it was put to."""
    if len(chosen) > 1:
        return
    element = [one for one in root.iter("*") if one is not root and one.tag != "new"][at]
    found = {
        "before": element.getprevious(),
        "after": element.getnext(),
        "first": element[0] if len(element) else None,
        "last": element[-1] if len(element) else None,
    }[way]
    assert found is not None
    assert (found.tag, found.text) == ("new", way)


@given(parts())
def test_without_edits_nothing_changes(data: bytes) -> None:
    assert Markup(data, parsed(data)).written() is data


@given(parts(), st.data())
def test_what_is_cut_is_gone_with_all_inside(data: bytes, choose: st.DataObject) -> None:
    root = parsed(data)
    inner = [element for element in root.iter("*") if element is not root]
    one = choose.draw(st.sampled_from(inner))
    markup = Markup(data, root)
    markup.cut(one)
    result = markup.written()
    _take_out(one)
    assert canonical(parsed(result)) == canonical(root)


def test_pieces_at_one_place_stand_by_rank_then_in_turn() -> None:
    data = b"<a><b/><c/></a>"
    root = parsed(data)
    markup = Markup(data, root)
    markup.put(markup.before(root[1]), "<r1/>", 1)
    markup.put(markup.after(root[0]), "<r0/>", 0)
    markup.put(markup.before(root[1]), "<r0b/>", 0)
    markup.put(markup.first(root[0]), "<in/>", 9)
    markup.put(markup.last(root[0]), "<in0/>", 0)
    assert markup.written() == b"<a><b><in0/><in/></b><r0/><r0b/><r1/><c/></a>"


def test_behind_the_last_child_is_at_the_end_of_its_parent() -> None:
    data = b"<a><b/></a>"
    root = parsed(data)
    markup = Markup(data, root)
    markup.put(markup.last(root), "<end/>", 1)
    markup.put(markup.after(root[0]), "<start/>", 0)
    assert markup.written() == b"<a><b/><start/><end/></a>"


def test_an_attribute_is_dropped_whatever_its_prefix() -> None:
    data = b"""<a xmlns:w="urn:w"><b k="1" w:gone = '2>' last="3"/></a>"""
    markup = Markup(data, root := parsed(data))
    markup.drop(root[0], "gone")
    assert markup.written() == b"""<a xmlns:w="urn:w"><b k="1" last="3"/></a>"""


def test_edits_that_overlap_are_refused() -> None:
    data = b"<a><b><c/></b></a>"
    markup = Markup(data, root := parsed(data))
    markup.cut(root[0])
    markup.cut(root[0][0])
    with pytest.raises(ValueError, match="overlap"):
        markup.written()


def test_a_tree_of_other_bytes_is_refused() -> None:
    markup = Markup(b"<a><b/></a>", root := parsed(b"<a/>"))
    with pytest.raises(ValueError, match="belong"):
        markup.cut(root)


def test_pieces_are_written_in_the_encoding_of_the_part() -> None:
    data = '<?xml version="1.0" encoding="GB18030"?><a>甲</a>'.encode("gb18030")
    markup = Markup(data, root := parsed(data))
    markup.put(markup.last(root), "乙")
    assert parsed(markup.written()).text == "甲乙"
    latin = b'<?xml version="1.0" encoding="ISO-8859-1"?><a/>'
    markup = Markup(latin, root := parsed(latin))
    markup.put(markup.last(root), "乙")
    assert re.search(rb"<a>&#\d+;</a>", markup.written())


def test_a_name_in_a_namespace_takes_the_prefix_in_force() -> None:
    root = parsed(b'<a xmlns="urn:w" xmlns:x="urn:w"><b xmlns:x="urn:other"/><w:c xmlns:w="urn:w"/></a>')
    assert prefix_for(root, "urn:w", "w") == ("x:", "")
    assert prefix_for(root[0], "urn:w", "w") == ("w:", ' xmlns:w="urn:w"')
    assert prefix_for(root[1], "urn:w", "w") in (("x:", ""), ("w:", ""))


def test_a_place_between_characters() -> None:
    data = "<a><b>&lt;甲&#x4E59;\r\n丙</b><c>x<![CDATA[y]]></c><d/></a>".encode()
    root = parsed(data)
    markup = Markup(data, root)
    b, c, d = root
    for at in range(6):
        place = markup.within(b, at)
        assert place is not None
        markup.put(place, str(at))
    assert markup.written() == "<a><b>0&lt;1甲2&#x4E59;3\r\n4丙5</b><c>x<![CDATA[y]]></c><d/></a>".encode()
    assert markup.within(c, 1) is None
    assert markup.within(d, 0) is None
    assert (markup.tag(b), markup.tag(d), markup.raw(d)) == ("<b>", "<d/>", "<d/>")


def test_what_stands_between_two_elements_is_taken_out_with_their_tags() -> None:
    data = b"<a><b><c>1</c></b><x/><b><c>2</c></b></a>"
    root = parsed(data)
    markup = Markup(data, root)
    markup.join(root[0][0], root[2][0])
    assert markup.written() == b"<a><b><c>12</c></b></a>"


def test_contents_and_attributes_are_exchanged() -> None:
    data = b"<a><b n = '1' nn='2'>3</b><c/></a>"
    root = parsed(data)
    markup = Markup(data, root)
    markup.fill(root[0], "<4>")
    markup.give(root[0], "n", "&")
    markup.give(root[0], "none", "5")
    assert markup.written() == b"""<a><b n = "&amp;" nn='2'>&lt;4&gt;</b><c/></a>"""
    with pytest.raises(ValueError, match="without content"):
        markup.fill(root[1], "x")
