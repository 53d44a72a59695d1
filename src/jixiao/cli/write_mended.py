"""``jixiao write FILE --correct``: the corrections put into copies of a case's own files, and what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .complaints import MisuseError
from .console import console, print_block
from .text import Text

if TYPE_CHECKING:
    from jixiao.desk import Assessed
    from jixiao.model import Case
    from jixiao.writing import Correction
    from jixiao.writing.mend import MendResult


def own_files(case: Case) -> list[Path]:
    """The files of a case that can be mended where they lie: none of a dossier, none in a zip."""
    if case.bound is not None:
        return []
    return [path for file in case.files if file.sha256 for name in file.paths[:1] if (path := Path(name)).is_file()]


def targets(sources: Sequence[Path], out: Path, stem: str) -> list[Path]:
    """Where the mended copies go: the one that was asked for, else each under its own name. ``MisuseError`` before
    anything is written where one is taken, or two would be one.
    """
    if stem and len(sources) > 1:
        raise MisuseError(
            f"这份材料有 {len(sources)} 个文件，分别改正。请给 --out 一个文件夹。",
            f"This filing has {len(sources)} files, and each is mended. Give --out a folder.",
        )
    found: list[Path] = []
    for source in sources:
        target = out / f"{stem or f'{source.stem}-改正'}{source.suffix}"
        number = 2
        while target in found:
            target = out / f"{source.stem}-改正-{number}{source.suffix}"
            number += 1
        if target.exists():
            raise MisuseError(
                f"{target} 已存在，没有覆盖。请换一个 --out 文件夹。",
                f"{target} is already there and was not overwritten. Take another --out folder.",
            )
        found.append(target)
    return found


def write_mended(
    one: Assessed, sources: Sequence[Path], written: Sequence[Path], correction: Correction, lang: str, *, tracked: bool
) -> None:
    """Mend every file and say what was changed, what was not and why, and what is left for a person."""
    from jixiao.desk import mended

    results = []
    for source, target in zip(sources, written, strict=True):
        target.parent.mkdir(parents=True, exist_ok=True)
        results.append(mended(one, source, target, tracked=tracked, ask=True, lang=lang))
    _show(correction, results, lang)
    out = console()
    for target in written:
        out.print(Text(f"{'已写出' if lang == 'zh' else 'written'} {target}"))
    source, target = sources[0], written[0]
    step = f"jixiao compare {_quoted(source)} {_quoted(target)}"
    print_block(out, Text(f"核对改了什么：{step}" if lang == "zh" else f"See what changed: {step}", style="dim"), 0, 2)


def _show(correction: Correction, results: Sequence[MendResult], lang: str) -> None:
    from .show_writing import show_change, show_questions

    out, zh = console(), lang == "zh"
    made = {change.at for result in results for change in result.made}
    done = [change for change in correction.changes if change.at in made]
    out.print(Text(f"改正 {len(done)} 处" if zh else f"{len(done)} corrections", style="bold"))
    for change in done:
        show_change(out, change, lang)
    undone = {one.change.at: one for result in results for one in result.undone if one.change.at not in made}
    nowhere = [c for c in correction.changes if c.at not in made and c.at not in undone]
    if undone or nowhere:
        count = len(undone) + len(nowhere)
        out.print(
            Text(f"没有改的 {count} 处，请手工改" if zh else f"{count} left, to be changed by hand", style="bold")
        )
    for one in undone.values():
        show_change(out, one.change, lang, one.why.text(lang))
    for change in nowhere:
        show_change(out, change, lang, "文件里没有这一格" if zh else "the file has no such cell")
    show_questions(out, correction, lang)
    for note in dict.fromkeys(note.text(lang) for result in results for note in result.notes):
        print_block(out, Text(note, style="dim"), 0, 2)


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)
