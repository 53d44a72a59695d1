"""Correcting a dossier: what follows from other figures is computed anew, what people must decide is asked.

A dossier, the findings about it and a policy enter; a :class:`Correction` leaves. Only sums, rates, their scores and
总分 are ever changed, and only where the printed digits cannot be explained by rounding. Where two stated figures
compete (98.96 in the text, 98.43 in the table) both stay, and a question asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from ..forms.relations import records_with_relations, relations_of
from ..model import Dossier, Finding, Frozen
from ..model.pointer import join, segments
from ..policy import Policy
from .correcting.ask import in_prose, sum_or_rate, unsettled
from .correcting.follow import expected, supported_by_rate
from .correcting.records import Change, Correction, Question

__all__ = ["Change", "Correction", "Question", "correct", "replaced"]


def correct(dossier: Dossier, findings: Sequence[Finding], policy: Policy) -> Correction:
    """Recompute what follows from other figures. Blank places are filled only where the form has the place and the
    parts decide it.
    """
    corrected = dossier
    changes: list[Change] = []
    doubtful: list[Question] = []
    for at, record in records_with_relations(dossier):
        mended = record
        for relation in relations_of(record):
            must = expected(relation, mended, policy)
            if must is None:
                continue
            if supported_by_rate(relation, must, mended):
                doubtful.append(sum_or_rate(relation.below(at), must))
                continue
            changes.append(Change(join(at, relation.at), must.stated.raw, must.figure.raw, must.why))
            mended = replaced(mended, relation.at, must.figure)
        if mended is not record:
            corrected = replaced(corrected, at, mended)
    questions = (*doubtful, *unsettled(dossier, findings, changes, doubtful), *in_prose(dossier, changes))
    return Correction(corrected, tuple(changes), questions)


def replaced(record: Any, pointer: str, new: Any) -> Any:
    """The same frozen record with another value at a positional pointer."""
    if not pointer:
        return new
    first = segments(pointer)[0]
    rest = pointer[len(first) + 1 :]
    if isinstance(record, tuple):
        place = int(first)
        return (*record[:place], replaced(record[place], rest, new), *record[place + 1 :])
    return cast(Frozen, record).model_copy(update={first: replaced(getattr(record, first), rest, new)})
