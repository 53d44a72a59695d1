"""A paragraph cut into sentences and clauses, without losing the place of a character.

A text enters; a :class:`Passage` answers where the sentence and the clause around a character begin and end.
"""

from __future__ import annotations

from bisect import bisect_right

from ...values.pattern import lazy
from .tokens import Token

_SENTENCE = lazy(r"[。；;！？!?\n]|\.(?=\s|$)")
_CLAUSE = lazy(
    # brackets around one or two characters belong to the word: 出国（境）费, 维修（护）费, 台（套）
    r"[，：:\n。；;！？!?=＝×÷/]|[（(](?![^（）()0-9]{1,2}[）)])|(?<![（(][^（）()0-9])(?<![（(][^（）()0-9]{2})[）)]"
    r"|,(?![0-9]{3}(?![0-9]))|(?<![0-9]),"
)
JOINED = lazy(r"\s*(?:、|和|与|及|以及)\s*")
"""What stands between the items of a row: 1万元、2万元和3万元."""


class Passage:
    """A paragraph: ``text`` as written, ``flat`` with half-width digits; it knows its sentences and clauses."""

    def __init__(self, text: str, flat: str) -> None:
        self.text, self.flat = text, flat
        self._sentences = [0, *(m.end() for m in _SENTENCE.finditer(self.flat))]
        self._clauses = [0, *(m.end() for m in _CLAUSE.finditer(self.flat))]

    def sentence(self, at: int) -> int:
        """Where the sentence around a character begins."""
        return self._sentences[bisect_right(self._sentences, at) - 1]

    def goes_on(self, sentence: int, before: int) -> bool:
        """Whether a sentence follows another one and is parted from it by a semicolon only."""
        return sentence > 0 and self.flat[sentence - 1] in "；;" and self.sentence(sentence - 1) == before

    def clause(self, at: int) -> int:
        """Where the clause around a character begins."""
        return self._clauses[bisect_right(self._clauses, at) - 1]

    def clause_end(self, at: int) -> int:
        """Where the clause around a character ends."""
        place = bisect_right(self._clauses, at)
        return self._clauses[place] - 1 if place < len(self._clauses) else len(self.flat)

    def in_brackets(self, at: int) -> bool:
        """Whether a character stands in brackets opened in its sentence."""
        before = self.flat[self.sentence(at) : at]
        return max(before.rfind("（"), before.rfind("(")) > max(before.rfind("）"), before.rfind(")"))

    def bracket_before(self, at: int, limit: int) -> int | None:
        """Where the bracket opens that closes right before a character, not before ``limit``."""
        if not at or self.flat[at - 1] not in "）)":
            return None
        opening = max(self.flat.rfind("（", limit, at), self.flat.rfind("(", limit, at))
        return opening if opening > limit else None

    def quote(self, token: Token, begin: int, end: int) -> str:
        """The words of a figure, as written."""
        return self.text[min(begin, token.start) : max(end, token.end)].strip(" 　、和及与")
