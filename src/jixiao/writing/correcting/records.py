"""What correcting gives back: changes, questions, and the corrected dossier. Plain frozen data."""

from __future__ import annotations

from jixiao.model.classes import dataclass

from ...model import Dossier, Message


@dataclass(frozen=True, slots=True)
class Change:
    """One figure replaced: its pointer, what stood there, what stands there now, and how that follows."""

    at: str
    before: str
    after: str
    why: Message


@dataclass(frozen=True, slots=True)
class Question:
    """What only a person can decide. ``competing`` where stated figures differ at ``at`` and ``related``."""

    at: str
    text: Message
    related: tuple[str, ...] = ()
    competing: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """The corrected dossier, every change in it, and the questions that stay open."""

    dossier: Dossier
    changes: tuple[Change, ...]
    open: tuple[Question, ...]
