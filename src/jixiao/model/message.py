"""What the program says: a key with typed values. Chinese and English stand together, once, beside who says it.

A :class:`Phrase` is declared in the ``messages`` module of its package and called with its values; a :class:`Message`
leaves. Text is made at the edge, in the language asked for: nothing below formats a sentence, and nothing takes one
apart. What people wrote goes through untouched.

>>> BLANK = Phrase("scoring.blank", "{field}空白", "{field} is blank")
>>> str(BLANK(field=Term("得分", "score")))
'得分空白'
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from string import Formatter
from typing import TYPE_CHECKING, Any

from .classes import dataclass

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

LANGUAGES = ("zh", "en")
_PHRASES: dict[str, Phrase] = {}
_JOINED = {"zh": "、", "en": ", "}


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the field in both languages, as a value of a message: the name of a field, a kind of money."""

    zh: str
    en: str

    def text(self, lang: str = "zh") -> str:
        """The word in that language."""
        return self.zh if lang == "zh" else self.en

    def __str__(self) -> str:
        return self.zh


class Phrase:
    """A sentence with places for values, in both languages.

    ``key`` begins with the package that says it: ``scoring.no-weight`` is declared in ``jixiao.scoring.messages``.
    Both templates name the same values (a test walks all). A key is declared once; ``ValueError`` otherwise.
    """

    __slots__ = ("_bare", "_names", "en", "key", "zh")

    def __init__(self, key: str, zh: str, en: str) -> None:
        known = _PHRASES.setdefault(key, self)
        self.key, self.zh, self.en = key, zh, en
        if known is not self and (known.zh, known.en) != (zh, en):
            raise ValueError(f"two phrases are called {key}")
        self._bare = Message(key)
        self._names: dict[str, frozenset[str]] = {}

    def __call__(self, **values: Any) -> Message:
        # most sentences of a table have no values: thousands of rows share one
        return Message(self.key, tuple(values.items())) if values else self._bare

    def __repr__(self) -> str:
        return f"Phrase({self.key!r})"

    def template(self, lang: str) -> str:
        """The sentence with its places, in that language."""
        return self.zh if lang == "zh" else self.en

    def names(self, lang: str = "zh") -> frozenset[str]:
        """The values it takes."""
        known = self._names.get(lang)  # asked for every finding
        if known is None:
            parsed = Formatter().parse(self.template(lang))
            known = frozenset(name.split(".")[0].split("[")[0] for _, name, _, _ in parsed if name)
            self._names[lang] = known
        return known


@dataclass(frozen=True, slots=True)
class Message:
    """What is said, before it is put into words: the key of a phrase and its values, in order.

    A value is a figure, a number, a :class:`Term`, another message, a tuple of these, or the words of a person (a
    plain string, printed as it is).
    """

    key: str
    values: tuple[tuple[str, Any], ...] = ()

    def text(self, lang: str = "zh") -> str:
        """The sentence in that language."""
        phrase = phrase_of(self.key)
        if phrase is None:
            # written by a newer version: what it said is lost, that it said something is not
            return f"{self.key} " + "；".join(f"{name}: {shown(value, lang)}" for name, value in self.values)
        return phrase.template(lang).format_map({name: shown(value, lang) for name, value in self.values})

    def __str__(self) -> str:
        return self.text()

    def __getitem__(self, name: str) -> Any:
        """One of its values; ``KeyError`` where it has none of that name."""
        return dict(self.values)[name]

    def as_json(self) -> dict[str, Any]:
        """Key, values and both texts, for whoever reads without this program."""
        return {**self.as_data(), "zh": self.text("zh"), "en": self.text("en")}

    def as_data(self) -> dict[str, Any]:
        """Key and values alone, as they are kept in a dossier."""
        return {"key": self.key, **({"values": {n: _plain(v) for n, v in self.values}} if self.values else {})}

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(
            message_from, serialization=core_schema.plain_serializer_function_ser_schema(Message._kept)
        )

    def _kept(self) -> Any:
        return self["text"] if self.key == WORDS.key else self.as_data()

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {
            "title": "Message",
            "description": "说明：一句话，或者键与值（key、values）。A sentence, or a key with its values.",
            "anyOf": [
                {"type": "string"},
                {
                    "type": "object",
                    "properties": {"key": {"type": "string"}, "values": {"type": "object"}},
                    "required": ["key"],
                },
            ],
        }


def words(text: str) -> Message:
    """A person's own sentence, or one from a file of an older version, as a message: printed as it is."""
    return WORDS(text=text)


def message_from(data: Any) -> Message:
    """A message from what a dossier keeps: ``{key, values}`` or a sentence. ``ValueError`` where it is neither."""
    if isinstance(data, Message):
        return data
    if isinstance(data, str):
        return words(data)
    if isinstance(data, Mapping) and isinstance(data.get("key"), str):
        values = data.get("values") or {}
        if isinstance(values, Mapping):
            return Message(data["key"], tuple((str(name), _value(value)) for name, value in values.items()))
    raise ValueError("说明应是一句话，或 key 与 values / a sentence, or key and values")


def _value(data: Any) -> Any:
    if isinstance(data, Mapping) and "key" in data:
        return message_from(data)
    if isinstance(data, Mapping) and {"zh", "en"} <= data.keys():
        return Term(str(data["zh"]), str(data["en"]))
    return tuple(map(_value, data)) if isinstance(data, list) else data


def _plain(value: Any) -> Any:
    """A value as JSON has it: numbers as text, so that no digit is lost."""
    match value:
        case Message():
            return value.as_data()
        case Term():
            return {"zh": value.zh, "en": value.en}
        case tuple() | list():
            return [_plain(v) for v in value]
        case bool() | int() | None:
            return value
    return shown(value)


def shown(value: Any, lang: str = "zh") -> str:
    """A value as a message prints it: figures as on paper, decimals without an exponent, lists with 、 between."""
    match value:
        case str():
            return value
        case Message() | Term():
            return value.text(lang)
        case Decimal():
            return f"{value:f}"
        case None:
            return "—"
        case tuple() | list():
            return _JOINED[lang].join(shown(v, lang) for v in value)
    return str(value)


def phrase_of(key: str) -> Phrase | None:
    """The phrase of that key; its package's ``messages`` are looked into where they are not loaded yet.

    Where such a module has a function ``declare``, that is asked to load whatever declares the key.
    """
    found = _PHRASES.get(key)
    if found is None:
        package = key.partition(".")[0]
        try:
            messages = importlib.import_module(f"{__name__.partition('.')[0]}.{package}.messages")
        except ModuleNotFoundError:
            return None
        if key not in _PHRASES and (declare := getattr(messages, "declare", None)):
            declare(key)
        found = _PHRASES.get(key)
    return found


def phrases() -> Iterator[Phrase]:
    """All phrases declared by what is loaded."""
    yield from tuple(_PHRASES.values())


WORDS = Phrase("model.words", "{text}", "{text}")
"""Somebody's own words."""
