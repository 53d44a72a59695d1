"""Word files made in memory, for tests: blocks in, the bytes of a ``.docx`` out.

>>> data = build_docx([P("基本情况", style="Heading1"), T([[C("名称", span=2)], [C("甲", vmerge="restart"), "乙"]])])

A cell is a :class:`C`, a string (short for ``C(text)``) or a list of blocks; a row is a list of cells or an :class:`R`.
The text of a cell may have several lines: each becomes a paragraph. Inside one paragraph ``\\n`` is a line break and
``\\t`` a tab.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMESPACES = (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_BY = ' w:id="9" w:author="tester" w:date="2024-01-01T00:00:00Z"'


# --- inside a paragraph ---


@dataclass(frozen=True, slots=True)
class Raw:
    """XML as it stands, inline or block, in the prefixes of the document (``w``, ``mc``, ``wps``, ``v``, ``r``)."""

    xml: str


@dataclass(frozen=True, slots=True)
class Ins:
    """Text inserted under tracked changes."""

    text: str


@dataclass(frozen=True, slots=True)
class Del:
    """Text deleted under tracked changes."""

    text: str


@dataclass(frozen=True, slots=True)
class Hidden:
    """Text formatted as hidden."""

    text: str


Inline = str | Raw | Ins | Del | Hidden


def run(text: str, *, properties: str = "", tag: str = "t") -> str:
    """A run of text; ``tag`` is ``delText`` in deletions."""
    parts: list[str] = []
    for number, line in enumerate(text.split("\n")):
        if number:
            parts.append("<w:br/>")
        for place, piece in enumerate(line.split("\t")):
            if place:
                parts.append("<w:tab/>")
            if piece:
                parts.append(f'<w:{tag} xml:space="preserve">{escape(piece)}</w:{tag}>')
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{look}{''.join(parts)}</w:r>"


def inline(item: Inline) -> str:
    """The XML of one inline."""
    match item:
        case str():
            return run(item) if item else ""
        case Ins():
            return f"<w:ins{_BY}>{run(item.text)}</w:ins>"
        case Del():
            return f"<w:del{_BY}>{run(item.text, tag='delText')}</w:del>"
        case Hidden():
            return run(item.text, properties="<w:vanish/>")
        case Raw():
            return item.xml


# --- blocks ---


@dataclass(frozen=True, slots=True)
class P:
    """A paragraph: a text or several inlines.

    ``style`` is a style id, ``number`` the numbering (list, level) and ``outline`` an outline level from 0. ``joined``
    marks the paragraph mark as deleted under tracked changes, so that the next paragraph follows on.
    """

    content: Inline | Sequence[Inline] = ""
    style: str = ""
    number: tuple[int, int] | None = None
    outline: int | None = None
    joined: bool = False

    def xml(self) -> str:
        """The XML of the paragraph."""
        inlines = [self.content] if isinstance(self.content, (str, Raw, Ins, Del, Hidden)) else self.content
        properties = ""
        if self.style:
            properties += f"<w:pStyle w:val={quoteattr(self.style)}/>"
        if self.number:
            properties += _number(self.number)
        if self.outline is not None:
            properties += f'<w:outlineLvl w:val="{self.outline}"/>'
        if self.joined:
            properties += f"<w:rPr><w:del{_BY}/></w:rPr>"
        head = f"<w:pPr>{properties}</w:pPr>" if properties else ""
        return f"<w:p>{head}{''.join(map(inline, inlines))}</w:p>"


@dataclass(frozen=True, slots=True)
class C:
    """A cell: a text, or blocks (also tables). ``span`` is in columns, ``hmerge`` is the old horizontal merge."""

    content: str | Sequence[Block] = ""
    span: int = 1
    vmerge: Literal["restart", "continue"] | None = None
    hmerge: Literal["restart", "continue"] | None = None

    def xml(self) -> str:
        """The XML of the cell."""
        blocks: list[Block]
        if isinstance(self.content, str):
            blocks = [P(line) for line in self.content.split("\n")]
        else:
            blocks = list(self.content)
            if not blocks or isinstance(blocks[-1], T):
                blocks.append(P())  # a cell must end with a paragraph
        properties = f'<w:tcW w:w="{900 * self.span}" w:type="dxa"/>'
        if self.span > 1:
            properties += f'<w:gridSpan w:val="{self.span}"/>'
        for tag, merge in (("hMerge", self.hmerge), ("vMerge", self.vmerge)):
            if merge:
                properties += f'<w:{tag} w:val="restart"/>' if merge == "restart" else f"<w:{tag}/>"
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{_blocks(blocks)}</w:tc>"


@dataclass(frozen=True, slots=True)
class R:
    """A row with what a list cannot say: grid columns left out ``before`` and ``after``, a header or deleted row."""

    cells: Sequence[Cell]
    before: int = 0
    after: int = 0
    header: bool = False
    deleted: bool = False

    def xml(self) -> str:
        """The XML of the row."""
        properties = f'<w:gridBefore w:val="{self.before}"/>' if self.before else ""
        properties += f'<w:gridAfter w:val="{self.after}"/>' if self.after else ""
        properties += "<w:tblHeader/>" if self.header else ""
        properties += f"<w:del{_BY}/>" if self.deleted else ""
        head = f"<w:trPr>{properties}</w:trPr>" if properties else ""
        return f"<w:tr>{head}{''.join(_cell(cell).xml() for cell in self.cells)}</w:tr>"


@dataclass(frozen=True, slots=True)
class T:
    """A table."""

    rows: Sequence[R | Sequence[Cell]]

    def xml(self) -> str:
        """The XML of the table; the grid is as wide as the widest row."""
        rows = [row if isinstance(row, R) else R(row) for row in self.rows]
        width = max((row.before + sum(_cell(cell).span for cell in row.cells) + row.after for row in rows), default=0)
        grid = '<w:gridCol w:w="900"/>' * width
        body = "".join(row.xml() for row in rows)
        return f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'


Block = P | T | Raw | str
Cell = C | str | Sequence[Block]


def _cell(cell: Cell) -> C:
    return cell if isinstance(cell, C) else C(cell)


def _blocks(blocks: Iterable[Block]) -> str:
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, Raw):
            parts.append(block.xml)
        else:
            parts.append((P(block) if isinstance(block, str) else block).xml())
    return "".join(parts)


def _number(number: tuple[int, int]) -> str:
    return f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'


# --- styles and numbering ---


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style."""

    id: str
    name: str = ""
    outline: int | None = None
    based_on: str = ""
    number: tuple[int, int] | None = None

    def xml(self) -> str:
        """The XML of the style."""
        properties = _number(self.number) if self.number else ""
        properties += f'<w:outlineLvl w:val="{self.outline}"/>' if self.outline is not None else ""
        based = f"<w:basedOn w:val={quoteattr(self.based_on)}/>" if self.based_on else ""
        return (
            f'<w:style w:type="paragraph" w:styleId={quoteattr(self.id)}>'
            f"<w:name w:val={quoteattr(self.name or self.id)}/>{based}<w:pPr>{properties}</w:pPr></w:style>"
        )


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a numbering: format, text ("%1、"), first number."""

    format: str = "decimal"
    text: str = "%1."
    start: int = 1
    style: str = ""

    def xml(self, number: int) -> str:
        """The XML of the level with that number, from 0."""
        style = f"<w:pStyle w:val={quoteattr(self.style)}/>" if self.style else ""
        return (
            f'<w:lvl w:ilvl="{number}"><w:start w:val="{self.start}"/><w:numFmt w:val="{self.format}"/>{style}'
            f"<w:lvlText w:val={quoteattr(self.text)}/></w:lvl>"
        )


HEADINGS = tuple(Style(f"Heading{n}", f"heading {n}", outline=n - 1, based_on="Normal") for n in range(1, 4))
STYLES = (Style("Normal", "Normal"), *HEADINGS)


# --- the package ---


def document_xml(blocks: Iterable[Block], *, strict: bool = False) -> str:
    """The main part, ``word/document.xml``."""
    w, r = (STRICT, _STRICT_RELATIONSHIPS) if strict else (TRANSITIONAL, _RELATIONSHIPS)
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{w}" xmlns:r="{r}"{_NAMESPACES}>'
        f"<w:body>{_blocks(blocks)}<w:sectPr/></w:body></w:document>"
    )


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file of these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def parts_of(
    blocks: Iterable[Block],
    *,
    styles: Sequence[Style] = STYLES,
    numbering: Mapping[int, Sequence[Level]] | None = None,
    strict: bool = False,
) -> dict[str, str | bytes]:
    """The members of a Word file by name, for tests that change or drop some before :func:`package`."""
    w = STRICT if strict else TRANSITIONAL
    lists = numbering or {}
    levels = {key: "".join(level.xml(n) for n, level in enumerate(of)) for key, of in lists.items()}
    abstract = "".join(f'<w:abstractNum w:abstractNumId="{k}">{x}</w:abstractNum>' for k, x in levels.items())
    nums = "".join(f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>' for key in lists)
    names = ["styles"] + (["numbering"] if lists else [])
    rel = _STRICT_RELATIONSHIPS if strict else _RELATIONSHIPS
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{rel}/{name}" Target="{name}.xml"/>' for n, name in enumerate(names, 1)
    )
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for name, kind in [("document", "document.main"), *((name, name) for name in names)]
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{rel}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
        "word/document.xml": document_xml(blocks, strict=strict),
        "word/styles.xml": f'<w:styles xmlns:w="{w}">{"".join(style.xml() for style in styles)}</w:styles>',
    }
    if lists:
        parts["word/numbering.xml"] = f'<w:numbering xmlns:w="{w}">{abstract}{nums}</w:numbering>'
    return parts


def build_docx(
    blocks: Iterable[Block],
    *,
    styles: Sequence[Style] = STYLES,
    numbering: Mapping[int, Sequence[Level]] | None = None,
    strict: bool = False,
) -> bytes:
    """A Word file of these blocks. ``numbering`` gives the levels of each list by its number."""
    return package(parts_of(blocks, styles=styles, numbering=numbering, strict=strict))
