"""Where on paper a fact can be pointed at. The outline enters; for any pointer, the printed fact nearest to it
leaves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..forms.layouts import LaidTable
from ..model import Claim, Dossier
from ..model.pointer import positional, resolve
from .outline import Narrative, Part


@dataclass(frozen=True)
class Anchors:
    """The pointers of all that is printed, in order."""

    order: tuple[str, ...]
    known: frozenset[str] = field(repr=False)

    @classmethod
    def of(cls, parts: Sequence[Part]) -> Anchors:
        """The anchors of an outline."""
        order = tuple(at for part in parts for at in _printed(part))
        return cls(order, frozenset(order))

    def nearest(self, dossier: Dossier, pointer: str) -> str:
        """The fact itself, else the first one inside what the pointer names, else the same for what is around it.
        Empty where nothing is printed at all.
        """
        pointer = printed_at(dossier, pointer)
        while pointer not in self.known:
            inside = next((at for at in self.order if at.startswith(pointer + "/")), None)
            if inside is not None:
                return inside
            if not pointer:
                return ""
            pointer = pointer.rpartition("/")[0]
        return pointer


def printed_at(dossier: Dossier, pointer: str) -> str:
    """The pointer with positions for ids; a claim stands where its paragraph stands."""
    try:
        place = positional(dossier, pointer)
        found = resolve(dossier, place)
    except (LookupError, ValueError):
        return pointer if pointer.startswith("/") else ""
    if isinstance(found, Claim):
        return place.partition("/claims/")[0] + found.paragraph
    return place


def stands_in(claim: Claim, text: str) -> bool:
    """Whether the figure of a claim still stands at its place in a paragraph: inside the words that the claim
    quotes."""
    start = text.rfind(claim.quote, 0, claim.start + len(claim.quote))
    return 0 <= start <= claim.start < claim.end <= start + len(claim.quote)


def _printed(part: Part) -> Iterator[str]:
    if isinstance(part, LaidTable):
        yield from (cell.at for cell in part.cells() if cell.at)
    else:
        yield from _of_report(part)


def _of_report(part: Narrative) -> Iterator[str]:
    report, at = part.report, part.at
    yield f"{at}/title"
    for s, section in enumerate(report.sections):
        if section.number or section.title:
            yield f"{at}/sections/{s}/title"
        yield from (f"{at}/sections/{s}/paragraphs/{p}" for p in range(len(section.paragraphs)))
    yield from (f"{at}/attachments/{i}" for i in range(len(report.attachments)))
    yield from (f"{at}/{name}" for name in ("signature", "date") if getattr(report, name))
