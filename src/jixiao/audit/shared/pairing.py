"""Which project here is which project there: names and amounts of two lists enter, pairs with their evidence leave.

Never by position. The order of trust is: the same name, a name the dossier calls an alias, the same core of a name with
amounts that come close, a contained or similar name with equal amounts. Whatever fits two ways stays unpaired.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

from jixiao.model import BaseData, Dossier, Evaluation, SpendingLine
from jixiao.model.classes import dataclass
from jixiao.values.pattern import lazy

How = Literal["name", "alias", "core", "amounts", ""]
"""On what a pair rests; empty where there is none."""

_NUMBERING = lazy(r"^(?:其中:?|[((]?[0-9一二三四五六七八九十]+[)).、]|[①-⑳]|[0-9A-Z]{6,}[-_]|[0-9]{3,}[-_])+")
_DECORATION = lazy(r"[\s\"'“”‘’《》【】\[\]::·]+")
_SUFFIX = lazy(r"(?:专项)?(?:工作)?(?:经费|资金|费用|支出|费|款|专项|项目)$")
_PREFIX = lazy(r"^(?:20\d\d年度?|本级|市级|县级|区级|省级|其他运转类)")
_SIMILAR = Decimal("0.5")
_NEAR = Decimal("0.05")


@dataclass(frozen=True, slots=True)
class Party:
    """A project as one place names it. ``amounts`` maps a basis (``revised``, ``outturn`` …) to 万元."""

    name: str
    amounts: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pair:
    """Positions in the two lists; ``right`` is ``None`` where nothing, or more than one, would fit."""

    left: int
    right: int | None
    how: How = ""


@lru_cache(maxsize=4096)
def normal(name: str) -> str:
    """A project's name without numbering, project code, blanks and quotation marks."""
    flat = _DECORATION.sub("", unicodedata.normalize("NFKC", name))
    bare = _NUMBERING.sub("", flat)
    return bare or flat


@lru_cache(maxsize=4096)
def core(name: str) -> str:
    """What is left of a name without the words that every project may carry: 办案 of 办案费 and of 办案专项经费."""
    text = _PREFIX.sub("", normal(name))
    previous = ""
    while text != previous and len(text) > 2:
        previous, text = text, _SUFFIX.sub("", text)
    return text or previous


def same_name(one: str, other: str, aliases: Mapping[str, Iterable[str]] | None = None) -> bool:
    """Whether two names are written alike, or the dossier calls one an alias of the other."""
    left, right = normal(one), normal(other)
    if not left or not right:
        return False
    return left == right or any(
        {left, right} <= {normal(name), *map(normal, further)} for name, further in (aliases or {}).items()
    )


def pair(
    left: Sequence[Party], right: Sequence[Party], aliases: Mapping[str, Iterable[str]] | None = None
) -> tuple[Pair, ...]:
    """One pair for each of ``left``, in its order. Each of ``right`` is used at most once."""
    groups = [{normal(name), *map(normal, further)} for name, further in (aliases or {}).items()]

    def names(party: Party) -> Iterable[Hashable]:
        return filter(None, [normal(party.name)])

    def alias(party: Party) -> Iterable[Hashable]:
        return (key for name in names(party) for key in (name, *(n for n, group in enumerate(groups) if name in group)))

    steps: tuple[tuple[How, _Keys, _Fits], ...] = (
        ("name", names, _always),
        ("alias", alias, _always),
        ("core", lambda p: (core(p.name),), _same_core),
        ("amounts", lambda p: ((k, amount) for k, amount in p.amounts.items() if amount), _similar_with_equal_amounts),
    )
    found: dict[int, tuple[int, How]] = {}
    for how, keys, fits in steps:
        taken = {j for j, _ in found.values()}
        open_left = {i: party for i, party in enumerate(left) if i not in found}
        open_right = {j: party for j, party in enumerate(right) if j not in taken}
        matches = _matches(open_left, open_right, keys, fits)
        lefts, rights = Counter(i for i, _ in matches), Counter(j for _, j in matches)
        found |= {i: (j, how) for i, j in matches if lefts[i] == rights[j] == 1}
    return tuple(Pair(i, *found.get(i, (None, ""))) for i in range(len(left)))


_Keys = Callable[[Party], Iterable[Hashable]]
_Fits = Callable[[Party, Party], bool]


def _matches(left: Mapping[int, Party], right: Mapping[int, Party], keys: _Keys, fits: _Fits) -> list[tuple[int, int]]:
    """The positions of those that fit. Compared are only parties with a common key: most have none with most others."""
    by_key: dict[Hashable, list[int]] = {}
    for j, party in right.items():
        for key in set(keys(party)):
            by_key.setdefault(key, []).append(j)
    return [
        (i, j)
        for i, party in left.items()
        for j in sorted({j for key in keys(party) for j in by_key.get(key, ())})
        if fits(party, right[j])
    ]


def _always(one: Party, other: Party) -> bool:
    return True


def _same_core(one: Party, other: Party) -> bool:
    """The same core of a name; amounts, where both have some, may not be far apart."""
    if len(core(one.name)) < 2 or core(one.name) != core(other.name):
        return False
    shared = one.amounts.keys() & other.amounts.keys()
    return not shared or any(_near(one.amounts[k], other.amounts[k]) for k in shared)


def _similar_with_equal_amounts(one: Party, other: Party) -> bool:
    """A contained or similar name, and every amount that both places give is the same, and not all of them zero."""
    shared = one.amounts.keys() & other.amounts.keys()
    if not any(one.amounts[k] for k in shared) or any(one.amounts[k] != other.amounts[k] for k in shared):
        return False
    return is_similar(core(one.name), core(other.name), _SIMILAR)


def similarity(one: str, other: str) -> Decimal:
    """How much of the shorter text stands, in order, in the longer one: 0 to 1."""
    shorter = min(len(one), len(other))
    if shorter < 2:
        return Decimal(0)
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return Decimal(sum(b.size for b in blocks)) / shorter


def is_similar(one: str, other: str, least: Decimal) -> bool:
    """Whether the similarity is at least that. Most pairs fall short by their characters alone, in whatever order."""
    shared = (Counter(one) & Counter(other)).total()
    return shared >= least * min(len(one), len(other)) and similarity(one, other) >= least


def _near(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= _NEAR * max(abs(one), abs(other))


def project_of(evaluation: Evaluation) -> Party:
    """A project's own table as a party: revised budget and outturn of its total row."""
    line = evaluation.funds.line("total")
    unit = evaluation.funds.unit
    figures = {"initial": line.initial_budget, "revised": line.revised_budget, "outturn": line.outturn} if line else {}
    amounts = {k: f.wan(unit) for k, f in figures.items() if f is not None}
    return Party(evaluation.name, {k: a for k, a in amounts.items() if a is not None})


def item_of(line: SpendingLine, unit: str = "万元") -> Party:
    """A row of the base data table as a party: budget of the year and outturn."""
    amounts = {k: f.wan(unit) for k, f in (("revised", line.budget), ("outturn", line.outturn)) if f is not None}
    return Party(line.label, {k: a for k, a in amounts.items() if a is not None})


@dataclass(frozen=True, slots=True)
class Item:
    """A row of the base data that is one spending item (no row is part of it), and the project table it belongs to.

    ``base`` is the pointer of its table, ``line`` its position there, ``evaluation`` the pointer of the project's table
    or ``None`` where none was found.
    """

    base: str
    line: int
    evaluation: str | None
    how: How = ""


def project_items(dossier: Dossier) -> tuple[Item, ...]:
    """The spending items below 项目支出 in the base data, each with its own table where one is found."""
    tables = [(i, e) for i, e in dossier.each(Evaluation) if e.scope == "project"]
    parties = [project_of(e) for _, e in tables]
    items: list[Item] = []
    for number, base in dossier.each(BaseData):
        lines = _leaves_of_projects(base.lines)
        pairs = pair([item_of(base.lines[n], base.unit) for n in lines], parties, dossier.aliases)
        for found in pairs:
            table = None if found.right is None else tables[found.right][0]
            items.append(Item(number, lines[found.left], table, found.how))
    return tuple(items)


def _leaves_of_projects(lines: Sequence[SpendingLine]) -> list[int]:
    """Positions of the rows below 项目支出 that have no parts of their own."""
    parent = {line.id: line.parent for line in lines if line.id}
    roots = {line.id for line in lines if line.key == "projects" and line.id}
    inner = {line.parent for line in lines if line.parent}

    def below(line: SpendingLine) -> bool:
        above, seen = line.parent, set[str]()
        while above and above not in seen:
            if above in roots:
                return True
            seen.add(above)
            above = parent.get(above)
        return False

    return [n for n, line in enumerate(lines) if below(line) and line.id not in inner]
