"""Documents enter; a dossier leaves, with the place of every fact: forms told by their tables, fields by their cells,
claims by their sentences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .assemble import Recognised, recognise
    from .claims import with_claims

__all__ = ["Recognised", "recognise", "with_claims"]


def __getattr__(name: str) -> Any:
    """Imported when first asked for: whoever opens a dossier needs the claims, and not the reading of forms."""
    if name == "with_claims":
        from .claims import with_claims

        return with_claims
    if name in __all__:
        from . import assemble

        return getattr(assemble, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
