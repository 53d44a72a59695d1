"""The scores of a case as the marked page tells them: as stated, added up again, scored again, with their grades.

Re-scorings enter, rows of text leave.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from jixiao.model.classes import dataclass

from ...model import Dossier, Evaluation, Partial, Scored
from ...model.pointer import join
from ...scoring import Appraisal
from .. import messages
from ..anchors import Anchors


@dataclass(frozen=True, slots=True)
class Score:
    """The scores of one evaluation; ``at`` is where its total is printed, empty where it is not."""

    name: str
    at: str
    stated: str
    readded: str
    rescored: str
    grade: str
    differs: bool


def scores(dossier: Dossier, appraisals: Mapping[str, Appraisal], anchors: Anchors, lang: str) -> Iterator[Score]:
    """A row for every evaluation that was scored again, in the order of the dossier."""
    for pointer, evaluation in dossier.each(Evaluation):
        if (found := appraisals.get(pointer)) is None:
            continue
        total = join(pointer, "/total")
        stated = evaluation.total.value if evaluation.total else None
        yield Score(
            evaluation.name or evaluation.title,
            total if total in anchors.known else "",
            str(evaluation.total or "—"),
            _told(found.readded, lang),
            _told(found.rescored, lang),
            _grades(found.grade_stated, found.grade_rescored),
            any(_contradicts(stated, one) for one in (found.readded, found.rescored)),
        )


def _told(found: Scored | Partial, lang: str) -> str:
    low, high = f"{found.low:f}", f"{found.high:f}"
    span = low if low == high else f"{low}–{high}"
    if isinstance(found, Partial):
        return messages.SO_FAR(score=span, weight=f"{found.weight:f}").text(lang)
    return span


def _grades(stated: str | None, rescored: str | None) -> str:
    """优, or 优 → 良 where scoring again gives another."""
    return " → ".join(dict.fromkeys(filter(None, (stated, rescored)))) or "—"


def _contradicts(stated: Decimal | None, found: Scored | Partial) -> bool:
    return stated is not None and isinstance(found, Scored) and not found.low <= stated <= found.high
