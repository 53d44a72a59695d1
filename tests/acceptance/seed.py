"""The real report, read once for all tests that need it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jixiao.audit import Audit, check
from jixiao.model import Finding, Severity
from jixiao.model.message import shown
from jixiao.model.pointer import resolve
from jixiao.reading import read_document
from jixiao.recognition import Recognised, recognise

from ..shared import shared_path

TEXT = "seeds/yueyang-2024-self-evaluation.txt"
TRUTH = "seeds/yueyang-2024-truth.json"
TWINS = ("samples/seed-twin.docx", "samples/seed-twin-resaved.docx")


def recognised(name: str = TEXT) -> Recognised:
    """The file's dossier, trace and what was not placed; skips where the file is absent."""
    return _recognised(shared_path(name))


def audited(name: str = TEXT) -> Audit:
    """The check of the file with the policy that its unit and year choose."""
    return _audited(shared_path(name))


@cache
def _recognised(path: Path) -> Recognised:
    return recognise([read_document(path)])


@cache
def _audited(path: Path) -> Audit:
    return check(_recognised(path).dossier)


def words(finding: Finding, audit: Audit) -> str:
    """Everything a finding says: message, values, the facts it points at, and its consequences."""
    facts = []
    for pointer in finding.facts:
        try:
            item = resolve(audit.dossier, pointer)
        except LookupError:
            continue
        facts.append(str(getattr(item, "quote", "") or getattr(item, "name", "") or item))
    inner = [words(c, audit) for c in finding.consequences]
    return " ".join([finding.text(), *map(shown, finding.values.values()), *facts, *inner])


def says(audit: Audit, severities: str, *parts: str) -> list[Finding]:
    """The findings of those severities ("EWI") whose words hold every part."""
    allowed = {s for s in Severity if s.value[0].upper() in severities}
    return [f for f in audit.findings if f.severity in allowed and all(part in words(f, audit) for part in parts)]
