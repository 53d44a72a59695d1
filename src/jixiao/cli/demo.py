"""``jixiao demo``: the whole of it on the example, in a minute."""

from __future__ import annotations

from pathlib import Path

import click

from .commands import command
from .complaints import readable
from .options import LANG, ONE_PATH, Lang, language


@command("demo")
@click.option(
    "--out",
    "-o",
    type=ONE_PATH,
    default="jixiao-demo",
    show_default=True,
    help="放结果的文件夹。Folder for the results.",
)
@LANG
def demo(out: Path, lang: Lang | None) -> None:
    """Run the steps of the demonstration."""
    with readable(lang):
        from .demo_run import run

        run(out, language(lang))
