"""``jixiao read``: what was understood of a file, with the place of every fact."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from .commands import command
from .complaints import readable
from .options import FORMAT, LANG, ONE_CASE, PATHS, Format, Lang, language, print_json

if TYPE_CHECKING:
    from jixiao.model import Case


@command("read")
@PATHS
@FORMAT
@ONE_CASE
@LANG
def read(paths: tuple[Path, ...], format: Format, one_case: bool, lang: Lang | None) -> None:  # noqa: A002
    """Print what was recognised, case by case, or give it with the trace as JSON."""
    with readable(lang):
        from .opened import opened_cases

        cases = opened_cases(paths, one_case=one_case)
    if format is Format.JSON:
        told = [_as_json(case) for case in cases]
        print_json(told[0] if len(told) == 1 else {"cases": told})
        return
    from .console import show_border
    from .show_dossier import show_dossier

    for number, case in enumerate(cases):
        if number:
            show_border()
        show_dossier(case, language(lang))


def _as_json(case: Case) -> dict[str, Any]:
    from jixiao.desk import layouts_seen
    from jixiao.model import SCHEMA
    from jixiao.model.store import to_json

    return {
        "schema": SCHEMA,
        "dossier": to_json(case.dossier),
        "trace": {pointer: position.as_json() for pointer, position in case.trace.items()},
        "layouts": {at: {"layout": one.layout, "sureness": one.sureness} for at, one in layouts_seen(case).items()},
        "unplaced": [
            {"where": u.position.as_json(), "text": u.text, "reason": u.reason.as_json()} for u in case.unplaced
        ],
    }
