"""An empty dossier for a person to fill: the official tables with the usual rows, the reports with their outlines.

A unit's name, a year and project names enter; a :class:`~jixiao.model.Dossier` with blank cells leaves. Which rows and
weights the tables have is said by the layouts of the unit's place.
"""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.model import Dossier
from jixiao.model.dossier import in_order

from .kinds import Start, kinds
from .layouts.choose import choose
from .layouts.schema import Layout


def skeleton(
    *, unit: str, year: int, projects: Sequence[str] = (), place: str = "", forms: Sequence[Layout] = ()
) -> Dossier:
    """The dossier of ``unit`` for ``year`` with one table per project, all figures blank.

    ``place`` chooses the layouts where the unit's name does not tell; ``forms`` are layouts asked for by hand.
    """

    def layout(kind: str) -> Layout:
        asked = next((form for form in forms if form.kind == kind), None)
        return asked or choose(kind, place or unit, year).layout

    start = Start(unit, year, projects, layout)
    ordered = sorted(kinds().values(), key=lambda kind: kind.scope == "project")
    records = in_order(record for kind in ordered for record in kind.empty(start))
    return Dossier(unit=unit, year=year, place=place, records=records)
