"""``jixiao score``: the score table alone, indicator by indicator on request."""

from __future__ import annotations

from typing import Annotated

import typer

from .complaints import readable
from .options import Files, Format, FormatOption, LangOption, PolicyOption, language, print_json


def score(
    files: Files,
    format: FormatOption = Format.TEXT,  # noqa: A002
    policy: PolicyOption = None,
    rows: Annotated[bool, typer.Option("--rows", help="列出每个指标。Show every indicator.")] = False,
    lang: LangOption = None,
) -> None:
    """按政策复算得分，不核查问题。Re-score by the policy, without checking."""
    with readable(lang):
        from jixiao.desk import open_case
        from jixiao.desk.assessing import policy_of

        case = open_case(files)
        chosen = policy_of(case, policy)
        if format is Format.JSON:
            from .show_score import score_json

            print_json(score_json(case.dossier, chosen))
        else:
            from .show_score import show_score

            show_score(case.dossier, chosen, rows=rows, lang=language(lang))
