"""What holds the parts of a Word file together: content types, relations, document properties. A dossier enters,
parts leave.
"""

from __future__ import annotations

from ...forms.layouts import report_title
from ...model import Dossier, Report
from .xml import DECLARATION, escape

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = (
    ("rId1", "styles", "styles.xml", "styles"),
    ("rId2", "fontTable", "fontTable.xml", "fontTable"),
    ("rId3", "settings", "settings.xml", "settings"),
    ("rId4", "footer", "footer1.xml", "footer"),
    ("rId5", "footer", "footer2.xml", "footer"),
)
_COMMENTS = ("rId6", "comments", "comments.xml", "comments")


def package(dossier: Dossier, *, with_comments: bool) -> dict[str, str]:
    """Name → text of the parts that are about other parts. The author is the unit, never a person."""
    inner = (*_PARTS, _COMMENTS) if with_comments else _PARTS
    overrides = "".join(
        f'<Override PartName="/word/{target}" ContentType="{_WORD}.{kind}+xml"/>' for _, _, target, kind in inner
    )
    relations = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/relationships/{kind}" Target="{target}"/>'
        for key, kind, target, _ in inner
    )
    title = next((report_title(report) for report in dossier.every(Report)), "")
    return {
        "[Content_Types].xml": (
            f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>{overrides}'
            '<Override PartName="/docProps/core.xml" '
            'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
            '<Override PartName="/docProps/app.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
            f'Target="docProps/core.xml"/>'
            f'<Relationship Id="rId3" Type="{_OFFICE}/relationships/extended-properties" Target="docProps/app.xml"/>'
            "</Relationships>"
        ),
        "word/_rels/document.xml.rels": (
            f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'
        ),
        "docProps/core.xml": (
            f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(dossier.unit)}</dc:creator>"
            f"<cp:lastModifiedBy>{escape(dossier.unit)}</cp:lastModifiedBy><dc:language>zh-CN</dc:language>"
            "</cp:coreProperties>"
        ),
        "docProps/app.xml": (
            f'{DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties">'
            f"<Application>jixiao</Application><Company>{escape(dossier.unit)}</Company></Properties>"
        ),
    }
