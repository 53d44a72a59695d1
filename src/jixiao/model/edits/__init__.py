"""Edits: the only way in which a dossier changes. A dossier and edits enter, the changed dossier leaves; two dossiers
enter, the edits between them leave; an edit enters, the one that undoes it leaves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import loaded_from

if TYPE_CHECKING:
    from .apply import apply
    from .diff import diff
    from .edit import Edit, EditError, inverse
    from .make import cleared, inserted, moved, removed, valued

__all__ = [
    "Edit",
    "EditError",
    "apply",
    "cleared",
    "diff",
    "inserted",
    "inverse",
    "moved",
    "removed",
    "valued",
]

__getattr__ = loaded_from(
    __name__,
    {
        "apply": ("apply",),
        "diff": ("diff",),
        "edit": ("Edit", "EditError", "inverse"),
        "make": ("cleared", "inserted", "moved", "removed", "valued"),
    },
)
