"""What came of a batch, and what is written of all its cases: the working paper, the published JSON in pieces.

The assessments are on disk and read one at a time: a folder of thousands is never held at once.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from jixiao import __version__
from jixiao.model import Message, Severity

from .outputs import Outputs
from .papers import Papers, write_working_paper
from .state import load
from .work import Judged


class NotRead(NamedTuple):
    """A file of which nothing was read, and why."""

    path: str
    why: Message


class NotJudged(NamedTuple):
    """A case that could not be judged, and why."""

    unit: str
    year: int | None
    why: Message


@dataclass(frozen=True, slots=True)
class Overview:
    """What came of a batch. ``cases`` by unit and year; their assessments are read from disk when asked for."""

    cases: tuple[Judged, ...]
    not_read: tuple[NotRead, ...]
    strange: tuple[str, ...]
    left_out: tuple[str, ...]
    not_judged: tuple[NotJudged, ...]
    as_of: date
    version: str = __version__
    resumed: int = 0

    @property
    def incomplete(self) -> bool:
        """Whether something failed, so that the findings are not all there may be."""
        return bool(self.not_read or self.not_judged or any(one.summary["faults"] for one in self.cases))

    def count(self, level: str) -> int:
        """How many of a level of severity, or of undecided, waived, faults, over all cases."""
        return sum(one.summary[level] for one in self.cases)

    @property
    def worst(self) -> str:
        """The gravest severity of a finding; "" where there is none."""
        found = sorted({Severity(one.worst) for one in self.cases if one.worst}, key=lambda severity: severity.rank)
        return str(found[-1]) if found else ""

    @property
    def most_frequent(self) -> list[tuple[str, int]]:
        """The rules that found most."""
        counted = Counter(code for one in self.cases for code in one.codes)
        return sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:10]

    def assessments(self) -> Iterator[dict[str, Any]]:
        """The assessment of every case (``jixiao/assessment/1``), one at a time."""
        for one in self.cases:
            yield load(one.result)["case"]


def write_overview_papers(overview: Overview, papers: Papers) -> list[Path]:
    """The papers that speak of all cases of a batch."""
    written = []
    if "xlsx" in papers.kinds:
        head = {"schema": "jixiao/assessment/1", "version": overview.version, "as_of": overview.as_of.isoformat()}
        data = ({**head, "cases": [case]} for case in overview.assessments())
        not_read: list[Mapping[str, Any]] = [
            *({"what": one.path, "message": one.why.as_json()} for one in overview.not_read),
            *(
                {"what": one.unit, "unit": one.unit, "year": one.year, "message": one.why.as_json()}
                for one in overview.not_judged
            ),
        ]
        written.append(write_working_paper(data, overview.assessments(), not_read, papers))
    Outputs(papers.out).remember(written)
    return written


def overview_json(overview: Overview) -> Iterator[str]:
    """The published JSON of an assessment (``jixiao/assessment/1``) in pieces: one case is held at a time."""
    from ..assessment import SCHEMA, Summing

    head = {"schema": SCHEMA, "version": overview.version, "as_of": overview.as_of.isoformat()}
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "cases": ['
    summing = Summing()
    for number, case in enumerate(overview.assessments()):
        summing.add(case)
        yield (",\n" if number else "\n") + json.dumps(case, ensure_ascii=False)
    rest = {
        "summary": summing.summary,
        "not_read": [{"of": one.path, "message": one.why.as_json()} for one in overview.not_read],
    }
    yield "],\n" + json.dumps(rest, ensure_ascii=False)[1:] + "\n"
