"""A case out of a group: what its files hold, put together, with the evidence for it and what was not handed in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jixiao.model import BaseData, Case, Dossier, Evaluation, Message, Report, SourceFile, Unplaced
from jixiao.model.case import Note
from jixiao.model.ids import keep_ids, matches
from jixiao.model.place import nearest_to
from jixiao.recognition import Found, put_together

from .. import messages as say
from ..filling import settled
from .looking import Filing
from .split import Group


def make(group: Group, filings: Sequence[Filing], content: Mapping[str, Found], earlier: Dossier | None = None) -> Case:
    """The case of a group. ``content`` is what each file holds, by its SHA-256. Of files with the same content one is
    read, and a note says so. Records that were known in ``earlier`` keep their ids.
    """
    files, notes = _different([filings[number] for number, _ in group.parts])
    parts = {filings[number].sha256: records for number, records in reversed(group.parts)}
    found = put_together([content[f.sha256].only(parts[f.sha256]) for f in files], group.unit, group.year)
    notes += [Note(f.name, note) for f in files for note in _of(f, filings).notes]
    dossier = found.dossier
    if earlier is not None:
        dossier = dossier if found.filled else keep_ids(dossier, earlier)
        known = sum(1 for _ in matches(dossier, earlier))
        notes.append(Note("、".join(f.name for f in files), say.MATCHED(count=known)))
    beside = [filings[number] for number in group.unread]
    case = Case(
        dossier,
        found.trace,
        (*found.unplaced, *(lost for f in beside if f.empty for lost in lost_in(content[f.sha256]))),
        (*files, *(SourceFile(f.sha256, f.source.name, (f.path,)) for f in beside if f.empty)),
        tuple(notes),
        printed=found.printed,
        joined=found.joined,
        grounds=tuple(Note(g.path, say.GROUND(unit=g.unit, year=g.year)) for g in group.grounds),
        missing=tuple(not_handed_in(dossier)),
        unread=tuple(Note(f.path, f.error.problem) for f in beside if f.error is not None),
    )
    return settled(case)


def lost_in(found: Found) -> tuple[Unplaced, ...]:
    """What of a file was placed nowhere."""
    return tuple(one for _, one in found.unplaced)


def _of(file: SourceFile, filings: Sequence[Filing]) -> Filing:
    return next(f for f in filings if f.sha256 == file.sha256)


def _different(filings: Sequence[Filing]) -> tuple[list[SourceFile], list[Note]]:
    """Each content once, with all paths where it lay and a note on every copy: a figure counted twice would be a fault
    of ours.
    """
    first: dict[str, Filing] = {}
    paths: dict[str, list[str]] = {}
    notes = []
    for filing in filings:
        known = first.setdefault(filing.sha256, filing)
        paths.setdefault(filing.sha256, []).append(filing.path)
        if known is not filing:
            notes.append(Note(filing.source.name, say.SAME_CONTENT(name=known.source.name)))
    return [SourceFile(sha, f.source.name, tuple(paths[sha])) for sha, f in first.items()], notes


def not_handed_in(dossier: Dossier) -> list[Message]:
    """What a filing of the place has, and this one has not. It is said, and no fault: who checks one table knows that
    it is one.
    """
    evaluations = dossier.every(Evaluation)
    missing = []
    if not any(e.scope == "unit" for e in evaluations):
        missing.append(say.NO_OVERALL())
    if not any(e.scope == "project" for e in evaluations):
        missing.append(say.NO_PROJECT())
    if not dossier.every(BaseData) and _asks_for_base_data(dossier):
        missing.append(say.NO_BASE_DATA())
    if not dossier.every(Report):
        missing.append(say.NO_REPORT())
    return missing


def _asks_for_base_data(dossier: Dossier) -> bool:
    """Whether the place is known to have a base data table: it is no form of the nation."""
    from jixiao.forms.layouts.catalogue import heads

    places = {head.place for head in heads("base-data")}
    return nearest_to(dossier.place or dossier.unit, places) is not None
