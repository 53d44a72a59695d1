"""The list of accepted findings: a YAML file enters, waivers leave; and which of them nothing answers to."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import typer

from jixiao.audit import Audit, Waiver
from jixiao.audit.declaration import index
from jixiao.model import UnreadableError

from .options import Lang, language


def read_waivers(path: Path) -> list[Waiver]:
    """The waivers of a YAML list. ``UnreadableError`` names the item that does not fit."""
    import yaml

    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise UnreadableError(path.name, "豁免清单读不了", "写成 YAML 列表，每条有 code、at、reason") from error
    codes = {code for known in index().values() for code in known}
    result = []
    for number, entry in enumerate(entries if isinstance(entries, list) else [entries], start=1):
        if not isinstance(entry, dict) or not {"code", "at", "reason"} <= entry.keys() <= {
            "code",
            "at",
            "reason",
            "until",
        }:
            raise UnreadableError(
                path.name, "豁免须有 code、at、reason，可有 until，不能有别的", "补齐理由后再试", f"第{number}条"
            )
        if entry["code"] not in codes:
            raise UnreadableError(path.name, f"没有规则叫 {entry['code']}", "用 jixiao rules 查编号", f"第{number}条")
        until = entry.get("until")
        if isinstance(until, str):
            try:
                until = date.fromisoformat(until)
            except ValueError as error:
                raise UnreadableError(path.name, "until 不是日期", "写成 2025-12-31", f"第{number}条") from error
        result.append(Waiver(str(entry["code"]), str(entry["at"]), str(entry["reason"]), until))
    return result


def tell_unused(audit: Audit, waivers: Sequence[Waiver], lang: Lang | None) -> None:
    """Name each waiver that no finding answers to, beside the results: it was mended, or its place is mistyped."""
    used = [waiver for _, waiver in audit.waived]
    for waiver in waivers:
        if waiver not in used and waiver not in audit.expired:
            zh = f"豁免没有用上：{waiver.code} {waiver.at}。问题已改正就删去这一条，否则检查编号和地址"
            en = f"waiver without a finding: {waiver.code} {waiver.at}. Delete it if the fault is mended, else check it"
            typer.echo(zh if language(lang, sys.stderr) == "zh" else en, err=True)
