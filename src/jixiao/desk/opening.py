"""From the paths a person gives to cases: files are read and recognised together, dossiers are opened.

Paths enter; :class:`~jixiao.model.Case` s leave. What is given together is one case for now.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jixiao.model import Case, Document, Dossier, SourceFile, UnreadableError
from jixiao.model.case import Note
from jixiao.model.ids import keep_ids, matches

from . import messages as say
from .filling import settled

_SUFFIXES = (".docx", ".xlsx")


def open_cases(paths: Sequence[Path | str]) -> tuple[Case, ...]:
    """The cases in these paths. ``UnreadableError`` where one cannot be read or holds no form and no report."""
    return (open_case(paths),)


def open_case(paths: Sequence[Path | str], earlier: Dossier | None = None) -> Case:
    """One case from all paths. ``UnreadableError`` where one cannot be read or holds no form and no report.

    Files that were read before keep the ids that their records had in ``earlier``, where names match; a note says how
    many did.
    """
    from jixiao.model import store

    given = [Path(path) for path in paths]
    for path in given:
        if not path.exists():
            raise UnreadableError(str(path), say.NO_FILE(), say.CHECK_PATH())
    if len(given) == 1 and store.is_dossier(given[0]):
        return _open_dossier(given[0])
    for path in given:
        if store.is_dossier(path):
            raise UnreadableError(str(path), say.DOSSIER_ALONE(), say.GIVE_ALONE())
        if path.is_dir():
            inside = next((suffix for suffix in _SUFFIXES if any(path.glob(f"*{suffix}"))), "")
            remedy = say.LIST_FILES(folder=str(path), suffix=inside) if inside else say.NOTHING_IN_FOLDER()
            raise UnreadableError(str(path), say.NO_DOSSIER(), remedy)
    return _recognised(given, earlier)


def broken_references(case: Case) -> tuple[Note, ...]:
    """The figures that prose refers to and that lead nowhere: nothing may be written before they are mended."""
    return tuple(note for note in case.notes if note.of.startswith("/"))


def _open_dossier(path: Path) -> Case:
    from jixiao.forms import binding
    from jixiao.model import store
    from jixiao.recognition import with_claims

    written = store.load(path)
    notes = tuple(
        Note(error.at, say.BROKEN(binding=error.binding, problem=error.problem, remedy=error.remedy))
        for error in binding.errors(written)
    )
    printed = with_claims(binding.bound(written))
    file = SourceFile("", path.name, (str(path),))
    return Case(printed, files=(file,), notes=notes, bound=binding.with_claims_of(written, printed))


def _recognised(paths: Sequence[Path], earlier: Dossier | None) -> Case:
    from jixiao.reading import read_document
    from jixiao.recognition import recognise

    read = [(path, read_document(path)) for path in paths]
    documents, files, notes = _different(read)
    found = recognise(documents)
    if not found.dossier.records:
        names = "、".join(path.name for path in paths)
        raise UnreadableError(names, say.NOTHING_RECOGNISED(), say.SCANS())
    notes += [Note(document.name, note) for document in documents for note in document.notes]
    dossier = found.dossier
    if earlier is not None:
        dossier = dossier if found.filled else keep_ids(dossier, earlier)
        known = sum(1 for _ in matches(dossier, earlier))
        notes.append(Note(names_of(files), say.MATCHED(count=known)))
    return settled(Case(dossier, found.trace, found.unplaced, tuple(files), tuple(notes), printed=found.printed))


def names_of(files: Sequence[SourceFile]) -> str:
    """The names of files in one line."""
    return "、".join(file.name for file in files)


def _different(read: Sequence[tuple[Path, Document]]) -> tuple[list[Document], list[SourceFile], list[Note]]:
    """Each content once, with all paths where it lay and a note on every copy: a figure counted twice would be a fault
    of ours.
    """
    first: dict[str, Document] = {}
    paths: dict[str, list[str]] = {}
    notes = []
    for path, document in read:
        known = first.setdefault(document.sha256, document)
        paths.setdefault(document.sha256, []).append(str(path))
        if known is not document:
            notes.append(Note(document.name, say.SAME_CONTENT(name=known.name)))
    files = [SourceFile(sha, document.name, tuple(paths[sha])) for sha, document in first.items()]
    return list(first.values()), files, notes
