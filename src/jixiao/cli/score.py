"""``jixiao score``: the score table alone, indicator by indicator on request."""

from __future__ import annotations

from pathlib import Path

import click

from .commands import command
from .complaints import readable
from .options import FORMAT, LANG, ONE_CASE, PATHS, POLICY, Format, Lang, language, print_json


@command("score")
@PATHS
@FORMAT
@POLICY
@ONE_CASE
@click.option("--rows", is_flag=True, help="列出每个指标，一张表一个单子。Show every indicator, form by form.")
@LANG
def score(
    paths: tuple[Path, ...],
    format: Format,  # noqa: A002
    policy: str | None,
    one_case: bool,
    rows: bool,
    lang: Lang | None,
) -> None:
    """Print the scores as stated, re-added and re-scored, case by case."""
    with readable(lang):
        from jixiao.desk import find_config
        from jixiao.desk.assessing import policy_of

        from .opened import opened_cases
        from .show_score import score_json, show_score

        office = find_config(paths)
        opened = opened_cases(paths, one_case=one_case, units=office.units)
        cases = [(case, policy_of(case, policy or office.policy)) for case in opened]
    if format is Format.JSON:
        told = [score_json(case.dossier, chosen) for case, chosen in cases]
        print_json(told[0] if len(told) == 1 else {"cases": told})
        return
    for case, chosen in cases:
        show_score(case, chosen, rows=rows, lang=language(lang), several=len(cases) > 1)
