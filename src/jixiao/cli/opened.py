"""Files, folders and dossiers opened for a command, and assessed: whatever was given, as cases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from .complaints import unknown_rule

if TYPE_CHECKING:
    from jixiao.desk import Assessment, BatchOptions
    from jixiao.model import Case


def opened_cases(
    paths: Sequence[Path], *, one_case: bool = False, units: Iterable[tuple[str, Sequence[str]]] = ()
) -> tuple[Case, ...]:
    """The cases in these paths, by unit and year; all as one where that is asked for. ``UnreadableError`` where a file
    cannot be read or nothing is recognised.
    """
    from jixiao.desk import open_case, open_cases

    return (open_case(paths),) if one_case else open_cases(paths, units=units)


def assessed_by(cases: Iterable[Case], how: BatchOptions) -> Assessment:
    """The assessment by these options. ``MisuseError`` names a selector that no rule answers to."""
    from jixiao.desk import assess, own_rules

    try:
        return assess(
            cases,
            as_of=how.as_of,
            policy=how.policy,
            select=how.select,
            ignore=how.ignore,
            waivers=how.waivers,
            own=own_rules(how.rules),
        )
    except KeyError as unknown:
        raise unknown_rule(str(unknown.args[0])) from None


def assessed(cases: tuple[Case, ...], policy: str | None) -> Assessment:
    """The assessment of other commands, by all rules, as of today."""
    from jixiao.desk import assess

    return assess(cases, as_of=date.today(), policy=policy)  # noqa: DTZ011 - the office's own day
