"""``jixiao score``: the score table alone, indicator by indicator on request."""

from __future__ import annotations

from pathlib import Path

import click

from .commands import command
from .complaints import readable
from .options import FILES, FORMAT, LANG, POLICY, Format, Lang, language, print_json


@command("score")
@FILES
@FORMAT
@POLICY
@click.option("--rows", is_flag=True, help="列出每个指标。Show every indicator.")
@LANG
def score(
    files: tuple[Path, ...],
    format: Format,  # noqa: A002
    policy: str | None,
    rows: bool,
    lang: Lang | None,
) -> None:
    """Print the scores as stated, re-added and re-scored."""
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
