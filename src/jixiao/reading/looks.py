"""Cuts the looks of text runs out of the XML of a Word body: bytes in, fewer bytes out, the content unchanged.

Office suites write font, size and language again for every run: up to two thirds of a file. None of it is read, and
what is not there need not be parsed.
"""

from __future__ import annotations

import re

_START, _END = b"<w:rPr>", b"</w:rPr>"
_MEANINGFUL = (b"vanish", b"trike", b"ins", b"del", b"move", b"Change", b"<!", b"<?")
"""Hidden and crossed-out text and tracked changes; a group that holds any of these stays."""

_NOT_STRUCK = rb'<w:d?strike w:val="(?:0|false|off)"/>'
_SPACED, _TEXT = b'<w:t xml:space="preserve">', b"<w:t>"
_DEFAULT_STYLE, _NO_LOOKS = b'<w:pStyle w:val="Normal"/>', b"<w:pPr></w:pPr>"
_WITH_IDS = (b"<w:p ", b"<w:r ")
_FIRST = 2**16
"""A file that has ids has one among its first bytes."""

_MARK = rb"<w:(?:proofErr|bookmarkStart|bookmarkEnd|lastRenderedPageBreak)(?: [^<>]*)?/>"
_NEXT_RUN = b"</w:t></w:r><w:r><w:t>"


def without_looks(data: bytes) -> bytes:
    """The XML without those groups of run properties that say nothing about content. Where none is left, what they kept
    apart is one run.

    Blanks count in every text here, so that the mark which asks to keep them says nothing either; nor does the name of
    the style that a paragraph has without being given one.
    """
    less = _without_runs(data).replace(_SPACED, _TEXT).replace(_DEFAULT_STYLE, b"").replace(_NO_LOOKS, b"")
    left = less.count(b"<w:rPr") - less.count(b"<w:rPr/>")
    return less if left else less.replace(_NEXT_RUN, b"")


def without_ids(data: bytes) -> bytes:
    """The XML without what Word notes for itself: ids of paragraphs and runs, its spelling checker, where pages broke
    last; nor bookmarks. Files of other programs have none of these and leave as they are.
    """
    if not any(data.find(start, 0, _FIRST) >= 0 for start in _WITH_IDS):
        return data
    for start in _WITH_IDS:
        head, *pieces = data.split(start)
        kept = [head]
        for piece in pieces:
            ids, _, rest = piece.partition(b">")
            if b"xmlns" in ids:
                return data  # names may mean something else in there
            kept += (start[:-1], b"/>" if ids.endswith(b"/") else b">", rest)
        data = b"".join(kept)
    return re.sub(_MARK, b"", data)


def is_idle(look: bytes) -> bool:
    """Whether a group of run properties says nothing about content."""
    if not any(word in look for word in _MEANINGFUL):
        return True
    said = re.sub(_NOT_STRUCK, b"", look)
    return not any(word in said for word in _MEANINGFUL)


def _without_runs(data: bytes) -> bytes:
    head, *pieces = data.split(_START)
    kept = [head]
    idle: dict[bytes, bool] = {}
    for piece in pieces:
        look, end, rest = piece.partition(_END)
        if not end:
            return data  # groups inside each other: a tracked change of looks
        if look not in idle:
            idle[look] = is_idle(look)
        if idle[look]:
            kept.append(rest)
        else:
            kept += (_START, piece)
    return b"".join(kept)
