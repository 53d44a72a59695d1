"""Cuts the looks of text runs out of the XML of a Word body: bytes in, fewer bytes out, the content unchanged.

Office suites write font, size and language again for every run: up to two thirds of a file. None of it is read, and
what is not there need not be parsed.
"""

from __future__ import annotations

import re

_START, _END = b"<w:rPr>", b"</w:rPr>"
_MEANINGFUL = (b"vanish", b"trike", b"ins", b"del", b"move", b"Change", b"<!", b"<?")
"""Hidden and crossed-out text and tracked changes; a group that holds any of these stays."""

_NOT_STRUCK = re.compile(rb'<w:d?strike w:val="(?:0|false|off)"/>')


_WIDTH = re.compile(rb"<w:tcW [^<>]*/>")
_SPACED, _TEXT = b'<w:t xml:space="preserve">', b"<w:t>"
_DEFAULT_STYLE = b'<w:pStyle w:val="Normal"/>'


def without_looks(data: bytes) -> bytes:
    """The XML without widths of cells, and without those groups of run properties that say nothing about content.

    Blanks count in every text here, so that the mark which asks to keep them says nothing either; nor does the name of
    the style that a paragraph has without being given one.
    """
    return _WIDTH.sub(b"", _without_runs(data).replace(_SPACED, _TEXT).replace(_DEFAULT_STYLE, b""))


def _without_runs(data: bytes) -> bytes:
    head, *pieces = data.split(_START)
    kept = [head]
    idle: dict[bytes, bool] = {}
    for piece in pieces:
        look, end, rest = piece.partition(_END)
        if not end:
            return data  # groups inside each other: a tracked change of looks
        if look not in idle:
            said = _NOT_STRUCK.sub(b"", look)
            idle[look] = not any(word in said for word in _MEANINGFUL)
        if idle[look]:
            kept.append(rest)
        else:
            kept += (_START, piece)
    return b"".join(kept)
