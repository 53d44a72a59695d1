"""Documents enter; a dossier leaves, with the place of every fact: forms told by their tables, fields by their cells,
claims by their sentences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.model.lazy import loaded_from

if TYPE_CHECKING:
    from .assemble import Recognised, recognise
    from .claims import with_claims

__all__ = ["Recognised", "recognise", "with_claims"]

# whoever opens a dossier needs the claims, and not the reading of forms
__getattr__ = loaded_from(__name__, {"assemble": ("Recognised", "recognise"), "claims": ("with_claims",)})
