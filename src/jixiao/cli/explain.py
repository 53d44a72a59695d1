"""``jixiao explain``: how a score comes about, step by step, with its source."""

from __future__ import annotations

from pathlib import Path

import click

from .commands import command
from .complaints import MisuseError, nearest, readable
from .options import LANG, ONE_PATH, POLICY, Lang, language


@command("explain")
@click.argument("file", type=ONE_PATH, help="Word、Excel 文件、文本导出或卷宗。A file or dossier.")
@click.argument("what", help="指标或项目的名称，或地址（如 /records/3/indicators/10）。A name or pointer.")
@POLICY
@LANG
def explain(file: Path, what: str, policy: str | None, lang: Lang | None) -> None:
    """Print every step of the scores that the name or pointer means."""
    with readable(lang):
        from jixiao.desk import open_case
        from jixiao.desk.assessing import policy_of

        from .show_score import matching, score_rows, show_derivations

        case = open_case([file])
        chosen = policy_of(case, policy)
        found = matching(case.dossier, chosen, what)
        if not found:
            near = nearest(what, (str(row.name) for row in score_rows(case.dossier, chosen)))
            raise MisuseError(
                f"没有找到“{what}”。"
                + (f"是不是“{near}”？" if near else "")
                + f"jixiao read {file} 列出全部指标和项目。",
                f"Nothing is called “{what}”. "
                + (f"Did you mean “{near}”? " if near else "")
                + f"jixiao read {file} lists all indicators and projects.",
            )
        show_derivations(found, language(lang))
