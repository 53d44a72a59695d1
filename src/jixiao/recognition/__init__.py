"""Documents enter; a dossier leaves, with the place of every fact: forms told by their tables, fields by their cells,
claims by their sentences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.model.lazy import loaded_from

if TYPE_CHECKING:
    from .assemble import found_in, recognise
    from .claims import with_claims
    from .together import Found, Recognised, put_together

__all__ = ["Found", "Recognised", "found_in", "put_together", "recognise", "with_claims"]
_HOMES = {
    "assemble": ("found_in", "recognise"),
    "claims": ("with_claims",),
    "together": ("Found", "Recognised", "put_together"),
}

# whoever opens a dossier needs the claims, and not the reading of forms
__getattr__ = loaded_from(__name__, _HOMES)
