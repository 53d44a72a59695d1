"""``jixiao write``: the official Word, Excel and HTML from a dossier or from files that were read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .commands import command
from .complaints import MisuseError, readable
from .options import FILES, FORM, LANG, ONE_PATH, POLICY, Among, Lang, language

if TYPE_CHECKING:
    from jixiao.desk import Assessed, Paper
    from jixiao.forms.layouts import Layout
    from jixiao.writing import Correction


class Kind(StrEnum):
    """What to write."""

    WORD = "word"
    EXCEL = "excel"
    HTML = "html"
    ALL = "all"


@command("write")
@FILES
@click.option(
    "--out", "-o", type=ONE_PATH, default=".", show_default=True, help="放结果的文件夹。Folder for the results."
)
@click.option("--kind", type=Among(Kind), default=Kind.ALL.value, show_default=True, help="写什么。What to write.")
@click.option(
    "--correct",
    is_flag=True,
    help="改正由其他数推得出的数，列出仍须人定的。Apply what follows from other figures.",
)
@POLICY
@FORM
@LANG
def write(
    files: tuple[Path, ...],
    out: Path,
    kind: Kind,
    correct: bool,
    policy: str | None,
    form: tuple[str, ...],
    lang: Lang | None,
) -> None:
    """Write the papers and say what is left for a person."""
    with readable(lang):
        from jixiao.desk import broken_references, corrected, open_case
        from jixiao.forms.layouts import chosen
        from jixiao.model import UnreadableError

        from . import messages as say
        from .check import assessed
        from .show_forms import prove_forms, show_notes
        from .show_writing import show_correction, show_typed, show_written

        case = open_case(files)
        if broken := broken_references(case):
            first = say.BROKEN_AT(at=broken[0].of, problem=broken[0].message)
            raise UnreadableError(files[0].name, say.BROKEN(count=len(broken)), say.COMPLETE(), first)
        forms = chosen(form)
        prove_forms(case.source, forms)
        (one,) = assessed((case,), policy).cases
        correction = corrected(one) if correct else None
        stem = files[0].stem if files[0].suffix else files[0].name
        written = papers(one, out, f"{stem}{'-改正' if correct else '-写出'}", kind, correction, language(lang), forms)
        if correction:
            show_correction(correction, language(lang))
        show_written(written, language(lang))
        show_notes(case.source, forms, language(lang))
        show_typed(case.source, language(lang), written=case.bound is not None)


def papers(
    one: Assessed,
    out: Path,
    stem: str,
    kind: Kind,
    correction: Correction | None,
    lang: str = "zh",
    forms: Sequence[Layout] = (),
) -> list[Path]:
    """The files asked for, in ``out``; ``MisuseError`` before anything is written where one is already there."""
    from jixiao.desk import Paper, write_papers

    wanted: Iterable[Paper] = tuple(Paper) if kind is Kind.ALL else (Paper(kind.value),)
    try:
        return write_papers(one, out, stem, wanted, correction=correction, lang=lang, forms=forms)
    except NotADirectoryError as error:
        if error.errno is not None:  # said by the system of a folder above
            raise
        raise MisuseError(
            f"{out} 是文件，不是文件夹。请换一个 --out 文件夹。",
            f"{out} is a file, not a folder. Take another --out folder.",
        ) from None
    except FileExistsError as there:
        raise MisuseError(
            f"{there} 已存在，没有覆盖。请换一个 --out 文件夹。",
            f"{there} is already there and was not overwritten. Take another --out folder.",
        ) from None
