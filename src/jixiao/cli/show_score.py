"""Scores and their derivations, printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jixiao.desk.addresses import Addresses
from jixiao.forms.terms import EXECUTION
from jixiao.model import Case, Dossier, Evaluation, Partial, Scored, Term, Undecided
from jixiao.model.classes import dataclass
from jixiao.model.message import shown
from jixiao.model.pointer import positional
from jixiao.policy import Policy
from jixiao.scoring import appraise

from .console import console, print_block
from .show_summary import head_of, record_of
from .text import Table, Text
from .words import colon, source


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


def show_score(case: Case, policy: Policy, *, rows: bool, lang: str, several: bool = False) -> None:
    """The totals of every form; with ``rows`` a table a form, its rows in the order of the form."""
    out = console()
    zh = lang == "zh"
    if several:
        out.print(Text(f"{case.dossier.year or ''} {case.dossier.unit}".strip(), "bold"))
    print_block(out, Text(("政策：" if zh else "policy: ") + policy.chosen_because.text(lang), style="dim"))
    at = Addresses(case)
    by_form: dict[str, list[Row]] = {}
    for row in score_rows(case.dossier, policy):
        by_form.setdefault(record_of(row.at), []).append(row)
    if rows:
        for record, of_form in by_form.items():
            out.gap()
            out.print(Text(f"■ {head_of(at, record, lang)}", "bold"))
            out.print(_rows_table(of_form, lang))
        return
    table = Table()
    heads = ("表", "自评", "复加", "复算", "说明") if zh else ("form", "stated", "re-added", "re-scored", "why")
    for number, head in enumerate(heads):
        table.add_column(head, right=number in (1, 2, 3))
    for record, of_form in by_form.items():
        readded, rescored = (row for row in of_form if row.is_total)
        why = "；".join(dict.fromkeys(r.text(lang) for r in (readded.computed.reason, rescored.computed.reason) if r))
        totals = (readded.stated, _value(readded), _value(rescored))
        table.add_row(head_of(at, record, lang), *totals, why)
    out.print(table)


def _rows_table(rows: list[Row], lang: str) -> Table:
    table = Table()
    heads = ("项", "分值", "自评", "复算", "说明") if lang == "zh" else ("item", "weight", "stated", "computed", "why")
    for number, head in enumerate(heads):
        table.add_column(head, right=number in (1, 2, 3))
    for row in rows:
        why = row.computed.reason
        name = shown(row.name, lang)
        style = "bold" if row.is_total else ""
        table.add_row(name, row.weight, row.stated, _value(row), why.text(lang) if why else "", style=style)
    return table


def _value(row: Row) -> str:
    return "—" if isinstance(row.computed, Undecided) else str(row.computed)


def show_derivations(rows: list[Row], lang: str) -> None:
    """Formula, inputs, steps, rounding and source of each score."""
    out = console()
    zh = lang == "zh"
    sign = colon(lang)
    for row in rows:
        value = _value(row)
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
