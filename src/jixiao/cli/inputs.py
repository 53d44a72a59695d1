"""From the paths a person gives to one dossier: Word and text files are recognised together, dossiers are opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jixiao.model import Document, Dossier, Trace, Unplaced, UnreadableError


@dataclass(frozen=True, slots=True)
class Opened:
    """A dossier with where it came from: the trace into the files, what was not placed, and notes (file, what) on
    how files were read.
    """

    dossier: Dossier
    trace: Trace
    unplaced: tuple[Unplaced, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    files: tuple[Path, ...] = field(default=())
    broken: tuple[str, ...] = ()
    with_bindings: Dossier | None = None
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def source(self) -> Dossier:
        """The dossier to write and to correct: its prose still bound to the tables, where it ever was."""
        return self.with_bindings or self.dossier


def open_inputs(paths: Sequence[Path]) -> Opened:
    """One dossier from all paths. ``UnreadableError`` where a path cannot be read or holds no form and no report."""
    from jixiao.model import store

    for path in paths:
        if not path.exists():
            raise UnreadableError(str(path), "没有这个文件", "检查路径；含空格的路径请加引号")
    if len(paths) == 1 and (store.is_dossier(paths[0])):
        return _open_dossier(paths[0])
    for path in paths:
        if store.is_dossier(path):
            raise UnreadableError(str(path), "卷宗不能与其他文件一起给出", "卷宗单独核查，或只给 Word 文件")
        if path.is_dir():
            raise UnreadableError(str(path), "这是文件夹，里面没有 dossier.yaml", _inside(path))
    return _recognise(paths)


def _inside(folder: Path) -> str:
    """What to do about a folder that is no dossier."""
    if any(folder.glob("*.docx")):
        return f"列出其中的文件，例如 jixiao check {folder}/*.docx"
    return "里面也没有 .docx 文件；检查路径，或用 jixiao new 新建卷宗"


def _open_dossier(path: Path) -> Opened:
    from jixiao.forms import binding
    from jixiao.model import store
    from jixiao.recognition import with_claims

    written = store.load(path)
    broken = tuple(str(error) for error in binding.errors(written))
    notes = tuple((error.at, f"{error.binding} {error.problem}。{error.remedy}") for error in binding.errors(written))
    printed = with_claims(binding.bound(written))
    with_bindings = binding.with_claims_of(written, printed)
    return Opened(printed, {}, notes=notes, files=(path,), broken=broken, with_bindings=with_bindings)


def _recognise(paths: Sequence[Path]) -> Opened:
    from jixiao.reading import read_document
    from jixiao.recognition import recognise

    documents, notes = _different([read_document(path) for path in paths])
    found = recognise(documents)
    dossier = found.dossier
    if not dossier.records:
        given = "、".join(path.name for path in paths)
        raise UnreadableError(
            given, "没有认出任何自评表、基础数据表或自评报告", "确认文件里有绩效自评表；扫描件请先转成文字"
        )
    notes += [(document.name, note) for document in documents for note in document.notes]
    names = {document.sha256: document.name for document in documents}
    return Opened(dossier, found.trace, found.unplaced, tuple(notes), tuple(paths), names=names)


def _different(documents: Sequence[Document]) -> tuple[list[Document], list[tuple[str, str]]]:
    """Each content once, with a note on every copy: a figure counted twice would be a fault of ours."""
    first: dict[str, Document] = {}
    notes = []
    for document in documents:
        known = first.setdefault(document.sha256, document)
        if known is not document:
            notes.append((document.name, f"与 {known.name} 内容相同，只读一份"))
    return list(first.values()), notes
