"""The library itself: data files enter, sectors and their measurable indicators leave, in the order of the files.

``data/sectors.yaml`` says how a sector is told; ``data/indicators/<sector>.yaml`` has its indicators under the levels
of the official table. A file is read when its sector is first asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from jixiao.model import Term
from jixiao.model.classes import dataclass
from jixiao.model.value import Direction

from ..datafiles import FORMS, read

_DIRECTIONS = {"≥": Direction.POSITIVE, "≤": Direction.INVERSE, "=": Direction.EQUAL}


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector of public work. ``units`` and ``projects`` are words in the names of units and of projects that tell
    it.
    """

    id: str
    title: Term
    units: tuple[str, ...]
    projects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measurable:
    """An indicator that a county's office can measure.

    ``sign`` (≥, ≤, =), ``value`` and ``unit`` are an example of a target, apart as some forms print them. ``proof`` is
    what shows the figure; ``measured`` how it comes about, in one line; ``words`` are those that vague targets on the
    same subject use.
    """

    sector: str
    level1: str
    level2: str
    name: str
    sign: str
    value: str
    unit: str
    proof: tuple[str, ...]
    measured: str
    words: tuple[str, ...]

    @property
    def target(self) -> str:
        """The example as a clerk would write it: ≥95%."""
        return self.sign + self.value + self.unit

    @property
    def direction(self) -> Direction:
        """Which way is better: ``EQUAL`` where nothing but the value itself will do (100 %, no accident)."""
        return _DIRECTIONS[self.sign]


@cache
def _index() -> Mapping[str, Any]:
    return MappingProxyType(read(FORMS / "data" / "sectors.yaml"))


@cache
def sectors() -> Mapping[str, Sector]:
    """Every sector by its id."""
    return MappingProxyType({key: _sector(key, said) for key, said in _index()["sectors"].items()})


def _sector(key: str, said: Mapping[str, str]) -> Sector:
    title = Term(said["title"], said["title_en"])
    return Sector(key, title, tuple(said["units"].split()), tuple(said["projects"].split()))


@cache
def general_words() -> frozenset[str]:
    """Words that only repeat what the second level says, and tell no subject: 可持续, 成本控制, 符合标准."""
    return frozenset(_index()["general"].split())


@cache
def indicators(sector: str) -> tuple[Measurable, ...]:
    """The indicators of a sector. ``KeyError`` where there is no such sector."""
    if sector not in sectors():
        raise KeyError(sector)
    return tuple(_each(sector, read(FORMS / "data" / "indicators" / f"{sector}.yaml")))


def _each(sector: str, levels: Mapping[str, Mapping[str, Any]]) -> Iterator[Measurable]:
    for level1, below in levels.items():
        for level2, rows in below.items():
            for row in rows:
                sign, value, unit = row["target"]
                proof, words = tuple(row["proof"].split("、")), tuple(row["words"].split())
                yield Measurable(sector, level1, level2, row["name"], sign, value, unit, proof, row["measured"], words)
