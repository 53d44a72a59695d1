"""The catalogue of rules, printed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from jixiao.audit import Rule
from jixiao.policy import basis

from .console import console, print_block


def show_rules(rules: Sequence[Rule], lang: str) -> None:
    """One line a rule."""
    zh = lang == "zh"
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for head in ("编号", "级别", "规则", "名称", "依据") if zh else ("code", "severity", "rule", "name", "basis"):
        table.add_column(head)
    for rule in rules:
        severity = rule.severity.zh if zh else rule.severity.value
        table.add_row(rule.code, severity, rule.title, rule.name, str(basis(rule.basis)))
    out = console()
    out.print(table)
    out.print(f"共 {len(rules)} 条；jixiao rules 编号 显示说明。" if zh else f"{len(rules)} rules.")


def show_page(rule: Rule, lang: str) -> None:
    """Why it matters, how to mend it, when it does not apply."""
    out = console()
    out.print(Text(f"{rule.code} {rule.title}", style="bold"), Text(f"{rule.name} · {rule.severity.zh}", style="dim"))
    print_block(out, Text(rule.page), 2, 2)
    label = "依据" if lang == "zh" else "basis"
    print_block(out, Text(f"{label}：{basis(rule.basis)}"), 2, 2)


def rules_json(rules: Sequence[Rule]) -> list[dict[str, Any]]:
    """Everything that is declared of each rule."""
    return [
        {
            "code": r.code,
            "name": r.name,
            "title": r.title,
            "severity": r.severity.value,
            "basis": str(basis(r.basis)),
            "since": r.since,
            "status": r.status,
            "subject": r.subject.__name__,
            "zh": dict(r.zh),
            "en": dict(r.en),
            "after": list(r.after),
            "page": r.page,
        }
        for r in rules
    ]
