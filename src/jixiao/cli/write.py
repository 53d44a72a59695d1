"""``jixiao write``: the official Word, Excel and HTML from a dossier or from files that were read."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .complaints import MisuseError, readable
from .options import Files, LangOption, PolicyOption, language

if TYPE_CHECKING:
    from jixiao.audit import Audit
    from jixiao.writing import Correction

    from .inputs import Opened


class Kind(StrEnum):
    """What to write."""

    WORD = "word"
    EXCEL = "excel"
    HTML = "html"
    ALL = "all"


def write(
    files: Files,
    out: Annotated[Path, typer.Option("--out", "-o", help="放结果的文件夹。Folder for the results.")] = Path("."),
    kind: Annotated[Kind, typer.Option("--kind", help="写什么。What to write.")] = Kind.ALL,
    correct: Annotated[
        bool,
        typer.Option(
            "--correct", help="改正由其他数推得出的数，列出仍须人定的。Apply what follows from other figures."
        ),
    ] = False,
    policy: PolicyOption = None,
    lang: LangOption = None,
) -> None:
    """写出正式的 Word、Excel 和网页；从不覆盖已有文件。Write the official documents; never overwrite."""
    with readable(lang):
        from jixiao.model import UnreadableError

        from .check import run_audit
        from .inputs import open_inputs
        from .show_writing import show_correction, show_typed, show_written

        opened = open_inputs(files)
        if opened.broken:
            raise UnreadableError(
                files[0].name, f"报告里有 {len(opened.broken)} 处引用取不到数", "补齐后再写", opened.broken[0]
            )
        audit = run_audit(opened, policy)
        correction = corrected(opened, audit) if correct else None
        stem = files[0].stem if files[0].suffix else files[0].name
        written = write_all(opened, audit, out, f"{stem}{'-改正' if correct else '-写出'}", kind, correction)
        if correction:
            show_correction(correction, language(lang))
        show_written(written, language(lang))
        show_typed(opened.source, language(lang), written=opened.with_bindings is not None)


def corrected(opened: Opened, audit: Audit) -> Correction:
    """The dossier with everything that follows from other figures recomputed, and what a person must still decide."""
    from jixiao.writing import correct

    return correct(opened.source, audit.findings, audit.policy)


def write_all(
    opened: Opened, audit: Audit, out: Path, stem: str, kind: Kind, correction: Correction | None
) -> list[Path]:
    """The files asked for, in ``out``; ``MisuseError`` before anything is written where one is already there."""
    from jixiao import writing

    dossier = correction.dossier if correction else opened.source
    wanted = {
        suffix: out / f"{stem}{suffix}"
        for suffix, name in ((".docx", Kind.WORD), (".xlsx", Kind.EXCEL), (".html", Kind.HTML))
        if kind in (name, Kind.ALL)
    }
    if out.exists() and not out.is_dir():
        raise MisuseError(
            f"{out} 是文件，不是文件夹。请换一个 --out 文件夹。",
            f"{out} is a file, not a folder. Take another --out folder.",
        )
    for path in wanted.values():
        if path.exists():
            raise MisuseError(
                f"{path} 已存在，没有覆盖。请换一个 --out 文件夹。",
                f"{path} is already there and was not overwritten. Take another --out folder.",
            )
    out.mkdir(parents=True, exist_ok=True)
    if ".docx" in wanted:
        comments = [(question.at, str(question.text)) for question in correction.open] if correction else []
        writing.write_word(dossier, wanted[".docx"], comments=comments)
    if ".xlsx" in wanted:
        writing.write_excel(dossier, wanted[".xlsx"], audit.policy)
    if ".html" in wanted:
        findings = () if correction else audit.findings
        wanted[".html"].write_text(writing.html(dossier, findings=findings), encoding="utf-8")
    return list(wanted.values())
