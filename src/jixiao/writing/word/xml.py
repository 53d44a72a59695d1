"""The few pieces of WordprocessingML that a report is made of, as text. Text enters, well-formed XML leaves."""

from __future__ import annotations

import re
from decimal import Decimal
from xml.sax.saxutils import escape as _escape
from xml.sax.saxutils import quoteattr

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def escape(text: str) -> str:
    """Text made safe for XML; characters that XML cannot hold are left out."""
    return _escape(_ILLEGAL.sub("", text))


def attribute(text: str) -> str:
    """A quoted attribute value."""
    return quoteattr(_ILLEGAL.sub("", text))


def twips(mm: Decimal) -> int:
    """Millimetres → twentieths of a point."""
    return int((mm * 1440 / Decimal("25.4")).to_integral_value())


def run(text: str, properties: str = "") -> str:
    """A run; tabs and line breaks inside it are kept."""
    parts = re.split(r"([\t\n])", text.replace("\r\n", "\n").replace("\r", "\n"))
    inner = "".join(
        "<w:tab/>" if part == "\t" else "<w:br/>" if part == "\n" else f'<w:t xml:space="preserve">{escape(part)}</w:t>'
        for part in parts
        if part
    )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def paragraph(runs: str, style: str, properties: str = "") -> str:
    """A paragraph in a named style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'
