"""How well a filing was read: each intended field is right, reported (doubtful or unplaced), wrong or lost."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jixiao.model import BaseData, Dossier, Evaluation, Figure, Record, Report
from jixiao.reading import read_document
from jixiao.recognition import Recognised, recognise
from tests.docx_builder import build_docx

from .kit import Filing, Page

_ROW = (
    "level1",
    "level2",
    "name",
    "sign",
    "target",
    "target_unit",
    "actual",
    "weight",
    "score",
    "audit_score",
    "explanation",
)
_LINE = ("initial_budget", "revised_budget", "outturn", "weight", "rate", "score")
_TABLE = (
    "kind", "name", "code", "year", "department", "implementer", "goal_expected", "goal_actual",
    "total_weight", "total", "audit_total", "conclusion", "problems", "measures",
)  # fmt: skip


@dataclass
class Tally:
    """Counts, and the places of what is not right."""

    right: int = 0
    reported: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def documents(pages: Sequence[Page]) -> list[Any]:
    with tempfile.TemporaryDirectory() as folder:
        found = []
        for page in pages:
            path = Path(folder) / page.name
            path.write_bytes(build_docx(page.blocks, numbering=page.numbering or None))
            found.append(read_document(path))
        return found


def read(filing: Filing, dossier: Dossier | None = None) -> Recognised:
    return recognise(documents(filing.lay(dossier or filing.dossier)))


def flat(value: Any) -> str:
    """A value without spaces and forms of characters."""
    if value is None:
        return ""
    if isinstance(value, Figure) and value.value is not None:
        return f"{value.value}{value.unit}"
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", str(value)))


def _compare(tally: Tally, where: str, wanted: Any, got: Any, record: Record | None, name: str, loose: str) -> None:
    want, have = flat(wanted), flat(got)
    if want == have or (not want.strip("-—/") and not have.strip("-—/")):
        tally.right += bool(want)
        return
    doubts = [flat(d.raw) for d in record.doubts] if record is not None else []
    if record is not None and (record.doubt(name) or (not have and any(want in raw for raw in doubts))):
        tally.reported.append(where)
    elif have:
        tally.wrong.append(f"{where}: {want!r} read as {have!r}")
    elif want in loose:
        tally.reported.append(where)
    else:
        tally.lost.append(f"{where}: {want!r}")


def measure(filing: Filing, found: Recognised) -> Tally:
    """Every intended field against what was read."""
    tally = Tally()
    kept = [extra.text for e in found.dossier.every(Evaluation) for extra in e.extra]
    loose = flat("¦".join([u.text for u in found.unplaced] + kept))
    wanted, got = filing.dossier, found.dossier
    for where, name, want, record in _pairs(wanted, got):
        _compare(tally, f"{where}/{name}", want, getattr(record, name, None) if record else None, record, name, loose)
    for number, (r, s) in enumerate(_zip(wanted.every(Report), got.every(Report))):
        _report(tally, number, r, s)
    heard = [c for r in got.every(Report) for c in r.claims]
    for kind, figure, subject in filing.claims:
        same = [c for c in heard if c.kind == kind and c.figure and c.figure.raw == figure]
        if not same:
            tally.lost.append(f"claim {figure} {subject}")
        elif not any(subject in c.subject for c in same):
            tally.wrong.append(f"claim {figure} of {subject} read as of {[c.subject for c in same]}")
        else:
            tally.right += 1
    return tally


def _zip(wanted: Sequence[Any], got: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    for n, want in enumerate(wanted):
        yield want, got[n] if n < len(got) else None
    for more in got[len(wanted) :]:
        yield None, more


def _report(tally: Tally, number: int, want: Any, got: Any) -> None:
    where = number
    if want is None:
        tally.wrong.append(f"{where}: invented {got.title!r}")
        return
    for name in ("kind", "title", "year", "unit", "signature", "date"):
        if getattr(want, name) is not None:
            _compare(tally, f"{where}/{name}", getattr(want, name), getattr(got, name, None), got, name, "")
    have = [(flat(s.title), tuple(map(flat, s.texts))) for s in got.sections] if got else []
    text = flat("".join(p for s in got.sections for p in (s.number, s.title, *s.texts))) if got else ""
    for section in want.sections:
        if (flat(section.title), tuple(map(flat, section.texts))) in have:
            tally.right += 1
        elif all(flat(p).rstrip("。") in text for p in (section.title, *section.texts)):
            tally.right += 1  # read with other cuts: the words are all there
        else:
            tally.lost.append(f"{where}: section {section.title}")


def _pairs(wanted: Dossier, got: Dossier) -> Iterator[tuple[str, str, Any, Record | None]]:
    for n, (e, f) in enumerate(_zip(wanted.every(Evaluation), got.every(Evaluation))):
        where = n
        if e is None:
            yield where, "invented", "", None
            continue
        for name in _TABLE:
            yield where, name, getattr(e, name), f
        for k, line in enumerate(e.funds.lines):
            same = f.funds.lines[k] if f and k < len(f.funds.lines) else None
            yield f"{where}/funds/lines/{k}", "source", line.source, same
            for name in _LINE:
                yield f"{where}/funds/lines/{k}", name, getattr(line, name), same
        if f is not None:
            yield f"{where}/funds", "unit", e.funds.unit, f.funds
        rows = list(e.indicators)
        have = list(f.indicators) if f else []
        for k, (row, own) in enumerate(_zip(rows, have)):
            if row is None:
                yield f"{where}/indicators/{k}", "name", "", own
                continue
            for name in _ROW:
                yield f"{where}/indicators/{k}", name, getattr(row, name), own
        for k, (d, own) in enumerate(_zip(e.declared, f.declared if f else ())):
            yield f"{where}/declared/{k}", "points", d.points if d else None, own
    for n, (b, c) in enumerate(_zip(wanted.every(BaseData), got.every(BaseData))):
        for name in ("year", "staff_year", "thrift"):
            yield n, name, getattr(b, name), c
        for name in ("establishment", "in_post", "control_rate"):
            yield f"{n}/staff", name, getattr(b.staff, name), c.staff if c else None
        for k, (line, own) in enumerate(_zip(b.lines, c.lines if c else ())):
            for name in ("key", "label", "prior_outturn", "budget", "outturn"):
                yield f"{n}/lines/{k}", name, getattr(line, name, None), own
