"""Files of many places: every field read or reported, no false alarm on a clean file, every injected fault found.

``pytest tests/acceptance/test_provinces.py -s`` prints the figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import pytest

from jixiao.audit import Audit, check
from jixiao.model import Evaluation, Finding

from .provinces import blocks, central, split, told, writers
from .provinces.faults import FAULTS, Fault
from .provinces.kit import Filing
from .provinces.measure import Tally, measure, read
from .provinces.mixed import drawn

FILINGS = [f for module in (central, split, blocks, writers) for f in vars(module).values() if isinstance(f, Filing)]
TOLD = [f for f in vars(told).values() if isinstance(f, Filing)]
EXCEPTIONS = {
    ("Shanghai, money in yuan", "sources do not add up"): "one source alone never proves that it is all there is",
}
"""Faults that stay undecided, with the reason."""
_DRAWN = 100


@cache
def _clean(filing: Filing) -> tuple[Tally, Audit]:
    found = read(filing)
    return measure(filing, found), check(found.dossier)


def _all(findings: Iterable[Finding]) -> Iterator[Finding]:
    for finding in findings:
        yield finding
        yield from _all(finding.consequences)


def _near(place: str, finding: Finding) -> bool:
    places = place.split("|")
    return any(at.startswith(p) or p.startswith(at) for at in finding.facts for p in places)


@cache
def _spoiled(filing: Filing, fault: Fault) -> tuple[bool, tuple[str, ...]] | None:
    """Whether the fault was found at its place, and what was said besides; ``None`` where it does not apply."""
    spoiled = fault.spoil(filing.dossier)
    if spoiled is None:
        return None
    dossier, place = spoiled
    before = {(f.code, f.at) for f in _all(_clean(filing)[1].findings)}
    audit = check(read(filing, dossier).dossier)
    found = any(
        f.code in fault.codes and (f.code, f.at) not in before and _near(place, f) for f in _all(audit.findings)
    )
    besides = [f for f in audit.findings if (f.code, f.at) not in before and f.code not in fault.codes | fault.also]
    return found, tuple(f"{f.severity} {f.code} {f.at} {f.text()}" for f in besides)


@pytest.mark.parametrize("filing", [*FILINGS, *TOLD], ids=lambda f: f.name)
def test_no_field_is_silently_wrong_or_lost(filing: Filing) -> None:
    tally, _ = _clean(filing)
    assert not tally.wrong
    assert not tally.lost
    assert not tally.reported
    assert tally.right > 50


@pytest.mark.parametrize("filing", [*FILINGS, *TOLD], ids=lambda f: f.name)
def test_a_clean_file_is_left_alone(filing: Filing) -> None:
    _, audit = _clean(filing)
    alarms = [f for f in audit.findings if f.severity != "info" and f.code not in filing.expected]
    assert not [f"{f.severity} {f.code} {f.at} {f.text()}" for f in alarms]
    assert not [f for f in audit.findings if f.severity == "error"]
    assert not audit.faults


def test_any_facts_on_any_form() -> None:
    evaluations = [e for f in FILINGS for e in f.dossier.every(Evaluation) if e.indicators[0].sign is None]
    right = reported = 0
    for seed in range(_DRAWN):
        filing = drawn(evaluations, seed)
        if filing is None:
            continue
        found = read(filing)
        tally = measure(filing, found)
        assert not tally.wrong, filing.name
        assert not tally.lost, filing.name
        right += tally.right
        reported += len(tally.reported)
        if not tally.reported:
            errors = [f.text() for f in check(found.dossier).findings if f.severity == "error"]
            assert not errors, filing.name
    print(f"\n{_DRAWN} forms drawn by lot: {right} fields right, {reported} reported, none wrong, none lost")
    assert reported * 100 < right


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f.name)
def test_every_fault_is_found_at_its_place(fault: Fault) -> None:
    asked = 0
    for filing in FILINGS:
        answer = _spoiled(filing, fault)
        if answer is None:
            continue
        asked += 1
        found, besides = answer
        assert found or (filing.name, fault.name) in EXCEPTIONS, filing.name
        assert not besides, filing.name
    assert asked, "no filing has a place for this fault"


def test_print_the_figures() -> None:
    print(f"\n{'file':45} right report wrong lost  errors warnings  found missed extra")
    sums = [0] * 9
    for filing in [*FILINGS, *TOLD]:
        tally, audit = _clean(filing)
        faults = FAULTS if filing in FILINGS else []
        answers = [a for fault in faults if (a := _spoiled(filing, fault)) is not None]
        figures = [
            tally.right,
            len(tally.reported),
            len(tally.wrong),
            len(tally.lost),
            sum(f.severity == "error" for f in audit.findings),
            sum(f.severity == "warning" and f.code not in filing.expected for f in audit.findings),
            sum(found for found, _ in answers),
            sum(not found for found, _ in answers),
            sum(bool(besides) for _, besides in answers),
        ]
        sums = [a + b for a, b in zip(sums, figures, strict=True)]
        _print(filing.name, figures)
    _print(f"{len(FILINGS) + len(TOLD)} files, {len(FAULTS)} kinds of fault", sums)
    assert sums[2] == sums[3] == sums[4] == 0
    assert sums[7] <= len(EXCEPTIONS)


def _print(name: str, figures: list[int]) -> None:
    widths = (5, 6, 5, 4, 7, 8, 6, 6, 5)
    print(f"{name:45} " + " ".join(f"{n:{w}}" for n, w in zip(figures, widths, strict=True)))
