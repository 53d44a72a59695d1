"""A figure of a paragraph with what is said of it, before it gets its place among all claims of the report."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ...model import Basis, Claim, Figure
from .tokens import Token
from .wording import Wording


@dataclass
class Mention:
    """A token, what it says, and the amount it is part of (its place among the mentions of the paragraph).

    ``end`` is where the words of the next figure may begin: behind a noun that this one counts.
    """

    token: Token
    quote: str
    said: Wording
    subject: str
    basis: Basis
    year: int | None
    end: int
    parent: int | None = None
    negated: bool = False

    @property
    def value(self) -> Decimal | None:
        """The number."""
        return Figure(self.token.digits).value

    def claim(self, pointer: str, first: int) -> Claim:
        """The claim, where ``first`` is the place of the paragraph's first claim among all of the report."""
        token = self.token
        return Claim(
            kind=token.kind if token.kind != "year" else "date",
            paragraph=pointer,
            start=token.start,
            end=token.end,
            quote=self.quote,
            subject=self.subject,
            basis=self.basis,
            figure=Figure(token.digits) if token.digits else None,
            unit=token.unit,
            per=self.said.per,
            bound=token.bound,
            upper=Figure(token.upper) if token.upper else None,
            approx=token.approx,
            hedges=token.hedges,
            negated=self.negated,
            each=self.said.each,
            year=self.year,
            part_of=None if self.parent is None else first + self.parent,
            of=self.said.of,
            iso=token.iso,
            change=self.said.change,
        )
