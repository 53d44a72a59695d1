"""What cases are written as, beside the files that they came from: copies of these with comments, a marked page a case,
one working paper over all, and the assessment as data.

Everything lands in one folder that mirrors the one that was given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, ClassVar

from jixiao.model import Severity, UnreadableError

from .. import messages as say
from ..assessing import Assessed, Assessment
from ..cases.gather import Source, gather
from ..papers import annotated_bytes, marked_page
from .outputs import Outputs

if TYPE_CHECKING:
    from ..opening import Opened

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Papers:
    """Which papers, and where: ``annotate`` the files with comments from ``severity`` on, ``html`` the marked pages,
    ``xlsx`` the working paper.
    """

    ALL: ClassVar[tuple[str, ...]] = ("annotate", "html", "xlsx")

    out: Path
    kinds: tuple[str, ...] = ALL
    severity: str = "info"
    lang: str = "zh"


def write_case(one: Assessed, sources: Sequence[Source], papers: Papers) -> list[Path]:
    """The papers of one case; gives what was written."""
    outputs = Outputs(papers.out)
    written = []
    if "annotate" in papers.kinds:
        for source in sources:
            data = _annotated(one, source, papers)
            if data:
                written.append(outputs.write(mirrored(source.below, _word(say.ANNOTATED, papers)), data))
    if "html" in papers.kinds:
        page = marked_page(one, papers.lang).encode("utf-8")
        written.append(outputs.write(page_of(one, sources, _word(say.CHECKED, papers)), page))
    return written


def write_all_papers(assessment: Assessment, opened: Opened, paths: Iterable[Path], papers: Papers) -> list[Path]:
    """The papers of all cases that were assessed here."""
    from ..assessment import assessment_json

    sources = {source.path: source for source in gather(paths).sources}
    written = []
    for one in assessment.cases:
        mine = [sources[path] for file in one.case.files for path in file.paths if path in sources]
        written += write_case(one, mine, papers)
    if "xlsx" in papers.kinds:
        data = assessment_json(assessment)
        not_read = [{"what": path, "message": error.problem.as_json()} for path, error in opened.unread]
        written.append(write_working_paper([data], data["cases"], not_read, papers))
    Outputs(papers.out).remember(written)
    return written


def write_working_paper(
    assessments: Iterable[Mapping[str, Any]],
    cases: Iterable[Mapping[str, Any]],
    not_read: Sequence[Mapping[str, Any]],
    papers: Papers,
) -> Path:
    """The working paper in the place of the last one, with what people typed into that."""
    from ..workpaper import working_paper

    target = papers.out / f"{_word(say.WORKING_PAPER, papers)}.xlsx"
    part = target.with_name(f".{target.name}.new")
    part.unlink(missing_ok=True)
    papers.out.mkdir(parents=True, exist_ok=True)
    missing = (
        {"what": text[papers.lang], "unit": case["unit"], "year": case["year"], "message": _not_handed_in(case)}
        for case in cases
        for text in case["missing"]
    )
    earlier = target if target.exists() else None
    working_paper(assessments, part, earlier=earlier, lang=papers.lang, unreadable=not_read, not_handed_in=missing)
    part.replace(target)
    return target


def _not_handed_in(case: Mapping[str, Any]) -> dict[str, Any]:
    """What is missing is missing, unless it may stand in a file that could not be read."""
    unread = tuple(Path(note["of"]).name for note in case["unread"])
    return (say.MAY_BE_UNREAD(files=unread) if unread else say.NOT_AMONG_FILES()).as_json()


def mirrored(below: PurePosixPath, added: str) -> PurePosixPath:
    """The place of a paper made from a file: where it lay, its name with what was done to it."""
    *folders, name = (_FORBIDDEN.sub("_", part) for part in below.parts)
    stem, dot, suffix = name.rpartition(".")
    return PurePosixPath(*folders, f"{stem}-{added}{dot}{suffix}" if dot else f"{name}-{added}")


def page_of(one: Assessed, sources: Sequence[Source], added: str) -> PurePosixPath:
    """The place of the marked page: in the folder that all files of the case lie in, named after unit and year."""
    folders = [source.folders for source in sources]
    common = []
    for beside in zip(*folders, strict=False):
        if len(set(beside)) > 1:
            break
        common.append(beside[0])
    name = " ".join(filter(None, (one.case.dossier.unit or sources[0].name, str(one.case.dossier.year or ""))))
    parts = [_FORBIDDEN.sub("_", part) for part in (*common, f"{name[:_LONGEST]}-{added}.html")]
    return PurePosixPath(*parts)


def _annotated(one: Assessed, source: Source, papers: Papers) -> bytes:
    """The file with its comments; nothing where none has a place in it, or where it takes none: the marked page tells
    all the same.
    """
    if source.dossier:
        return b""
    try:
        data, result = annotated_bytes(
            one, source.read(), source.name, lang=papers.lang, severity=Severity(papers.severity)
        )
    except UnreadableError:
        return b""
    return data if result.findings else b""


def _word(phrase: Any, papers: Papers) -> str:
    return str(phrase().text(papers.lang))
