"""A case assessed → its dossier with everything that follows from other figures recomputed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .assessing import Assessed

if TYPE_CHECKING:
    from jixiao.writing import Correction


def corrected(assessed: Assessed) -> Correction:
    """The corrected dossier, every change in it, and what a person must still decide."""
    from jixiao.writing.correct import correct

    return correct(assessed.case.source, assessed.audit.findings, assessed.audit.policy)
