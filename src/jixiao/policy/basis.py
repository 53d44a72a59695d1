"""The sources that rules and policies rest on, as data: a key enters, a frozen entry leaves.

``data/basis/<file>.yaml`` maps entry → document, clause, text_zh, text_en, verified, source, link; the key of an entry
is ``<file>.<entry>``. A file is read when one of its keys is first asked for. To add a source, add an entry or a file:
no code.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jixiao.model import Citation
from jixiao.model.classes import dataclass

from . import messages as say
from .errors import PolicyError, Problem
from .yamldata import parse_yaml

_FOLDER = Path(__file__).parent / "data" / "basis"
_FIELDS = {
    "document": str,
    "clause": str,
    "text_zh": str,
    "text_en": str,
    "verified": bool,
    "source": str,
    "link": str,
}
_REQUIRED = ("document", "text_zh", "verified")


@dataclass(frozen=True, slots=True)
class Basis:
    """One source: the document's number or name, the clause, what it demands in Chinese and English.

    ``verified`` is true only where the original was read; ``source`` says where we have the wording from. ``link`` is
    the official page of the document, empty where we know none for certain: a wrong link is worse than none.
    """

    key: str
    document: str
    clause: str = ""
    text_zh: str = ""
    text_en: str = ""
    verified: bool = False
    source: str = ""
    link: str = ""

    @property
    def citation(self) -> Citation:
        """The same as a citation for findings and derivations."""
        return Citation(self.document, self.clause, self.verified, self.text_zh)

    def __str__(self) -> str:
        return self.text()

    def text(self, lang: str = "zh") -> str:
        """Document and clause, and whether the original was not checked; titles of documents are Chinese."""
        return self.citation.text(lang)


def basis(key: str) -> Basis:
    """The entry with that key, for example ``form.total``. ``KeyError`` names the nearest keys."""
    found = find_basis(key)
    if found is None:
        nearest = difflib.get_close_matches(key, basis_entries(), n=3, cutoff=0.4)
        raise KeyError(str(say.SOURCES_NEAR(key=key, near=tuple(nearest) or say.NONE_NEAR)))
    return found


def find_basis(key: str) -> Basis | None:
    """The entry with that key, or ``None``. Reads only the file that the key names."""
    file, _, entry = key.partition(".")
    path = _by_stem(_FOLDER).get(file)
    return _entries(path).get(entry) if path else None


@lru_cache(maxsize=1)
def basis_entries() -> Mapping[str, Basis]:
    """Every entry of every file by its key. ``PolicyError`` where a file is broken or two files carry one name."""
    return MappingProxyType({b.key: b for path in _by_stem(_FOLDER).values() for b in _entries(path).values()})


@lru_cache(maxsize=4)
def _by_stem(folder: Path) -> Mapping[str, Path]:
    files: dict[str, Path] = {}
    for path in sorted([*folder.rglob("*.yaml"), *folder.rglob("*.yml")]):
        if path.stem in files:
            problem = say.SAME_NAME(other=str(files[path.stem].relative_to(folder)))
            raise PolicyError([Problem(str(path.relative_to(folder)), "", problem, say.RENAME())])
        files[path.stem] = path
    return files


@lru_cache(maxsize=64)
def _entries(path: Path) -> Mapping[str, Basis]:
    data = parse_yaml(path.read_text(encoding="utf-8"), path.name)
    if not isinstance(data, dict):
        raise PolicyError([Problem(path.name, "", say.NO_ENTRIES(), say.WRITE_ENTRIES())])
    problems: list[Problem] = []
    entries = {str(name): _entry(path, str(name), body, problems) for name, body in data.items()}
    if problems:
        raise PolicyError(problems)
    return entries


def _entry(path: Path, name: str, body: Any, problems: list[Problem]) -> Basis:
    """One entry; what is wrong with it goes to ``problems``."""
    if not isinstance(body, dict):
        problems.append(Problem(path.name, name, say.ENTRY_EMPTY(), say.WRITE_OUT(fields=_REQUIRED)))
        return Basis(name, "")
    fields = {str(field): value for field, value in body.items() if field in _FIELDS}
    known = say.USE_ONLY(fields=tuple(_FIELDS))
    problems += [
        Problem(path.name, f"{name}.{field}", say.UNKNOWN_KEY(), known) for field in body if field not in _FIELDS
    ]
    problems += [
        Problem(path.name, f"{name}.{field}", say.MISSING(), say.ADD()) for field in _REQUIRED if field not in body
    ]
    for field, value in fields.items():
        if not isinstance(value, _FIELDS[field]):
            remedy = say.CHANGE_TO_FLAG() if _FIELDS[field] is bool else say.CHANGE_TO_TEXT()
            problems.append(Problem(path.name, f"{name}.{field}", say.FOUND(given=repr(value)), remedy))
    if not str(fields.get("link", "https://")).startswith("https://"):
        problems.append(Problem(path.name, f"{name}.link", say.NO_OFFICIAL_PAGE(), say.WRITE_LINK()))
    return Basis(f"{path.stem}.{name}", **{"document": "", **fields})
