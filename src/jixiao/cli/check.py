"""``jixiao check``: re-score, look for faults, say what could not be decided."""

from __future__ import annotations

from collections.abc import Sequence
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
        from .waivers import read_waivers, tell_unused

        opened = open_inputs(files)
        accepted = read_waivers(waivers) if waivers else []
        audit = run_audit(opened, policy, select, ignore, accepted)
        if format is Format.JSON:
            from .audit_json import audit_json

            print_json(audit_json(audit, opened))
        else:
            from .show_audit import show_audit

            show_audit(audit, opened, language(lang))
        tell_unused(audit, accepted, lang)
    if fail_on is not Bar.NEVER and any(_at_or_above(f.severity, fail_on) for f in audit.findings):
        raise typer.Exit(1)


def run_audit(
    opened: Opened,
    policy: str | None,
    select: list[str] = [],  # noqa: B006
    ignore: list[str] = [],  # noqa: B006
    waivers: Sequence[Waiver] = (),
) -> Audit:
    """The audit of what was opened, with options as a person gives them; ``MisuseError`` where a rule is unknown."""
    from datetime import date

    from jixiao import audit

    chosen = policy_for(opened.dossier, policy)
    try:
        return audit.check(opened.dossier, chosen, select=select, ignore=ignore, waivers=waivers, as_of=date.today())  # noqa: DTZ011 - the office's own day
    except KeyError as unknown:
        raise unknown_rule(str(unknown.args[0])) from None


def _at_or_above(severity: object, bar: Bar) -> bool:
    from jixiao.model import Severity

    return isinstance(severity, Severity) and severity.rank >= Severity(bar.value).rank
