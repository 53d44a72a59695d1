"""``jixiao check``: re-score, look for faults, say what could not be decided."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .complaints import readable, unknown_rule
from .options import Files, Format, FormatOption, LangOption, PolicyOption, language, policy_for, print_json

if TYPE_CHECKING:
    from jixiao.audit import Audit, Waiver

    from .inputs import Opened


class Bar(StrEnum):
    """From which severity on findings make the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


Selectors = Annotated[list[str], typer.Option(help="只用这些规则（编号、编号前缀或名称）。Rules to use.")]
Ignored = Annotated[list[str], typer.Option(help="不用这些规则。Rules to leave out.")]
WaiverFile = Annotated[
    Path | None,
    typer.Option(help="豁免清单（YAML：code、at、reason、until）。Accepted findings with reason and expiry."),
]


def check(
    files: Files,
    format: FormatOption = Format.TEXT,  # noqa: A002
    policy: PolicyOption = None,
    select: Selectors = [],  # noqa: B006
    ignore: Ignored = [],  # noqa: B006
    fail_on: Annotated[Bar, typer.Option(help="达到此级别时退出码为 1。Exit 1 from this severity on.")] = Bar.ERROR,
    waivers: WaiverFile = None,
    lang: LangOption = None,
) -> None:
    """核查自评材料：复加、复算、逐条列出问题与依据。Check: re-score and list findings with their basis."""
    with readable(lang):
        from .inputs import open_inputs

        opened = open_inputs(files)
        audit = run_audit(opened, policy, select, ignore, waivers)
        if format is Format.JSON:
            from .audit_json import audit_json

            print_json(audit_json(audit, opened))
        else:
            from .show_audit import show_audit

            show_audit(audit, opened, language(lang))
    if fail_on is not Bar.NEVER and any(_at_or_above(f.severity, fail_on) for f in audit.findings):
        raise typer.Exit(1)


def run_audit(
    opened: Opened,
    policy: str | None,
    select: list[str] = [],  # noqa: B006
    ignore: list[str] = [],  # noqa: B006
    waivers: Path | None = None,
) -> Audit:
    """The audit of what was opened, with options as a person gives them; ``MisuseError`` where a rule is unknown."""
    from jixiao import audit

    chosen = policy_for(opened.dossier, policy)
    try:
        return audit.check(
            opened.dossier, chosen, select=select, ignore=ignore, waivers=_read_waivers(waivers) if waivers else ()
        )
    except KeyError as unknown:
        raise unknown_rule(str(unknown.args[0])) from None


def _at_or_above(severity: object, bar: Bar) -> bool:
    from jixiao.model import Severity

    return isinstance(severity, Severity) and severity.rank >= Severity(bar.value).rank


def _read_waivers(path: Path) -> list[Waiver]:
    import yaml

    from jixiao.audit import Waiver
    from jixiao.model import UnreadableError

    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise UnreadableError(path.name, "豁免清单读不了", "写成 YAML 列表，每条有 code、at、reason") from error
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
        until = entry.get("until")
        if isinstance(until, str):
            try:
                until = date.fromisoformat(until)
            except ValueError as error:
                raise UnreadableError(path.name, "until 不是日期", "写成 2025-12-31", f"第{number}条") from error
        result.append(Waiver(str(entry["code"]), str(entry["at"]), str(entry["reason"]), until))
    return result
