"""Every subject of a dossier, with its absolute pointer and what a rule may ask for beside it, by type.

Any record is walked by its fields; no kind is known here, but that an evaluation and its rows have their appraisals.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from jixiao.model import Dossier, Evaluation, Filed, Record
from jixiao.model.ids import groups_of, lists_of
from jixiao.policy import Policy
from jixiao.scoring import Appraisal, IndicatorAppraisal

Companions = Mapping[type, Any]
_DERIVED = ("claims",)
"""Lists of plain facts that follow from a record and are looked at like its items."""


class Subject(NamedTuple):
    """A thing to look at, where it stands, and its companions: the policy, what encloses it, what it scores.

    ``open`` is True where it is, or is inside, a record that is still being filled in.
    """

    item: Any
    at: str
    companions: Companions
    open: bool = False


def subjects(dossier: Dossier, policy: Policy, appraisals: Mapping[str, Appraisal]) -> Iterator[Subject]:
    """The dossier itself, then everything in it, outer things before inner ones. Appraisals are by the pointer of
    their evaluation.
    """
    given: Companions = {Policy: policy}
    whole = any(isinstance(record, Filed) and record.is_open for record in dossier.records)
    yield Subject(dossier, "", given, whole)
    given = {**given, Dossier: dossier}
    for at, record in dossier.each(Filed):
        own = appraisals.get(at)
        beside = given if own is None else {**given, Appraisal: own}
        yield Subject(record, at, beside, record.is_open)
        yield from _inside(record, at, {**beside, type(record): record}, record.is_open)


def _inside(record: Record, at: str, given: Companions, is_open: bool) -> Iterator[Subject]:
    """The items in the lists of a record, those of its groups included."""
    for field in (*lists_of(type(record)), *_DERIVED):
        yield from _each(getattr(record, field, ()), f"{at}/{field}", given, is_open)
    for field in groups_of(type(record)):
        group = getattr(record, field)
        if isinstance(group, Record):
            yield from _inside(group, f"{at}/{field}", given, is_open)


def _each(items: Sequence[Any], at: str, given: Companions, is_open: bool) -> Iterator[Subject]:
    rows: Sequence[IndicatorAppraisal] = ()
    if at.endswith("/indicators") and isinstance(given.get(Evaluation), Evaluation):
        rows = given[Appraisal].indicators
    for number, item in enumerate(items):
        here = f"{at}/{number}"
        own = {**given, IndicatorAppraisal: rows[number]} if rows else given
        yield Subject(item, here, own, is_open)
        if isinstance(item, Record) and lists_of(type(item)):
            yield from _inside(item, here, {**own, type(item): item}, is_open)
