"""The words around results: Chinese or English, and what to print of a text that a console cannot show."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jixiao.model import BaseData, Evaluation, Message, Position, Report, Term, Unplaced
from jixiao.model.message import WORDS

from .english import english, has_chinese, knows
from .options import can_show


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


def place(position: Position, files: Sequence[Path], lang: str) -> str:
    """A place for a person; of several files that were given together it names the one."""
    told = position.describe(lang)
    return f"{position.file} {told}" if len(files) > 1 and told != position.file else told


def unplaced_because(item: Unplaced, files: Sequence[Path], lang: str) -> str:
    """Where something stands that was not placed, and why."""
    return f"{place(item.position, files, lang)}{colon(lang)}{reason(lang, item.reason)}"


def name_of(evaluation: Evaluation, number: int) -> str:
    """What an evaluation is called; its kind and number where the console cannot show the name."""
    name = evaluation.name or evaluation.title or evaluation.id
    return name if can_show(name) or not has_chinese(name) else f"{evaluation.kind} {number + 1}"


def title_of(item: Report | BaseData | Evaluation, number: int) -> str:
    """The heading of a report or table; what it is in English where the console cannot show it."""
    name = getattr(item, "name", "")
    title = " ".join(p for p in (getattr(item, "annex", ""), item.title or item.id, f"· {name}" if name else "") if p)
    if can_show(title):
        return title
    match item:
        case Evaluation():
            return f"evaluation {number + 1} ({item.kind})"
        case Report():
            return f"report {number + 1} ({item.kind})"
        case BaseData():
            return f"base data {number + 1}"


def colon(lang: str) -> str:
    """What stands between a label and its text."""
    return "：" if lang == "zh" else ": "
