"""Which layout each table of a case is on, and how surely. Layouts only say what a table looks like; one that none of
them fits is read all the same.
"""

from __future__ import annotations

from jixiao.forms.seen import LayoutSeen, seen
from jixiao.model import Case
from jixiao.model.pointer import resolve


def layouts_seen(case: Case) -> dict[str, LayoutSeen]:
    """By the pointer of the record, for every table that was read from a file and is like some layout."""
    found = {at: seen(rows, resolve(case.dossier, at).kind) for at, rows in case.printed.items()}
    return {at: one for at, one in found.items() if one is not None}
