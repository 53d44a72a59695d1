"""``jixiao demo``: the whole of it on the example, in a minute."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .complaints import readable
from .options import LangOption, language


def demo(
    out: Annotated[Path, typer.Option("--out", "-o", help="放结果的文件夹。Folder for the results.")] = Path(
        "jixiao-demo"
    ),
    lang: LangOption = None,
) -> None:
    """用岳阳 2024 年示例走一遍：核查、复算、改正、出表、批注。Walk through the example."""
    with readable(lang):
        from .demo_run import run

        run(out, language(lang))
