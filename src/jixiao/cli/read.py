"""``jixiao read``: what was understood of a file, with the place of every fact."""

from __future__ import annotations

from .complaints import readable
from .options import Files, Format, FormatOption, LangOption, language, print_json


def read(files: Files, format: FormatOption = Format.TEXT, lang: LangOption = None) -> None:  # noqa: A002
    """读出文件中的表和报告，列出没有认出的部分。Read forms and reports; say what was not placed."""
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
