"""One file looked at: a source enters; what it holds leaves, and a light outline of it by which cases are told apart.

The outline is small and plain: it crosses from the process that read the file, the content need not.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from jixiao.model import BaseData, Dossier, Evaluation, Filed, Message, Report, UnreadableError
from jixiao.recognition import Found
from jixiao.values.pattern import lazy

from .gather import Source
from .names import is_body

_NAMED = lazy(
    r"(?:填报|编报|申报|评价|预算|自评|主管)?(?:单位|部门)(?:名称|全称)?(?:[(（][^)）]*[)）])?\s*[:：]\s*(\S{4,40})"
)


@dataclass(frozen=True, slots=True)
class Outline:
    """What one record says of whose it is. ``unit`` is the unit that it is surely about (overall table, report),
    ``maybe`` who carries it out, then who is above; ``told`` the year that only its text tells.
    """

    kind: str
    name: str = ""
    unit: str = ""
    maybe: tuple[str, ...] = ()
    year: int | None = None
    told: int | None = None


@dataclass(frozen=True, slots=True)
class Filing:
    """A source with the outlines of its records; ``around`` is a unit named beside them. ``error`` where it could not
    be read, ``notes`` what of it was not.
    """

    source: Source
    sha256: str = ""
    outlines: tuple[Outline, ...] = ()
    around: str = ""
    notes: tuple[Message, ...] = ()
    error: UnreadableError | None = None
    empty: bool = False

    @property
    def path(self) -> str:
        """Where it lies, as a person finds it."""
        return self.source.path


def look(source: Source) -> tuple[Filing, Found]:
    """Read and recognise one file. Nothing is raised for a file that cannot be read: the filing says so."""
    from jixiao.reading.file import document_of
    from jixiao.recognition import found_in

    try:
        data = source.read()
        document = document_of(data, source.name)
    except UnreadableError as error:
        return Filing(source, error=error), Found("")
    found = found_in(document)
    filing = Filing(
        source,
        document.sha256,
        tuple(_outline(found, number) for number in range(len(found.pieces))),
        next(_named(found), ""),
        document.notes,
        empty=not found.pieces,
    )
    return filing, found


def look_at_dossier(source: Source, dossier: Dossier) -> Filing:
    """The filing of a dossier of ours: it stands for itself."""
    said = Outline("dossier", dossier.unit, dossier.unit, (), dossier.year)
    return Filing(source, hashlib.sha256(source.path.encode()).hexdigest(), (said,))


def _outline(found: Found, number: int) -> Outline:
    """A workbook to fill in knows whose it is, also where nothing is filled in yet."""
    said = outline(found.pieces[number].record)
    if found.head is None or number >= found.filled or not found.head.unit:
        return said
    return replace(said, unit=found.head.unit, year=said.year or found.head.year)


def outline(record: Filed) -> Outline:
    """What a record says of whose it is."""
    match record:
        case Evaluation(scope="unit"):
            return Outline(record.kind, record.name, record.name, _present(record.department), record.year)
        case Evaluation():
            names = _present(record.unit, record.implementer, record.department)
            return Outline(record.kind, record.name, "", names, record.year)
        case Report():
            from jixiao.recognition.reports.years import year_told

            signed = record.signature or ""
            unit = record.unit or (signed if is_body(signed) else "")
            if record.scope == "project":  # a report on a project may name the project where a unit is looked for
                return Outline(record.kind, record.title, "", _present(unit), record.year, year_told(record))
            return Outline(record.kind, record.title, unit, (), record.year, year_told(record))
        case BaseData():
            return Outline(record.kind, record.title, "", (), record.year)
    return Outline(record.kind, record.title, "", (), record.year)


def _present(*names: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in names if name and name.strip())


def _named(found: Found) -> Iterator[str]:
    """A unit named in a line that belongs to no form: 填报单位：某局."""
    for _, one in found.unplaced:
        for match in _NAMED.finditer(one.text):
            if is_body(match[1]):
                yield match[1]
