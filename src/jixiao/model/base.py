"""What all records of a dossier share: they are frozen, refuse unknown fields, carry an id where they stand in a list,
and can say what they are unsure of.

Every field has a default: a record may be half filled, and what is missing is a finding, not a refusal.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, field_validator
from pydantic_core import PydanticCustomError

from .message import Message, words

State = Literal["open", "complete"]
"""``open``: still being filled in, so that what is missing is no fault yet. ``complete``: handed over, or printed."""

_set = object.__setattr__
_NEARLY = 0.75
"""From which likeness on an unknown kind is a slip for a known one."""

Scope = Literal["project", "unit"]
"""What a form or a report is about: one project, or all that the unit spends (整体支出)."""


class Frozen(BaseModel):
    """Plain data that does not change. An unknown field is an error: a typing slip in a dossier must not be lost."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False)

    def __copy__(self) -> Self:
        """The same as pydantic makes, in less than half the time: no record has private attributes, and every one that
        is read from a file is copied when it gets its id.
        """
        made = type(self).__new__(type(self))
        _set(made, "__dict__", self.__dict__.copy())
        _set(made, "__pydantic_fields_set__", self.__pydantic_fields_set__.copy())
        _set(made, "__pydantic_extra__", None if self.__pydantic_extra__ is None else self.__pydantic_extra__.copy())
        _set(made, "__pydantic_private__", None)
        return made


class Doubt(Frozen):
    """A field that was read but not with certainty: the text found, and why it was not taken."""

    field: str = ""
    raw: str = ""
    reason: Message = words("")


class Record(Frozen):
    """A group of fields of a form.

    A field is a value, blank (``""``: the place is there and empty), absent (``None``: not on this form), or
    doubtful: then it is ``None`` and ``doubts`` says what stood there and why it was not taken. Fields named as
    ``derived`` follow from the others and are never edited.
    """

    derived: ClassVar[tuple[str, ...]] = ()

    doubts: tuple[Doubt, ...] = ()

    def doubt(self, field: str) -> Doubt | None:
        """The doubt about a field of this record, if there is one."""
        return next((d for d in self.doubts if d.field == field), None)


class Item(Record):
    """A record in a list. Its ``id`` is unique among its siblings, cannot be read as a position, and is kept once it
    is saved; where none is given it is derived from what the item is called (see :mod:`.ids`).
    """

    id: str = ""

    def called(self) -> str:
        """What the item is called, as the ground of an id. Kinds of items say more."""
        return "item"


class Filed(Item):
    """A record of its own in the dossier: one form, table or report. ``kind`` says which form it is.

    A kind is one of ``kinds`` of its class; its class is registered in :mod:`jixiao.model.records`.
    """

    kinds: ClassVar[tuple[str, ...]] = ()

    kind: str = ""
    state: State = "complete"
    title: str = ""
    year: int | None = None

    def called(self) -> str:
        """The kind: a unit files most forms once."""
        return self.kind or "record"

    @property
    def is_open(self) -> bool:
        """Whether it is still being filled in."""
        return self.state == "open"


class Unknown(Filed):
    """A record of a kind that this version does not know: written by a newer one, kept as it is."""

    known: ClassVar[tuple[str, ...]] = ()
    """The kinds that are registered, for telling slips."""

    model_config = ConfigDict(frozen=True, extra="allow")

    @field_validator("kind")
    @classmethod
    def _no_slip(cls, kind: str) -> str:
        """A kind that is nearly a known one is a slip: kept as unknown, its table would silently not be checked."""
        import difflib

        near = difflib.get_close_matches(kind, cls.known, n=1, cutoff=_NEARLY)
        if near or not re.fullmatch(r"[a-z0-9-]*", kind):
            known = near or list(cls.known)
            raise PydanticCustomError("kind", "kind {given} is not known", {"given": kind, "known": known})
        return kind

    @property
    def content(self) -> dict[str, Any]:
        """All that it holds beside the fields that every record has."""
        return dict(self.model_extra or {})


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """The text as it may stand in an id: no blanks, no marks with a meaning in pointers, 40 characters at most."""
    return re.sub(r"[\s/~#:：]+", "", text)[:40]
