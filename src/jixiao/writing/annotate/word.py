"""A user's Word file that takes comments: its bytes enter; what the parts of the package say, and the bytes with some
parts changed, leave.
"""

from __future__ import annotations

import posixpath

from lxml import etree

from ...model import Message, UnreadableError
from ...reading.package import STRICT, Package, W
from ...reading.sniff import sniff
from .. import messages
from ..splice import spliced
from ..splice.links import TYPES_PART, Part, relations, relations_part, type_of, with_relation, with_type

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN_TYPES = frozenset(
    {
        f"{_WORD}.document.main+xml",
        f"{_WORD}.template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    }
)
SIGNATURES = "/digital-signature/origin"
_COMMENTS_TYPE = f"{_WORD}.comments+xml"
_COMMENTS_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"


class CommentedFile:
    """The package of one file. ``UnreadableError`` where it cannot be read, or takes no comments."""

    def __init__(self, data: bytes, name: str) -> None:
        self._data, self.name = data, name
        if sniff(data, name) != "zip":
            raise UnreadableError(name, messages.ONLY_WORD(), messages.GIVE_WORD())
        self.package = Package(data, name)
        self.package.verify()
        self.main = self.package.main
        text = self.package.raw(self.main)
        if STRICT.encode() in text:
            raise UnreadableError(name, messages.STRICT_WORD(), messages.SAVE_AGAIN())
        self.text: Part = (text, self.parse(text))
        types = self.read(TYPES_PART)
        if types is None or type_of(types[1], self.main) not in _MAIN_TYPES:
            raise self.refused(TYPES_PART)
        self._types = types
        self._links = self.read(relations_part(self.main))
        self.relations = relations(None if self._links is None else self._links[1], self.main)
        self._sound()

    @property
    def notes(self) -> tuple[Message, ...]:
        """What is to be said about the file besides the findings."""
        return (messages.SIGNED(),) if self.package.related_part("", SIGNATURES) else ()

    def read(self, part: str) -> Part | None:
        """Bytes and tree of a part, ``None`` where it is not there."""
        try:
            data = self.package.raw(part)
        except KeyError:
            return None
        return data, self.parse(data, part)

    def parse(self, data: bytes, part: str = "") -> etree._Element:
        """The tree of a part, of the text where none is named."""
        return self.package.parse(data, part or self.main)

    @property
    def comments(self) -> Part | None:
        """The part that holds the comments, where there is one."""
        found = self.read(self._comments) if self._comments else None
        if found is not None and found[1].tag != W + "comments":
            raise self.refused(self._comments)
        return found

    def with_parts(self, parts: dict[str, bytes], comments: bytes | None) -> bytes:
        """The file with these parts changed, and its comments, where they changed, in a part that it knows of."""
        if comments is not None:
            part = self._comments or self._unused()
            parts = {**parts, part: comments, TYPES_PART: with_type(self._types, part, _COMMENTS_TYPE)}
            if not self._comments:
                parts[relations_part(self.main)] = with_relation(self._links, self.main, _COMMENTS_KIND, part)
        return spliced(self._data, parts)

    def refused(self, part: str = "") -> UnreadableError:
        """What to tell where the file takes no comments."""
        return UnreadableError(self.name, messages.NO_COMMENTS(), messages.SAVE_AGAIN(), part)

    @property
    def _comments(self) -> str:
        return next((one.part for one in self.relations if one.kind == _COMMENTS_KIND), "")

    def _unused(self) -> str:
        """A name for the part of the comments that nothing has."""
        folder = posixpath.dirname(self.main)
        names = (posixpath.join(folder, f"comments{n or ''}.xml") for n in range(1000))
        return next(name for name in names if self.read(name) is None)

    def _sound(self) -> None:
        """Every part that the text needs must be XML: what Word itself would refuse is not given back as commented."""
        for one in self.relations:
            if one.part.endswith(".xml"):
                try:
                    self.read(one.part)
                except UnreadableError as error:
                    raise self.refused(one.part) from error
