"""Which cells of a workbook follow from others: relations and a policy enter, formulas with their values leave."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from jixiao.model.classes import dataclass

from ...forms.relations import Formula, Parts, Relation, records_with_relations, relations_of
from ...model import Dossier, Figure
from ...model.pointer import join, resolve
from ...policy import Policy
from ...scoring import Agreement, Computed, agreement, comparable, compute, stated
from .book import Place
from .numbers import number_format, rounded


@dataclass(frozen=True, slots=True)
class Live:
    """A cell whose figure is related to others. ``relation`` has the pointers of the dossier, ``exact`` is what its
    inputs give; ``apart`` says that the stated figure is none of what they allow.
    """

    relation: Relation
    exact: Decimal
    apart: bool
    parts: tuple[Figure | None, ...]
    steps: tuple[tuple[Decimal, Decimal], ...] = ()

    def computes(self, figure: Figure, places: Mapping[str, Place]) -> bool:
        """Whether a formula may stand in the cell: its parts are numbers of the workbook, and it gives what is
        stated.
        """
        rate = self.relation.formula is Formula.RATE
        if not self.relation.follows or (figure.value is None and figure.raw):
            return False
        if figure.unit and not (rate and figure.unit == "%"):
            return False
        plain = all(f is None or f.is_blank or (number_format(f) and not f.unit) for f in self.parts)
        here = all(pointer in places for pointer in self.relation.inputs)
        return plain and here and self._adds_up() and (not figure.raw or rounded(self.exact, figure) == figure.value)

    def _adds_up(self) -> bool:
        """Whether the total is simply its parts; a policy may leave some out, convert the rest, or cap it."""
        if self.relation.formula is not Formula.TOTAL:
            return True
        return sum((f.value for f in self.parts if f is not None and f.value is not None), Decimal(0)) == self.exact

    def expression(self, like: Figure, places: Mapping[str, Place], sheet: str) -> str:
        """The formula, rounding to the places of ``like``, as a cell of that sheet."""
        refs = [places[pointer].ref(sheet) for pointer in self.relation.inputs]
        if self.relation.formula in (Formula.SUM, Formula.TOTAL):
            return f"=ROUND(SUM({','.join(ranges(refs))}),{like.places})"
        if self.relation.formula is Formula.POINTS:
            quotient = f"ROUND({self._share(refs)}*{refs[2]},{like.places})"
        elif like.unit == "%":
            # a percent cell holds a hundredth of what it shows
            quotient = f"ROUND({refs[0]}/{refs[1]},{like.places + 2})"
        else:
            quotient = f"ROUND({refs[0]}/{refs[1]}*100,{like.places})"
        return f'=IF({refs[1]}=0,"",{quotient})'

    def _share(self, refs: list[str]) -> str:
        """The share of the weight that a rate earns: all of it at most, or that of its step."""
        if not self.steps:
            return f"MIN({refs[0]}/{refs[1]},1)"
        starts, shares = (",".join(f"{number:f}" for number in column) for column in zip(*self.steps, strict=True))
        return f"LOOKUP({refs[0]}/{refs[1]}*100,{{{starts}}},{{{shares}}})"


def live_cells(dossier: Dossier, policy: Policy) -> dict[str, Live]:
    """Pointer → what stands there and follows from, or is held against, other cells."""
    result = {}
    for at, record in records_with_relations(dossier):
        for relation in relations_of(record):
            figure = stated(relation, record)
            computed = compute(relation, record, policy) if isinstance(figure, Figure) else None
            if isinstance(figure, Figure) and isinstance(computed, Computed) and not computed.missing:
                apart = comparable(relation, figure) and _apart(relation, agreement(computed, figure, record, policy))
                below = relation.below(at)
                parts = tuple(_figure(dossier, pointer) for pointer in below.inputs)
                steps = ladder(policy) if relation.formula is Formula.POINTS else ()
                result[join(at, relation.at)] = Live(below, computed.exact, apart, parts, steps)
    return result


def _apart(relation: Relation, found: Agreement) -> bool:
    """Whether a person should look: a list that should be whole and falls short is a doubt, part of a whole is not."""
    return found is Agreement.APART or (found is Agreement.OPEN and relation.parts is Parts.LISTED)


def _figure(dossier: Dossier, pointer: str) -> Figure | None:
    found = resolve(dossier, pointer)
    return found if isinstance(found, Figure) else None


def ladder(policy: Policy) -> tuple[tuple[Decimal, Decimal], ...]:
    """The ladder of the execution score, lowest step first, as a look-up wants it; nothing where it is in
    proportion.
    """
    if policy.execution.formula != "steps":
        return ()
    steps = [(step.start, step.share) for step in reversed(policy.execution.steps.items)]
    return tuple(steps if steps and steps[0][0] <= 0 else [(Decimal(0), Decimal(0)), *steps])


def ranges(refs: Iterable[str]) -> list[str]:
    """Neighbouring cells of one column as ranges: ``G15:G31`` instead of seventeen arguments."""
    result: list[tuple[str, int, int]] = []
    for ref in refs:
        match = re.fullmatch(r"([A-Z]+)(\d+)", ref)
        if match and result and result[-1][0] == match[1] and result[-1][2] == int(match[2]) - 1:
            result[-1] = (match[1], result[-1][1], int(match[2]))
        else:
            result.append((match[1], int(match[2]), int(match[2])) if match else (ref, 0, 0))
    return [c if not a else f"{c}{a}" if a == b else f"{c}{a}:{c}{b}" for c, a, b in result]
