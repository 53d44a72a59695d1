"""What only a person can decide. Findings and changes enter, questions leave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...forms.binding import literals
from ...forms.relations import Relation
from ...model import Claim, Dossier, Evaluation, Figure, Finding, Report, Severity, Term
from ...model.pointer import positional, resolve
from .. import messages as say
from .follow import Must
from .records import Change, Question


def sum_or_rate(relation: Relation, must: Must) -> Question:
    """Which of two is wrong: a total that its rate supports, or its parts. Pointers are those of the dossier."""
    text = say.TOTAL_OR_PART(stated=must.stated, words=relation.words, expected=must.figure)
    return Question(relation.at, text, relation.inputs, competing=True)


def unsettled(
    dossier: Dossier, findings: Iterable[Finding], changes: Sequence[Change], asked: Sequence[Question]
) -> Iterable[Question]:
    """Errors, and contradictions between stated figures, that no change has settled."""
    settled = {change.at for change in changes} | {question.at for question in asked}
    for finding in findings:
        at = _place(dossier, finding.at)
        related = tuple(_place(dossier, pointer) for pointer in finding.facts[1:])
        whole_of = _stated(dossier, at) is None and any(pointer in settled for pointer in related)
        if at in settled or whole_of or finding.severity is Severity.INFO:
            continue
        competing = _competes(dossier, (at, *related))
        if competing or finding.severity is Severity.ERROR:
            said = Term(*(finding.text(lang) or finding.title for lang in ("zh", "en")))
            yield Question(at, (say.SETTLE if competing else say.VERIFY)(said=said), related, competing)


_SAME = {"revised_budget": "budget", "prior_outturn": "prior", "initial_budget": "initial"}
"""One name for a column that two forms call differently."""


def _competes(dossier: Dossier, pointers: Iterable[str]) -> bool:
    """Whether the first two figures named are statements of one quantity that contradict each other: in the text and
    anywhere, or the same amount in two tables. Two columns of a row, or the scores of two projects, are two
    quantities.
    """
    stated = [(p, f) for p in pointers if (f := _stated(dossier, p)) is not None and f.value is not None][:2]
    if len(stated) < 2 or not stated[0][1].contradicts(stated[1][1]):
        return False
    (one, _), (other, _) = stated
    claims = [found for p in (one, other) if isinstance(found := resolve(dossier, p), Claim)]
    if claims:
        return len(claims) == 1 or claims[0].subject == claims[1].subject
    fields = [_SAME.get(field, field) for field in (one.rpartition("/")[2], other.rpartition("/")[2])]
    return one.split("/")[:3] != other.split("/")[:3] and fields[0] == fields[1] and "score" not in fields[0]


def in_prose(dossier: Dossier, changes: Sequence[Change]) -> Iterable[Question]:
    """Sentences that still say what a table no longer says; bound figures follow by themselves."""
    for r, report in dossier.each(Report):
        for claim in literals(report, report.claims, dossier):
            for change in changes:
                if _repeats(claim, change) and report.scope == _scope(dossier, change.at):
                    at = f"{r}{claim.paragraph}"
                    text = say.ALSO_IN_TEXT(quote=claim.quote, before=change.before, after=change.after)
                    yield Question(at, text, (change.at,), competing=True)


def _repeats(claim: Claim, change: Change) -> bool:
    """Whether a sentence states the former figure itself, not a bound that it may keep (均在96分以上)."""
    if not claim.exact:
        return False
    before = Figure(change.before)
    field = change.at.rpartition("/")[2]
    kind = "rate" if field.endswith("rate") else "score" if field in ("score", "total") else "money"
    return bool(before.value) and claim.kind == kind and claim.figure is not None and claim.figure.value == before.value


def _scope(dossier: Dossier, at: str) -> str:
    record = resolve(dossier, "/".join(at.split("/")[:3]))
    return record.scope if isinstance(record, Evaluation) else "unit"


def _place(dossier: Dossier, pointer: str) -> str:
    try:
        return positional(dossier, pointer)
    except (LookupError, ValueError):
        return pointer


def _stated(dossier: Dossier, pointer: str) -> Figure | None:
    try:
        found = resolve(dossier, pointer)
    except (LookupError, ValueError):
        return None
    if isinstance(found, Claim):
        return found.figure
    return found if isinstance(found, Figure) else None
