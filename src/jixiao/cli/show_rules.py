"""The catalogue of rules, printed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from jixiao.audit import Declaration
from jixiao.audit.families import FAMILIES
from jixiao.policy import basis

from .console import Console, console, print_block
from .languages import can_show
from .text import Table, Text
from .words import colon, source

if TYPE_CHECKING:
    from jixiao.audit import Rule


def show_rules(rules: Sequence[Declaration], lang: str, searched: str = "") -> None:
    """One line a rule, family by family with how many there are; what a search found, best first."""
    zh = lang == "zh"
    out = console()
    if searched:
        out.print(_table(rules, zh))
    else:
        for letters, group in groupby(rules, key=lambda rule: rule.code[:2]):
            of_family = list(group)
            family = FAMILIES.get(letters)
            title = (family.title if zh else family.dimension.en) if family else ""
            out.gap()
            many = f"{len(of_family)} 条" if zh else f"{len(of_family)} rules"
            out.print(Text(f"■ {letters} {title}", "bold"), Text(many, "dim"))
            out.print(_table(of_family, zh))
    count = len(rules)
    if searched:
        said = f"“{searched}”找到 {count} 条" if zh else f"{count} rules speak of “{searched}”"
    else:
        said = f"共 {count} 条" if zh else f"{count} rules"
    out.gap()
    hint = (
        "jixiao rules 编号 显示说明和依据，jixiao rules 词 查找"
        if zh
        else "jixiao rules CODE shows one, jixiao rules WORD searches"
    )
    print_block(out, Text(f"{said}{'；' if zh else '; '}{hint}{'。' if zh else '.'}"))


def _table(rules: Sequence[Declaration], zh: bool) -> Table:
    table = Table()
    for head in ("编号", "级别", "规则", "名称") if zh else ("code", "severity", "rule"):
        table.add_column(head, whole=head in ("编号", "级别", "code", "severity"))
    for rule in rules:
        cells = (rule.code, rule.severity.zh, rule.title, rule.name)
        table.add_row(*(cells if zh else (rule.code, rule.severity.value, rule.name)))
    return table


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
