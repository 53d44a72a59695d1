"""Data files of the forms. A path enters, plain data leave; nothing is read before it is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

FORMS = Path(__file__).parent
"""The folder of the package: shared data in ``data``, what is of one kind of form in a folder of its own."""


def read(path: Path) -> Any:
    """The data of a YAML file that comes with the package."""
    return parse(path.read_text(encoding="utf-8"))


def parse(text: str) -> Any:
    """YAML text as plain data, by the fast loader where there is one. ``yaml.YAMLError`` where it is none."""
    import yaml

    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
