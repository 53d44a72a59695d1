"""One finding told in full: what is wrong, the facts with their places, how the figure comes about, the page of the
rule.
"""

from __future__ import annotations

from decimal import Decimal

from jixiao.desk import Assessed
from jixiao.desk.addresses import Addresses
from jixiao.desk.evidence import MOST, amount_of, facts_of, judgement_of
from jixiao.model import Finding, Severity

from .console import Console, console, print_block
from .entries import Numbered
from .show_findings import COLOURS, places_of, show_proposals
from .show_rules import show_page
from .show_score import score_rows, show_derivations
from .text import Text
from .words import colon


def show_finding(assessed: Assessed, one: Numbered, lang: str) -> None:
    """Message, places and addresses, facts, judgement, what follows, the derivation where there is one, the rule."""
    out, at = console(), Addresses(assessed.case)
    finding = one.finding
    severity = finding.severity or Severity.INFO
    head = Text(f"{one.number}  ", "bold").append(
        f"{severity.zh if lang == 'zh' else severity.value} ", COLOURS[severity]
    )
    print_block(out, head.append(f"{finding.code} ").append(finding.text(lang), "not bold"), 0, 4)
    print_block(out, Text(places_of(at, finding.places, lang)), 2, 2)
    for pointer in finding.places:
        print_block(out, Text(f"{'地址' if lang == 'zh' else 'address'}{colon(lang)}{at.stable(pointer)}", "dim"), 2, 2)
    _show_facts(out, at, finding, lang)
    show_proposals(out, finding, lang, 2)
    for follows in one.consequences:
        label = "由此而来" if lang == "zh" else "follows"
        told = f"{label} {follows.number} {follows.finding.code} {follows.finding.text(lang)}"
        print_block(out, Text(told, "dim"), 2, 2)
    _show_derivation(assessed, finding, lang)
    rule = next((record.rule for record in assessed.audit.protocol if record.code == finding.code), None)
    if rule is not None:
        out.gap()
        show_page(rule, lang)


def _show_facts(out: Console, at: Addresses, finding: Finding, lang: str) -> None:
    """What is printed where, what the rule held against it, and the money at stake."""
    facts = facts_of(at, finding)
    if facts:
        out.print(Text("  事实" if lang == "zh" else "  facts", "bold"))
    for fact in facts[: 2 * MOST]:
        print_block(out, Text(f"{fact['place'][lang]}{colon(lang)}").append(fact["value"], "bold"), 4, 2)
    if len(facts) > 2 * MOST:
        rest = len(facts) - 2 * MOST
        print_block(out, Text(f"另有 {rest} 处" if lang == "zh" else f"{rest} more", "dim"), 4)
    judged = [data[lang] for data in judgement_of(finding)]
    money = amount_of(at, finding)
    if money is not None and Decimal(money):
        judged.append(f"涉及 {money} 万元" if lang == "zh" else f"{money} (10,000 yuan) at stake")
    if judged:
        label = "判定" if lang == "zh" else "judgement"
        print_block(out, Text(f"{label}{colon(lang)}{('；' if lang == 'zh' else '; ').join(judged)}"), 2, 2)


def _show_derivation(assessed: Assessed, finding: Finding, lang: str) -> None:
    """How the score comes about that stands at the place of the finding, or in its row."""
    case, policy = assessed.case, assessed.audit.policy
    if not finding.at.endswith(("/score", "/total", "/funds")):
        return
    rows = [
        row for row in score_rows(case.dossier, policy) if finding.at == row.at or finding.at.startswith(f"{row.at}/")
    ]
    show_derivations(rows, lang)
