"""The protocol (核查记录) printed: every rule with what it held for, found, could not decide, did not apply to."""

from __future__ import annotations

from jixiao.desk import Assessed

from .console import console
from .text import Table, Text

_HEADS = (
    ("规则", "rule", False),
    ("内容", "title", False),
    ("相符", "held", True),
    ("发现", "found", True),
    ("未判断", "undecided", True),
    ("不适用", "not applicable", True),
    ("出错", "failed", True),
)


def show_protocol(assessed: Assessed, lang: str) -> None:
    """One line a rule, in the order of the codes; a rule that met nothing of its kind is there too."""
    out = console()
    zh = lang == "zh"
    out.print(Text("\n■ 核查记录" if zh else "\n■ protocol", style="bold"))
    table = Table()
    for chinese, english, right in _HEADS:
        table.add_column(chinese if zh else english, right=right)
    for record in assessed.audit.protocol:
        counts = record.counts
        cells = [str(counts[name] or "") for name in ("held", "found", "undecided", "not_applicable", "faults")]
        style = "red" if counts["faults"] else "bold" if counts["found"] else "" if record.applied else "dim"
        table.add_row(record.code, record.rule.title if zh else record.rule.name, *cells, style=style)
    out.print(table)
    applied = sum(record.applied for record in assessed.audit.protocol)
    total = len(assessed.audit.protocol)
    said = (
        f"共 {total} 条规则，{applied} 条有可查的内容。" if zh else f"{total} rules, {applied} had something to check."
    )
    out.print(Text(said, style="dim"))
