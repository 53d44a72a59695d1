"""Comments in the Word file. Pointers and texts enter; marks around the printed facts and ``word/comments.xml``
leave.
"""

from __future__ import annotations

from collections.abc import Iterable

from ...model import Dossier
from ..anchors import Anchors
from .xml import DECLARATION, NAMESPACES, attribute, paragraph, run

AUTHOR = "jixiao"


class Comments:
    """The comments of one file, each at the printed fact nearest to its pointer."""

    def __init__(self, dossier: Dossier, comments: Iterable[tuple[str, str]], anchors: Anchors) -> None:
        self._texts: list[str] = []
        self._at: dict[str, list[int]] = {}
        for pointer, text in comments:
            self._at.setdefault(anchors.nearest(dossier, pointer), []).append(len(self._texts))
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
