"""The catalogue of rules, printed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from jixiao.audit import Declaration
from jixiao.policy import basis

from .console import Console, console, print_block
from .languages import can_show
from .text import Table, Text
from .words import colon, source

if TYPE_CHECKING:
    from jixiao.audit import Rule


def show_rules(rules: Sequence[Declaration], lang: str) -> None:
    """One line a rule."""
    zh = lang == "zh"
    table = Table()
    for head in ("编号", "级别", "规则", "名称") if zh else ("code", "severity", "rule"):
        table.add_column(head, whole=head in ("编号", "级别", "code", "severity"))
    for rule in rules:
        cells = (rule.code, rule.severity.zh, rule.title, rule.name)
        table.add_row(*(cells if zh else (rule.code, rule.severity.value, rule.name)))
    out = console()
    out.print(table)
    out.print(
        f"共 {len(rules)} 条；jixiao rules 编号 显示说明和依据。" if zh else f"{len(rules)} rules; jixiao rules CODE."
    )


def show_page(rule: Declaration | Rule, lang: str) -> None:
    """Why it matters, how to mend it, when it does not apply."""
    out = console()
    if lang == "zh":
        head, detail = f"{rule.code} {rule.title}", f"{rule.name} · {rule.severity.zh}"
    else:
        head, detail = f"{rule.code} {rule.name}", rule.severity.value
    out.print(Text(head, style="bold"), Text(detail, style="dim"))
    if lang == "zh" or can_show(rule.page):
        print_block(out, Text(rule.page), 2, 2)
    if lang != "zh":
        for template in rule.en.values():
            print_block(out, Text(template), 2, 2)
        out.print("  (The page of a rule is in Chinese.)")
    _show_basis(out, rule.basis, lang)


def _show_basis(out: Console, key: str, lang: str) -> None:
    """Where the rule stands, with a link. A rule of an office's own may cite in its own words."""
    label = "依据" if lang == "zh" else "basis"
    try:
        entry = basis(key)
    except KeyError:
        if key:
            print_block(out, Text(f"{label}{colon(lang)}{key}"), 2, 2)
        return
    print_block(out, Text(f"{label}{colon(lang)}{source(lang, entry.citation.message)}"), 2, 2)
    if lang != "zh":
        print_block(out, Text(entry.text_en), 2, 2)
    print_block(out, Text(entry.link or ("（没有原文链接）" if lang == "zh" else "(no link to the original)")), 2, 2)


def rules_json(rules: Sequence[Declaration]) -> list[dict[str, Any]]:
    """Everything that is declared of each rule."""
    return [
        {
            "code": r.code,
            "name": r.name,
            "title": r.title,
            "severity": r.severity.value,
            "basis": str(basis(r.basis)),
            "basis_en": basis(r.basis).text_en,
            "link": basis(r.basis).link or None,
            "since": r.since,
            "status": r.status,
            "subject": r.subject,
            "zh": dict(r.zh),
            "en": dict(r.en),
            "after": list(r.after),
            "page": r.page,
        }
        for r in rules
    ]
