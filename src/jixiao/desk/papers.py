"""The papers of a case: the official Word, Excel and page, the marked page, the user's own file with comments.

A case assessed enters; files leave. Nothing is overwritten: every target is proven free before the first is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.model import Severity
from jixiao.model.whole import whole

from .assessing import Assessed

if TYPE_CHECKING:
    from jixiao.forms.layouts import Layout
    from jixiao.model import Dossier, Message
    from jixiao.writing import AnnotateResult, Correction


class Paper(StrEnum):
    """A kind of file that a case can be written as."""

    WORD = "word"
    EXCEL = "excel"
    HTML = "html"

    @property
    def suffix(self) -> str:
        """The ending of its file's name."""
        return {"word": ".docx", "excel": ".xlsx", "html": ".html"}[self.value]


def write_papers(
    assessed: Assessed,
    out: Path,
    stem: str,
    papers: Iterable[Paper] = tuple(Paper),
    *,
    correction: Correction | None = None,
    lang: str = "zh",
    forms: Sequence[Layout] = (),
) -> list[Path]:
    """Write the papers into the folder ``out`` as ``stem`` with their endings; corrected ones carry the open questions
    as comments. ``forms`` are layouts asked for by hand; other tables take those of their place and year.
    ``FileExistsError`` before anything is written where one is already there, ``NotADirectoryError``
    where ``out`` is a file. Interrupted, it leaves nothing behind.
    """
    wanted = {paper: out / f"{stem}{paper.suffix}" for paper in Paper if paper in set(papers)}
    if out.exists() and not out.is_dir():
        raise NotADirectoryError(str(out))
    with whole(list(wanted.values())) as parts:
        for paper, path in wanted.items():
            _write(assessed, paper, parts[path], correction, forms)
    return list(wanted.values())


def _write(
    assessed: Assessed, paper: Paper, path: Path, correction: Correction | None, forms: Sequence[Layout]
) -> None:
    """One paper at a path."""
    dossier = correction.dossier if correction else assessed.case.source
    match paper:
        case Paper.WORD:
            from jixiao.writing.word import write_word

            comments = [(question.at, str(question.text)) for question in correction.open] if correction else []
            write_word(dossier, path, comments=comments, forms=forms)
        case Paper.EXCEL:
            _write_excel(dossier, path, assessed, forms)
        case Paper.HTML:
            from jixiao.writing.html import html

            findings = () if correction else assessed.audit.findings
            path.write_text(html(dossier, findings=findings, forms=forms), encoding="utf-8")


def _write_excel(dossier: Dossier, path: Path, assessed: Assessed, forms: Sequence[Layout]) -> None:
    from xlsxwriter.exceptions import FileCreateError

    from jixiao.writing.excel import write_excel

    try:
        write_excel(dossier, path, assessed.audit.policy, forms=forms)
    except FileCreateError as error:  # what the system said, in the library's wrapping
        cause = next((one for one in error.args if isinstance(one, OSError)), OSError(0, str(error), str(path)))
        raise cause from error


def notes_on(dossier: Dossier, forms: Sequence[Layout] = ()) -> tuple[Message, ...]:
    """What is to be said about the tables of a dossier once written: which layouts they are on and why, and what these
    have no place for.
    """
    from jixiao.forms.layouts import notes
    from jixiao.writing.outline import tables

    return notes(dossier, tables(dossier, forms), forms)


def marked_page(assessed: Assessed) -> str:
    """The case as one page of HTML with every finding marked at its place."""
    from jixiao.writing.html import html

    return html(assessed.case.source, findings=assessed.audit.findings)


def annotated(assessed: Assessed, source: Path, target: Path, *, lang: str = "zh") -> AnnotateResult:
    """A copy of one of the case's Word files with a comment for each finding at its place. ``FileExistsError`` where
    the target is already there, ``UnreadableError`` where the source takes no comments.
    """
    from jixiao.writing.annotate import annotate

    with whole([target]) as parts:
        return annotate(source, assessed.audit.findings, assessed.case.trace, parts[target], lang=lang)


def annotated_bytes(
    assessed: Assessed, data: bytes, name: str, *, lang: str = "zh", severity: Severity = Severity.INFO
) -> tuple[bytes, AnnotateResult]:
    """The same from bytes to bytes, for a file that lies in a zip; with the findings from ``severity`` on."""
    from jixiao.writing.annotate import annotated as with_comments

    case = assessed.case
    findings = [f for f in assessed.audit.findings if (f.severity or severity).rank >= severity.rank]
    return with_comments(data, name, findings, case.trace, lang=lang, names=case.names)
