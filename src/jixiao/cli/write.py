"""``jixiao write``: the official Word, Excel and HTML from a dossier or from files that were read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .commands import command
from .complaints import MisuseError, is_file, readable
from .options import FORM, LANG, ONE_CASE, ONE_PATH, PATHS, POLICY, Among, Lang, language
from .write_mended import own_files, targets, write_mended

if TYPE_CHECKING:
    from jixiao.desk import Assessed, Paper
    from jixiao.forms.layouts import Layout
    from jixiao.model import Case
    from jixiao.writing import Correction

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_LONGEST = 80


class Kind(StrEnum):
    """What to write."""

    WORD = "word"
    EXCEL = "excel"
    HTML = "html"
    ALL = "all"


_BY_SUFFIX = {".docx": Kind.WORD, ".xlsx": Kind.EXCEL, ".html": Kind.HTML}
_NOT_WRITTEN = frozenset(
    {".doc", ".xls", ".wps", ".et", ".pdf", ".txt", ".htm", ".odt", ".ods", ".md", ".json", ".yaml"}
)
"""What people may ask for as a file and is not written."""


@command("write")
@PATHS
@click.option(
    "--out",
    "-o",
    type=ONE_PATH,
    default=".",
    show_default=True,
    help="放结果的文件夹；以 .docx、.xlsx 或 .html 结尾就是那一个文件。Folder for the results, or one file.",
)
@click.option("--kind", type=Among(Kind), default=Kind.ALL.value, show_default=True, help="写什么。What to write.")
@click.option(
    "--correct",
    is_flag=True,
    help="改正由其他数推得出的数；给的是 Word、Excel，就在它的副本里改。Apply what follows from other figures.",
)
@click.option("--tracked", is_flag=True, help="在 Word 里用修订标记改正。Correct with tracked changes (Word).")
@click.option("--fill-in", is_flag=True, help="写填报工作簿，填好能原样读回。A workbook to fill in that reads back.")
@POLICY
@ONE_CASE
@FORM
@LANG
def write(
    paths: tuple[Path, ...],
    out: Path,
    kind: Kind,
    correct: bool,
    tracked: bool,
    fill_in: bool,
    policy: str | None,
    one_case: bool,
    form: tuple[str, ...],
    lang: Lang | None,
) -> None:
    """Write the papers of every case and say what is left for a person."""
    with readable(lang):
        from jixiao.desk import broken_references, find_config
        from jixiao.forms.layouts import chosen
        from jixiao.model import UnreadableError

        from . import messages as say
        from .opened import opened_cases
        from .show_forms import prove_forms

        asked_kind = kind
        if tracked and not correct:
            raise MisuseError(
                "--tracked 要和 --correct 一起用：jixiao write 报告.docx --correct --tracked",
                "--tracked goes with --correct: jixiao write report.docx --correct --tracked",
            )
        out, stem, kind = _asked_for(out, kind)
        office = find_config(paths)
        policy = policy or office.policy
        cases = opened_cases(paths, one_case=one_case, units=office.units)
        if stem and len(cases) > 1:
            raise MisuseError(
                f"这些材料分成 {len(cases)} 份，一个文件装不下。请给 --out 一个文件夹。",
                f"These are {len(cases)} filings, and one file holds one. Give --out a folder.",
            )
        forms = chosen(form or office.forms)
        if correct and asked_kind is Kind.ALL and not form and all(own_files(case) for case in cases):
            _mend(cases, out, stem, policy, language(lang), tracked=tracked)
            return
        if tracked:
            raise MisuseError(
                "只有 Word 文件能用修订标记改正；卷宗、压缩包里的文件和指定的 --kind、--form 是重新写出的。",
                "Only Word files are corrected with tracked changes; dossiers, files in zips and papers asked for with "
                "--kind or --form are written anew.",
            )
        if fill_in:
            _fill_in(cases, paths, out, stem, forms, language(lang))
            return
        for case in cases:
            if broken := broken_references(case):
                first = say.BROKEN_AT(at=broken[0].of, problem=broken[0].message)
                raise UnreadableError(paths[0].name, say.BROKEN(count=len(broken)), say.COMPLETE(), first)
            prove_forms(case.source, forms)
        stems = [stem] if stem else [f"{name}{'-改正' if correct else '-写出'}" for name in _stems(paths, cases)]
        _prove_free(out, stems, kind)
        for case, name in zip(cases, stems, strict=True):
            if len(cases) > 1:
                click.echo(f"■ {case.dossier.year or ''} {case.dossier.unit}".rstrip())
            _write_case(case, out, name, kind, policy, forms, language(lang), correct=correct)


def _fill_in(
    cases: Sequence[Case], paths: Sequence[Path], out: Path, stem: str, forms: Sequence[Layout], lang: str
) -> None:
    """A workbook to fill in for each case."""
    from jixiao.desk import fill_in_workbook

    from .show_writing import show_written

    names = [stem] if stem else [f"{name}-填报" for name in _stems(paths, cases)]
    books = [out / f"{name}.xlsx" for name in names]
    for target in books:
        if target.exists():
            raise _taken(target)
    for case, target in zip(cases, books, strict=True):
        fill_in_workbook(case.source, target, forms=forms)
    show_written(books, lang)


def _mend(cases: Sequence[Case], out: Path, stem: str, policy: str | None, lang: str, *, tracked: bool) -> None:
    """The corrected copies of the files themselves: nothing that was not recognised is lost."""
    from jixiao.desk import corrected

    from .opened import assessed

    sources = [own_files(case) for case in cases]
    flat = targets([path for group in sources for path in group], out, stem)
    for case, group in zip(cases, sources, strict=True):
        mine, flat = flat[: len(group)], flat[len(group) :]
        if len(cases) > 1:
            click.echo(f"■ {case.dossier.year or ''} {case.dossier.unit}".rstrip())
        (one,) = assessed((case,), policy).cases
        write_mended(one, group, mine, corrected(one), lang, tracked=tracked)


def _write_case(
    case: Case,
    out: Path,
    stem: str,
    kind: Kind,
    policy: str | None,
    forms: Sequence[Layout],
    lang: str,
    *,
    correct: bool,
) -> None:
    from jixiao.desk import corrected

    from .opened import assessed
    from .show_forms import show_notes
    from .show_writing import show_correction, show_typed, show_written

    (one,) = assessed((case,), policy).cases
    correction = corrected(one) if correct else None
    written = papers(one, out, stem, kind, correction, lang, forms)
    if correction:
        show_correction(correction, lang)
    show_written(written, lang)
    show_notes(case.source, forms, lang)
    show_typed(case.source, lang, written=case.bound is not None)


def _asked_for(out: Path, kind: Kind) -> tuple[Path, str, Kind]:
    """Folder, name of the one file that was asked for (or nothing), and kind. A folder that is there is one, whatever
    it is called.
    """
    suffix = out.suffix.lower()
    if out.is_dir() or suffix not in {*_BY_SUFFIX, *_NOT_WRITTEN}:
        return out, "", kind
    by_name = _BY_SUFFIX.get(suffix)
    if by_name is None:
        raise MisuseError(
            f"写不了 {suffix} 文件。--out 可以是文件夹，或以 .docx、.xlsx、.html 结尾的文件。",
            f"{suffix} files are not written. --out is a folder, or a file that ends in .docx, .xlsx or .html.",
        )
    if kind not in (Kind.ALL, by_name):
        raise MisuseError(
            f"--kind {kind.value} 与 {out.name} 的后缀不符。请去掉 --kind，或改后缀。",
            f"--kind {kind.value} does not go with {out.name}. Leave --kind out, or change the suffix.",
        )
    return out.parent, out.stem, by_name


def _stems(paths: Sequence[Path], cases: Sequence[Case]) -> list[str]:
    """A name for each case: that of the file given, or unit and year where there are several; never one twice."""
    if len(cases) == 1:
        first = paths[0]
        return [first.stem if first.suffix and not first.is_dir() else first.resolve().name]
    stems: list[str] = []
    for number, case in enumerate(cases, start=1):
        told = " ".join(filter(None, (case.dossier.unit, str(case.dossier.year or ""))))
        name = _FORBIDDEN.sub("_", told)[:_LONGEST] or str(number)
        stems.append(name if name not in stems else f"{name}-{number}")
    return stems


def _prove_free(out: Path, stems: Iterable[str], kind: Kind) -> None:
    """``MisuseError`` before anything is written where a paper of any case is already there."""
    from jixiao.desk import Paper

    for stem in stems:
        for paper in Paper:
            target = out / f"{stem}{paper.suffix}"
            if kind in (Kind.ALL, Kind(paper.value)) and target.exists():
                raise _taken(target)


def _taken(target: Path | str) -> MisuseError:
    return MisuseError(
        f"{target} 已存在，没有覆盖。请换一个 --out 文件夹。",
        f"{target} is already there and was not overwritten. Take another --out folder.",
    )


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
        raise is_file(out) from None
    except FileExistsError as there:
        if there.errno is not None:
            raise
        raise _taken(str(there)) from None
