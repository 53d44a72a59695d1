"""``jixiao explain``: how a score comes about, step by step, or what a finding of the check rests on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .choosing import Choice, choosing, how_of
from .commands import command
from .complaints import MisuseError, nearest, readable
from .options import LANG, ONE_PATH, Lang, language

if TYPE_CHECKING:
    from jixiao.desk import Assessed
    from jixiao.model import Case

_NUMBER = re.compile(r"\d+(\.\d+)?")


@command("explain")
@click.argument("files", nargs=-1, type=ONE_PATH, help="Word、Excel 文件、文件夹或卷宗。Files, a folder or a dossier.")
@click.argument(
    "what",
    required=False,
    help="check 列出的问题编号（如 3），或指标、项目的名称，或地址（如 /records/3/total）。"
    "A finding's number, a name or an address.",
)
@choosing
@LANG
def explain(files: tuple[Path, ...], what: str | None, lang: Lang | None, **options: Any) -> None:
    """Print the finding of that number, or every step of the scores that the name or address means."""
    _prove_call(files, what)
    assert what is not None
    choice = Choice(**options)
    with readable(lang):
        from .opened import opened_cases

        how = how_of(files, choice, lang)
        cases = opened_cases(files, one_case=choice.one_case, units=how.units)
        if _NUMBER.fullmatch(what):
            _explain_number(files, cases, what, how, language(lang))
        else:
            _explain_place(files, cases, what, how, language(lang))


def _prove_call(files: Sequence[Path], what: str | None) -> None:
    """The last word is what to explain. A path that leads nowhere was meant as a part of it."""
    if not files:
        raise click.UsageError("Missing argument 'WHAT'." if what else "Missing argument 'FILE'.")
    if any(not path.exists() for path in files[1:]):
        raise click.UsageError(f"Got unexpected extra argument ({what})")


def _assessed(cases: Sequence[Case], how: Any) -> tuple[Assessed, ...]:
    from .opened import assessed_by

    return assessed_by(cases, how).cases


def _explain_number(files: Sequence[Path], cases: Sequence[Case], what: str, how: Any, lang: str) -> None:
    from .console import show_border
    from .entries import numbered
    from .show_finding import show_finding

    shown = most = 0
    for assessed in _assessed(cases, how):
        most = max(most, len(assessed.audit.findings))
        one = next((one for one in numbered(assessed.audit.findings) if one.number == what), None)
        if one is None:
            continue
        if shown:
            show_border()
        shown += 1
        if len(cases) > 1:
            click.echo(f"{assessed.case.dossier.year or ''} {assessed.case.dossier.unit}".strip())
        show_finding(assessed, one, lang)
    if not shown:
        given = " ".join(map(str, files))
        raise MisuseError(
            f"没有第 {what} 条问题，" + (f"编号到 {most} 为止。" if most else "这份材料没有发现问题。")
            + f"jixiao check {given} -v 列出全部。",
            f"There is no finding {what}; " + (f"the last one is {most}. " if most else "nothing was found. ")
            + f"jixiao check {given} -v lists all.",
        )  # fmt: skip


def _explain_place(files: Sequence[Path], cases: Sequence[Case], what: str, how: Any, lang: str) -> None:
    from jixiao.desk.assessing import policy_of

    from .show_score import matching, score_rows, show_derivations

    found = [row for case in cases for row in matching(case.dossier, policy_of(case, how.policy), what)]
    show_derivations(found, lang)
    if what.startswith("/") and _explain_address(cases, what, how, lang):
        return
    if not found:
        names = [str(row.name) for case in cases for row in score_rows(case.dossier, policy_of(case, how.policy))]
        near, given = nearest(what, names), " ".join(map(str, files))
        raise MisuseError(
            f"没有找到“{what}”。" + (f"是不是“{near}”？" if near else "") + f"jixiao read {given} 列出全部指标和项目。",
            f"Nothing is called “{what}”. "
            + (f"Did you mean “{near}”? " if near else "")
            + f"jixiao read {given} lists all indicators and projects.",
        )


def _explain_address(cases: Sequence[Case], what: str, how: Any, lang: str) -> bool:
    """The findings at an address, each in full; whether there are any."""
    from jixiao.model.pointer import positional

    from .console import console
    from .entries import numbered
    from .show_finding import show_finding

    shown = False
    for assessed in _assessed(cases, how):
        try:
            at = positional(assessed.case.dossier, what)
        except LookupError:
            continue
        for one in numbered(assessed.audit.findings):
            if at in one.finding.places:
                console().print()
                show_finding(assessed, one, lang)
                shown = True
    return shown
