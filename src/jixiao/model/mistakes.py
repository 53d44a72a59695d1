"""What a person wrote wrongly in a dossier: a validation error enters, one fault with its remedy leaves, in Chinese.

The library that validates speaks English and of types; a clerk needs the field, what stands there, what belongs there.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from .base import Filed, Unknown
from .document import UnreadableError
from .records import CLASSES

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
    """The first fault of a file: its line where ``text`` is the file's YAML or JSON, its pointer, how to mend it.

    ``written`` turns the path of a fault into the path that the file itself has, where an older version was taken up.
    """
    faults = error.errors()
    first = faults[0]
    path = written(_path(first))
    problem, remedy = _told(first, kind)
    more = f"；另有 {len(faults) - 1} 处" if len(faults) > 1 else ""
    line = _line(text, path)
    place = f"第{line}行 " if line else ""
    return UnreadableError(name, problem + more, remedy, f"{place}/{'/'.join(str(part) for part in path)}")


def _path(fault: Any) -> tuple[int | str, ...]:
    """Where the fault is, as the file has it: without the names of classes, which only choose among kinds."""
    path: tuple[int | str, ...] = fault["ctx"]["at"] if fault["type"] == "id" else fault["loc"]
    path = tuple(
        part for place, part in enumerate(path) if not (place == 2 and path[0] == "records" and part in _CLASSES)
    )
    return tuple("schema" if part == "schema_" else part for part in path)


def _told(fault: Any, kind: type[BaseModel]) -> tuple[str, str]:
    """What is wrong, and what to do."""
    given, field = fault["input"], str(fault["loc"][-1]) if fault["loc"] else ""
    match fault["type"]:
        case "kind":
            known = fault["ctx"]["known"]
            return f"写成了“{_short(given)}”", f"是不是 {known[0]}？" if len(
                known
            ) == 1 else f"只能写：{'、'.join(known)}"
        case "id":
            return _id_fault(fault["ctx"])
        case "extra_forbidden":
            return f"没有字段“{field}”", _near(field, _fields_at(kind, fault["loc"][:-1]), "可用的字段：")
        case "missing":
            return f"缺少字段“{field}”", "请补上这个字段"
        case "literal_error":
            allowed = fault["ctx"]["expected"].replace("' or '", "', '").strip("'").split("', '")
            return f"写成了“{_short(given)}”", _near(str(given), allowed, "只能写：")
        case "string_type" if given is None:
            return "这里空着", '留空请写 ""'
        case "string_type" if not isinstance(given, (dict, list)):
            return f"写成了 {_short(given)}，没有加引号", f'请加引号：写成 "{_short(given)}"'
        case "string_type":
            return "写成了清单或多个字段", "这里只能写一段文字；含冒号、# 或以 - 开头的文字请加引号"
        case "value_error" if given is None or isinstance(given, (dict, list)):
            return "写成了清单或多个字段", '这里只能写一个数，加引号，例如 "9.50"'
        case "value_error" if isinstance(given, float):
            return f"数字 {_short(given)} 没有加引号", '请加引号，按原样写小数位，例如 "9.50"'
        case "int_parsing" | "int_from_float" | "int_type":
            return f"写成了“{_short(given)}”，不是整数", "请写整数，例如 2025"
        case "tuple_type" | "list_type":
            return "不是清单", "每项另起一行，以“- ”开头；没有就写 []"
        case "model_type" | "dict_type":
            return "不是“字段: 内容”的写法", "每个字段一行，写成“字段: 内容”，冒号后空一格"
    return f"写成了“{_short(given)}”，不合要求", "请按 docs/schema 里这个字段的说明改正"


def _id_fault(fault: Any) -> tuple[str, str]:
    """What is wrong with an id."""
    match fault["fault"]:
        case "twice":
            return f"id “{_short(fault['id'])}”在同一清单里出现两次", "每项的 id 只能用一次；删去其中一个，程序会另起"
        case "number":
            return f"id “{_short(fault['id'])}”只有数字，会被当成序号", "请加上文字，或删去，由程序另起"
        case "long":
            return "id 太长", "请缩短到 120 个字符以内，或删去，由程序另起"
        case "circle":
            return f"“{_short(fault['id'])}”绕回来成了自己的下级", "请改正 parent，上下级不能成环"
    return f"id “{_short(fault['id'])}”里有换行或制表符", "请去掉这些符号"


def _near(wrong: str, known: Sequence[str], otherwise: str) -> str:
    near = difflib.get_close_matches(wrong, known, n=1)
    return f"是不是 {near[0]}？" if near else otherwise + "、".join(known)


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


def _line(text: str, path: Sequence[int | str]) -> int | None:
    """The line, from 1, on which the field at ``path`` stands."""
    import yaml

    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return None
    line = None
    for part in path:
        if isinstance(node, yaml.MappingNode):
            pair = next((p for p in node.value if p[0].value == str(part)), None)
            if pair is None:
                return line
            line, node = pair[0].start_mark.line + 1, pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            line = node.start_mark.line + 1
        else:
            return line
    return line
