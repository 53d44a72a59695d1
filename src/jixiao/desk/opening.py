"""From the paths that a person gives to cases: files, folders, zips and dossiers enter,
:class:`~jixiao.model.Case` s leave.

What is given together is told apart by unit and year (:mod:`.cases`); what one case is asked of must be one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from jixiao.model import Case, Dossier, SourceFile, Unplaced, UnreadableError, store
from jixiao.model.case import Note
from jixiao.recognition import Found

from . import messages as say
from .cases.gather import Gathered, Source, gather
from .cases.looking import Filing, look, look_at_dossier
from .cases.making import lost_in, make
from .cases.split import Group, split

Units = Iterable[tuple[str, Sequence[str]]]
"""A list of units, each with its other names: those of before a renaming, short ones."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The cases, and what belongs to none of them: files that could not be read, and those that hold no form of ours,
    with what stands in them.
    """

    cases: tuple[Case, ...] = ()
    unread: tuple[tuple[str, UnreadableError], ...] = ()
    strange: tuple[tuple[str, tuple[Unplaced, ...]], ...] = ()
    left_out: tuple[str, ...] = ()


def open_cases(paths: Iterable[Path | str], *, units: Units = ()) -> tuple[Case, ...]:
    """The cases in these files, folders and zips, by unit and year. ``UnreadableError`` where a file cannot be read, or
    nothing holds a form or a report: :func:`open_all` goes on there.
    """
    given = [Path(path) for path in paths]
    opened = open_all(given, units=units)
    if opened.unread:
        raise opened.unread[0][1]
    if not opened.cases:
        raise nothing_in(opened, [str(path) for path in given])
    return opened.cases


def open_all(paths: Iterable[Path | str], *, units: Units = ()) -> Opened:
    """The same, whatever cannot be read. ``UnreadableError`` only where a path leads nowhere or a dossier is faulty."""
    gathered = gather(paths)
    looked = [(source, *_look(source)) for source in gathered.sources]
    filings = [filing for _, filing, _ in looked]
    content = {filing.sha256: found for _, filing, found in looked if isinstance(found, Found)}
    dossiers = {source.path: found for source, _, found in looked if isinstance(found, Case)}
    groups = split(filings, units)
    cases = tuple(
        dossiers[filings[group.parts[0][0]].path]
        if filings[group.parts[0][0]].source.dossier
        else make(group, filings, content)
        for group in groups
    )
    return Opened(cases, **without_case(gathered, filings, groups, content))


def without_case(
    gathered: Gathered, filings: Sequence[Filing], groups: Sequence[Group], content: Mapping[str, Found]
) -> dict[str, Any]:
    """What belongs to no case, as :class:`Opened` has it. Files that were not read are listed also where a case claims
    them.
    """
    claimed = {number for group in groups for number in group.unread}
    return {
        "unread": (*gathered.refused, *((f.path, f.error) for f in filings if f.error is not None)),
        "strange": tuple(
            (f.path, lost_in(content[f.sha256])) for n, f in enumerate(filings) if f.empty and n not in claimed
        ),
        "left_out": gathered.left_out,
    }


def open_case(paths: Iterable[Path | str], earlier: Dossier | None = None) -> Case:
    """All that lies in the paths as one case, whatever unit and year it names: the wish of who gives it.
    ``UnreadableError`` where one cannot be read, a dossier is among others, or nothing holds a form or a report.

    Files that were read before keep the ids that their records had in ``earlier``, where names match; a note says how
    many did.
    """
    given = [Path(path) for path in paths]
    gathered = gather(given)
    sources = gathered.sources
    if len(sources) == 1 and sources[0].dossier:
        return open_dossier(Path(sources[0].root))
    for source in sources:
        if source.dossier:
            raise UnreadableError(source.path, say.DOSSIER_ALONE(), say.GIVE_ALONE())
    looked = [look(source) for source in sources]
    filings = [filing for filing, _ in looked]
    for error in (*(error for _, error in gathered.refused), *(f.error for f in filings)):
        if error is not None:
            raise error
    content = {filing.sha256: found for filing, found in looked}
    whole = tuple((n, tuple(range(len(f.outlines)))) for n, f in enumerate(filings) if f.outlines)
    opened = Opened(**without_case(gathered, filings, (), content))
    if not whole:
        raise nothing_in(opened, [str(path) for path in given])
    beside = tuple(number for number, filing in enumerate(filings) if filing.empty)
    return make(Group("", None, whole, (), beside), filings, content, earlier)


def nothing_in(opened: Opened, paths: Sequence[str]) -> UnreadableError:
    """Why there is no case: a folder without papers, or papers without a form."""
    if opened.strange:
        names = "、".join(PurePath(path).name for path, _ in opened.strange)
        return UnreadableError(names, say.NOTHING_RECOGNISED(), say.SCANS())
    if opened.unread:
        return opened.unread[0][1]
    return UnreadableError("、".join(paths), say.NOTHING_IN_FOLDER(), say.CHECK_FOLDER())


def broken_references(case: Case) -> tuple[Note, ...]:
    """The figures that prose refers to and that lead nowhere: nothing may be written before they are mended."""
    return tuple(note for note in case.notes if note.of.startswith("/"))


def _look(source: Source) -> tuple[Filing, Found | Case]:
    if not source.dossier:
        return look(source)
    case = open_dossier(Path(source.root))
    return look_at_dossier(source, case.dossier), case


def open_dossier(path: Path) -> Case:
    """A dossier as a case, the figures bound into its prose filled in. ``UnreadableError`` where it is faulty."""
    from jixiao.forms import binding
    from jixiao.recognition import with_claims

    written = store.load(path)
    notes = tuple(
        Note(error.at, say.BROKEN(binding=error.binding, problem=error.problem, remedy=error.remedy))
        for error in binding.errors(written)
    )
    printed = with_claims(binding.bound(written))
    file = SourceFile("", path.name, (str(path),))
    return Case(printed, files=(file,), notes=notes, bound=binding.with_claims_of(written, printed))
