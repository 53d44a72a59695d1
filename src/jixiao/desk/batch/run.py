"""A batch: paths and options enter, an overview leaves, and the papers of every case where a folder for them is given.

Two rounds are spread over the runner: every file is looked at, then every case is judged. In between, cases are told
apart here, by light outlines alone; what files hold goes from the first round to the second on disk. A run that was
interrupted leaves its state and goes on where it was; one that ended leaves none.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from jixiao.model import Message, UnreadableError

from .. import messages as say
from ..cases.gather import gather
from ..cases.looking import Filing
from ..cases.split import Group, split
from .options import BatchOptions
from .outputs import Outputs
from .overview import NotJudged, NotRead, Overview
from .papers import Papers
from .runner import Failed, InProcess, Runner
from .state import State, load
from .work import Job, Judged, Look, judge, judged_from, key_of, look_at


class Progress(NamedTuple):
    """How far a round is: ``looking`` at files or ``judging`` cases, so many of so many, and what was done last."""

    round: str
    done: int
    total: int
    name: str = ""


def run_batch(
    paths: Iterable[Path | str],
    options: BatchOptions,
    *,
    runner: Runner | None = None,
    papers: Papers | None = None,
    state: State | None = None,
    tell: Callable[[Progress], None] = lambda _: None,
    use: Callable[[Overview], None] = lambda _: None,
) -> Overview:
    """Look at everything in the paths and judge every case. ``UnreadableError`` where a path leads nowhere.

    ``use`` gets the overview while the assessments of its cases are still on disk: they go when the run has ended.
    An interruption leaves the state for the next run over the same paths.
    """
    given = [Path(path) for path in paths]
    kept = state or State.of(given)
    spread = runner or InProcess()
    spool = Path(tempfile.mkdtemp(prefix="jixiao-"))
    try:
        gathered = gather(given)
        looks = [Look(source, kept, spool) for source in gathered.sources]
        filings = _looked(looks, spread, tell)
        groups = split(filings, options.units)
        jobs = [Job(group, {n: filings[n] for n in _numbers(group)}, options, kept, spool, papers) for group in groups]
        judged, failed, resumed = _judged(jobs, spread, tell)
        overview = Overview(
            tuple(judged),
            (
                *(NotRead(path, _told(error)) for path, error in gathered.refused),
                *(NotRead(f.path, _told(f.error)) for f in filings if f.error is not None),
            ),
            tuple(f.path for f in filings if f.empty),
            gathered.left_out,
            tuple(failed),
            options.as_of,
            resumed=resumed,
        )
        use(overview)
        if papers is not None:
            Outputs(papers.out).remember(path for one in judged for path in one.written)
        kept.finished()
        return overview
    finally:
        shutil.rmtree(spool, ignore_errors=True)


def _numbers(group: Group) -> list[int]:
    return sorted({number for number, _ in group.parts} | set(group.unread))


def _looked(looks: list[Look], runner: Runner, tell: Callable[[Progress], None]) -> list[Filing]:
    filings: dict[int, Filing] = {}
    for done, (number, result) in enumerate(runner.map(look_at, looks), start=1):
        source = looks[number].source
        filings[number] = _failed(looks[number], result) if isinstance(result, Failed) else result
        tell(Progress("looking", done, len(looks), source.path))
    return [filings[number] for number in range(len(looks))]


def _failed(task: Look, failed: Failed) -> Filing:
    error = UnreadableError(task.source.name, _why(failed), say.READ_ALONE())
    return Filing(task.source, error=error)


def _judged(
    jobs: list[Job], runner: Runner, tell: Callable[[Progress], None]
) -> tuple[list[Judged], list[NotJudged], int]:
    found: dict[int, Judged] = {}
    failed: list[NotJudged] = []
    for number, job in enumerate(jobs):
        known = _known(job)
        if known is not None:
            found[number] = known
    left = [number for number in range(len(jobs)) if number not in found]
    resumed = len(found)
    for done, (place, result) in enumerate(runner.map(judge, [jobs[number] for number in left]), start=1):
        group = jobs[left[place]].group
        if isinstance(result, Failed):
            failed.append(NotJudged(group.unit, group.year, _why(result)))
        else:
            found[left[place]] = result
        tell(Progress("judging", resumed + done, len(jobs), group.unit))
    failed.sort(key=lambda one: (one.unit, one.year or 0))
    return [found[number] for number in sorted(found)], failed, resumed


def _known(job: Job) -> Judged | None:
    """What a run before this one came to, with all its papers still there."""
    try:
        judged = judged_from(load(job.state.result(key_of(job)))["judged"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return judged if all(path.exists() for path in judged.written) else None


def _told(error: UnreadableError) -> Message:
    return say.WHY(problem=error.problem, remedy=error.remedy)


def _why(failed: Failed) -> Message:
    match failed.why:
        case "time":
            return say.TOOK_TOO_LONG()
        case "died":
            return say.PROCESS_DIED()
    return say.BROKE_DOWN(error=failed.detail)
