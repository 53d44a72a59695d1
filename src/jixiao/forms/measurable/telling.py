"""Which sector a unit or a project works in. Their names enter; sectors leave, each with the word that tells it.

A project tells more than the unit that has it (信息化 of a school), so it comes first. A name may tell two sectors
(文化旅游 and 体育 stand in one office); of words that lie in one another the longest counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.model import Term
from jixiao.model.classes import dataclass

from .library import Sector, sectors

PROJECT = Term("项目名称", "name of the project")
UNIT = Term("单位名称", "name of the unit")


@dataclass(frozen=True, slots=True)
class Told:
    """A sector with the evidence: the ``word`` that tells it, and ``whose`` name has the word."""

    sector: Sector
    word: str
    whose: Term


def sectors_of(unit: str = "", project: str = "") -> tuple[Told, ...]:
    """The sectors that the names tell, surest first; none where they tell none."""
    found: dict[str, Told] = {}
    for name, whose in ((project, PROJECT), (unit, UNIT)):
        for word, sector in _words_in("".join(name.split()), of_projects=whose is PROJECT):
            found.setdefault(sector.id, Told(sector, word, whose))
    return tuple(found.values())


def sector_called(word: str) -> Sector | None:
    """The one sector of that id or title, or that a unit of such a name would be in; ``None`` where none or several."""
    word = word.strip()
    exact = [sector for sector in sectors().values() if word.lower() == sector.id or word == sector.title.zh]
    told = exact or [sector for sector in sectors().values() if word in sector.units or word in sector.title.zh]
    return told[0] if word and len(told) == 1 else None


def _words_in(name: str, *, of_projects: bool) -> Iterator[tuple[str, Sector]]:
    """The words in a name that tell a sector, longest first, without those that lie within another."""
    spans = [
        (at, at + len(word), sector)
        for sector in sectors().values()
        for word in (sector.projects if of_projects else sector.units)
        if (at := name.find(word)) >= 0
    ]
    for start, end, sector in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if not any(s <= start and end <= e and end - start < e - s for s, e, _ in spans):
            yield name[start:end], sector
