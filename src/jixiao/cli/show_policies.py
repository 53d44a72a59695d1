"""Policies printed: the list, and one with every parameter and its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any

from jixiao.model import Citation
from jixiao.policy import Band, Bands, Policy, PolicyInfo, Step, Steps

from .console import console, print_block
from .languages import can_show
from .text import Table, Text
from .words import source

_SHOWN = (
    "weights",
    "rounding",
    "execution",
    "positive",
    "inverse",
    "qualitative",
    "satisfaction",
    "over_target",
    "not_applicable",
    "grades",
    "total",
    "checks",
)


def show_policies(policies: Sequence[PolicyInfo], lang: str) -> None:
    """One line a policy."""
    zh = lang == "zh"
    table = Table()
    for head in ("编号", "名称", "核对原文", "适用") if zh else ("id", "title", "verified", "for"):
        table.add_column(head, whole=head in ("编号", "id", "核对原文", "verified"))
    for policy in policies:
        verified = ("已核对" if zh else "yes") if policy.verified else ("未全部核对" if zh else "not all")
        title = policy.title if zh else policy.title_en
        names = "、".join(policy.names) if zh or can_show(policy.title) else ""
        table.add_row(policy.id, title, verified, names)
    console().print(table)


def show_policy(policy: Policy, lang: str) -> None:
    """Every parameter in force, with its source."""
    out = console()
    zh = lang == "zh"
    out.print(Text(policy.title if zh else policy.title_en, style="bold"), Text(policy.id, style="dim"))
    for key, value, citation in parameters(policy):
        print_block(out, Text().append(f"{key}  ", "bold").append(value), 2, 2)
        if citation and (text := source(lang, citation.message)):
            print_block(out, Text(text, style="dim"), 6)
    for warning in policy.warnings:
        print_block(out, Text(("注意：" if zh else "note: ") + warning.text(lang), style="dim"), 0, 2)


def parameters(policy: Policy) -> list[tuple[str, str, Citation | None]]:
    """Name, printed value and source of every parameter."""
    rows: list[tuple[str, str, Citation | None]] = []
    for group in _SHOWN:
        item = getattr(policy, group)
        if isinstance(item, Bands):
            rows.append((group, printed(item), _citation(policy, group)))
            continue
        for field in fields(item):
            key = f"{group}.{field.name}"
            rows.append((key, printed(getattr(item, field.name)), _citation(policy, key)))
    return rows


def _citation(policy: Policy, key: str) -> Citation | None:
    try:
        return policy.citation(key)
    except KeyError:
        return None


def printed(value: Any) -> str:
    """A parameter for people: bands and steps in words, decimals without an exponent."""
    match value:
        case None:
            return "—"
        case bool():
            return "是" if value else "否"
        case Decimal():
            return f"{value:f}"
        case Bands():
            return "；".join(printed(b) for b in value.items)
        case Band():
            return f"{value.name} {value.low:f}–{value.high:f}"
        case Steps():
            return "；".join(printed(s) for s in value.items) or "—"
        case Step():
            return f"自 {value.start:f} 起 {value.share:f}"
        case dict():
            return "，".join(f"{k} {printed(v)}" for k, v in value.items())
        case tuple() | list():
            return "；".join(printed(v) for v in value) or "—"
    if is_dataclass(value) and not isinstance(value, type):
        return "，".join(f"{f.name} {printed(getattr(value, f.name))}" for f in fields(value))
    try:
        return printed(dict(value))
    except (TypeError, ValueError):
        return str(value)


def policy_json(policy: Policy) -> dict[str, Any]:
    """The parameters as plain data."""
    return {
        "id": policy.id,
        "title": policy.title,
        "because": str(policy.chosen_because),
        "layers": list(policy.layers),
        "parameters": [
            {
                "key": key,
                "value": value,
                "source": str(citation) if citation else "",
                "verified": bool(citation and citation.verified),
            }
            for key, value, citation in parameters(policy)
        ],
        "warnings": [str(warning) for warning in policy.warnings],
    }
