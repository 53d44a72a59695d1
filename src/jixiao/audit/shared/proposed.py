"""What a target that measures nothing could become, as a value of a finding.

Rows that a rule objects to enter; ``{"proposals": …}`` for the values of its finding leaves: a message for each row
that the library of measurable indicators knows better of. The finding's own sentence does not change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jixiao.forms.measurable import Measurable, proposals
from jixiao.model import Dossier, Evaluation, Message

from ..messages import PROPOSED, PROPOSED_INDICATOR
from .rows import Row

PROPOSALS = "proposals"
"""What the value is called; a finding without proposals has none."""


def proposed(found: Iterable[Row], evaluation: Evaluation, dossier: Dossier) -> dict[str, Any]:
    """The proposals for these rows; empty where there are none."""
    said = tuple(_messages(found, evaluation, dossier))
    return {PROPOSALS: said} if said else {}


def _messages(found: Iterable[Row], evaluation: Evaluation, dossier: Dossier) -> Iterator[Message]:
    of_project = evaluation.scope == "project"
    project = evaluation.name if of_project else ""
    unit = evaluation.unit or ("" if of_project else evaluation.name) or dossier.unit
    for row in found:
        indicator = row.indicator
        near = proposals(
            indicator.target_text,
            indicator.name,
            unit=unit,
            project=project,
            level2=indicator.level2,
            level1=indicator.level1,
        )
        if near:
            yield PROPOSED(name=indicator.name.strip(), instead=tuple(_told(one.indicator) for one in near))


def _told(indicator: Measurable) -> Message:
    return PROPOSED_INDICATOR(name=indicator.name, target=indicator.target, proof=indicator.proof)
