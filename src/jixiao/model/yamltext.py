"""YAML that people write: a text enters, plain data leave, or every slip that can be told with line and column.

What YAML takes in silence and a person did not mean is refused, too: a field that stands twice.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from . import messages as say
from .document import UnreadableError
from .message import Message
from .several import several

Slip = tuple[int, int, Message, Message]
"""Line and column, both from 1, what is wrong, what to do."""

_WIDE_COLON = re.compile(r"^( *(?:- +)?)([A-Za-z_][\w-]*)(：)")
_TAB = re.compile(r"^ *(\t)")
_NO_BLANK = re.compile(r"^ *(?:- +)?([A-Za-z_][\w-]*)(:)[^\s:/]")
_NO_BLANK_DASH = re.compile(r"^ *(-)[A-Za-z_][\w-]*:")
_SPECIAL = frozenset("@`%&*!|>{}[]")


def parsed(name: str, text: str) -> Any:
    """The data of a text. ``UnreadableError`` names every slip that was found."""
    import yaml

    loader = _loader()(text)
    try:
        data = loader.get_single_data()
    except yaml.YAMLError as error:
        raise several([_unreadable(name, slip) for slip in _slips(text, error)]) from error
    finally:
        loader.dispose()
    if loader.twice:
        raise several([_unreadable(name, slip) for slip in loader.twice])
    return data


def wide_colons(text: str, known: Collection[str]) -> Iterator[Slip]:
    """Fields written with the Chinese colon: YAML reads the line as a text then, and says nothing. Only names of fields
    count: in a paragraph such a colon is right.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        match = _WIDE_COLON.match(line)
        if match and match[2] in known:
            yield number, match.start(3) + 1, say.WIDE_COLON(field=match[2]), say.NARROW_COLON(field=match[2])


def _unreadable(name: str, slip: Slip) -> UnreadableError:
    line, column, problem, remedy = slip
    return UnreadableError(name, problem, remedy, say.LINE_AND_COLUMN(line=line, column=column))


def _loader() -> Any:
    """The safe loader, in C where it is there: a dossier is read ten times as fast. It counts fields that stand twice;
    a date that no calendar has stays the text that it is.
    """
    import yaml

    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Loader(base):  # type: ignore[misc]
        def __init__(self, text: str) -> None:
            super().__init__(text)
            self.twice: list[Slip] = []

        def construct_mapping(self, node: Any, deep: bool = False) -> Any:
            first: dict[str, int] = {}
            for key, _ in node.value:
                line = key.start_mark.line + 1
                if key.value in first and isinstance(key.value, str):
                    told = say.TWICE(field=key.value, line=first[key.value])
                    self.twice.append((line, key.start_mark.column + 1, told, say.KEEP_ONE()))
                elif isinstance(key.value, str):
                    first[key.value] = line
            return super().construct_mapping(node, deep)

        def construct_yaml_timestamp(self, node: Any) -> Any:
            try:
                return super().construct_yaml_timestamp(node)
            except ValueError:
                return node.value

    Loader.add_constructor("tag:yaml.org,2002:timestamp", Loader.construct_yaml_timestamp)
    return Loader


# --- what is no YAML ---


def _slips(text: str, error: Any) -> list[Slip]:
    """What is wrong with a text that is no YAML: each line that shows why by itself, else where the reader stopped."""
    lines = text.split("\n")
    mark, opened = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if mark is None:
        return [_unprintable(text) or (1, 1, say.NOT_YAML(), say.MEND_YAML())]
    told = str(getattr(error, "problem", ""))
    stop = min(mark.line, len(lines) - 1)
    tabs = [
        (n, m.start(1) + 1, say.TAB(), say.USE_BLANKS()) for n, line in enumerate(lines, 1) if (m := _TAB.match(line))
    ]
    colons = [
        (n, m.start(3) + 1, say.WIDE_COLON(field=m[2]), say.NARROW_COLON(field=m[2]))
        for n, line in enumerate(lines[: stop + 1], 1)
        if (m := _WIDE_COLON.match(line))
    ]
    if tabs:
        return sorted([*tabs, *colons], key=lambda slip: slip[:2])
    if opened is not None and "quoted scalar" in str(getattr(error, "context", "")):
        return [(opened.line + 1, opened.column + 1, say.QUOTE_OPEN(), say.CLOSE_QUOTE())]
    if quote := _quote_left(lines[: stop + 1]):
        return [quote]
    if colons:
        return colons
    if glued := [slip for number in (stop, stop + 1) if number > 0 and (slip := _glued(lines[number - 1], number))]:
        return glued[-1:]
    if opened is not None and "flow" in str(getattr(error, "context", "")):
        return [(opened.line + 1, opened.column + 1, say.BRACKET_OPEN(), say.CLOSE_BRACKET())]
    return [_at_stop(lines, stop, mark.column, told)]


def _at_stop(lines: Sequence[str], stop: int, column: int, told: str) -> Slip:
    """What is told where the reader stopped and no line shows why."""
    line = lines[stop]
    if "mapping values" in told:
        if line[:column].count(":") or ": " in line[:column]:
            return stop + 1, column + 1, say.SECOND_COLON(), say.QUOTE_TEXT()
        return stop + 1, len(line) - len(line.lstrip()) + 1, say.INDENT(), say.LIKE_ABOVE()
    if "cannot start any token" in told or (line[column : column + 1] and line[column] in _SPECIAL):
        return stop + 1, column + 1, say.SPECIAL(sign=line[column : column + 1]), say.QUOTE_TEXT()
    if "expected ':'" in told or "expected key" in told or "block end" in told or "block mapping" in told:
        start = next((n for n in range(stop, -1, -1) if lines[n].strip()), stop)
        here = lines[start]
        if ":" not in here and not here.lstrip().startswith("-"):
            return start + 1, len(here) - len(here.lstrip()) + 1, say.NO_RECORD(), say.WRITE_RECORD()
        return stop + 1, column + 1, say.INDENT(), say.LIKE_ABOVE()
    return stop + 1, column + 1, say.NOT_YAML(), say.MEND_YAML()


def _quote_left(lines: Sequence[str]) -> Slip | None:
    """The last value before the stop whose quote does not close on its line while the next line begins a field."""
    for number, line in enumerate(lines, start=1):
        match = re.match(r"^ *(?:- +)?(?:[\w-]+: +)?(['\"])(.*)$", line)
        if match is None:
            continue
        quote, rest = match[1], match[2]
        bare = re.sub(r"\\.", "", rest) if quote == '"' else rest.replace("''", "")
        following = lines[number] if number < len(lines) else ""
        if quote not in bare and re.match(r"^ *(?:- +)?[A-Za-z_][\w-]*:( |$)", following):
            return number, match.start(1) + 1, say.QUOTE_OPEN(), say.CLOSE_QUOTE()
    return None


def _glued(line: str, number: int) -> Slip | None:
    """A field without the blank behind its colon, or an item without that behind its dash."""
    if match := _NO_BLANK.match(line):
        return number, match.start(2) + 1, say.NO_BLANK(sign=":"), say.ADD_BLANK()
    if match := _NO_BLANK_DASH.match(line):
        return number, match.start(1) + 1, say.NO_BLANK(sign="-"), say.ADD_BLANK()
    return None


def _unprintable(text: str) -> Slip | None:
    """A control character, which no YAML may hold."""
    for number, line in enumerate(text.split("\n"), start=1):
        for column, sign in enumerate(line, start=1):
            if ord(sign) < 32 and sign not in "\t\r":
                return number, column, say.CONTROL(), say.DELETE_IT()
    return None
