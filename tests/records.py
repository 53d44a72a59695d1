"""A dossier with other records of one class."""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.model import Dossier, Filed


def with_records(dossier: Dossier, kind: type[Filed], records: Iterable[Filed]) -> Dossier:
    """The dossier whose records of a class are these; the others stay where they are, these come in their place."""
    given = tuple(records)
    first = next((n for n, r in enumerate(dossier.records) if isinstance(r, kind)), len(dossier.records))
    before = tuple(r for r in dossier.records[:first] if not isinstance(r, kind))
    after = tuple(r for r in dossier.records[first:] if not isinstance(r, kind))
    return dossier.model_copy(update={"records": (*before, *given, *after)})
