"""The layout files that come with the package, as their authors wrote them.

An id enters, plain data leave; nothing is proven here (see :mod:`.layouts.catalogue`). Files lie in the folder of their
kind (``<kind>/layouts``) and are called as the layout is. A file may be ``like`` another one: then it says only what
differs. Its ``labels``, and the fields of its ``empty`` form, are added to those of the other, and a block that is only
named is that of the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from .datafiles import FORMS, read


@cache
def files() -> Mapping[str, Path]:
    """Every layout by its id, with its file."""
    return {path.stem: path for path in sorted(FORMS.glob("*/layouts/*.yaml"))}


def kind_in(path: Path) -> str:
    """The kind of form in whose folder a layout lies."""
    return path.parent.parent.name.replace("_", "-")


@cache
def layouts_of(kind: str = "") -> tuple[str, ...]:
    """The ids of the layouts of a kind, or of all kinds."""
    return tuple(name for name, path in files().items() if not kind or kind_in(path) == kind)


@cache
def data_of(name: str) -> Mapping[str, Any]:
    """The data of a layout, those of the one it is like included."""
    path = files()[name]
    return {**whole(read(path)), "id": name, "kind": kind_in(path)}


def whole(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """A layout with all that it takes over from the one it is like. ``KeyError`` where there is no such layout, or it
    has no block of that name.
    """
    if "like" not in data:
        return data
    base = data_of(data["like"])
    own = {key: value for key, value in data.items() if key != "like"}
    blocks = {block["name"]: block for block in base["blocks"]}
    taken = [blocks[block] if isinstance(block, str) else block for block in own.get("blocks", base["blocks"])]
    added = {key: {**base.get(key, {}), **own.get(key, {})} for key in ("labels", "empty")}
    return {**base, **own, **added, "blocks": taken}
