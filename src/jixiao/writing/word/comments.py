"""Comments in the Word file. Pointers and texts enter; marks around the printed facts and ``word/comments.xml``
leave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...model import Claim, Dossier
from ...model.pointer import positional, resolve
from .xml import DECLARATION, NAMESPACES, attribute, paragraph, run

AUTHOR = "jixiao"


class Comments:
    """The comments of one file, each at the printed fact nearest to its pointer. ``anchors`` are the pointers that
    are printed, in order."""

    def __init__(self, dossier: Dossier, comments: Iterable[tuple[str, str]], anchors: Sequence[str]) -> None:
        self._texts: list[str] = []
        self._at: dict[str, list[int]] = {}
        known = set(anchors)
        for pointer, text in comments:
            anchor = _nearest(_printed_at(dossier, pointer), anchors, known)
            self._at.setdefault(anchor, []).append(len(self._texts))
            self._texts.append(text)

    def __bool__(self) -> bool:
        return bool(self._texts)

    def start(self, at: str) -> str:
        """What opens the comments on a fact."""
        return "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in self._at.get(at, ()))

    def end(self, at: str) -> str:
        """What closes them."""
        return "".join(
            f'<w:commentRangeEnd w:id="{n}"/><w:r><w:commentReference w:id="{n}"/></w:r>' for n in self._at.get(at, ())
        )

    def xml(self) -> str:
        """``word/comments.xml``."""
        body = "".join(
            f'<w:comment w:id="{n}" w:author={attribute(AUTHOR)} w:initials="jx">'
            + "".join(paragraph(run(line), "CommentText") for line in text.split("\n"))
            + "</w:comment>"
            for n, text in enumerate(self._texts)
        )
        return f"{DECLARATION}<w:comments {NAMESPACES}>{body}</w:comments>"


def _printed_at(dossier: Dossier, pointer: str) -> str:
    """The pointer with positions for ids; a claim stands where its paragraph stands."""
    try:
        place = positional(dossier, pointer)
        found = resolve(dossier, place)
    except (LookupError, ValueError):
        return pointer
    if isinstance(found, Claim):
        return place.partition("/claims/")[0] + found.paragraph
    return place


def _nearest(pointer: str, anchors: Sequence[str], known: set[str]) -> str:
    """The fact itself, else the first one inside what the pointer names, else the same for what is around it."""
    while pointer not in known:
        inside = next((a for a in anchors if a.startswith(pointer + "/")), None)
        if inside is not None:
            return inside
        if not pointer:
            return anchors[0] if anchors else ""
        pointer = pointer.rpartition("/")[0]
    return pointer
