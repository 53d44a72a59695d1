"""Findings in the user's own file: source, findings and trace in, a copy with comments out.

A Word file takes comments, a workbook notes on its cells and a sheet of findings. Every part of the file that is not
concerned stays byte for byte, and inside the others nothing differs but what was put in.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from ...model import Dossier, Finding, Trace
from ...model.whole import whole
from ...reading.file import read_bytes
from ...reading.package import Package
from ...reading.sniff import sniff
from .asked import Asked
from .comments import AUTHOR
from .excel import excel_annotated
from .into_word import word_annotated
from .result import AnnotateResult

__all__ = ["AUTHOR", "AnnotateResult", "annotate", "annotated"]


def annotate(
    source: Path,
    findings: Sequence[Finding],
    trace: Trace,
    target: Path,
    *,
    lang: str = "zh",
    names: Mapping[str, str] | None = None,
    dossier: Dossier | None = None,
) -> AnnotateResult:
    """Write a copy of ``source`` (Word or Excel, by its content) to ``target`` with the findings at their places.

    A finding stands at its main place or, where that is in another file, at the first related place in this one; all
    that stand at one place are one comment, the gravest first. What follows from a finding, related places and basis
    make further lines. With the ``dossier`` that the trace is of, the words of a cell that a finding is about are
    marked. Comments that this program put there earlier are replaced, those of others stay. ``names`` tells the names
    of the other files that the trace speaks of, by their identity. ``FileExistsError`` where the target is already
    there: nothing is overwritten; ``UnreadableError`` where the source cannot be read or takes no comments.
    """
    if target.exists():
        raise FileExistsError(str(target))
    data, result = annotated(read_bytes(source), source.name, findings, trace, lang=lang, names=names, dossier=dossier)
    with whole([target]) as parts:
        parts[target].write_bytes(data)
    return result


def annotated(
    data: bytes,
    name: str,
    findings: Sequence[Finding],
    trace: Trace,
    *,
    lang: str = "zh",
    names: Mapping[str, str] | None = None,
    dossier: Dossier | None = None,
) -> tuple[bytes, AnnotateResult]:
    """The same from bytes to bytes: the file with its comments. ``name`` is for messages."""
    # a place belongs to a file by the hash of its bytes; traces of older versions know the name only
    file = (hashlib.sha256(data).hexdigest(), name)
    asked = Asked(findings, trace, file, dossier, names or {}, lang)
    if sniff(data, name) == "zip" and Package(data, name).holds_workbook:
        return excel_annotated(data, name, asked)
    return word_annotated(data, name, asked)
