"""The head of an evaluation table: project, department, implementing unit, and whatever else is asked there.

Rows before the money block enter; fields of the evaluation enter its draft, unknown labels become ``extra``,
lone texts stay unplaced unless they are a title, a year or a unit of money.
"""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.forms.labels import label
from jixiao.model import Cell, Extra, Unplaced
from jixiao.values.pattern import lazy

from ... import messages as say
from ...captions import Caption, caption_part
from ...tables.draft import Draft, unplaced
from ...tables.lines import Line, clean, is_blank, joined
from ...tables.pairs import Pair, pairs

_CODE = lazy(r"(?s)([0-9A-Z][0-9A-Z]{4,})\s*[-—－–_:：]?\s*(?=[^\d\s\-—－–_:：.])(.+)")
_FIELDS = {"department": "department", "implementer": "implementer", "project_code": "code"}


def read_head(
    lines: Sequence[Line], draft: Draft, extra: list[tuple[Extra, Line, Cell]], caption: Caption
) -> list[Unplaced]:
    """Fill the draft from the rows; gives what found no place. A title inside the table completes the caption."""
    lost: list[Unplaced] = []
    for line in lines:
        found = list(pairs(line, "head"))
        if all(not pair.key for pair in found):
            lost += _unlabelled(line, found, extra, caption)
            continue
        for pair in found:
            _place(pair, draft, extra, lost)
    return lost


def _place(pair: Pair, draft: Draft, extra: list[tuple[Extra, Line, Cell]], lost: list[Unplaced]) -> None:
    text = joined(pair.text)
    if pair.more:
        text = " ".join([text, *(joined(cell.text) for cell in pair.more)])
    name = {"project_name": "name", "unit_name": "unit", **_FIELDS}.get(pair.key, "")
    if not pair.sure and name and not draft.has(name):
        draft.unsure(name, text, say.LABEL_OR_VALUE(), pair.line, pair.cell)
        return
    match pair.key:
        case "":
            lost.append(unplaced(pair.line, pair.cell, say.NO_NAME(block=say.HEAD)))
        case "project_name" if not draft.has("name"):
            code = _CODE.fullmatch(text)
            if code is not None and not draft.has("code"):
                draft.put("code", code[1], pair.line, pair.cell)
                text = code[2].strip()
            draft.put("name", text, pair.line, pair.cell)
        case "unit_name" if not draft.has("unit"):
            draft.put("unit", text, pair.line, pair.cell)
        case "department" | "implementer" | "project_code" if not draft.has(_FIELDS[pair.key]):
            draft.put(_FIELDS[pair.key], text, pair.line, pair.cell)
        case _:
            extra.append((Extra(label=pair.label, text=text), pair.line, pair.cell))


def _unlabelled(
    line: Line, found: list[Pair], extra: list[tuple[Extra, Line, Cell]], caption: Caption
) -> list[Unplaced]:
    """A row without a known label: a title, a year, or unknown labels with their values."""
    if len(found) == 1:
        pair = found[0]
        if caption_part(pair.text, caption, line.position(pair.cell)):
            return []
        blanks = [cell for cell in line.cells if is_blank(cell.text) and not cell.continues]
        if blanks and len(pair.text) <= 20:
            extra.append((Extra(label=label(pair.text).text, text=""), line, pair.cell))
            return []
        return [unplaced(line, pair.cell, say.NO_NAME_ROW(block=say.HEAD))]
    if len(found) % 2:
        return [unplaced(line, pair.cell, say.NO_NAME(block=say.HEAD)) for pair in found]
    for name, value in zip(found[::2], found[1::2], strict=True):
        extra.append((Extra(label=label(name.text).text, text=clean(value.text)), line, value.cell))
    return []
