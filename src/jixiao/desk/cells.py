"""Figures put into a dossier at their pointers. A dossier and figures enter; the dossier with them, and without doubts
about them, leaves.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jixiao.model import Dossier, Figure, Record
from jixiao.model.pointer import segments


def with_figures(dossier: Dossier, figures: Mapping[str, str]) -> Dossier:
    """The dossier with these figures, by pointers that go by positions."""
    result: Any = dossier
    for pointer, raw in figures.items():
        result = _put(result, segments(pointer), Figure(raw))
    return result  # type: ignore[no-any-return]


def _put(here: Any, path: list[str], figure: Figure) -> Any:
    part, *rest = path
    if isinstance(here, tuple):
        return tuple(_put(item, rest, figure) if number == int(part) else item for number, item in enumerate(here))
    if rest:
        return here.model_copy(update={part: _put(getattr(here, part), rest, figure)})
    doubts = tuple(d for d in here.doubts if d.field != part) if isinstance(here, Record) else ()
    return here.model_copy(update={part: figure, "doubts": doubts})
