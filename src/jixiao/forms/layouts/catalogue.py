"""Layout files → layouts. An identifier or a record enters; the proven layout that prints it leaves."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import ValidationError

from ...model import BaseData, Evaluation, UnreadableError
from ...model.pointer import segments
from .schema import CellSpec, Layout, RowSpec


@lru_cache(maxsize=1)
def available() -> tuple[Layout, ...]:
    """The layouts that come with the package, by file name."""
    folder = files(__package__) / "data"
    sources = sorted((f for f in folder.iterdir() if f.name.endswith(".yaml")), key=lambda f: f.name)
    return tuple(parse(source.read_text(encoding="utf-8"), source.name) for source in sources)


def load(source: str | Path) -> Layout:
    """A layout of the package by its id, or a layout file of your own by its path. ``UnreadableError`` says what is
    wrong with it.
    """
    if isinstance(source, Path):
        try:
            return parse(source.read_text(encoding="utf-8-sig"), source.name)
        except OSError as error:
            raise UnreadableError(source.name, "打不开", "检查路径和权限") from error
    for layout in available():
        if layout.id == source:
            return layout
    known = "、".join(layout.id for layout in available())
    raise UnreadableError(source, "没有这个版式", f"可用的版式：{known}")


def layout_for(record: Evaluation | BaseData) -> Layout:
    """The layout that prints a record."""
    if isinstance(record, BaseData):
        return load("base-data")
    return load(f"{record.scope}-self-evaluation")


def parse(text: str, name: str) -> Layout:
    """A layout from YAML text; ``UnreadableError`` names the file, the place in it and the remedy."""
    import yaml

    try:
        data: Any = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise UnreadableError(
            name, "不是合格的 YAML", "按所指位置改正", f"第{mark.line + 1}行" if mark else ""
        ) from error
    try:
        layout = Layout.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = "/" + "/".join(str(part) for part in first["loc"])
        raise UnreadableError(name, first["msg"], "改正版式文件", place) from error
    for block in layout.blocks:
        for spec in block.rows:
            for path in (p for cell in spec.cells for p in _paths_of(cell, spec)):
                if not _leads(Evaluation if layout.subject == "evaluation" else BaseData, path):
                    raise UnreadableError(name, f"没有字段 {path}", "改成模型中的字段", f"{block.name}")
    return layout


def _paths_of(cell: CellSpec, row: RowSpec) -> list[str]:
    if not cell.field:
        return []
    return [f"{cell.of or row.each[0]}/0/{cell.field}"] if row.each else [cell.field]


def _leads(kind: Any, path: str) -> bool:
    """Whether a path exists in records of this kind, judged by their types."""
    for part in segments(path):
        options = (
            [a for a in get_args(kind) if a is not type(None)] if get_origin(kind) in (Union, UnionType) else [kind]
        )
        kind = options[0]
        if get_origin(kind) is tuple:
            kind = get_args(kind)[0]
        elif part in getattr(kind, "model_fields", {}):
            kind = kind.model_fields[part].annotation
        else:
            return False
    return True
