"""A user's workbook that takes notes: its bytes enter; what its parts say, and the changed file, leave.

Changes are kept apart from the package until the end, and later ones see the earlier: a part is asked for here, never
of the package itself.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from ....model import Message, UnreadableError
from ....reading.excel.names import RELATION_IDS, STRICT, X
from ....reading.package import Package
from ... import messages
from ...splice import Markup, spliced
from ...splice.links import (
    TYPES_PART,
    Part,
    Relation,
    free_key,
    relations,
    relations_part,
    type_of,
    with_extension,
    with_relation,
    with_type,
    without_relation,
    without_type,
)
from ..word import SIGNATURES

KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_MAIN_TYPES = frozenset(
    {
        f"{_SPREADSHEET}.sheet.main+xml",
        f"{_SPREADSHEET}.template.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        "application/vnd.ms-excel.template.macroEnabled.main+xml",
    }
)


class Sheet(NamedTuple):
    """A worksheet by its name and its part, with the element that lists it."""

    name: str
    part: str
    entry: etree._Element


class Book:
    """The package of one workbook. ``UnreadableError`` where it cannot be read, or takes no notes."""

    def __init__(self, data: bytes, name: str) -> None:
        self._data, self.name = data, name
        self._package = Package(data, name)
        self._package.verify()
        self._names = zipfile.ZipFile(io.BytesIO(data)).namelist()
        self._changed: dict[str, bytes | None] = {}
        self._trees: dict[str, Part] = {}
        self.main = self._package.workbook
        if STRICT.encode() in self._package.raw(self.main):
            raise UnreadableError(name, messages.STRICT_EXCEL(), messages.SAVE_WORKBOOK())
        _, root = self.whole(self.main)
        if root.tag != X + "workbook" or type_of(self.whole(TYPES_PART)[1], self.main) not in _MAIN_TYPES:
            raise self.refused(self.main)

    @property
    def notes(self) -> tuple[Message, ...]:
        """What is to be said about the file besides the findings."""
        return (messages.SIGNED(),) if self._package.related_part("", SIGNATURES) else ()

    @property
    def sheets(self) -> list[Sheet]:
        """The worksheets in order; other kinds of sheets are left out."""
        links = {one.key: one for one in self._relations(self.main)}
        found = []
        for entry in self.whole(self.main)[1].iterfind(f"{X}sheets/{X}sheet"):
            link = links.get(next((entry.get(name, "") for name in RELATION_IDS if name in entry.attrib), ""))
            if link is not None and link.kind.endswith("/worksheet") and self.read(link.part) is not None:
                found.append(Sheet(entry.get("name", ""), link.part, entry))
        return found

    @property
    def parts(self) -> Iterator[str]:
        """The names of all parts as things stand."""
        known = dict.fromkeys((*self._names, *self._changed))
        return (name for name in known if self._changed.get(name, b"") is not None)

    def bytes_of(self, part: str) -> bytes | None:
        """A part as it is now, ``None`` where it is not there."""
        if part in self._changed:
            return self._changed[part]
        return self._package.raw(part) if part in self._package else None

    def read(self, part: str) -> Part | None:
        """Bytes and tree of a part, ``None`` where it is not there."""
        data = self.bytes_of(part) if part else None
        if data is None:
            return None
        if part not in self._trees:
            try:
                self._trees[part] = data, self._package.parse(data, part)
            except UnreadableError as error:
                raise self.refused(part) from error
        return self._trees[part]

    def whole(self, part: str) -> Part:
        """The same of a part that must be there."""
        found = self.read(part)
        if found is None:
            raise self.refused(part)
        return found

    def put(self, part: str, data: bytes | None) -> None:
        """Another content for a part, ``None`` to leave it out."""
        self._changed[part] = data
        self._trees.pop(part, None)

    def edit(self, part: str) -> Markup:
        """Edits of a part; :meth:`put` what they come to."""
        return Markup(*self.whole(part))

    # --- how parts know each other ---

    def related(self, part: str, kind: str, key: str = "") -> str:
        """The part that a part names with a type that ends so, by the id where one is given; empty where none."""
        found = (one.part for one in self._relations(part) if one.kind.endswith(kind) and key in ("", one.key))
        return next(found, "")

    def link(self, part: str, kind: str, target: str) -> str:
        """Make a part known to another: the id of the relation."""
        links = self.read(relations_part(part))
        self.put(relations_part(part), with_relation(links, part, f"{KINDS}/{kind}", target))
        return free_key(links)

    def drop(self, part: str, of: str) -> None:
        """Leave out a part that only ``of`` knows of."""
        self.put(part, None)
        links = self.read(relations_part(of))
        if links is not None:
            self.put(relations_part(of), without_relation(links, of, part))
        self.put(TYPES_PART, without_type(self.whole(TYPES_PART), part))
        extension = f".{part.rpartition('.')[2]}"
        if extension != ".xml" and not any(name.endswith(extension) for name in self.parts):
            self.put(TYPES_PART, without_type(self.whole(TYPES_PART), extension))

    def says_type(self, part: str, content_type: str) -> None:
        """Say what a new part is; by its extension where that is not XML."""
        types, extension = self.whole(TYPES_PART), part.rpartition(".")[2]
        told = with_type(types, part, content_type) if extension == "xml" else None
        self.put(TYPES_PART, told or with_extension(types, extension, content_type))

    def unused(self, folder: str, stem: str, extension: str) -> str:
        """A name for a new part in a folder beside the workbook."""
        base = posixpath.join(posixpath.dirname(self.main), folder)
        taken = {name.lower() for name in self.parts}
        names = (posixpath.join(base, f"{stem}{n}.{extension}") for n in range(1, len(taken) + 2))
        return next(name for name in names if name.lower() not in taken)

    def written(self) -> bytes:
        """The file with all changes."""
        return spliced(self._data, self._changed)

    def refused(self, part: str = "") -> UnreadableError:
        """What to tell where the file takes no notes."""
        return UnreadableError(self.name, messages.NO_NOTES(), messages.SAVE_WORKBOOK(), part)

    def _relations(self, part: str) -> tuple[Relation, ...]:
        links = self.read(relations_part(part))
        return relations(None if links is None else links[1], part)


def prefix_of(element: etree._Element) -> str:
    """The prefix of an element with its colon: those beside it in the same namespace bear the same."""
    return f"{element.prefix}:" if element.prefix else ""
