"""Layout files → layouts. An identifier or a file enters; the proven layout leaves.

A layout is proven when it is made: widths add up, every cell of the grid is covered once, every field, key and view
that it names is there.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import ValidationError

from jixiao.model.classes import dataclass

from ...model import UnreadableError
from ...model.mistakes import mistake
from ...model.place import NATION
from ...model.pointer import segments
from .. import messages as say
from ..datafiles import parse as parse_yaml
from ..dictionary import block as dictionary_block
from ..dictionary import blocks as dictionary_blocks
from ..kinds import Kind, kinds
from ..layoutfiles import data_of, files, layouts_of, whole
from .schema import CellSpec, Layout, RowSpec, Years
from .views import VIEWS

_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Head:
    """What a layout is for, before the rest of its file is looked at."""

    id: str
    kind: str
    place: str
    years: Years


@lru_cache(maxsize=1)
def available() -> tuple[Layout, ...]:
    """The layouts that come with the package, by kind and id."""
    return tuple(load(name) for name in sorted(files(), key=lambda name: (files()[name].parent, name)))


@cache
def heads(kind: str) -> tuple[Head, ...]:
    """The layouts of a kind that come with the package."""
    found = ((name, data_of(name)) for name in layouts_of(kind))
    return tuple(
        Head(name, kind, data.get("place", NATION), Years.model_validate(data.get("years", {}))) for name, data in found
    )


def load(source: str | Path) -> Layout:
    """A layout of the package by its id, or a layout file of your own by its path. ``UnreadableError`` says what is
    wrong with it.
    """
    if isinstance(source, str) and source in files():
        return _shipped(source)
    path = Path(source)
    if isinstance(source, Path) or path.suffix.lower() in _SUFFIXES or path.is_file():
        try:
            return parse(path.read_text(encoding="utf-8-sig"), path.name)
        except (OSError, UnicodeDecodeError) as error:
            raise UnreadableError(path.name, say.CANNOT_OPEN(), say.CHECK_THE_PATH()) from error
    near = difflib.get_close_matches(str(source), files(), n=3)
    known = tuple(sorted(files()))
    remedy = say.NEARLY(near=tuple(near)) if near else say.LAYOUTS_THERE_ARE(known=known)
    raise UnreadableError(str(source), say.NO_SUCH_LAYOUT(), remedy)


@cache
def _shipped(name: str) -> Layout:
    return _proven(data_of(name), files()[name].name, "")


def parse(text: str, name: str) -> Layout:
    """A layout from YAML text; ``UnreadableError`` names the file, the place in it and the remedy."""
    import yaml

    try:
        data = parse_yaml(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = say.IN_LINE(line=mark.line + 1) if mark else ""
        raise UnreadableError(name, say.NOT_YAML(), say.MEND_THERE(), where) from error
    if not isinstance(data, dict):
        raise UnreadableError(name, say.NOT_A_LAYOUT(), say.START_LIKE_OTHERS())
    return _proven({**_whole(data, name), "id": Path(name).stem}, name, text)


def _whole(data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """A layout with all that it takes over from the one it is like."""
    like = data.get("like")
    if like is not None and like not in files():
        raise UnreadableError(name, say.NO_SUCH_LAYOUT(), say.LAYOUTS_THERE_ARE(known=tuple(files())), "/like")
    try:
        return whole(data)
    except KeyError as error:
        raise UnreadableError(
            name, say.NO_SUCH_BLOCK(like=like, block=error.args[0]), say.USE_A_BLOCK(), "/blocks"
        ) from error


def _proven(data: Any, name: str, text: str) -> Layout:
    try:
        layout = Layout.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        if first["type"] == "layout":
            place = "/" + "/".join(str(part) for part in first["loc"])
            raise UnreadableError(name, first["ctx"]["message"], say.MEND_THE_LAYOUT(), place) from error
        raise mistake(error, Layout, name, text) from error
    if layout.kind not in kinds():
        raise UnreadableError(name, say.NO_SUCH_KIND(kind=layout.kind), say.USE_ONE_OF(known=tuple(kinds())), "/kind")
    _prove_cells(layout, name)
    return layout


def _prove_cells(layout: Layout, name: str) -> None:
    """That every field, key and view that a cell names is there."""
    kind = kinds()[layout.kind]
    for block in layout.blocks:
        for row in (RowSpec(cells=(block.side,) if block.side else ()), *block.rows):
            for cell in row.cells:
                if (path := _path_of(cell, row)) and not _leads(kind.record, path):
                    raise UnreadableError(name, say.NO_SUCH_FIELD(path=path), say.USE_A_FIELD(), block.name)
                if cell.key and not _is_key(cell.key):
                    raise UnreadableError(name, say.NO_SUCH_LABEL(key=cell.key), say.USE_A_KEY(), block.name)
                if cell.view and cell.view not in _views(kind):
                    known = say.USE_ONE_OF(known=tuple(_views(kind)))
                    raise UnreadableError(name, say.NO_SUCH_VIEW(view=cell.view), known, block.name)
    for key in layout.labels:
        if not _is_key(key):
            raise UnreadableError(name, say.NO_SUCH_LABEL(key=key), say.USE_A_KEY(), "/labels")


def _views(kind: Kind) -> list[str]:
    return [*VIEWS, *kind.views]


def _is_key(key: str) -> bool:
    block, _, name = key.partition(".")
    return block in dictionary_blocks() and name in dictionary_block(block).words


def _path_of(cell: CellSpec, row: RowSpec) -> str:
    if not cell.field:
        return ""
    return f"{cell.of or row.each[0]}/0/{cell.field}" if row.each else cell.field


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
