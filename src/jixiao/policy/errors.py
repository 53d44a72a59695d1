"""What can be wrong with a data file: problems enter as collected values, one :class:`PolicyError` leaves."""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.model import Message, UnreadableError
from jixiao.model.classes import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in a data file: the file, where in it (the path of a key, or a line), what was found, what to do."""

    file: str
    key: Message | str
    problem: Message
    remedy: Message

    def text(self, lang: str = "zh") -> str:
        """The fault as one sentence in that language."""
        return UnreadableError(self.file, self.problem, self.remedy, self.key).text(lang)

    def __str__(self) -> str:
        return self.text()


class PolicyError(UnreadableError):
    """A policy that cannot be used. ``problems`` lists every fault of the file, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        super().__init__(first.file, first.problem, first.remedy, first.key)

    def text(self, lang: str = "zh") -> str:
        """Every fault in that language, one a line."""
        return "\n".join(problem.text(lang) for problem in self.problems)
