"""What a record says, as a layout asks for it: values at a path, and words that quote facts.

Records and paths enter, text leaves; nothing here knows rows or columns.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from ...model import Extra, Figure, Record
from ...model.pointer import resolve

NUMBER_OF_FORM = "表号"
"""The label of the extra text that is the number of the form."""
_QUOTED = re.compile(r"\{([^{}]*)\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d+)?")


def value_at(record: Any, path: str) -> Any:
    """What stands at a path of the record, ``None`` where it leads nowhere."""
    try:
        return resolve(record, path)
    except LookupError:
        return None


def is_there(record: Any, path: str) -> bool:
    """Whether a path leads to something printed. A star stands for any item of a list: ``/indicators/*/sign``."""
    before, star, after = path.partition("/*")
    if star:
        return any(is_there(item, after) for item in value_at(record, before) or ())
    found = value_at(record, path)
    return found not in (None, ()) or (found is None and doubt_at(record, path)[1] != "")


def doubt_at(record: Any, path: str) -> tuple[str, str]:
    """What stood at a doubtful field and why it was not taken, else two empty texts."""
    parent, _, field = path.rpartition("/")
    return _doubt(value_at(record, parent), field)


def _doubt(holder: Any, field: str) -> tuple[str, str]:
    doubt = holder.doubt(field) if isinstance(holder, Record) else None
    return (doubt.raw, str(doubt.reason)) if doubt else ("", "")


def text_at(record: Any, path: str) -> tuple[str, str]:
    """What is printed for a field, and the reason where it is doubtful."""
    parent, _, field = path.rpartition("/")
    return text_in(value_at(record, parent), field)


def text_in(holder: Any, field: str) -> tuple[str, str]:
    """The same for a field of a record, or an item of a list by its place."""
    value = value_at(holder, f"/{field}") if isinstance(holder, tuple) else getattr(holder, field, None)
    return _doubt(holder, field) if value is None else (str(value), "")


def is_plain(value: Any) -> bool:
    """Whether a value is a number as labels print one: 10, 22.5."""
    return isinstance(value, Figure) and _NUMBER.fullmatch(value.raw) is not None


def extra_at(record: Any, label: str) -> str:
    """The pointer of the first extra text with that label; "" where there is none."""
    found = next((i for i, item in enumerate(getattr(record, "extra", ())) if _is_called(item, label)), None)
    return "" if found is None else f"/extra/{found}/text"


def _is_called(item: Extra, label: str) -> bool:
    return "".join(item.label.split()) == "".join(label.split())


@lru_cache(maxsize=512)
def _paths(template: str) -> tuple[str, ...]:
    return tuple(path for path in _QUOTED.findall(template) if path)


def words(template: str, record: Any, word: str = "") -> str:
    """Printed words with quoted facts filled in, and ``{}`` by a ``word``; ``[…]`` vanishes where a fact in it is
    absent or blank, or no number where it is quoted as one (``{/funds/lines/0/weight#}``).
    """
    return told(template, record, word)[0]


def told(template: str, record: Any, word: str = "") -> tuple[str, tuple[str, ...]]:
    """The same, and the pointers of the facts that are quoted."""
    if "{" not in template:
        return template, ()
    quoted: list[str] = []

    def fill(text: str) -> str:
        quoted.extend(path.rstrip("#") for path in _paths(text))
        return _QUOTED.sub(lambda m: text_at(record, m[1].rstrip("#"))[0] if m[1] else word, text)

    def optional(match: re.Match[str]) -> str:
        return fill(match[1]) if all(_can_be_told(record, path) for path in _paths(match[1])) else ""

    shown = fill(_OPTIONAL.sub(optional, template))
    return shown, tuple(quoted)


def _can_be_told(record: Any, path: str) -> bool:
    return is_plain(value_at(record, path[:-1])) if path.endswith("#") else text_at(record, path)[0] != ""
