"""The words around results: Chinese or English, and what to print of a text that a console cannot show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from jixiao.model import Message, Term
from jixiao.model.message import WORDS
from jixiao.model.pointer import resolve

from .english import english, has_chinese, knows
from .languages import can_show

if TYPE_CHECKING:
    from jixiao.model import Dossier, Evaluation, Filed, Position, Unplaced


def told(lang: str, said: Message | Term | str | None) -> str:
    """What the rooms below say, in the language asked for; a bare sentence in English where it is known."""
    if isinstance(said, Message) and said.key == WORDS.key:
        said = str(said)
    if isinstance(said, (Message, Term)):
        return said.text(lang)
    return said or "" if lang == "zh" else english(said or "")


def reason(lang: str, why: Message | str | None, name: str = "") -> str:
    """Why something was not decided: in English the name of the rule first, and a word where only Chinese is there."""
    if lang == "zh":
        return told(lang, why)
    named = f"{name}: " if name else ""
    if isinstance(why, Message) or knows(why or ""):
        return named + told(lang, why)
    return f"{named}the reason is given in Chinese" + (f": {why}" if can_show(str(why)) else "")


def source(lang: str, basis: str) -> str:
    """Where a rule stands. Titles of documents are Chinese: left out where the console cannot show them."""
    text = told(lang, basis)
    return text if can_show(text) else ""


def place(position: Position, names: Mapping[str, str], lang: str) -> str:
    """A place for a person; of several files that were given together it names the one."""
    told = position.describe(lang)
    name = names.get(position.file, position.file)
    if told == position.file:
        return name
    return f"{name} {told}" if len(names) > 1 else told


def unplaced_because(item: Unplaced, names: Mapping[str, str], lang: str) -> str:
    """Where something stands that was not placed, and why."""
    return f"{place(item.position, names, lang)}{colon(lang)}{reason(lang, item.reason)}"


def name_of(dossier: Dossier, at: str) -> str:
    """What an evaluation is called; its scope and number where the console cannot show the name."""
    evaluation: Evaluation = resolve(dossier, at)
    name = evaluation.name or evaluation.title or evaluation.id
    return name if can_show(name) or not has_chinese(name) else f"{evaluation.scope} {_number(dossier, at)}"


def _number(dossier: Dossier, at: str) -> int:
    """Which one of its class a record is, from 1."""
    return 1 + [place for place, _ in dossier.each(type(resolve(dossier, at)))].index(at)


def title_of(dossier: Dossier, at: str) -> str:
    """The heading of a record; what it is in English where the console cannot show it."""
    from jixiao.model import BaseData, Evaluation, Report

    item: Filed = resolve(dossier, at)
    number = _number(dossier, at)
    name = getattr(item, "name", "")
    title = " ".join(p for p in (getattr(item, "annex", ""), item.title or item.id, f"· {name}" if name else "") if p)
    if can_show(title):
        return title
    match item:
        case Evaluation():
            return f"evaluation {number} ({item.scope})"
        case Report():
            return f"report {number} ({item.scope})"
        case BaseData():
            return f"base data {number}"
    return f"{item.kind} {number}"


def colon(lang: str) -> str:
    """What stands between a label and its text."""
    return "：" if lang == "zh" else ": "
