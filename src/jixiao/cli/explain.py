"""``jixiao explain``: how a score comes about, step by step, with its source."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .complaints import MisuseError, nearest, readable
from .options import LangOption, PolicyOption, language


def explain(
    file: Annotated[Path, typer.Argument(help="Word、Excel 文件、文本导出或卷宗。A file or dossier.")],
    what: Annotated[
        str, typer.Argument(help="指标或项目的名称，或地址（如 /records/3/indicators/10）。A name or pointer.")
    ],
    policy: PolicyOption = None,
    lang: LangOption = None,
) -> None:
    """说明一个得分是怎样算出来的。Explain how a score is computed."""
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
