"""The official Word file of a dossier: reports, annexes, tables, in the look of GB/T 9704-2012.

A dossier and a path enter; an Office Open XML file that Word, WPS and LibreOffice open is written.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from ...forms.layouts import Layout
from ...model import Dossier
from ..anchors import Anchors
from ..outline import parts as outline
from .comments import Comments
from .package import package
from .story import body
from .styles import fonts_xml, footer_xml, settings_xml, styles_xml
from .xml import DECLARATION, NAMESPACES

_WHEN = (2020, 1, 1, 0, 0, 0)
"""One date for all members: the same dossier gives the same bytes."""


def write_word(
    dossier: Dossier, path: Path, *, comments: Iterable[tuple[str, str]] = (), forms: Sequence[Layout] = ()
) -> None:
    """Write the dossier as filed. ``comments`` are (pointer, text) and stand beside the fact, or the printed fact
    nearest to it. ``forms`` are layouts asked for by hand; other tables take those of their place and year.

    What is written reads back as ``complete(bound(dossier))``. ``FileExistsError`` where the file is already there.
    """
    if path.exists():
        raise FileExistsError(str(path))
    parts = outline(dossier, forms)
    notes = Comments(dossier, comments, Anchors.of(parts))
    document = f"{DECLARATION}<w:document {NAMESPACES}>{body(parts, dossier, notes)}</w:document>"
    members = {
        **package(dossier, with_comments=bool(notes)),
        "word/document.xml": document,
        "word/styles.xml": styles_xml(),
        "word/fontTable.xml": fonts_xml(),
        "word/settings.xml": settings_xml(),
        "word/footer1.xml": footer_xml("right"),
        "word/footer2.xml": footer_xml("left"),
        **({"word/comments.xml": notes.xml()} if notes else {}),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            info = zipfile.ZipInfo(name, _WHEN)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text.encode("utf-8"))
