"""Broken and hostile office files: the bytes of a sound one and a number go in, the same damaged file comes out.

What can go wrong with a package goes wrong here: bytes flipped, nodes of its XML deleted, doubled, moved, renamed,
wrapped and given odd values, members dropped, swapped, renamed and mislabelled, document types with entities, and now
and then a bomb: far more of something than any file has.
"""

from __future__ import annotations

import copy
import io
import random
import re
import zipfile
from collections.abc import Callable, Mapping

from lxml import etree

Parts = dict[str, bytes]

_NASTY = (
    "", " ", "0", "-1", "1", "2", "9", "63", "32768", "999999999", "99999999999999999999", "1e308", "NaN", "１２",
    "restart", "continue", "on", "off", "true", "begin", "separate", "end", "s", "str", "inlineStr", "b", "d", "n",
    "A1:XFD1048576", "A0", "XFE1", "B2:A1", "../../../etc/passwd", "/xl/workbook.xml", "file:///etc/hostname",
    "一级指标", "年度资金总额", "项目名称", "得分", "总分", "100%", "约3万", "1/0", "是", "2024年12月",
    "95%", "≥95", "9999年99月99日", "**", "甲" * 300, "\u202e5", "\U0001f600", "{{ /unit }}", "1.2.3",
)  # fmt: skip


def mutated(data: bytes, seed: int, bombs: float = 0.02) -> tuple[bytes, list[str]]:
    """The file damaged in one to four ways, and their names; ``bombs`` is the share of bombs, each of which takes as
    long as many others. The same seed damages a file the same way.
    """
    rng = random.Random(seed)
    if rng.random() < bombs:
        bomb = rng.choice(_BOMBS)
        return bomb(_unpacked(data), rng), [bomb.__name__]
    names = []
    for _ in range(rng.choice((1, 1, 2, 4))):
        mutate = rng.choice(_MUTATIONS)
        names.append(mutate.__name__)
        data = mutate(data, rng)
    return data, names


# --- the package as bytes ---


def flip_bytes(data: bytes, rng: random.Random) -> bytes:
    """Some bytes of the package changed."""
    damaged = bytearray(data)
    for _ in range(rng.choice((1, 3, 30))):
        if damaged:
            damaged[rng.randrange(len(damaged))] = rng.randrange(256)
    return bytes(damaged)


def cut(data: bytes, rng: random.Random) -> bytes:
    """The end, or a piece in the middle, is missing."""
    start = rng.randrange(len(data) + 1)
    return data[:start] + data[start + rng.randrange(2000) :] if rng.random() < 0.5 else data[:start]


def double(data: bytes, rng: random.Random) -> bytes:
    """A piece stands there twice."""
    start = rng.randrange(len(data) + 1)
    return data[: start + rng.randrange(500)] + data[start:]


# --- its members ---


def _unpacked(data: bytes) -> Parts:
    """The members of a package; what cannot be unpacked is left out."""
    parts: Parts = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                if member.file_size < 2**24:
                    parts[member.filename] = archive.read(member)
    except Exception:  # the package may be damaged in any way by now
        return parts
    return parts


def _packed(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name)  # with the same date each time
            member.compress_type = method
            archive.writestr(member, content)
    return buffer.getvalue()


def settled(data: bytes) -> bytes:
    """The same package without the time at which it was made: a number must damage it the same way tomorrow."""
    parts = _unpacked(data)
    for name in parts:
        if name.startswith("docProps/"):
            parts[name] = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", b"2024-01-01T00:00:00", parts[name])
    return _packed(parts)


def _on_parts(change: Callable[[Parts, random.Random], None]) -> Callable[[bytes, random.Random], bytes]:
    def mutate(data: bytes, rng: random.Random) -> bytes:
        parts = _unpacked(data)
        if not parts:
            return flip_bytes(data, rng)
        change(parts, rng)
        return _packed(parts, rng.choice((zipfile.ZIP_DEFLATED,) * 9 + (zipfile.ZIP_STORED,)))

    mutate.__name__ = change.__name__
    return mutate


def _any(parts: Parts, rng: random.Random) -> str:
    """A member; those that hold the content more often than others."""
    names = sorted(parts)
    content = ("document.xml", "sheet1.xml", "styles.xml", "workbook.xml", "sharedStrings.xml", "numbering.xml")
    weights = [9 if name.endswith(content) else 1 for name in names]
    return rng.choices(names, weights)[0]


def drop_member(parts: Parts, rng: random.Random) -> None:
    """A member is missing."""
    del parts[_any(parts, rng)]


def swap_members(parts: Parts, rng: random.Random) -> None:
    """Two members stand in each other's place."""
    one, other = _any(parts, rng), _any(parts, rng)
    parts[one], parts[other] = parts[other], parts[one]


def rename_member(parts: Parts, rng: random.Random) -> None:
    """A member has another name."""
    name = _any(parts, rng)
    new = rng.choice((name.upper(), "/" + name, name.replace("/", "\\"), "../" + name, name + " ", "word/甲.xml"))
    parts[new] = parts.pop(name)


def empty_member(parts: Parts, rng: random.Random) -> None:
    """A member is empty, or holds something else than XML."""
    parts[_any(parts, rng)] = rng.choice((b"", b" ", b"\xff\xfe", b"\x00" * 100, b"%PDF-1.7", rng.randbytes(300)))


def flip_in_member(parts: Parts, rng: random.Random) -> None:
    """Some bytes of a member changed: signs of XML for others."""
    name = _any(parts, rng)
    content = bytearray(parts[name] or b" ")
    for _ in range(rng.choice((1, 4, 20))):
        content[rng.randrange(len(content))] = rng.choice(b"<>/\"'&;= 0aw:\x00\xff\xe4")
    parts[name] = bytes(content)


def cut_member(parts: Parts, rng: random.Random) -> None:
    """The end of a member is missing."""
    name = _any(parts, rng)
    parts[name] = parts[name][: rng.randrange(len(parts[name]) + 1)]


def other_encoding(parts: Parts, rng: random.Random) -> None:
    """A member is written in another encoding than it says, or than is usual."""
    name = _any(parts, rng)
    text = parts[name].decode("utf-8", "replace")
    encoding = rng.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "gb18030", "utf-32"))
    if rng.random() < 0.5:
        text = text.replace("UTF-8", encoding.upper(), 1)
    parts[name] = text.encode(encoding, "replace")


def lie_about_types(parts: Parts, rng: random.Random) -> None:
    """The list of content types says something else, or the relations lead elsewhere."""
    name = rng.choice([n for n in parts if n.endswith((".rels", "[Content_Types].xml"))] or sorted(parts))
    lies = (
        (b"wordprocessingml.document.main", b"spreadsheetml.sheet.main"),
        (b"spreadsheetml.sheet.main", b"wordprocessingml.document.main"),
        (b"Target=", b'TargetMode="External" Target='),
        (b"document.xml", b"styles.xml"),
        (b"sheet1.xml", b"workbook.xml"),
        (b'Target="', b'Target="../'),
        (b'Target="', b'Target="http://example.invalid/'),
        (b"/officeDocument", b"/styles"),
        (b"/styles", b"/officeDocument"),
        (b"rId1", b"rId2"),
        (b"<Relationship ", b'<Relationship Type="x" Target="//" '),
    )
    old, new = rng.choice(lies)
    parts[name] = parts[name].replace(old, new, rng.choice((1, -1)))


# --- the XML inside ---


def _on_tree(change: Callable[[etree._Element, random.Random], None]) -> Callable[[bytes, random.Random], bytes]:
    def on_parts(parts: Parts, rng: random.Random) -> None:
        name = _any(parts, rng)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        try:
            root = etree.fromstring(parts[name], parser)
        except (etree.XMLSyntaxError, ValueError):
            flip_in_member(parts, rng)
            return
        for _ in range(rng.choice((1, 2, 10))):
            change(root, rng)
        parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    on_parts.__name__ = change.__name__
    return _on_parts(on_parts)


def _node(root: etree._Element, rng: random.Random) -> etree._Element:
    """Any element below the root; the root where there is none."""
    nodes = [node for node in root.iter() if isinstance(node.tag, str)]
    return rng.choice(nodes[1:] or nodes)


def _copy(node: etree._Element) -> etree._Element:
    twin = copy.deepcopy(node)
    twin.tail = None
    return twin


def delete_node(root: etree._Element, rng: random.Random) -> None:
    """A node is missing."""
    node = _node(root, rng)
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def repeat_node(root: etree._Element, rng: random.Random) -> None:
    """A node stands there again, and again."""
    node = _node(root, rng)
    if node.getparent() is not None and sum(1 for _ in node.iter()) < 500:
        for _ in range(rng.choice((1, 1, 2, 20))):
            node.addnext(_copy(node))


def move_node(root: etree._Element, rng: random.Random) -> None:
    """A node stands somewhere else, also inside what it must not."""
    node, place = _node(root, rng), _node(root, rng)
    if node is not place and node not in place.iterancestors() and node.getparent() is not None:
        place.insert(rng.randrange(len(place) + 1), node)


def copy_node(root: etree._Element, rng: random.Random) -> None:
    """A copy of a node stands somewhere else."""
    node, place = _node(root, rng), _node(root, rng)
    if sum(1 for _ in node.iter()) < 500:
        place.insert(rng.randrange(len(place) + 1), _copy(node))


def wrap_node(root: etree._Element, rng: random.Random) -> None:
    """A node stands inside copies of some other, deep down."""
    node, tag = _node(root, rng), _node(root, rng).tag
    parent = node.getparent()
    if parent is None:
        return
    outer = inner = etree.Element(tag)
    for _ in range(rng.choice((0, 1, 5, 60, 250))):
        inner = etree.SubElement(inner, tag)
    parent.replace(node, outer)
    inner.append(node)


def rename_node(root: etree._Element, rng: random.Random) -> None:
    """A node is called like another."""
    _node(root, rng).tag = _node(root, rng).tag


def change_attribute(root: etree._Element, rng: random.Random) -> None:
    """An attribute is missing, odd, or that of another node."""
    node, other = _node(root, rng), _node(root, rng)
    if node.attrib and rng.random() < 0.3:
        del node.attrib[rng.choice(list(node.attrib))]
    elif node.attrib and rng.random() < 0.7:
        node.set(rng.choice(list(node.attrib)), rng.choice(_NASTY))
    else:
        for name, value in other.attrib.items():
            node.set(name, value)


def change_text(root: etree._Element, rng: random.Random) -> None:
    """A text is odd, or stands where none belongs."""
    node = _node(root, rng)
    texts = [node for node in root.iter() if isinstance(node.tag, str) and node.text and node.text.strip()]
    if texts and rng.random() < 0.8:
        node = rng.choice(texts)
    node.text = rng.choice((*_NASTY, (node.text or "") * 3, rng.choice(texts).text if texts else ""))


# --- declarations ---


def declare_entities(parts: Parts, rng: random.Random) -> None:
    """A document type that grows, or that reaches for a file or the network."""
    name = _any(parts, rng)
    laughs = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 10))
    declaration = rng.choice(
        (
            '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
            f'<!DOCTYPE d [<!ENTITY x0 "ha">{laughs}<!ENTITY x "&x9;">]>',
            '<!DOCTYPE d SYSTEM "http://example.invalid/x.dtd">',
            '<!DOCTYPE d [<!ENTITY % p SYSTEM "http://example.invalid/x"> %p;]>',
            '<!DOCTYPE d [<!ENTITY x "甲">]>',
            f"<!-- {'x' * 20_000} --><!DOCTYPE d [<!ENTITY x 'y'>]>",
            "<!DOCTYPE d>",
            "<?xml-stylesheet href='x'?>",
        )
    )
    text = parts[name].decode("utf-8", "replace")
    head, mark, rest = text.partition("?>")
    text = head + mark + declaration + rest if mark else declaration + text
    text = text.replace(">", ">&x;", 5) if rng.random() < 0.3 else text.replace("</", "&x;</", 3)
    encoding = rng.choice(("utf-8", "utf-8", "utf-16"))
    parts[name] = text.replace("UTF-8", encoding.upper(), 1).encode(encoding, "replace")


# --- bombs ---


def _main(parts: Parts) -> str:
    """The member that holds the content."""
    usual = ("word/document.xml", "xl/worksheets/sheet1.xml")
    return next((name for name in usual if name in parts), next(iter(parts), "word/document.xml"))


def _filled(parts: Parts, middle: bytes) -> bytes:
    """The package with something put in before the end of its content."""
    name = _main(parts)
    content = parts.get(name, b"<w:document/>")
    end = next((at for tag in (b"</w:body>", b"</sheetData>") if (at := content.rfind(tag)) >= 0), len(content))
    return _packed({**parts, name: content[:end] + middle + content[end:]})


def bomb_of_blanks(parts: Parts, rng: random.Random) -> bytes:
    """One part unpacks to far more than it is packed."""
    return _filled(parts, b" " * (rng.choice((3, 40, 120)) * 2**20))


def bomb_of_nodes(parts: Parts, rng: random.Random) -> bytes:
    """Very many small elements, with and without attributes."""
    node = rng.choice(
        (
            "<w:p/>{}",
            "<w:r/>{}",
            "<w:p><w:r><w:t>{}</w:t></w:r></w:p>",
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            "<w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>",
            "<w:tc>{}",
            '<w:p w:a="{}" w:b="" w:c="" w:d="" w:e="" w:f=""/>',
            '<row><c t="inlineStr"><is><t>{}</t></is></c></row>',
            "<c><v>{}</v></c>",
            "<x>&amp;{}</x>",
        )
    )
    # different within what a packer remembers, or the ratio alone would give the bomb away
    some = "".join(node.format(rng.choice((rng.randrange(10**4), ""))) for _ in range(2**17 // len(node))).encode()
    return _filled(parts, some * (rng.choice((2, 10, 40)) * 2**20 // len(some)))


def bomb_of_depth(parts: Parts, rng: random.Random) -> bytes:
    """Elements inside each other, far too deep."""
    depth = rng.choice((100, 255, 5_000, 500_000))
    tag = rng.choice((b"w:tbl", b"w:sdt", b"w:ins", b"w:r", b"row", b"x"))
    if tag == b"w:tbl":
        opened, closed = b"<w:tbl><w:tr><w:tc>", b"<w:p/></w:tc></w:tr></w:tbl>"
    else:
        opened, closed = b"<" + tag + b">", b"</" + tag + b">"
    return _filled(parts, opened * depth + closed * depth)


def bomb_of_text(parts: Parts, rng: random.Random) -> bytes:
    """One very long text."""
    text = rng.choice((b"9", b"%", "甲".encode(), "一、".encode(), b"&lt;")) * (rng.choice((1, 4, 12)) * 2**20 // 3)
    paragraph = b"<w:p><w:r><w:t>" + text + b"</w:t></w:r></w:p>"
    cell = b"<w:tbl><w:tr><w:tc>" + paragraph + b"</w:tc></w:tr></w:tbl>"
    return _filled(
        parts, rng.choice((paragraph, cell, b'<row><c t="inlineStr"><is><t>' + text + b"</t></is></c></row>"))
    )


def bomb_of_attributes(parts: Parts, rng: random.Random) -> bytes:
    """One element with very many attributes, or with a very long one."""
    if rng.random() < 0.5:
        return _filled(parts, b"<w:p " + b" ".join(b'a%d=""' % n for n in range(rng.choice((1000, 300_000)))) + b"/>")
    return _filled(parts, b'<w:p w:val="' + b"9" * (rng.choice((1, 20)) * 2**20) + b'"/>')


def bomb_of_members(parts: Parts, rng: random.Random) -> bytes:
    """Very many members."""
    return _packed({**parts, **{f"word/{n}.xml": b"" for n in range(rng.choice((5_000, 40_000)))}})


def bomb_of_rows(parts: Parts, rng: random.Random) -> bytes:
    """Cells at the far end of a sheet or grid, spans over all of it, merges over each other."""
    row = b"<w:tr>" + b"<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>" * 500 + b"</w:tr>"
    wide = b'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr><w:p/></w:tc></w:tr>'
    far = (
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        b'<row r="1" spans="1:16384"><c r="XFD1"><v>1</v></c></row>' * 1000,
        b"</sheetData><mergeCells>" + b'<mergeCell ref="A1:XFD1048576"/>' * 2000 + b"</mergeCells><sheetData>",
        b"<w:tbl>" + wide * 500 + b"</w:tbl>",
        b"<w:tbl>" + row * 300 + b"</w:tbl>",
    )
    return _filled(parts, rng.choice(far))


_MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    flip_bytes,
    cut,
    double,
    *map(
        _on_parts,
        (
            drop_member,
            swap_members,
            rename_member,
            empty_member,
            flip_in_member,
            cut_member,
            other_encoding,
            lie_about_types,
            declare_entities,
        ),
    ),
    # most of all, what leaves the XML whole: the deeper rooms are reached by that only
    *4
    * tuple(
        map(
            _on_tree,
            (
                delete_node,
                repeat_node,
                move_node,
                copy_node,
                wrap_node,
                rename_node,
                change_attribute,
                change_text,
            ),
        )
    ),
)
_BOMBS: tuple[Callable[[Parts, random.Random], bytes], ...] = (
    bomb_of_blanks,
    bomb_of_nodes,
    bomb_of_depth,
    bomb_of_text,
    bomb_of_attributes,
    bomb_of_members,
    bomb_of_rows,
)
