"""The papers of a case: the official Word, Excel and page, the marked page, the user's own file with comments.

A case assessed enters; files leave. Nothing is overwritten: every target is proven free before the first is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.model import Severity, UnreadableError
from jixiao.model.classes import dataclass
from jixiao.model.whole import whole

from .assessing import Assessed

if TYPE_CHECKING:
    from jixiao.forms.layouts import Layout
    from jixiao.model import Dossier, Finding, Message
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


def marked_page(assessed: Assessed, lang: str = "zh") -> str:
    """The case as one page of HTML that opens from the disk: its scores, and every finding marked at all its places."""
    from jixiao.writing.html import html

    audit = assessed.audit
    return html(assessed.case.source, audit.findings, lang, appraisals=audit.appraisals)


def annotated(
    assessed: Assessed, source: Path, target: Path, *, lang: str = "zh", severity: Severity = Severity.INFO
) -> AnnotateResult:
    """A copy of one of the case's files, Word or Excel by its content, with the findings of that ``severity`` or
    graver at their places. ``FileExistsError`` where the target is already there, ``UnreadableError`` where the source
    takes no comments.
    """
    from jixiao.writing.annotate import annotate

    case, findings = assessed.case, _sent_back(assessed, severity)
    return annotate(source, findings, case.trace, target, lang=lang, names=case.names, dossier=case.dossier)


def annotated_bytes(
    assessed: Assessed, data: bytes, name: str, *, lang: str = "zh", severity: Severity = Severity.INFO
) -> tuple[bytes, AnnotateResult]:
    """The same from bytes to bytes, for a file that lies in a zip."""
    from jixiao.writing.annotate import annotated as with_comments

    case, findings = assessed.case, _sent_back(assessed, severity)
    return with_comments(data, name, findings, case.trace, lang=lang, names=case.names, dossier=case.dossier)


def _sent_back(assessed: Assessed, severity: Severity) -> list[Finding]:
    """The findings of that severity or graver."""
    return [f for f in assessed.audit.findings if (f.severity or Severity.INFO).rank >= severity.rank]


@dataclass(frozen=True, slots=True)
class AnnotatedFile:
    """A file of a case and its annotated copy, or why it takes no comments: then nothing was written."""

    source: Path
    target: Path
    result: AnnotateResult | None = None
    refused: UnreadableError | None = None


def annotated_all(
    assessed: Assessed, out: Path, *, lang: str = "zh", severity: Severity = Severity.INFO
) -> tuple[AnnotatedFile, ...]:
    """A copy of every file of a case in the folder ``out``, each with its own findings; under the same names, in
    folders as they lay. ``FileExistsError`` before anything is written where one is already there.
    """
    sources = [Path(file.paths[0]) for file in assessed.case.files if file.paths]
    targets = [out / name for name in _below(sources)]
    for target in targets:
        if target.exists():
            raise FileExistsError(str(target))
    done = []
    for source, target in zip(sources, targets, strict=True):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            result = annotated(assessed, source, target, lang=lang, severity=severity)
            done.append(AnnotatedFile(source, target, result))
        except UnreadableError as error:
            done.append(AnnotatedFile(source, target, refused=error))
    return tuple(done)


def _below(paths: Sequence[Path]) -> list[Path]:
    """The paths below the folder that holds all of them."""
    whole = [path.absolute() for path in paths]
    above = whole[0].parents if whole else ()
    shared = next((folder for folder in above if all(path.is_relative_to(folder) for path in whole)), None)
    return [path.relative_to(shared) if shared else Path(path.name) for path in whole]
