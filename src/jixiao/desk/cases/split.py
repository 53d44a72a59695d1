"""Whose is what: filings enter, groups leave, one for each unit and year, with the evidence for it.

A record is its own unit's where it names it; else the unit's that its file is about, then the one that file or folder
is named after, then the only one that the folder holds. What nothing tells makes a group of its own: a wrong unit in
silence would be worse than one case too many. The order in which files are given changes nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from jixiao.model import Message

from .. import messages as say
from .looking import Filing, Outline
from .names import Register, core, is_body, only, year_of

_Where = tuple[int, int]
"""A record: the number of its filing, its own number in it."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a file belongs to a case: by what the unit was told, by what the year."""

    path: str
    unit: Message
    year: Message


@dataclass(frozen=True, slots=True)
class Group:
    """The records of one unit and year: which of each filing, and why. ``unread`` are filings that may be its own and
    of which nothing was read.
    """

    unit: str
    year: int | None
    parts: tuple[tuple[int, tuple[int, ...]], ...]
    grounds: tuple[Ground, ...]
    unread: tuple[int, ...] = ()

    @property
    def known(self) -> bool:
        """Whether the unit is known."""
        return bool(self.unit)


@dataclass(slots=True)
class _Told:
    unit: str = ""
    why: Message = field(default_factory=say.UNIT_UNKNOWN)
    year: int | None = None
    year_why: Message = field(default_factory=say.YEAR_UNKNOWN)


def split(filings: Sequence[Filing], units: Iterable[tuple[str, Sequence[str]]] = ()) -> tuple[Group, ...]:
    """The groups, by unit and year. ``units`` is a list of units with their other names (``jixiao.toml``)."""
    work = _Splitting(filings, Register.of(units, _spoken(filings)))
    return work.groups()


def _spoken(filings: Sequence[Filing]) -> list[str]:
    """The names that papers give their units: surely said ones before those that may be a unit's."""
    sure = [o.unit for f in filings for o in f.outlines if o.unit and is_body(o.unit)]
    around = [f.around for f in filings if f.around]
    maybe = [next((name for name in o.maybe if is_body(name)), "") for f in filings for o in f.outlines]
    rank = Counter(map(core, sure))
    return [
        *sorted(dict.fromkeys(sure), key=lambda n: (-rank[core(n)], n)),
        *sorted(set(around)),
        *sorted({*maybe} - {""}),
    ]


class _Splitting:
    def __init__(self, filings: Sequence[Filing], register: Register) -> None:
        self.filings, self.register = filings, register
        self.told: dict[_Where, _Told] = {
            (f, r): _Told() for f, filing in enumerate(filings) for r in range(len(filing.outlines))
        }
        self.names: dict[tuple[int, str], str] = {}

    def groups(self) -> tuple[Group, ...]:
        for number, filing in enumerate(self.filings):
            self._by_records(number, filing)
        anchored = self._folders()
        for number, filing in enumerate(self.filings):
            self._by_place(number, filing, anchored)
        for number, filing in enumerate(self.filings):
            self._years(number, filing)
        self._years_left()
        return self._grouped()

    # --- units ---

    def _by_records(self, number: int, filing: Filing) -> None:
        """What the records say themselves, and what the other records of the same file say for them."""
        sure = {r: self.register.unit(o.unit) for r, o in enumerate(filing.outlines) if o.unit}
        sure = {r: unit for r, unit in sure.items() if unit}
        for r, unit in sure.items():
            self._tell((number, r), unit, say.UNIT_IN_PAPER(name=filing.outlines[r].unit))
        units = set(sure.values())
        for r, o in enumerate(filing.outlines):
            if r in sure:
                continue
            if len(units) == 1:
                self._tell((number, r), next(iter(units)), say.UNIT_OF_FILE(unit=next(iter(units))))
            elif units and (named := next((u for name in o.maybe if (u := self.register.unit(name)) in units), "")):
                self._tell((number, r), named, say.UNIT_IN_PAPER(name=named))
            elif units:
                before = [sure[at] for at in sorted(sure) if at < r] or [sure[min(sure)]]
                self._tell((number, r), before[-1], say.UNIT_BEFORE(unit=before[-1]))
            elif named := self._carried_out(o):
                self._tell((number, r), named, say.UNIT_IN_PAPER(name=named))
        self._fill_file(number, filing)

    def _carried_out(self, o: Outline) -> str:
        """The body that carries a project out; its sections (财务科) are no units, the body above is one then."""
        return next((unit for name in o.maybe if is_body(name) and (unit := self.register.unit(name))), "")

    def _fill_file(self, number: int, filing: Filing) -> None:
        """Records without a name, in a file whose other records are one unit's, or beside which a unit is named."""
        units = {self.told[number, r].unit for r in range(len(filing.outlines))} - {""}
        around = self.register.unit(filing.around)
        one = next(iter(units)) if len(units) == 1 else around if not units else ""
        if one:
            for r in range(len(filing.outlines)):
                if not self.told[number, r].unit:
                    self._tell((number, r), one, say.UNIT_OF_FILE(unit=one))

    def _folders(self) -> Mapping[tuple[str, ...], set[str]]:
        """The units whose overall table or report lies in a folder, or anywhere below it."""
        found: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for number, filing in enumerate(self.filings):
            for r, o in enumerate(filing.outlines):
                if o.unit and (unit := self.told[number, r].unit):
                    for depth in range(len(filing.source.folders) + 1):
                        found[filing.source.folders[:depth]].add(unit)
        return found

    def _by_place(self, number: int, filing: Filing, anchored: Mapping[tuple[str, ...], set[str]]) -> None:
        """What the name of the file, of its folders, and the other files of the folder say."""
        for r, o in enumerate(filing.outlines):
            told = self.told[number, r]
            here = anchored.get(filing.source.folders, set())
            one = next(iter(here)) if len(here) == 1 else ""
            if told.unit:
                # a body below the one whose filing the folder is: its project is told in that filing
                above = [self.register.unit(name) for name in o.maybe]
                if one and one != told.unit and not o.unit and one in above and not self._anchors(told.unit, anchored):
                    self._tell((number, r), one, say.UNIT_OF_FOLDER(unit=one))
                continue
            if unit := self.register.told_by(filing.source.name.rpartition(".")[0]):
                self._tell((number, r), unit, say.UNIT_IN_FILE_NAME(unit=unit))
                continue
            for folder in reversed(filing.source.folders):
                if unit := self.register.told_by(folder):
                    self._tell((number, r), unit, say.UNIT_IN_FOLDER_NAME(unit=unit, folder=folder))
                    break
            else:
                if one:
                    self._tell((number, r), one, say.UNIT_OF_FOLDER(unit=one))

    @staticmethod
    def _anchors(unit: str, anchored: Mapping[tuple[str, ...], set[str]]) -> bool:
        return unit in anchored.get((), set())

    def _tell(self, where: _Where, unit: str, why: Message) -> None:
        self.told[where].unit, self.told[where].why = unit, why

    # --- years ---

    def _years(self, number: int, filing: Filing) -> None:
        years = {o.year for o in filing.outlines if o.year}
        for r, o in enumerate(filing.outlines):
            told = self.told[number, r]
            if o.year:
                told.year, told.year_why = o.year, say.YEAR_IN_PAPER()
            elif len(years) == 1:
                told.year, told.year_why = next(iter(years)), say.YEAR_OF_FILE()
            elif not years and (year := year_of(filing.source.name)):
                told.year, told.year_why = year, say.YEAR_IN_FILE_NAME()
            elif not years:
                for folder in reversed(filing.source.folders):
                    if year := year_of(folder):
                        told.year, told.year_why = year, say.YEAR_IN_FOLDER_NAME(folder=folder)
                        break

    def _years_left(self) -> None:
        """Years that nothing tells: the one that the text speaks of, where the unit has no other; else its only one."""
        known: dict[str, set[int]] = defaultdict(set)
        beside: dict[tuple[str, tuple[str, ...]], set[int]] = defaultdict(set)
        for (f, _), told in self.told.items():
            if told.year:
                known[told.unit].add(told.year)
                beside[told.unit, self.filings[f].source.folders].add(told.year)
        for (f, r), told in self.told.items():
            if told.year:
                continue
            text = self.filings[f].outlines[r].told
            near = beside.get((told.unit, self.filings[f].source.folders), set())
            years = near if len(near) == 1 else known.get(told.unit, set())
            if not told.unit:
                years = set()
            if len(years) == 1:
                told.year, told.year_why = next(iter(years)), say.YEAR_OF_UNIT()
            elif text and (not years or text in years):
                told.year, told.year_why = text, say.YEAR_IN_TEXT()

    # --- groups ---

    def _grouped(self) -> tuple[Group, ...]:
        groups: dict[tuple[str, int, str], list[_Where]] = defaultdict(list)
        for (f, r), told in self.told.items():
            # a dossier stands for itself, and so does what nobody knows the unit of
            alone = "" if told.unit and not self.filings[f].source.dossier else self.filings[f].path
            groups[told.unit, told.year or 0, alone].append((f, r))
        loose = self._unread([key[0] for key in groups])
        found = []
        for (unit, year, _), wheres in sorted(groups.items()):
            parts: dict[int, list[int]] = defaultdict(list)
            for f, r in wheres:
                parts[f].append(r)
            grounds = tuple(
                Ground(self.filings[f].path, self.told[f, rs[0]].why, self.told[f, rs[0]].year_why)
                for f, rs in sorted(parts.items())
            )
            unread = tuple(f for f, (of, in_year) in sorted(loose.items()) if of == unit and in_year in (None, year))
            found.append(
                Group(unit, year or None, tuple((f, tuple(rs)) for f, rs in sorted(parts.items())), grounds, unread)
            )
        return tuple(found)

    def _unread(self, units: Sequence[str]) -> dict[int, tuple[str, int | None]]:
        """The filings that were not read, by the unit that their names or folders tell."""
        found: dict[int, tuple[str, int | None]] = {}
        folders: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for (f, _), told in self.told.items():
            if told.unit:
                folders[self.filings[f].source.folders].add(told.unit)
        for number, filing in enumerate(self.filings):
            if filing.error is None and not filing.empty:
                continue
            spoken = [filing.source.name.rpartition(".")[0], *reversed(filing.source.folders)]
            unit = next((u for name in spoken if (u := self.register.told_by(name))), "")
            unit = unit or only(folders.get(filing.source.folders, set()))
            if len(units) == 1:  # whose else
                unit = units[0]
            if unit in units and (unit or len(units) == 1):
                found[number] = (unit, next((y for name in spoken if (y := year_of(name))), None))
        return found
