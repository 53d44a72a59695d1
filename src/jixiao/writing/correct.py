"""Correcting a dossier: what follows from other figures is computed anew, what people must decide is asked.

A dossier, the findings about it and a policy enter; a :class:`Correction` leaves. Only sums, rates, their scores and
总分 are ever changed,
and only where the printed digits cannot be explained by rounding. Where two stated figures compete (98.96 in the
text, 98.43 in the table)
both stay, and a question asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

from ..forms.binding import literals
from ..model import Claim, Dossier, Evaluation, Figure, Finding, Frozen, Interval, Scored, Severity, Undecided
from ..model.pointer import positional, resolve, segments
from ..policy import Policy
from ..scoring import exact_rate, execution_rate, execution_score, sum_of_stated_scores
from .relations import HUNDRED, Relation, relations, value

_BOUND = re.compile("以[上下内外]|不[低高少多超]|至少|最[高低多少]|超过|高于|低于|[≥≤<>＞＜]")


@dataclass(frozen=True, slots=True)
class Change:
    """One figure replaced: its pointer, what stood there, what stands there now, and how that follows."""

    at: str
    before: str
    after: str
    why: str


@dataclass(frozen=True, slots=True)
class Question:
    """What only a person can decide. ``competing`` where stated figures differ at ``at`` and ``related``."""

    at: str
    text: str
    related: tuple[str, ...] = ()
    competing: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """The corrected dossier, every change in it, and the questions that stay open."""

    dossier: Dossier
    changes: tuple[Change, ...]
    open: tuple[Question, ...]


def correct(dossier: Dossier, findings: Sequence[Finding], policy: Policy) -> Correction:
    """Recompute what follows from other figures. Blank places are filled only where the form has the place and the
    parts decide it."""
    corrected, changes, doubtful = dossier, [], []
    for relation in relations(dossier):
        expected = _expected(relation, corrected, policy)
        if expected is None:
            continue
        figure, why = expected
        stated = cast(Figure, resolve(corrected, relation.at))
        if relation.kind == "sum" and _supported(relation, figure, corrected):
            doubtful.append(_sum_or_rate(relation, stated, figure))
            continue
        changes.append(Change(relation.at, stated.raw, figure.raw, why))
        corrected = replaced(corrected, relation.at, figure)
    questions = (*doubtful, *_unsettled(dossier, findings, changes, doubtful), *_in_prose(dossier, changes))
    return Correction(corrected, tuple(changes), questions)


def _expected(relation: Relation, dossier: Dossier, policy: Policy) -> tuple[Figure, str] | None:
    """The figure that must stand there and why; ``None`` where the stated one will do or nothing can be said."""
    stated = resolve(dossier, relation.at)
    if not isinstance(stated, Figure) or (stated.value is None and stated.raw):
        return None
    if relation.kind == "sum":
        return _sum(relation, stated, dossier)
    if relation.at.startswith("/evaluations/"):
        return _scoring(relation, stated, dossier, policy)
    exact = value(relation, dossier)
    return None if exact is None else _rate(relation, stated, exact, dossier, policy)


def _sum(relation: Relation, stated: Figure, dossier: Dossier) -> tuple[Figure, str] | None:
    exact = value(relation, dossier)
    parts = [f for f in _figures(relation, dossier) if f.value is not None]
    if exact is None or len({f.unit for f in (*parts, stated) if f.value is not None}) > 1:
        return None
    if stated.raw and _interval(stated).meets(Interval.total([_interval(f) for f in parts])):
        return None
    return _like(exact, stated), f"{relation.words}：{' + '.join(f.raw for f in parts)} = {_like(exact, stated)}"


def _rate(
    relation: Relation, stated: Figure, exact: Decimal, dossier: Dossier, policy: Policy
) -> tuple[Figure, str] | None:
    part, whole = _figures(relation, dossier)
    if part.unit != whole.unit:
        return None
    # persons and areas are counted, not rounded: what is printed is exact
    point = policy.rounding.rate(exact)
    if stated.raw and (_shares(stated, exact) or _interval(stated).meets(Interval.at(point))):
        return None
    figure = Figure(f"{_plain(point)}%") if not stated.raw or stated.unit == "%" else Figure(_plain(point))
    return figure, f"{relation.words}：{part} ÷ {whole} = {figure}"


def _scoring(relation: Relation, stated: Figure, dossier: Dossier, policy: Policy) -> tuple[Figure, str] | None:
    """Rate, execution score and 总分 as the policy has them, with their derivation."""
    at = "/".join(relation.at.split("/")[:3])
    evaluation: Evaluation = resolve(dossier, at)
    scored = _scored(relation, evaluation, policy)
    if not isinstance(scored, Scored) or (stated.raw and _allowed(stated, scored)):
        return None
    point = scored.value if scored.value is not None else _point(relation, evaluation, scored, policy)
    if point is None:
        return None
    percent = relation.kind == "percent" and (not stated.raw or stated.unit == "%")
    figure = Figure(_plain(point) + ("%" if percent else ""))
    return figure, "；".join((scored.derivation.formula, *scored.derivation.steps))


def _scored(relation: Relation, evaluation: Evaluation, policy: Policy) -> Scored | Undecided | None:
    """What scoring says of this very figure: only one money row is scored, others have no rate that must be."""
    if relation.kind == "total":
        return sum_of_stated_scores(evaluation, policy)
    scored = (execution_rate if relation.kind == "percent" else execution_score)(evaluation, policy)
    row = "/" + "/".join(relation.at.split("/")[3:-1]) + "/"
    of_row = isinstance(scored, Scored) and all(pointer.startswith(row) for pointer in scored.inputs)
    return scored if of_row else None


def _point(relation: Relation, evaluation: Evaluation, scored: Scored, policy: Policy) -> Decimal | None:
    """Where rounding of the amounts leaves an interval: the value that the digits give as they stand."""
    exact, line = exact_rate(evaluation), evaluation.funds.line("total")
    if exact is None:
        return None
    if relation.kind == "percent":
        return policy.rounding.rate(exact)
    weight = line.weight.value if line and line.weight and line.weight.value is not None else policy.weights.execution
    point = policy.rounding.score(min(exact / HUNDRED, Decimal(1)) * weight)
    return point if scored.low <= point <= scored.high else None


def _allowed(stated: Figure, scored: Scored) -> bool:
    """Whether the stated figure is one of the values that rounding leaves open."""
    value_ = cast(Decimal, stated.value)
    if scored.low <= value_ <= scored.high or _shares(stated, scored.low):
        return True
    return not (stated.contradicts(Figure(scored.low)) and stated.contradicts(Figure(scored.high)))


def _shares(stated: Figure, percent: Decimal) -> bool:
    """Whether a rate printed without its sign is a share: 0.972 for 97.2 %."""
    return (
        not stated.unit
        and stated.value is not None
        and stated.value != 0
        and _interval(stated).meets(Interval.at(percent / HUNDRED))
    )


def _supported(relation: Relation, expected: Figure, dossier: Dossier) -> bool:
    """Whether the printed execution rate fits the stated total and not the sum: then it is a part that is wrong, or
    missing."""
    row, _, column = relation.at.rpartition("/")
    if "/funds/lines/" not in row or column == "initial_budget":
        return False
    line = resolve(dossier, row)
    amounts = {"outturn": line.outturn, "revised_budget": line.revised_budget}
    if line.rate is None or line.rate.value is None or amounts[column] is None or amounts[column].is_blank:
        return False
    return _fits(line.rate, amounts) and not _fits(line.rate, {**amounts, column: expected})


def _fits(rate: Figure, amounts: dict[str, Figure | None]) -> bool:
    outturn, budget = amounts["outturn"], amounts["revised_budget"]
    if outturn is None or budget is None or not budget.value or outturn.value is None:
        return False
    percent = outturn.value / budget.value * HUNDRED
    return _interval(rate).meets(Interval.at(percent)) or _shares(rate, percent)


def _sum_or_rate(relation: Relation, stated: Figure, expected: Figure) -> Question:
    text = f"总额写 {stated}，{relation.words}为 {expected}，而执行率与所写总额相符：请核实是总额还是分项有误。"
    return Question(relation.at, text, relation.parts, competing=True)


def _unsettled(
    dossier: Dossier, findings: Iterable[Finding], changes: Sequence[Change], asked: Sequence[Question]
) -> Iterable[Question]:
    """Errors, and contradictions between stated figures, that no change has settled."""
    settled = {change.at for change in changes} | {question.at for question in asked}
    for finding in findings:
        at = _place(dossier, finding.at)
        related = tuple(_place(dossier, pointer) for pointer in finding.related)
        whole_of = _stated(dossier, at) is None and any(pointer in settled for pointer in related)
        if at in settled or whole_of or finding.severity is Severity.INFO:
            continue
        competing = _competes(dossier, (at, *related))
        if competing or finding.severity is Severity.ERROR:
            ask = "两处所写不同，请核实后统一。" if competing else "请核实。"
            lead = f"{finding.title}：" if finding.title and finding.message else finding.title
            yield Question(at, f"{lead}{finding.message}。{ask}".replace("。。", "。"), related, competing)


_SAME = {"revised_budget": "budget", "prior_outturn": "prior", "initial_budget": "initial"}
"""One name for a column that two forms call differently."""


def _competes(dossier: Dossier, pointers: Iterable[str]) -> bool:
    """Whether the first two figures named are statements of one quantity that contradict each other: in the text and
    anywhere, or the
    same amount in two tables. Two columns of a row, or the scores of two projects, are two quantities.
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


def _in_prose(dossier: Dossier, changes: Sequence[Change]) -> Iterable[Question]:
    """Sentences that still say what a table no longer says; bound figures follow by themselves."""
    for r, report in enumerate(dossier.reports):
        for claim in literals(report, report.claims, dossier):
            for change in changes:
                if _repeats(claim, change) and report.kind == _kind(dossier, change.at):
                    at = f"/reports/{r}{claim.paragraph}"
                    text = (
                        f"正文写“{claim.quote}”，表中已由 {change.before} 改为 {change.after}：如指同一数，请一并改正。"
                    )
                    yield Question(at, text, (change.at,), competing=True)


def _repeats(claim: Claim, change: Change) -> bool:
    """Whether a sentence states the former figure itself, not a bound that it may keep (均在96分以上)."""
    if claim.approx or _BOUND.search(claim.quote):
        return False
    before = Figure(change.before)
    field = change.at.rpartition("/")[2]
    kind = "rate" if field.endswith("rate") else "score" if field in ("score", "total") else "money"
    return bool(before.value) and claim.kind == kind and claim.figure is not None and claim.figure.value == before.value


def _kind(dossier: Dossier, at: str) -> str:
    record = resolve(dossier, "/".join(at.split("/")[:3]))
    return record.kind if isinstance(record, Evaluation) else "unit"


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


def _figures(relation: Relation, dossier: Dossier) -> list[Figure]:
    return [f for part in relation.parts if isinstance(f := resolve(dossier, part), Figure)]


def _interval(figure: Figure) -> Interval:
    """What the digits allow; a printed zero is exact: nobody rounds an amount to nothing."""
    return figure.interval if figure.value else Interval.at(Decimal(0))


def _like(number: Decimal, stated: Figure) -> Figure:
    """A sum, printed with no fewer places than it has, nor fewer than stood there."""
    exponent = number.as_tuple().exponent
    places = max(stated.places, -exponent if isinstance(exponent, int) else 0)
    return Figure(f"{number:,.{places}f}" if "," in stated.raw else f"{number:.{places}f}")


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def replaced(record: Any, pointer: str, new: Any) -> Any:
    """The same frozen record with another value at a positional pointer."""
    if not pointer:
        return new
    first = segments(pointer)[0]
    rest = pointer[len(first) + 1 :]
    if isinstance(record, tuple):
        place = int(first)
        return (*record[:place], replaced(record[place], rest, new), *record[place + 1 :])
    return cast(Frozen, record).model_copy(update={first: replaced(getattr(record, first), rest, new)})
