"""Names of a package that load their module when they are first asked for: who needs one does not wait for the rest."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any


def loaded_from(package: str, homes: Mapping[str, Iterable[str]]) -> Callable[[str], Any]:
    """The ``__getattr__`` of a package (PEP 562) whose modules each hold the names given with them.

    A name is looked up once; then the package has it. ``AttributeError`` for a name that no module holds.
    """

    def load(name: str) -> Any:
        for module, names in homes.items():
            if name in names:
                found = getattr(importlib.import_module(f"{package}.{module}"), name)
                setattr(sys.modules[package], name, found)
                return found
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return load
