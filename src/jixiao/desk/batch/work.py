"""The two pieces of work that are spread: a file looked at, a case judged. Each takes plain data and gives plain data,
and keeps what is large on disk.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from jixiao import __version__
from jixiao.model import Case, Evaluation, UnreadableError
from jixiao.model.message import message_from
from jixiao.model.whole import put
from jixiao.recognition import Found

from ..assessing import Assessed, assess, own_rules
from ..assessment import case_json
from ..cases.gather import Source
from ..cases.looking import Filing, Outline, look, look_at_dossier
from ..cases.making import make
from ..cases.split import Group
from ..opening import open_dossier
from .options import BatchOptions
from .papers import Papers, write_case
from .state import State, digest


@dataclass(frozen=True, slots=True)
class Look:
    """A source to look at. ``spool`` is the run's own folder for what files hold: no other run reads it."""

    source: Source
    state: State
    spool: Path


@dataclass(frozen=True, slots=True)
class Job:
    """A case to judge: the group, its filings by their number, and how."""

    group: Group
    filings: Mapping[int, Filing]
    options: BatchOptions
    state: State
    spool: Path
    papers: Papers | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """An evaluation in an overview: its name and scores, as printed."""

    name: str
    scope: str
    stated: str
    rescored: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A case in an overview; ``result`` is the file that holds its assessment, ``written`` its papers."""

    unit: str
    year: int | None
    files: tuple[str, ...]
    result: Path
    summary: Mapping[str, int]
    lines: tuple[Line, ...] = ()
    codes: tuple[str, ...] = ()
    worst: str = ""
    missing: int = 0
    written: tuple[Path, ...] = field(default=())


def look_at(task: Look) -> Filing:
    """Look at one source, unless a run before this one did."""
    if task.source.dossier:
        return _look_at_dossier(task.source)
    try:
        sha = hashlib.sha256(task.source.read()).hexdigest()
    except UnreadableError as error:
        return Filing(task.source, error=error)
    kept = task.state.outline(sha)
    if kept is not None:
        return _filing(task.source, sha, kept)
    filing, found = look(task.source)
    if filing.error is None:
        _spool(task.spool, found)
        task.state.keep_outline(sha, _outlined(filing))
    return filing


def _look_at_dossier(source: Source) -> Filing:
    try:
        return look_at_dossier(source, open_dossier(Path(source.root)).dossier)
    except UnreadableError as error:
        return Filing(source, error=error)


def key_of(job: Job) -> str:
    """By what the result of a case is known: all that it comes from."""
    files = [(f.sha256, f.path, list(rows), _stamp(f.source)) for n, rows in job.group.parts for f in (job.filings[n],)]
    beside = [(f.sha256, f.path, str(f.error or "")) for n in job.group.unread for f in (job.filings[n],)]
    options = [
        job.options.as_of.isoformat(), job.options.policy, _content(job.options.policy), job.options.select,
        job.options.ignore, [_content(str(rules)) for rules in job.options.rules],
        [(w.code, w.at, w.reason, w.until) for w in job.options.waivers],
    ]  # fmt: skip
    papers = [str(job.papers.out.resolve()), job.papers.kinds, job.papers.severity] if job.papers else []
    return digest([__version__, job.group.unit, job.group.year, files, beside, options, papers])


def _stamp(source: Source) -> list[tuple[str, str]]:
    """What a dossier holds: it is a folder, and its name tells nothing of that."""
    if not source.dossier:
        return []
    root = Path(source.root)
    files = sorted(path for path in root.rglob("*") if path.is_file()) if root.is_dir() else [root]
    return [(str(path.relative_to(root)), hashlib.sha256(path.read_bytes()).hexdigest()) for path in files]


def _content(policy: str | None) -> str:
    """A policy of one's own is known by what it says."""
    path = Path(policy) if policy else None
    return hashlib.sha256(path.read_bytes()).hexdigest() if path and path.is_file() else ""


def judge(job: Job) -> Judged:
    """Put a case together, assess it, keep the result, write its papers."""
    case = case_of(job)
    options = job.options
    (one,) = assess(
        (case,),
        as_of=options.as_of,
        policy=options.policy,
        select=options.select,
        ignore=options.ignore,
        waivers=options.waivers,
        own=own_rules(options.rules),
    ).cases
    key = key_of(job)
    data = case_json(one)
    judged = _judged(one, data, job.state.result(key))
    if job.papers is not None:
        sources = [job.filings[number].source for number, _ in job.group.parts]
        judged = replace(judged, written=tuple(write_case(one, sources, job.papers)))
    job.state.keep_result(key, {"judged": plain(judged), "case": data})
    return judged


def case_of(job: Job) -> Case:
    """The case, from what was spooled, or from the files where another run looked at them."""
    filings = job.filings
    first = filings[job.group.parts[0][0]]
    if first.source.dossier:
        return open_dossier(Path(first.source.root))
    numbers = sorted({n for n, _ in job.group.parts} | {n for n in job.group.unread if filings[n].empty})
    content = {filings[n].sha256: _found(filings[n], job.spool) for n in numbers}
    places = {n: place for place, n in enumerate(sorted(filings))}
    parts = tuple((places[n], records) for n, records in job.group.parts)
    unread = tuple(places[n] for n in job.group.unread)
    group = Group(job.group.unit, job.group.year, parts, job.group.grounds, unread)
    return make(group, [filings[n] for n in sorted(filings)], content)


def _found(filing: Filing, spool: Path) -> Found:
    path = spool / f"{filing.sha256}.pickle"
    if path.exists():
        # written by a process of this same run into a folder of its own: nothing foreign is unpickled
        found: Found = pickle.loads(path.read_bytes())
        return found
    return look(filing.source)[1]


def _spool(spool: Path, found: Found) -> None:
    put(spool / f"{found.file}.pickle", pickle.dumps(found, protocol=pickle.HIGHEST_PROTOCOL))


def _judged(one: Assessed, data: Mapping[str, Any], result: Path) -> Judged:
    lines = []
    for pointer, evaluation in one.case.dossier.each(Evaluation):
        appraisal = one.audit.appraisals[pointer]
        stated = evaluation.total.raw if evaluation.total else ""
        lines.append(Line(evaluation.name, evaluation.scope, stated, str(appraisal.rescored)))
    return Judged(
        one.case.dossier.unit,
        one.case.dossier.year,
        tuple(path for file in one.case.files for path in file.paths),
        result,
        data["summary"],
        tuple(lines),
        tuple(f.code for f in one.audit.findings),
        _worst(one),
        len(one.case.missing),
    )


def _worst(one: Assessed) -> str:
    graver = sorted((f.severity for f in one.audit.findings if f.severity), key=lambda severity: severity.rank)
    return str(graver[-1]) if graver else ""


# --- plain data, and back ---


def _outlined(filing: Filing) -> dict[str, Any]:
    return {
        "outlines": [asdict(outline) for outline in filing.outlines],
        "around": filing.around,
        "notes": [note.as_data() for note in filing.notes],
        "empty": filing.empty,
    }


def _filing(source: Source, sha256: str, kept: Mapping[str, Any]) -> Filing:
    outlines = tuple(Outline(**{**one, "maybe": tuple(one["maybe"])}) for one in kept["outlines"])
    notes = tuple(message_from(note) for note in kept["notes"])
    return Filing(source, sha256, outlines, kept["around"], notes, empty=kept["empty"])


def plain(judged: Judged) -> dict[str, Any]:
    """An overview of a case as it is kept."""
    data = asdict(judged)
    return {**data, "result": str(judged.result), "written": [str(path) for path in judged.written]}


def judged_from(data: Mapping[str, Any]) -> Judged:
    """The same back."""
    return Judged(
        **{
            **data,
            "files": tuple(data["files"]),
            "result": Path(data["result"]),
            "lines": tuple(Line(**line) for line in data["lines"]),
            "codes": tuple(data["codes"]),
            "written": tuple(Path(path) for path in data["written"]),
        }
    )
