"""Relations and content types of a package."""

from __future__ import annotations

import pytest
from lxml import etree

from jixiao.writing.splice.links import (
    Relation,
    relations,
    relations_part,
    type_of,
    with_extension,
    with_relation,
    with_type,
    without_relation,
    without_type,
)

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
LINKS = f"""<Relationships xmlns="{_RELATIONS}">
<Relationship Id="rId1" Type="t/styles" Target="styles.xml"/><Relationship Id="rId3" Type="t/x" Target="/word/x.xml"/>
<Relationship Id="rId2" Type="t/link" Target="http://example.org/" TargetMode="External"/>
<Relationship Id="rId4" Type="t/custom" Target="../customXml/item1.xml"/></Relationships>""".encode()
KINDS = (
    f'<Types xmlns="{_TYPES}"><Default Extension="XML" ContentType="plain"/>'
    '<Override PartName="/Word/Document.xml" ContentType="main"/></Types>'
).encode()


def tree(data: bytes) -> etree._Element:
    return etree.fromstring(data)


def test_relations_lead_to_parts() -> None:
    assert relations_part("word/document.xml") == "word/_rels/document.xml.rels"
    assert relations_part("document.xml") == "_rels/document.xml.rels"
    assert relations(None, "word/document.xml") == ()
    assert relations(tree(LINKS), "word/document.xml") == (
        Relation("rId1", "t/styles", "word/styles.xml"),
        Relation("rId3", "t/x", "word/x.xml"),
        Relation("rId4", "t/custom", "customXml/item1.xml"),
    )


@pytest.mark.parametrize("root_prefix", [False, True])
def test_a_new_relation_takes_a_free_id(root_prefix: bool) -> None:
    data = LINKS
    if root_prefix:
        data = data.replace(b"xmlns=", b"xmlns:p=").replace(b"<Rel", b"<p:Rel").replace(b"</Rel", b"</p:Rel")
    more = with_relation((data, tree(data)), "word/document.xml", "t/comments", "word/comments.xml")
    assert relations(tree(more), "word/document.xml")[-1] == Relation("rId5", "t/comments", "word/comments.xml")
    assert more.startswith(data.rpartition(b"</")[0])


def test_relations_begin_where_there_were_none() -> None:
    for part, target in (("word/document.xml", "word/comments.xml"), ("document.xml", "comments.xml")):
        data = with_relation(None, part, "t/comments", target)
        assert relations(tree(data), part) == (Relation("rId1", "t/comments", target),)


def test_types_by_name_and_by_extension() -> None:
    root = tree(KINDS)
    assert type_of(root, "word/document.xml") == "main"
    assert type_of(root, "word/other.xml") == "plain"
    assert type_of(root, "word/picture.png") == ""


def test_a_new_type_is_said_once() -> None:
    more = with_type((KINDS, tree(KINDS)), "word/comments.xml", "comments")
    assert type_of(tree(more), "word/comments.xml") == "comments"
    assert with_type((more, tree(more)), "word/comments.xml", "comments") is more
    prefixed = KINDS.replace(b"xmlns=", b"xmlns:t=").replace(b"<", b"<t:").replace(b"<t:/", b"</t:")
    assert type_of(tree(with_type((prefixed, tree(prefixed)), "a.xml", "c")), "a.xml") == "c"
    with pytest.raises(ValueError, match="something else"):
        with_type((more, tree(more)), "word/comments.xml", "another")


def test_relations_go_and_the_last_one_takes_the_part_along() -> None:
    less = without_relation((LINKS, tree(LINKS)), "word/document.xml", "word/x.xml")
    assert less is not None
    assert [one.key for one in relations(tree(less), "word/document.xml")] == ["rId1", "rId4"]
    assert b"TargetMode" in less
    one = with_relation(None, "document.xml", "t/x", "x.xml")
    assert without_relation((one, tree(one)), "document.xml", "x.xml") is None


def test_types_of_an_extension_come_and_go() -> None:
    more = with_extension((KINDS, tree(KINDS)), "vml", "drawing")
    assert type_of(tree(more), "any/where.vml") == "drawing"
    assert with_extension((more, tree(more)), "vml", "drawing") == more
    assert without_type((more, tree(more)), ".vml") == KINDS
    assert b"Override" not in without_type((KINDS, tree(KINDS)), "word/document.xml")
    with pytest.raises(ValueError, match="something else"):
        with_extension((more, tree(more)), "vml", "other")
