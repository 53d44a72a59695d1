"""From the paths a person gives to one dossier: Word and text files are recognised together, dossiers are opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jixiao.model import Dossier, Trace, Unplaced, UnreadableError


@dataclass(frozen=True, slots=True)
class Opened:
    """A dossier with where it came from: the trace into the files, what was not placed, and notes on how files were
    read.
    """

    dossier: Dossier
    trace: Trace
    unplaced: tuple[Unplaced, ...] = ()
    notes: tuple[str, ...] = ()
    files: tuple[Path, ...] = field(default=())
    broken: tuple[str, ...] = ()
    with_bindings: Dossier | None = None

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
            raise UnreadableError(
                str(path), "这是文件夹，里面没有 dossier.yaml", "列出其中的文件，例如 jixiao check 文件夹/*.docx"
            )
    return _recognise(paths)


def _open_dossier(path: Path) -> Opened:
    from jixiao.forms import binding
    from jixiao.model import store
    from jixiao.recognition import with_claims

    written = store.load(path)
    broken = tuple(str(error) for error in binding.errors(written))
    printed = with_claims(binding.bound(written))
    with_bindings = binding.with_claims_of(written, printed)
    return Opened(printed, {}, notes=broken, files=(path,), broken=broken, with_bindings=with_bindings)


def _recognise(paths: Sequence[Path]) -> Opened:
    from jixiao.reading import read_document
    from jixiao.recognition import recognise

    documents = [read_document(path) for path in paths]
    found = recognise(documents)
    dossier = found.dossier
    if not (dossier.evaluations or dossier.base_data or dossier.reports):
        names = "、".join(path.name for path in paths)
        raise UnreadableError(
            names, "没有认出任何自评表、基础数据表或自评报告", "确认文件里有绩效自评表；扫描件请先转成文字"
        )
    notes = tuple(f"{document.name}：{note}" for document in documents for note in document.notes)
    return Opened(dossier, found.trace, found.unplaced, notes, tuple(paths))
