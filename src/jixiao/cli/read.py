"""``jixiao read``: what was understood of a file, with the place of every fact."""

from __future__ import annotations

from pathlib import Path

from .commands import command
from .complaints import readable
from .options import FILES, FORMAT, LANG, Format, Lang, language, print_json


@command("read")
@FILES
@FORMAT
@LANG
def read(files: tuple[Path, ...], format: Format, lang: Lang | None) -> None:  # noqa: A002
    """Print what was recognised, or give it with the trace as JSON."""
    with readable(lang):
        from jixiao.desk import layouts_seen, open_case

        case = open_case(files)
        if format is Format.JSON:
            from jixiao.model import SCHEMA
            from jixiao.model.store import to_json

            print_json(
                {
                    "schema": SCHEMA,
                    "dossier": to_json(case.dossier),
                    "trace": {pointer: position.as_json() for pointer, position in case.trace.items()},
                    "layouts": {
                        at: {"layout": one.layout, "sureness": one.sureness} for at, one in layouts_seen(case).items()
                    },
                    "unplaced": [
                        {"where": u.position.as_json(), "text": u.text, "reason": u.reason.as_json()}
                        for u in case.unplaced
                    ],
                }
            )
            return
        from .show_dossier import show_dossier

        show_dossier(case, language(lang))
