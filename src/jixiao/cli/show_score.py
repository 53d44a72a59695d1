"""Scores and their derivations, printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jixiao.forms.terms import EXECUTION
from jixiao.model import Dossier, Evaluation, Partial, Scored, Term, Undecided
from jixiao.model.classes import dataclass
from jixiao.model.message import shown
from jixiao.model.pointer import positional
from jixiao.policy import Policy
from jixiao.scoring import appraise

from .console import console, print_block
from .text import Table, Text
from .words import colon, name_of, source


@dataclass(frozen=True, slots=True)
class Row:
    """One score: what it is, where, what the paper says, what the policy gives."""

    at: str
    evaluation: str
    name: str | Term
    weight: str
    stated: str
    computed: Scored | Partial | Undecided

    @property
    def is_total(self) -> bool:
        """Whether it is a sum over the table."""
        return self.name in (READDED, RESCORED)


READDED = Term("总分（复加）", "total, re-added")
RESCORED = Term("总分（复算）", "total, re-scored")


def score_rows(dossier: Dossier, policy: Policy) -> Iterator[Row]:
    """Execution, every indicator, and both totals of every evaluation."""
    for number, evaluation in dossier.each(Evaluation):
        base = number
        result = appraise(evaluation, policy)
        line = evaluation.funds.line("total")
        stated = line.score.raw if line and line.score else "—"
        weight = line.weight.raw if line and line.weight else "—"
        yield Row(f"{base}/funds", evaluation.name, EXECUTION, weight, stated, result.execution)
        for index, (indicator, judged) in enumerate(zip(evaluation.indicators, result.indicators, strict=True)):
            yield Row(
                f"{base}/indicators/{index}",
                evaluation.name,
                indicator.name,
                indicator.weight.raw if indicator.weight else "—",
                indicator.score.raw if indicator.score else "—",
                judged.scored,
            )
        total = evaluation.total.raw if evaluation.total else "—"
        yield Row(f"{base}/total", evaluation.name, READDED, "", total, result.readded)
        yield Row(f"{base}/total", evaluation.name, RESCORED, "", total, result.rescored)


def matching(dossier: Dossier, policy: Policy, what: str) -> list[Row]:
    """The scores whose pointer, indicator name or evaluation name is ``what``; names may be given in part."""
    rows = list(score_rows(dossier, policy))
    if what.startswith("/"):
        try:
            at = positional(dossier, what)
        except LookupError:
            return []
        return [r for r in rows if r.at == at or at.startswith(r.at + "/") or r.at.startswith(at + "/")]
    named = [r for r in rows if what in shown(r.name)]
    if named:
        return named
    return [r for r in rows if what in r.evaluation and r.is_total]


def show_score(dossier: Dossier, policy: Policy, *, rows: bool, lang: str) -> None:
    """The totals; with ``rows`` every indicator as well."""
    out = console()
    zh = lang == "zh"
    print_block(out, Text(("政策：" if zh else "policy: ") + policy.chosen_because.text(lang), style="dim"))
    table = Table()
    for head, right in (
        ("评价" if zh else "evaluation", False),
        ("项" if zh else "item", False),
        ("分值" if zh else "weight", True),
        ("自评" if zh else "stated", True),
        ("复算" if zh else "computed", True),
        ("说明" if zh else "why", False),
    ):
        table.add_column(head, right=right)
    for row in score_rows(dossier, policy):
        if rows or row.is_total:
            why = row.computed.reason
            value = "—" if isinstance(row.computed, Undecided) else str(row.computed)
            name = name_of(dossier, "/".join(row.at.split("/")[:3]))
            table.add_row(name, shown(row.name, lang), row.weight, row.stated, value, why.text(lang) if why else "")
    out.print(table)


def show_derivations(rows: list[Row], lang: str) -> None:
    """Formula, inputs, steps, rounding and source of each score."""
    out = console()
    zh = lang == "zh"
    sign = colon(lang)
    for row in rows:
        value = "—" if isinstance(row.computed, Undecided) else str(row.computed)
        out.print(Text(f"\n{row.evaluation} · {shown(row.name, lang)}", style="bold"), Text(row.at, style="dim"))
        out.print(f"  {'自评' if zh else 'stated'} {row.stated}   {'复算' if zh else 'computed'} {value}")
        if row.computed.reason:
            print_block(out, Text(row.computed.reason.text(lang)), 2, 2)
        if isinstance(row.computed, Undecided):
            continue
        derivation = row.computed.derivation
        print_block(out, Text(f"{'公式' if zh else 'formula'}{sign}{derivation.formula.text(lang)}"), 2, 2)
        for given in derivation.inputs:
            print_block(
                out, Text(f"{shown(given.name, lang)} = {shown(given.value, lang)}   {given.at}", style="dim"), 4, 2
            )
        for step in derivation.steps:
            print_block(out, Text(step.text(lang)), 4, 2)
        if derivation.rounding:
            print_block(out, Text(f"{'修约' if zh else 'rounding'}{sign}{derivation.rounding.text(lang)}"), 2, 2)
        if derivation.citation:
            print_block(
                out, Text(f"{'依据' if zh else 'source'}{sign}{source(lang, derivation.citation.message)}"), 2, 2
            )


def score_json(dossier: Dossier, policy: Policy) -> dict[str, Any]:
    """Every score with its derivation, decimals as strings."""
    return {
        "policy": {"id": policy.id, "title": policy.title, "because": str(policy.chosen_because)},
        "scores": [
            {
                "at": row.at,
                "evaluation": row.evaluation,
                "name": shown(row.name),
                "stated": row.stated,
                "reason": str(row.computed.reason or ""),
                **(
                    {}
                    if isinstance(row.computed, Undecided)
                    else {
                        "low": f"{row.computed.low:f}",
                        "high": f"{row.computed.high:f}",
                        "derivation": row.computed.derivation.as_json(),
                    }
                ),
            }
            for row in score_rows(dossier, policy)
        ],
    }
