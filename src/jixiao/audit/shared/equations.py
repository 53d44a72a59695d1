"""The equations of a form as rules look at them: a record, a policy and the names of relations enter; each printed
figure leaves with what it should be, or the reason why that cannot be said.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any

from jixiao.audit.rule import Outcome
from jixiao.forms.relations import Relation, relations_of
from jixiao.model import BaseData, Evaluation, Figure, Finding, Held, Partial, Severity, Undecided
from jixiao.model.classes import dataclass
from jixiao.model.memo import remembered
from jixiao.policy import Policy
from jixiao.scoring import Agreement, Computed, agreement, comparable, compute, stated
from jixiao.scoring.messages import NOT_YET


@dataclass(frozen=True, slots=True)
class Checked:
    """A printed figure beside what its relation comes to. Pointers are relative to the record, which is
    ``unfinished`` while it is being filled in.
    """

    relation: Relation
    stated: Figure
    computed: Computed
    agreement: Agreement
    unfinished: bool = False

    @property
    def at(self) -> str:
        """Where the figure stands."""
        return self.relation.at

    @property
    def severity(self) -> Severity | None:
        """How grave a difference is: rounding is information, a doubt or a slip before the table is handed over a
        warning; else as grave as the rule says.
        """
        if self.agreement is Agreement.ROUNDED:
            return Severity.INFO
        return Severity.WARNING if self.unfinished or self.agreement is Agreement.OPEN else None

    @property
    def column(self) -> str:
        """The field that it is."""
        return self.relation.at.rpartition("/")[2]

    def finding(self, variant: str = "", **values: Any) -> Finding:
        """That the figure differs from what its inputs give, with the values that the rule tells."""
        return Finding(at=self.at, evidence=self.computed.used, values=values, severity=self.severity, variant=variant)


UNLESS_APART = frozenset(Agreement) - {Agreement.APART}
"""For a rule that hears only what no rounding and no missing part explains."""


def judged(
    record: Evaluation | BaseData,
    policy: Policy,
    key: str,
    differs: Callable[[Checked], Outcome],
    holds: Collection[Agreement] = (Agreement.SAME,),
) -> Iterator[Outcome]:
    """What a rule says of every relation of that name: it holds, cannot be decided, or what ``differs`` makes of it."""
    for item in equations(record, policy, key):
        if isinstance(item, Undecided):
            yield item
        elif item.agreement in holds:
            yield Held(item.at)
        else:
            yield differs(item)


def equations(record: Evaluation | BaseData, policy: Policy, key: str) -> Iterator[Checked | Undecided]:
    """Every relation of that name whose figure is printed and can be computed.

    A record that is still being filled in is not checked where something is missing.
    """
    for relation in _relations(record):
        figure = stated(relation, record) if relation.key == key else None
        if isinstance(figure, Undecided):
            yield figure
        elif figure is not None and comparable(relation, figure):
            yield from _checked(relation, figure, record, policy)


@remembered
def _relations(record: Evaluation | BaseData) -> tuple[Relation, ...]:
    """The equations of a record: every rule asks for those of one name."""
    return relations_of(record)


def _checked(
    relation: Relation, figure: Figure, record: Evaluation | BaseData, policy: Policy
) -> Iterator[Checked | Undecided]:
    computed = compute(relation, record, policy)
    if computed is None:
        return
    if isinstance(computed, Undecided):
        yield computed
    elif unfilled := not_yet(record, relation, computed):
        yield unfilled
    elif isinstance(computed, Partial):
        yield computed.undecided()
    else:
        yield Checked(relation, figure, computed, agreement(computed, figure, record, policy), record.is_open)


def not_yet(record: Evaluation | BaseData, relation: Relation, computed: Computed | Partial) -> Undecided | None:
    """That the inputs of an open record are not all there."""
    blank = computed.blank if isinstance(computed, Computed) else ()
    if not record.is_open or not (blank or computed.missing):
        return None
    total = len(relation.inputs)
    filled = max(total - len(blank) - len(computed.missing), 0)
    return Undecided(NOT_YET(total=total, filled=filled), relation.at, related=(*blank, *computed.missing))
