"""Several faults told together: a person mends a file once, not fault by fault."""

from __future__ import annotations

from collections.abc import Sequence

from . import messages as say
from .document import UnreadableError

_MOST = 20


class MistakesError(UnreadableError):
    """A dossier with several faults. ``problems`` has each; as one fault it is the first, and how many more there
    are.
    """

    def __init__(self, problems: Sequence[UnreadableError]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        more = say.AND_MORE(problem=first.problem, count=len(problems) - 1)
        super().__init__(first.file, more, first.remedy, first.place)

    def text(self, lang: str = "zh") -> str:
        """Every fault in that language, one a line; of very many the first twenty."""
        told = [problem.text(lang) for problem in self.problems[:_MOST]]
        rest = len(self.problems) - _MOST
        return "\n".join([*told, say.MORE_FAULTS(count=rest).text(lang)] if rest > 0 else told)


def several(problems: Sequence[UnreadableError]) -> UnreadableError:
    """One error for one or more."""
    flat = [one for error in problems for one in (error.problems if isinstance(error, MistakesError) else (error,))]
    return flat[0] if len(flat) == 1 else MistakesError(flat)
