"""The steps of the demonstration: publish the example, check it, correct it, mark its faults."""

from __future__ import annotations

import shutil
from pathlib import Path

from .console import console
from .opened import assessed
from .show_audit import show_assessed
from .show_writing import show_correction, show_written
from .text import Text
from .write import Kind, papers


def run(out: Path, lang: str) -> None:
    """Write everything into a fresh folder below ``out`` and print what a reviewer would see."""
    from jixiao.desk import annotated as annotate
    from jixiao.desk import corrected, marked_page, open_case
    from jixiao.writing.word import write_word

    zh = lang == "zh"
    target = _fresh(out)
    target.mkdir(parents=True)
    shutil.copytree(example(), target / "dossier")
    published = target / "published.docx"
    write_word(open_case([target / "dossier"]).source, published)
    (one,) = assessed((open_case([published]),), None).cases
    show_assessed(one, lang)
    correction = corrected(one)
    written = papers(one, target, "corrected", Kind.ALL, correction, lang)
    annotated = target / "published-annotated.docx"
    annotate(one, published, annotated, lang=lang)
    marked = target / "published-marked.html"
    marked.write_text(marked_page(one), encoding="utf-8")
    out_console = console()
    out_console.print()
    show_correction(correction, lang)
    out_console.print()
    show_written([target / "dossier", published, annotated, marked, *written], lang)
    out_console.print(Text("\n接下来可以试：" if zh else "\nTry next:", style="bold"))
    for command in (
        f"jixiao explain {published} 1",
        f"jixiao explain {published} 增加财政非税收入",
        f"jixiao write {published} --correct --tracked --out {published.parent / ('改正' if zh else 'mended')}",
        "jixiao rules SC101",
        f"jixiao check {published} --format json",
        "jixiao check 你的自评报告.docx" if zh else "jixiao check your-report.docx",
        "jixiao new 卷宗 --unit 某局 --year 2025 --project 某项目" if zh else "jixiao new folder --unit … --year 2025",
    ):
        out_console.print(f"  {command}", as_is=True)


def _fresh(out: Path) -> Path:
    """``out`` itself, or the next free name beside it: an earlier demonstration is not overwritten."""
    number, candidate = 1, out
    while candidate.exists():
        number += 1
        candidate = out.with_name(f"{out.name}-{number}")
    return candidate


def example() -> Path:
    """The example's dossier, in the installed package or in the checkout."""
    package = Path(__file__).resolve().parent.parent
    for base in (package, package.parent.parent):
        folder = base / "examples" / "yueyang-2024" / "dossier"
        if (folder / "dossier.yaml").is_file():
            return folder
    raise FileNotFoundError("the example is missing from this installation")
