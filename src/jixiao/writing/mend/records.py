"""What mending gives back: what was put into the file, and what was not and why. Plain frozen data."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Message
from ..correcting.records import Change, Question


@dataclass(frozen=True, slots=True)
class Undone:
    """A change whose place is in the file and that was not made there, and why."""

    change: Change
    why: Message


@dataclass(frozen=True, slots=True)
class MendResult:
    """The changes that stand in the file now; those that have no place in it; those left undone, each with its reason;
    how many open questions became comments, and those that did not; what else a person should know.
    """

    made: tuple[Change, ...]
    elsewhere: tuple[Change, ...] = ()
    undone: tuple[Undone, ...] = ()
    asked: int = 0
    not_asked: tuple[Question, ...] = ()
    notes: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Tracking:
    """Changes are tracked, by this author, as of this moment (ISO 8601; empty where none is to be told)."""

    author: str
    date: str = ""
