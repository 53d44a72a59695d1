"""The look of a cell with more places: the style part of a workbook and a look enter; a further look, and the part that
has it, leave. Looks that are there are not touched, as other cells have them.
"""

from __future__ import annotations

import re
from copy import deepcopy
from xml.sax.saxutils import quoteattr

from lxml import etree

from ...reading.excel.formats import CODES
from ...reading.excel.names import X
from ..splice import Markup

_TOKEN = re.compile(r"""("[^"]*"|\\.|\[[^\]]*\]|_.|\*.)|([#0?][#0?,]*)(?:\.[#0?]*)?""")
_QUOTED = r'"[^"]*"|\\.|\[[^\]]*\]'
_FORMATS, _FORMAT, _LOOKS, _LOOK = X + "numFmts", X + "numFmt", X + "cellXfs", X + "xf"
_EVERYWHERE = {CODES[number]: str(number) for number in (1, 2, 3, 4, 9, 10)}
"""Formats that have a number only and are the same in every language."""

_AHEAD = -1
"""Stands before whatever else is changed there."""

_OWN = 164
"""The first number that a format of a workbook's own may have."""


def with_places(code: str, places: int) -> str:
    """A number format that shows so many places and is otherwise as it was."""
    if re.search("[Ee/]", re.sub(_QUOTED, "", code)):
        return code  # powers of ten, fractions, dates
    decimals = f".{'0' * places}" if places else ""
    return _TOKEN.sub(lambda token: token[1] or token[2].rstrip(",") + decimals + _scaling(token[2]), code)


def _scaling(digits: str) -> str:
    """The commas behind the digits, which show thousands."""
    return digits[len(digits.rstrip(",")) :]


class LookEdits:
    """Further looks in a style part. ``KeyError`` where the part does not have the look that is asked for."""

    def __init__(self, data: bytes, root: etree._Element) -> None:
        self._markup, self._root = Markup(data, root), root
        self._p = f"{root.prefix}:" if root.prefix else ""
        self._made: dict[tuple[int, int], int] = {}
        own = root.iterfind(f"{_FORMATS}/{_FORMAT}")
        self._codes = {item.get("numFmtId", ""): item.get("formatCode", "") for item in own}
        self._added: list[str] = []
        looks = root.find(_LOOKS)
        self._looks = [] if looks is None else list(looks.iterchildren(_LOOK))

    def code(self, look: int) -> str:
        """The number format of a look."""
        if look >= len(self._looks):
            raise KeyError(look)
        number = self._looks[look].get("numFmtId", "0")
        known = CODES.get(int(number)) if number.isdecimal() else None
        return self._codes.get(number) or known or "General"

    def finer(self, look: int, places: int) -> int:
        """The look that is like another and shows so many places."""
        key = (look, places)
        if key not in self._made:
            new = deepcopy(self._looks[look])
            new.set("numFmtId", self._number(with_places(self.code(look), places)))
            new.set("applyNumberFormat", "1")
            new.tail = None
            etree.cleanup_namespaces(new)
            group = self._root.find(_LOOKS)
            assert group is not None  # it holds the look
            if not self._made:
                self._markup.drop(group, "count")
            self._markup.put(self._markup.last(group), etree.tostring(new, encoding="unicode"))
            self._made[key] = len(self._looks) + len(self._made)
        return self._made[key]

    def written(self) -> bytes | None:
        """The part, ``None`` where nothing was added."""
        if not self._made:
            return None
        group = self._root.find(_FORMATS)
        if self._added and (group is None or not len(group)):
            whole = f"<{self._p}numFmts>{''.join(self._added)}</{self._p}numFmts>"
            self._markup.put(self._markup.first(self._root), whole, _AHEAD)
            if group is not None:
                self._markup.cut(group)
        elif self._added and group is not None:
            self._markup.drop(group, "count")
            self._markup.put(self._markup.last(group), "".join(self._added))
        return self._markup.written()

    def _number(self, code: str) -> str:
        """The number of a format, which is added where there is none."""
        known = next((number for number, own in self._codes.items() if own == code), _EVERYWHERE.get(code))
        if known is not None:
            return known
        number = str(max([_OWN - 1, *(int(n) for n in self._codes if n.isdecimal())]) + 1)
        self._codes[number] = code
        self._added.append(f'<{self._p}numFmt numFmtId="{number}" formatCode={quoteattr(code)}/>')
        return number
