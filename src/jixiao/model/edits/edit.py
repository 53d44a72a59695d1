"""What an edit is: one change at one stable address, with what stood there before and what stands there after.

Who made it and when are the envelope's, not the edit's. A state of a field is plain data: a text as printed, a list, a
group; ``None`` where the field is absent, which is not the same as blank (``""``); and where it is doubtful
``{"value": …, "doubts": […]}``.
"""

from __future__ import annotations

from typing import Any, Literal

from ..base import Frozen
from ..message import Message

Op = Literal["set", "clear", "insert", "move", "remove"]
Source = Literal["", "typed", "imported", "computed", "carried"]
"""Where a value comes from: a person's hand, a file, an equation, the stage or year before."""


class Edit(Frozen):
    """One change.

    ``set`` and ``clear`` speak of a field (``at`` is its stable address): its state ``before`` and ``after``; to clear
    is to make it absent. ``insert``, ``remove`` and ``move`` speak of an item of a list (``at`` ends with its id):
    its whole data after, or before; ``behind`` is the sibling that it stands behind afterwards, ``was_behind`` the one
    that it stood behind, "" at the head of the list.

    An edit is refused where what it says of before does not hold any more. ``reason`` is a person's own words.
    """

    op: Op
    at: str
    before: Any = None
    after: Any = None
    behind: str = ""
    was_behind: str = ""
    source: Source = ""
    reason: str = ""


class EditError(Exception):
    """An edit that cannot be applied: which one, why, and what stands there now (``found``)."""

    def __init__(self, edit: Edit, problem: Message, found: Any = None) -> None:
        self.edit, self.problem, self.found = edit, problem, found
        super().__init__(edit, problem, found)

    def __str__(self) -> str:
        return self.text()

    def text(self, lang: str = "zh") -> str:
        """Place and problem in that language."""
        return f"{self.edit.at}{'：' if lang == 'zh' else ': '}{self.problem.text(lang)}"


def inverse(edit: Edit) -> Edit:
    """The edit that takes this one back. Several are taken back from the last to the first."""
    turned = {"before": edit.after, "after": edit.before, "behind": edit.was_behind, "was_behind": edit.behind}
    op: Op = edit.op
    match edit.op:
        case "set" | "clear":
            op = "clear" if edit.before is None else "set"
        case "insert":
            op = "remove"
        case "remove":
            op = "insert"
    return Edit(op=op, at=edit.at, source=edit.source, reason=edit.reason, **turned)
