"""What a person wrote wrongly in a dossier: a validation error enters, every fault with its remedy leaves.

The library that validates speaks English and of types; a clerk needs the field, what stands there, what belongs there.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from . import messages as say
from .base import Filed, Unknown
from .document import UnreadableError
from .dossier import Dossier
from .message import Message
from .records import CLASSES
from .several import several
from .yamltext import wide_colons

_NOT_FIELDS = ("schema_", "doubts", "claims")
_KNOWN: tuple[type[Filed], ...] = (*CLASSES, Unknown)
_CLASSES: dict[int | str, type[BaseModel]] = {record.__name__: record for record in _KNOWN}


def mistake(
    error: ValidationError,
    kind: type[BaseModel],
    name: str,
    text: str = "",
    written: Callable[[tuple[int | str, ...]], tuple[int | str, ...]] = lambda path: path,
) -> UnreadableError:
    """Every fault of a file: its line and column where ``text`` is the file's YAML or JSON, its pointer, how to mend
    it.

    ``written`` turns the path of a fault into the path that the file itself has, where an older version was taken up.
    """
    root = _composed(text)
    told: dict[tuple[int | str, ...], tuple[tuple[int, int], UnreadableError]] = {}
    for fault in error.errors():
        path = written(_path(fault))
        if path not in told:  # of a value that may be of several sorts one fault is enough
            told[path] = _one(fault, kind, name, root, path)
    colons = [
        UnreadableError(name, problem, remedy, say.LINE_AND_COLUMN(line=line, column=column))
        for line, column, problem, remedy in wide_colons(text, _field_names())
    ]
    # the line that reads as a text is why fields are missing or out of place
    return several(colons or [one for _, one in sorted(told.values(), key=lambda known: known[0])])


def _one(
    fault: Any, kind: type[BaseModel], name: str, root: Any, path: tuple[int | str, ...]
) -> tuple[tuple[int, int], UnreadableError]:
    """A fault with its line and column, which are 0 where a file has none."""
    found = _found(root, path, of_name=fault["type"] == "extra_forbidden")
    pointer = f"/{'/'.join(str(part) for part in path)}"
    if found is None:
        return (0, 0), UnreadableError(name, *_told(fault, kind), pointer)
    line, column, raw = found
    place = say.LINE_AND_FIELD(line=line, column=column, pointer=pointer)
    return (line, column), UnreadableError(name, *_told(fault, kind, raw), place)


def _field_names() -> frozenset[str]:
    """The names of all fields that records have."""
    return frozenset(name for kind in _with_parts() for name in kind.model_fields)


def _with_parts() -> set[type[BaseModel]]:
    found: set[type[BaseModel]] = set()
    todo: list[type[BaseModel]] = [*_KNOWN, Dossier]
    while todo:
        kind = todo.pop()
        if kind not in found:
            found.add(kind)
            todo += [part for field in kind.model_fields.values() for part in _records(field.annotation)]
    return found


def _path(fault: Any) -> tuple[int | str, ...]:
    """Where the fault is, as the file has it: without the names of classes, which only choose among kinds."""
    path: tuple[int | str, ...] = fault["ctx"]["at"] if fault["type"] == "id" else fault["loc"]
    path = tuple(
        part for place, part in enumerate(path) if not (place == 2 and path[0] == "records" and part in _CLASSES)
    )
    return tuple("schema" if part == "schema_" else part for part in path)


def _told(fault: Any, kind: type[BaseModel], raw: str | None = None) -> tuple[Message, Message]:
    """What is wrong, and what to do. ``raw`` is the value as it is written: 9.50, where YAML makes 9.5 of it."""
    given, field = fault["input"], str(fault["loc"][-1]) if fault["loc"] else ""
    short = _short(given if raw is None or isinstance(given, str) else raw)
    match fault["type"]:
        case "kind":
            known = fault["ctx"]["known"]
            remedy = say.DID_YOU_MEAN(near=known[0]) if len(known) == 1 else say.ONLY_THESE(words=tuple(known))
            return say.FOUND(given=short), remedy
        case "id":
            return _id_fault(fault["ctx"])
        case "extra_forbidden":
            fields = _fields_at(kind, fault["loc"][:-1])
            return say.NO_SUCH_FIELD(field=field), _near(field, fields) or say.FIELDS_ARE(fields=tuple(fields))
        case "missing":
            return say.FIELD_MISSING(field=field), say.ADD_FIELD()
        case "literal_error":
            words = fault["ctx"]["expected"].replace("' or '", "', '").strip("'").split("', '")
            return say.FOUND(given=short), _near(str(given), words) or say.ONLY_THESE(words=tuple(words))
        case "string_type" if given is None:
            return say.NOTHING_HERE(), say.WRITE_BLANK()
        case "string_type" if not isinstance(given, (dict, list)):
            return say.NOT_QUOTED(given=short), say.QUOTE_IT(given=short)
        case "string_type":
            return say.SEVERAL(), say.ONE_TEXT()
        case "value_error" if given is None or isinstance(given, (dict, list)):
            return say.SEVERAL(), say.ONE_FIGURE()
        case "value_error" if isinstance(given, float):
            return say.FIGURE_NOT_QUOTED(given=short), say.QUOTE_FIGURE()
        case "int_parsing" | "int_from_float" | "int_type":
            return say.NOT_WHOLE(given=short), say.WRITE_WHOLE()
        case "tuple_type" | "list_type":
            return say.NO_LIST(), say.WRITE_LIST()
        case "model_type" | "dict_type":
            return say.NO_RECORD(), say.WRITE_RECORD()
    return say.DOES_NOT_FIT(given=short), say.SEE_SCHEMA()


def _id_fault(fault: Any) -> tuple[Message, Message]:
    """What is wrong with an id."""
    id_ = _short(fault["id"])
    match fault["fault"]:
        case "twice":
            return say.ID_TWICE(id=id_), say.ID_ONCE()
        case "number":
            return say.ID_NUMBER(id=id_), say.ID_WITH_WORDS()
        case "long":
            return say.ID_LONG(), say.ID_SHORTER()
        case "circle":
            return say.CIRCLE(id=id_), say.MEND_PARENT()
    return say.ID_MARKS(id=id_), say.LEAVE_OUT_MARKS()


def _near(wrong: str, known: Sequence[str]) -> Message | None:
    """The word that a slip was probably meant to be."""
    near = difflib.get_close_matches(wrong, known, n=1)
    return say.DID_YOU_MEAN(near=near[0]) if near else None


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 24 else text[:23] + "…"


def _fields_at(kind: type[BaseModel], path: Sequence[int | str]) -> list[str]:
    """The names of the fields of the record that a path leads to."""
    here = kind
    for part in path:
        if part in _CLASSES:
            here = _CLASSES[part]
            continue
        field = here.model_fields.get(str(part))
        inner = next(_records(field.annotation), None) if field is not None else None
        here = inner or here
    return [name for name in here.model_fields if name not in _NOT_FIELDS]


def _records(annotation: Any) -> Iterator[type[BaseModel]]:
    """The kinds of record inside a type such as ``tuple[Indicator, ...]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _records(inner)


def _composed(text: str) -> Any:
    """The nodes of a file with their places; ``None`` of plain data."""
    import yaml

    try:
        return yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)) if text else None
    except (yaml.YAMLError, RecursionError):
        return None


def _found(node: Any, path: Sequence[int | str], *, of_name: bool) -> tuple[int, int, str | None] | None:
    """Line and column, from 1, of what stands at ``path`` (``of_name``: of its name), or of the nearest thing around
    it, and its text where it is a single value.
    """
    import yaml

    mark = None
    for part in path:
        if isinstance(node, yaml.MappingNode):
            pair = next((p for p in node.value if p[0].value == str(part)), None)
            if pair is None:
                node = None
                break
            mark, node = pair[0].start_mark, pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            mark = node.start_mark
        else:
            node = None
            break
    if not of_name and isinstance(node, yaml.ScalarNode) and mark is not None and node.start_mark.line == mark.line:
        mark = node.start_mark
    raw = node.value if isinstance(node, yaml.ScalarNode) else None
    return None if mark is None else (mark.line + 1, mark.column + 1, raw)
