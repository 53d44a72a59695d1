"""A case: what one unit filed for one year, with where it was found. Everything that is asked of it starts here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from .classes import dataclass
from .dossier import Dossier
from .message import Message
from .trace import Position, Trace, Unplaced


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file by what is in it: the SHA-256 of its bytes, its name, and every path at which it lay."""

    sha256: str
    name: str
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """Something about how a file was read, or about a place of the dossier: ``of`` names the file or the place."""

    of: str
    message: Message


@dataclass(frozen=True, slots=True)
class Case:
    """A dossier with the claims of its reports, the place of each fact, what was placed nowhere, and the files.

    ``dossier`` is as printed: figures bound into prose are filled in. ``source`` is the dossier to write and to
    correct, its prose still bound to the tables, where it ever was. ``printed`` are the texts of the rows of each table
    as read, by the pointer of its record.

    ``joined`` are, by the SHA-256 of a file, its tables that only go on with the one before: a person counts them as
    one. ``grounds`` say why each file is one of this case, ``missing`` what a filing of the place has and this one has
    not, ``unread`` the files that may be its own and could not be read: what is missing may stand in them.
    """

    dossier: Dossier
    trace: Trace = field(default_factory=dict)
    unplaced: tuple[Unplaced, ...] = ()
    files: tuple[SourceFile, ...] = ()
    notes: tuple[Note, ...] = ()
    bound: Dossier | None = None
    printed: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)
    joined: Mapping[str, frozenset[int]] = field(default_factory=dict)
    grounds: tuple[Note, ...] = ()
    missing: tuple[Message, ...] = ()
    unread: tuple[Note, ...] = ()

    @property
    def source(self) -> Dossier:
        """The dossier to write and to correct."""
        return self.bound or self.dossier

    @property
    def names(self) -> Mapping[str, str]:
        """The name of each file by its SHA-256."""
        return {file.sha256: file.name for file in self.files}

    def file_of(self, position: Position) -> SourceFile | None:
        """The file that a place is in."""
        return next((file for file in self.files if file.sha256 == position.file), None)
