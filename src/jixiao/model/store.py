"""Dossiers on disk: one JSON or YAML file, or a folder that a person can edit and keep in git.

A folder holds ``dossier.yaml`` (unit, year, place, aliases) and ``records/*.yaml``, read in the order of their file
names; a folder of version 1 (``evaluations``, ``base-data``, ``reports``) is taken up when it is read. Figures are
written in quotes, because ``9.50`` is not ``9.5``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from . import messages as say
from .base import Filed, Record
from .document import UnreadableError
from .dossier import SCHEMA, Dossier
from .mistakes import mistake
from .records import class_of
from .records.report import Report
from .several import several
from .template import Words, template_text
from .upgrade import FIRST, path_in_first, record_of_first, upgraded
from .whole import whole
from .yamltext import parsed

_R = TypeVar("_R", bound=Record)

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]')  # in names of files, on one system or another

_FOLDER = "records"
_FIRST = {"evaluations": "evaluations", "base_data": "base-data", "reports": "reports"}
"""The lists of version 1 and their folders."""
_NAME = 60
"""Characters of an id in the name of a file: names have an end on every system."""


def to_json(record: Record) -> dict[str, Any]:
    """Plain data: absent fields left out, figures as strings, ``schema`` first."""
    data = record.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    if isinstance(record, Dossier):
        data.pop("schema_", None)
        data = {"schema": SCHEMA, **data}
    return data


def from_json(data: Any, name: str = "dossier") -> Dossier:
    """A dossier from plain data. ``UnreadableError`` names the field that does not fit."""
    return _dossier(data, name)


def load(path: Path) -> Dossier:
    """A dossier from a folder, a ``.yaml``/``.yml`` or a ``.json`` file. ``UnreadableError`` names file, field and
    remedy.
    """
    if path.is_dir():
        return _load_folder(path)
    text = _text(path)
    return _dossier(_parsed(path, text), path.name, text)


def is_dossier(path: Path) -> bool:
    """Whether the path is something :func:`load` reads, by its name."""
    if path.is_dir():
        return (path / "dossier.yaml").is_file()
    return path.suffix.lower() in {".yaml", ".yml", ".json"}


def save(dossier: Dossier, path: Path, words: Words | None = None) -> list[Path]:
    """Write the dossier: a ``.json`` or ``.yaml`` file, or a folder; gives the files written. Claims stay out: they
    follow from the text. With ``words`` the YAML is one to fill in: every field, with what is to be said about it.

    ``FileExistsError`` where a file is already there: nothing is ever overwritten, and nothing is left half written.
    """
    bare = dossier.mapped(Report, lambda report: report.model_copy(update={"claims": ()}))
    suffix = path.suffix.lower()
    if suffix == ".json":
        files = {path: json.dumps(to_json(bare), ensure_ascii=False, indent=2) + "\n"}
    elif suffix in {".yaml", ".yml"}:
        files = {path: _yaml(bare, words)}
    else:
        files = {}
        for number, item in enumerate(bare.records, start=1):
            name = _FORBIDDEN.sub("", item.id)[:_NAME]
            files[path / _FOLDER / f"{number:02d}-{name}.yaml"] = _yaml(item, words)
        files[path / "dossier.yaml"] = _yaml(bare, words, without=("records",))
    with whole(list(files)) as parts:
        for file, text in files.items():
            parts[file].write_text(text, encoding="utf-8")
    return list(files)


def _yaml(record: Record, words: Words | None, without: tuple[str, ...] = ()) -> str:
    if words is None:
        return yaml_text({name: value for name, value in to_json(record).items() if name not in without})
    return template_text(record, words, yaml_text, without)


def yaml_text(data: Any) -> str:
    """YAML that a person can edit: long texts as blocks, Chinese as Chinese, order kept."""
    import yaml

    class Dumper(yaml.SafeDumper):
        pass

    def text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
        style = "|" if "\n" in value and not any(line != line.rstrip() for line in value.split("\n")) else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)

    Dumper.add_representer(str, text)
    result: str = yaml.dump(data, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=120)
    return result


def _load_folder(path: Path) -> Dossier:
    head = path / "dossier.yaml"
    if not head.is_file():
        raise UnreadableError(str(path), say.NO_DOSSIER_FILE(), say.START_ONE())
    text = _text(head)
    data = _parsed(head, text)
    data = {} if data is None else data
    if isinstance(data, dict):
        old = any(_files(path / folder) for folder in _FIRST.values()) and not _files(path / _FOLDER)
        if data.get("schema") == FIRST or old:
            data = upgraded(_first(path, data))
        else:
            data["records"] = _parts(_files(path / _FOLDER))
    return _validated(Dossier, data, head.name, text)


def _first(path: Path, head: dict[str, Any]) -> dict[str, Any]:
    """A folder of version 1 as one dossier of version 1, each part proven by itself: a fault names its file."""
    data = dict(head)
    for name, folder in _FIRST.items():
        data[name] = []
        for file in _files(path / folder):
            text = _text(file)
            part = _parsed(file, text, f"{folder}/{file.name}")
            _validated(
                _class_of(record_of_first(part, name)), record_of_first(part, name), f"{folder}/{file.name}", text
            )
            data[name].append(part)
    return data


def _files(folder: Path) -> list[Path]:
    """The parts of one kind in the order of their names, also where an editor wrote ``.yml``."""
    return sorted(file for file in folder.glob("*") if file.suffix.lower() in {".yaml", ".yml"})


def _parts(files: Iterable[Path]) -> list[Filed]:
    """The records of all files; the faults of all files are told together."""
    records: list[Filed] = []
    faults: list[UnreadableError] = []
    for file in files:
        try:
            records.append(_part(file, file.parent.name))
        except UnreadableError as error:
            faults.append(error)
    if faults:
        raise several(faults)
    return records


def _part(file: Path, folder: str) -> Filed:
    text = _text(file)
    name = f"{folder}/{file.name}"
    data = _parsed(file, text, name)
    return _validated(_class_of(data), data, name, text)


def _class_of(data: Any) -> type[Filed]:
    """The class that plain data of a record are proven by."""
    kind = data.get("kind") if isinstance(data, dict) else None
    return class_of(kind if isinstance(kind, str) else "")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UnreadableError(path.name, say.NOT_OPENED(), say.CHECK_PATH()) from error
    except UnicodeDecodeError as error:
        raise UnreadableError(path.name, say.NOT_UTF8(), say.SAVE_AS_UTF8()) from error


def _parsed(path: Path, text: str, name: str = "") -> Any:
    name = name or path.name
    try:
        if path.suffix.lower() == ".json":
            return json.loads(text)
        return parsed(name, text)
    except json.JSONDecodeError as error:
        place = say.LINE_AND_COLUMN(line=error.lineno, column=error.colno)
        raise UnreadableError(name, say.NOT_JSON(), say.MEND_PLACE(), place) from error
    except (ValueError, RecursionError) as error:
        raise UnreadableError(name, say.NOT_PARSED(), say.LOOK_INTO_FILE()) from error


def _dossier(data: Any, name: str, text: str = "") -> Dossier:
    """A dossier of any version. A fault is told where the file itself has it."""
    try:
        return Dossier.model_validate(upgraded(data))
    except ValidationError as error:
        raise mistake(error, Dossier, name, text, partial(path_in_first, data=data)) from error


def _validated(kind: type[_R], data: Any, name: str, text: str = "") -> _R:
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        raise mistake(error, kind, name, text) from error
