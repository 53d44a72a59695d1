"""What all records of a dossier share: they are frozen, refuse unknown fields, and can say what they are unsure of."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """Plain data that does not change. An unknown field is an error: a typing slip in a dossier must not be lost."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False)


class Doubt(Frozen):
    """A field that was read but not with certainty: the text found, and why it was not taken."""

    field: str
    raw: str
    reason: str


class Record(Frozen):
    """A group of fields of a form.

    A field is a value, blank (``""``: the place is there and empty), absent (``None``: not on this form), or
    doubtful: then it is ``None`` and ``doubts`` says what stood there and why it was not taken.
    """

    doubts: tuple[Doubt, ...] = ()

    def doubt(self, field: str) -> Doubt | None:
        """The doubt about a field of this record, if there is one."""
        return next((d for d in self.doubts if d.field == field), None)
