"""The words around results: Chinese or English, and what to print of a text that a console cannot show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from jixiao.model.pointer import resolve
from jixiao.values.pattern import lazy

from .languages import can_show

if TYPE_CHECKING:
    from jixiao.model import Case, Dossier, Evaluation, Filed, Message, Position, Unplaced

_CHINESE = lazy(r"[\u3400-\u9fff]")


def has_chinese(text: str) -> bool:
    """Whether any Chinese character stands in the text."""
    return bool(_CHINESE.search(text))


def source(lang: str, basis: Message | None) -> str:
    """Where a rule stands. Titles of documents are Chinese: left out where the console cannot show them."""
    text = basis.text(lang) if basis else ""
    return text if can_show(text) else ""


def place(position: Position, names: Mapping[str, str], lang: str) -> str:
    """A place for a person; of several files that were given together it names the one."""
    told = position.describe(lang)
    name = names.get(position.file, position.file)
    if told == position.file:
        return name
    return f"{name} {told}" if len(names) > 1 else told


def unplaced_because(item: Unplaced, case: Case, lang: str) -> str:
    """Where something stands that was not placed, and why."""
    from jixiao.forms.whereabouts import counted

    return f"{place(counted(case, item.position), case.names, lang)}{colon(lang)}{item.reason.text(lang)}"


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
