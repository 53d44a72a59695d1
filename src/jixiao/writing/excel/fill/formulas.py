"""The formulas of a workbook to fill in: relations enter, and what a spreadsheet computes from them leaves.

Unlike the live cells of a finished form (:mod:`..live`) these stand in blank places too, and show nothing as long as
nothing stands in the cells they take. A figure that is stated and that its parts do not give stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from jixiao.forms.relations import Formula, Relation, records_with_relations, relations_of
from jixiao.model import Dossier, Figure
from jixiao.model.pointer import resolve
from jixiao.policy import Policy

from ..book import Place
from ..live import ladder, ranges
from ..numbers import live_format, number_format, precision, rounded

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Computation:
    """A computed cell: its formula as text, the ``value`` it gives now (``None``: it shows nothing), the figure whose
    places and unit it rounds to, and its number format.
    """

    expression: str
    value: Decimal | None
    like: Figure
    number: str
    inputs: tuple[str, ...]

    @property
    def shown(self) -> str:
        """What the cell displays."""
        if self.value is None:
            return ""
        if self.number == "General":
            text = f"{self.value:f}"
            return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"
        separator = "," if "," in self.number else ""
        return f"{self.value:{separator}.{self.like.places}f}" + self.like.unit


def computations(
    dossier: Dossier, policy: Policy, places: Mapping[str, Place], spare: Mapping[str, Sequence[str]]
) -> dict[str, Computation]:
    """Pointer → what is computed there. ``spare`` are the scores of rows that are still empty, by the pointer of their
    record: they belong to its total.
    """
    found: dict[str, Computation] = {}
    for at, record in records_with_relations(dossier):
        for own in relations_of(record):
            relation = own.below(at)
            figure = resolve(dossier, relation.at)
            if relation.follows and relation.at in places and (figure is None or isinstance(figure, Figure)):
                more = tuple(spare.get(at, ())) if relation.formula is Formula.TOTAL else ()
                cell = _Cell(dossier, policy, places, found, relation, figure or Figure(""), more)
                if (computation := cell.computation()) is not None:
                    found[relation.at] = computation
    return found


def values_of(dossier: Dossier, policy: Policy) -> dict[str, str]:
    """Pointer → what the formula of a workbook to fill in displays there, for every fact of the dossier that one would
    stand in.
    """
    facts: dict[str, Place] = {}
    for at, record in records_with_relations(dossier):
        for own in relations_of(record):
            relation = own.below(at)
            for pointer in (relation.at, *relation.inputs):
                if isinstance(resolve(dossier, pointer), Figure):
                    facts[pointer] = Place("", 0, 0)
    return {at: computation.shown for at, computation in computations(dossier, policy, facts, {}).items()}


def is_stored_as_number(figure: Figure) -> bool:
    """Whether a spreadsheet that is given the number displays just what is printed."""
    if not number_format(figure) or figure.value is None:
        return False
    separator = "," if "," in figure.raw else ""
    return not figure.value.is_signed() and f"{figure.value:{separator}.{figure.places}f}{figure.unit}" == figure.raw


@dataclass(frozen=True, slots=True)
class _Cell:
    dossier: Dossier
    policy: Policy
    places: Mapping[str, Place]
    found: Mapping[str, Computation]
    relation: Relation
    figure: Figure
    more: tuple[str, ...]

    def computation(self) -> Computation | None:
        """``None`` where a person's figure stands, or the formula would not say what the engine says."""
        if (self.figure.value is None and self.figure.raw) or not self._is_plain(self.figure):
            return None
        inputs = tuple(self._inputs())
        if self.relation.formula in (Formula.RATE, Formula.POINTS) and len(inputs) < len(self.relation.inputs):
            return None
        if not inputs or not all(self._is_plain(self._figure(pointer)) for pointer in inputs):
            return None
        exact = self._exact(inputs)
        like = precision(self.relation, exact or Decimal(0), self.figure)
        value = None if exact is None else rounded(exact, like)
        if self.figure.raw and (exact is None or rounded(exact, self.figure) != self.figure.value):
            return None
        number = live_format(self.relation, self.figure, like)
        return Computation(self._expression(inputs, like), value, like, number, inputs)

    def _inputs(self) -> Iterator[str]:
        """The inputs that the workbook shows, or that are printed in a label."""
        for pointer in (*self.relation.inputs, *self.more):
            if pointer in self.places or self._is_printed(pointer):
                yield pointer

    def _is_printed(self, pointer: str) -> bool:
        wanted = self.relation.formula is Formula.POINTS and pointer == self.relation.inputs[2]
        return wanted and self._figure(pointer).value is not None

    def _figure(self, pointer: str) -> Figure:
        if pointer in self.more:
            return Figure("")
        found = resolve(self.dossier, pointer)
        return found if isinstance(found, Figure) else Figure("")

    def _is_plain(self, figure: Figure) -> bool:
        """Whether the cell can feed a formula: nothing, or a number without a unit of its own."""
        percent = figure.unit == "%" and self.relation.formula is Formula.RATE and figure is self.figure
        return not figure.raw or (is_stored_as_number(figure) and (not figure.unit or percent))

    def _number(self, pointer: str) -> Decimal | None:
        computed = self.found.get(pointer)
        return computed.value if computed is not None else self._figure(pointer).value

    def _exact(self, inputs: tuple[str, ...]) -> Decimal | None:
        """What the formula gives now."""
        numbers = [self._number(pointer) for pointer in inputs]
        known = [number for number in numbers if number is not None]
        if self.relation.formula in (Formula.SUM, Formula.TOTAL):
            total = sum(known, Decimal(0)) if known else None
            cap = self._cap()
            return total if total is None or cap is None else min(total, cap)
        if len(known) < len(numbers) or not known[1]:
            return None
        share = known[0] / known[1]
        if self.relation.formula is Formula.RATE:
            return share * HUNDRED
        steps = ladder(self.policy)
        earned = max(s for s in steps if s[0] <= share * HUNDRED)[1] if steps else min(share, Decimal(1))
        return earned * known[2]

    def _cap(self) -> Decimal | None:
        return self.policy.total.cap if self.relation.formula is Formula.TOTAL else None

    def _expression(self, inputs: tuple[str, ...], like: Figure) -> str:
        sheet = self.places[self.relation.at].sheet
        refs = [self.places[p].ref(sheet) if p in self.places else f"{self._figure(p).value:f}" for p in inputs]
        if self.relation.formula in (Formula.SUM, Formula.TOTAL):
            cells = ",".join(ranges(refs))
            cap = self._cap()
            total = f"SUM({cells})" if cap is None else f"MIN(SUM({cells}),{cap:f})"
            return f'=IF(COUNT({cells})=0,"",ROUND({total},{like.places}))'
        quotient = f"{refs[0]}/{refs[1]}"
        if self.relation.formula is Formula.POINTS:
            steps = ladder(self.policy)
            starts, shares = (
                (",".join(f"{n:f}" for n in column) for column in zip(*steps, strict=True)) if steps else ("", "")
            )
            earned = f"LOOKUP({quotient}*100,{{{starts}}},{{{shares}}})" if steps else f"MIN({quotient},1)"
            result = f"ROUND({earned}*{refs[2]},{like.places})"
        else:
            # a percent cell holds a hundredth of what it shows
            scaled, digits = (quotient, like.places + 2) if like.unit == "%" else (f"{quotient}*100", like.places)
            result = f"ROUND({scaled},{digits})"
        return f'=IF(COUNT({",".join(refs)})<{len(refs)},"",IF({refs[1]}=0,"",{result}))'
