"""Places, and "nearest wins": what is chosen for a unit by where it is.

A name enters, as a unit's or a person's words tell it; the nearest place that has a policy, a layout, leaves. A place
is known by its path in the administrative tree: ``cn/hunan/yueyang`` lies in ``cn/hunan``, that in ``cn``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from .classes import dataclass

NATION = "cn"


@dataclass(frozen=True, slots=True)
class Place:
    """A place by its path, the ``names`` that tell it, and places ``within`` it that have no entry of their own."""

    id: str
    names: tuple[str, ...] = ()
    within: tuple[str, ...] = ()

    @property
    def depth(self) -> int:
        """How far below the nation it lies."""
        return self.id.count("/")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place found in a text: by which name, where, and whether that name is one ``below`` the place."""

    place: Place
    name: str
    start: int
    below: bool


@dataclass(frozen=True, slots=True)
class Nearest:
    """The place whose policy or layout stands for a name: its path, and what of the name told it."""

    id: str
    mention: Mention

    @property
    def below(self) -> bool:
        """Whether the name speaks of a place below: what is chosen stands in for one of its own."""
        return self.mention.below or self.mention.place.id != self.id

    @property
    def told(self) -> bool:
        """Whether the name says more than the nation, where the nation's is chosen: then the place has none."""
        return self.id != NATION or self.mention.place.id == NATION


def upward(place: str) -> Iterator[str]:
    """The place and all that it lies in, nearest first."""
    while place:
        yield place
        place = place.rpartition("/")[0]


def nearest(place: str, known: Collection[str]) -> str:
    """The place itself where it is known, else the next one above that is; "" where none is."""
    return next((above for above in upward(place) if above in known), "")


def mentioned(text: str, places: Iterable[Place]) -> Mention | None:
    """The place that a text speaks of: the deepest (湖南省岳阳市 is Yueyang), of those the one named first.

    A name counts as a part of the text; cut short (岳阳) only where the text is nothing else.
    """
    found = [mention for place in places for mention in _mentions(place, text)]
    return min(found, key=lambda m: (-m.place.depth, m.start, -len(m.name)), default=None)


def nearest_to(text: str, known: Collection[str], places: Iterable[Place] | None = None) -> Nearest | None:
    """The nearest known place to the one that a text speaks of; ``None`` where it names none that has one."""
    listed = gazetteer().values() if places is None else places
    here = mentioned(text, (place for place in listed if nearest(place.id, known)))
    return None if here is None else Nearest(nearest(here.place.id, known), here)


def _mentions(place: Place, text: str) -> Iterator[Mention]:
    if text and text == place.id:
        yield Mention(place, text, 0, False)
    for names, below in ((place.names, False), (place.within, True)):
        for name in names:
            start = text.find(name)
            # 岳阳市场监督管理所 is not in 岳阳市
            if start >= 0 and not text.startswith("场", start + len(name)):
                yield Mention(place, name, start, below)
            elif name[:-1] == text and name[-1] in "省市县区州":
                yield Mention(place, name, 0, below)


@cache
def gazetteer() -> Mapping[str, Place]:
    """The places that come with the package, by path."""
    import yaml

    text = (Path(__file__).parent / "data" / "places.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return MappingProxyType(
        {name: Place(name, tuple(e.get("names", ())), tuple(e.get("within", ()))) for name, e in data.items()}
    )
