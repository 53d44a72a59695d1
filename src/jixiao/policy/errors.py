"""What can be wrong with a data file: problems enter as collected values, one :class:`PolicyError` leaves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jixiao.model import UnreadableError


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in a data file: the file, the path of the key inside it, what was found, what to do. In Chinese."""

    file: str
    key: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}{'，' + self.key if self.key else ''}：{self.problem}。{self.remedy}"


class PolicyError(UnreadableError):
    """A policy that cannot be used. ``problems`` lists every fault of the file, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        super().__init__(first.file, first.problem, first.remedy, first.key)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)
