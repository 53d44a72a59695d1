"""What of a Word file was not read: counts and places are taken while it is read, messages leave at the end."""

from __future__ import annotations

from collections import Counter

from jixiao.model.message import Message, Phrase

from . import messages as say

_COUNTED: dict[str, Phrase] = {
    "footnoteReference": say.FOOTNOTES,
    "endnoteReference": say.ENDNOTES,
    "foreign": say.FOREIGN,
    "object": say.OBJECTS,
    "picture": say.PICTURES,
    "symbol": say.SYMBOLS,
    "covered": say.COVERED,
    "tracked": say.TRACKED,
}
_NAMED = 5
"""So many places are named."""


class Notes:
    """``count`` by kind. ``struck`` says that crossed-out text was met whose place is not noted yet."""

    def __init__(self) -> None:
        self.count: Counter[str] = Counter()
        self.struck = False
        self._struck: list[Message] = []

    def struck_in(self, place: Message) -> None:
        """The crossed-out text that was met, if any, stands there."""
        if self.struck:
            self.struck = False
            self._struck.append(place)

    def messages(self) -> tuple[Message, ...]:
        """One sentence for each kind of thing."""
        told = [phrase(count=self.count[key]) for key, phrase in _COUNTED.items() if self.count[key]]
        if self._struck:
            first = tuple(self._struck[:_NAMED])
            places = say.AND_OTHERS(places=first) if len(self._struck) > _NAMED else first
            told.append(say.STRUCK(count=len(self._struck), places=places))
        return tuple(told)
