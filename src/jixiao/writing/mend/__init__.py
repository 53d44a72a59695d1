"""Corrections in the user's own Word or Excel file: its bytes, a correction and the trace in, the mended bytes out.

Only what changes is edited: the number in its cell, in the manner in which it was printed there. Everything else of the
package stays byte for byte, so that nothing is lost that was not recognised. What cannot be changed safely is left as
it is and told.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from ...model import Finding, Message, Severity, Trace, UnreadableError
from ...reading.package import Package
from ...reading.sniff import sniff
from .. import messages as say
from ..annotate import AUTHOR, annotated
from ..correcting.records import Correction, Question
from .excel import mended_excel
from .records import MendResult, Tracking, Undone
from .word import mended_word

__all__ = ["AUTHOR", "MendResult", "Tracking", "Undone", "mended"]


def mended(
    data: bytes,
    name: str,
    correction: Correction,
    trace: Trace,
    *,
    tracking: Tracking | None = None,
    ask: bool = False,
    lang: str = "zh",
) -> tuple[bytes, MendResult]:
    """The file with the changes that have their place in it, and what became of each.

    ``tracking`` makes them tracked changes of a Word file; a workbook knows none, which a note tells. ``ask`` puts the
    open questions beside them as comments. ``name`` is for messages. ``UnreadableError`` where the file cannot be read
    or is of a kind that cannot be changed.
    """
    if sniff(data, name) != "zip":
        raise UnreadableError(name, say.NOT_OFFICE(), say.SAVE_AS_OFFICE())
    # a place belongs to a file by the hash of its bytes; traces of older versions know the name only
    file = (hashlib.sha256(data).hexdigest(), name)
    here = [change for change in correction.changes if (p := trace.get(change.at)) is not None and p.file in file]
    elsewhere = tuple(change for change in correction.changes if change not in here)
    notes: list[Message] = []
    asked, not_asked = 0, tuple[Question, ...]()
    if ask and correction.open:
        data, asked, not_asked, notes = _with_questions(data, name, correction.open, trace, lang)
    placed = [(change, trace[change.at]) for change in here]
    if Package(data, name).holds_workbook:
        data, done, said = mended_excel(data, name, placed)
        notes += [*said, *([say.NOT_TRACKED()] if tracking and any(why is None for why in done.values()) else [])]
    else:
        data, done = mended_word(data, name, placed, tracking)
    made = tuple(change for change in here if done[change.at] is None)
    undone = tuple(Undone(change, why) for change in here if (why := done[change.at]) is not None)
    return data, MendResult(made, elsewhere, undone, asked, not_asked, tuple(notes))


def _with_questions(
    data: bytes, name: str, questions: Sequence[Question], trace: Trace, lang: str
) -> tuple[bytes, int, tuple[Question, ...], list[Message]]:
    """The file with a comment for each question that has its place in it. Those of an earlier run give way."""
    findings = [Finding(q.at, evidence=q.related, severity=Severity.WARNING, message=q.text) for q in questions]
    try:
        commented, result = annotated(data, name, findings, trace, lang=lang)
    except UnreadableError as error:  # the corrections may stand in it all the same
        return data, 0, tuple(questions), [say.NO_QUESTIONS(problem=error.problem)]
    lost = tuple(q for q, finding in zip(questions, findings, strict=True) if finding in result.not_placed)
    return commented, result.findings, lost, list(result.notes)
