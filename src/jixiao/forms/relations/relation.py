"""What a relation is: a figure of a form that others of the same form decide, said as data.

Nothing is computed here: :mod:`jixiao.scoring.relations` makes numbers of it, by a policy. Checks, corrections,
formulas of a workbook and the hints of a cell are readers of the same relation, so that they cannot disagree.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from jixiao.model import Message
from jixiao.model.classes import dataclass
from jixiao.model.pointer import join

from ..messages import COMPUTED, EQUAL_TO, NO_LESS_THAN


class Formula(StrEnum):
    """How the figure follows from its inputs."""

    SUM = "sum"
    """Amounts of money, added."""
    RATE = "rate"
    """The first over the second, in percent."""
    POINTS = "points"
    """What the rate of the first over the second earns of the third, a weight; how, the policy says."""
    TOTAL = "total"
    """Scores, added; the policy says what is left out and where they are capped."""
    WEIGHTS = "weights"
    """Weights, added."""


class Parts(StrEnum):
    """What the inputs of a sum are of the whole."""

    ALL = "all"
    """All there is: the sum is the whole."""
    LISTED = "listed"
    """All there should be; the list may be a selection. More than the whole cannot be, less is a doubt."""
    SOME = "some"
    """Some of it (其中): more than the whole cannot be."""
    NESTED = "nested"
    """Rows that may be parts of one another: none of them is more than the whole."""


class Quantity(StrEnum):
    """What the inputs measure: a printed amount or area is rounded, persons and points are counted."""

    MONEY = "money"
    AREA = "area"
    PERSONS = "persons"
    POINTS = "points"


@dataclass(frozen=True, slots=True)
class Relation:
    """The figure ``at`` follows from ``inputs``. Pointers are relative to the record.

    ``key`` names the equation (``funds.sum``), the same in every record of the kind. ``words`` say what it follows
    from. ``citation`` is a key of :mod:`jixiao.policy.basis`, ``rounding`` the policy parameter that rounds the
    result, empty where it is exact. ``given`` figures are laid down, not computed: where they do not agree, it is for
    a person to say which is wrong.
    """

    key: str
    at: str
    formula: Formula
    inputs: tuple[str, ...]
    words: Message
    citation: str
    rounding: str = ""
    quantity: Quantity = Quantity.MONEY
    parts: Parts = Parts.ALL
    given: bool = False

    @property
    def follows(self) -> bool:
        """Whether the figure may be computed from its inputs."""
        return not self.given and self.parts in (Parts.ALL, Parts.LISTED)

    @property
    def hint(self) -> Message:
        """What the cell tells whoever points at it."""
        if self.given:
            return EQUAL_TO(words=self.words)
        return (COMPUTED if self.follows else NO_LESS_THAN)(words=self.words)

    def below(self, base: str) -> Relation:
        """The same with pointers below ``base``: in a dossier, where the record stands."""
        return replace(self, at=join(base, self.at), inputs=tuple(join(base, pointer) for pointer in self.inputs))
