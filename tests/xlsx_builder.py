"""Workbooks made part by part, for tests of what no library writes: XML of cells in, the bytes of an ``.xlsx`` out.

>>> data = build_xlsx({"表": '<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>'})
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from tests.docx_builder import package

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def build_xlsx(
    sheets: Mapping[str, str],
    *,
    strings: Sequence[str] = (),
    formats: Sequence[str] = (),
    styles: str = "",
    states: Mapping[str, str] | None = None,
    workbook: str = "",
    strict: bool = False,
    changed: Mapping[str, str | bytes | None] | None = None,
) -> bytes:
    """A workbook. A sheet is its rows, or a whole part where it begins with ``<?xml``; a shared string is plain text,
    or XML where it begins with ``<``. ``formats`` are number formats: styles 1, 2, … have them.
    """
    parts = parts_of(sheets, strings=strings, formats=formats, styles=styles, states=states or {}, workbook=workbook)
    for name, content in (changed or {}).items():
        if content is None:
            del parts[name]
        else:
            parts[name] = content
    if strict:
        parts = {name: _strict(content) for name, content in parts.items()}
    return package(parts)


def _strict(content: str | bytes) -> str | bytes:
    if isinstance(content, bytes):
        return content
    return content.replace(MAIN, STRICT).replace(_RELATIONS, _STRICT_RELATIONS)


def parts_of(
    sheets: Mapping[str, str],
    *,
    strings: Sequence[str] = (),
    formats: Sequence[str] = (),
    styles: str = "",
    states: Mapping[str, str] | None = None,
    workbook: str = "",
) -> dict[str, str | bytes]:
    """The members of the package by name."""
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"'
        + (f' state="{states[name]}"' if states and name in states else "")
        + "/>"
        for n, name in enumerate(sheets, 1)
    )
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    links += f'<Relationship Id="rIdS" Type="{_RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
    links += f'<Relationship Id="rIdF" Type="{_RELATIONS}/styles" Target="styles.xml"/>'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": _relations(
            f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/>'
        ),
        "xl/workbook.xml": (
            f'{_HEAD}<workbook xmlns="{MAIN}" xmlns:r="{_RELATIONS}">{workbook}<sheets>{listed}</sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _relations(links),
        "xl/sharedStrings.xml": f'{_HEAD}<sst xmlns="{MAIN}">{"".join(map(_string, strings))}</sst>',
        "xl/styles.xml": styles or style_part(formats),
    }
    for n, content in enumerate(sheets.values(), 1):
        parts[f"xl/worksheets/sheet{n}.xml"] = content if content.startswith("<?xml") else worksheet(content)
    return parts


def worksheet(rows: str, before: str = "", behind: str = "") -> str:
    """A worksheet part with these rows."""
    return (
        f'{_HEAD}<worksheet xmlns="{MAIN}" xmlns:r="{_RELATIONS}">'
        f"{before}<sheetData>{rows}</sheetData>{behind}</worksheet>"
    )


def style_part(formats: Sequence[str] = (), fonts: str = "<font/>", borders: str = "<border/>", more: str = "") -> str:
    """A style part: style 0 is plain, those after it have the number formats, ``more`` are further ``xf``."""
    codes = "".join(f'<numFmt numFmtId="{n}" formatCode={quoteattr(code)}/>' for n, code in enumerate(formats, 200))
    looks = "".join(f'<xf numFmtId="{n}"/>' for n in range(200, 200 + len(formats)))
    return (
        f'{_HEAD}<styleSheet xmlns="{MAIN}"><numFmts>{codes}</numFmts><fonts>{fonts}</fonts>'
        f'<borders>{borders}</borders><cellXfs><xf numFmtId="0"/>{looks}{more}</cellXfs></styleSheet>'
    )


def _relations(items: str) -> str:
    return (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}'
        "</Relationships>"
    )


def _string(text: str) -> str:
    return f"<si>{text}</si>" if text.startswith("<") else f'<si><t xml:space="preserve">{escape(text)}</t></si>'


def text_cell(address: str, text: str, style: int = 0) -> str:
    """A cell that keeps its string."""
    return f'<c r="{address}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def cell(address: str, value: str, style: int = 0, kind: str = "", formula: str = "") -> str:
    """A cell with a stored value."""
    given = f' t="{kind}"' if kind else ""
    inner = (f"<f>{escape(formula)}</f>" if formula else "") + (f"<v>{escape(value)}</v>" if value else "")
    return f'<c r="{address}" s="{style}"{given}>{inner}</c>'


def rows_of(texts: Sequence[Sequence[str]], style: int = 0, first: int = 1) -> str:
    """Rows of texts from column A on; an empty text gives no cell."""
    return "".join(
        f'<row r="{n}">'
        + "".join(text_cell(f"{chr(65 + c)}{n}", text, style) for c, text in enumerate(row) if text)
        + "</row>"
        for n, row in enumerate(texts, first)
    )
