"""The last paper, read again: its bytes enter; every row of findings with what a person typed beside it leaves.

Sheets are known by their heads, wherever they stand and in whatever language; what is hidden or filtered out is read
too. A person's own columns are those whose heads are not ours, their own rows those without a key.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jixiao.model import UnreadableError
from jixiao.model.trace import column_letters
from jixiao.reading.file import read_bytes

from ..messages import CHOOSE_PAPER, NO_PAPER
from . import words
from .columns import known

_SIGNS = {"finding", "handled"}
"""Columns by which a sheet is known whose keys somebody deleted."""

_SEARCHED = 20
"""Rows from the top in which heads are looked for."""


@dataclass(frozen=True, slots=True)
class Old:
    """A row of the last paper. ``cells`` are our columns, ``extras`` those that a person added, by head; ``case`` is
    the key of its case, as far as that is known.
    """

    key: str
    case: str
    cells: Mapping[str, str]
    extras: Mapping[str, str]

    @property
    def said(self) -> str:
        """What was found then."""
        return self.cells.get("finding", "")

    @property
    def remark(self) -> str:
        """What was typed under 处理情况."""
        return self.cells.get("handled", "")

    @property
    def has_words(self) -> bool:
        """Whether a person typed anything."""
        return bool(self.remark or any(self.extras.values()))


@dataclass(frozen=True, slots=True)
class Earlier:
    """All rows of the last paper. ``heads`` are the columns that people added to a case's findings, in their order."""

    rows: tuple[Old, ...] = ()
    heads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def read_earlier(path: Path) -> Earlier:
    """The last paper. ``UnreadableError`` where it cannot be read, or is none."""
    from jixiao.reading.excel import read_texts

    rows: list[Old] = []
    heads: dict[str, dict[str, None]] = defaultdict(dict)
    is_paper = False
    for texts in read_texts(read_bytes(path), path.name).values():
        top = _head_row(texts)
        if top is None:
            continue
        is_paper = True
        found, added = _rows(texts, top)
        rows += found
        for case in {row.case for row in found}:
            heads[case].update(dict.fromkeys(added))
    if not is_paper:
        raise UnreadableError(path.name, NO_PAPER(), CHOOSE_PAPER())
    return Earlier(tuple(rows), {case: tuple(named) for case, named in heads.items()})


_Texts = Mapping[int, Mapping[int, str]]


def _head_row(texts: _Texts) -> int | None:
    """The row of heads: the first with a key column and others of ours, or with what was found and what was done."""
    for row in sorted(texts)[:_SEARCHED]:
        ids = set(known(list(texts[row].values()))) - {""}
        if ("key" in ids and len(ids) > 2) or ids >= _SIGNS:
            return row
    return None


def _rows(texts: _Texts, top: int) -> tuple[list[Old], list[str]]:
    last = max(column for line in texts.values() for column in line)
    heads = [texts[top].get(column, "") for column in range(last + 1)]
    ids = known(heads)
    extras = _named(heads, ids, texts, top)
    found = [_row(texts[row], ids, extras) for row in sorted(texts) if row > top]
    found = [row for row in found if row.key != words.MARK and (row.key or row.cells or row.extras)]
    if "key" not in ids:  # which finding is which cannot be told any more; what somebody wrote is kept
        found = [row for row in found if row.has_words]
    # a row that somebody added is of the case whose findings it stands among, where these are of one
    cases = {row.case for row in found if row.case}
    common = cases.pop() if len(cases) == 1 else ""
    return [row if row.case else Old("", common, row.cells, row.extras) for row in found], list(extras.values())


def _named(heads: list[str], ids: list[str], texts: _Texts, top: int) -> dict[int, str]:
    """The columns that a person added, each with a name of its own; one without a head has that of its letters."""
    named: dict[int, str] = {}
    for place, head in enumerate(heads):
        filled = head.strip() or any(line.get(place, "").strip() for row, line in texts.items() if row > top)
        if ids[place] or not filled:
            continue
        name = base = " ".join(head.split()) or column_letters(place)
        count = 1
        while name in named.values():
            count += 1
            name = f"{base} {count}"
        named[place] = name
    return named


def _row(line: Mapping[int, str], ids: list[str], extras: Mapping[int, str]) -> Old:
    cells = {one: line[place].strip() for place, one in enumerate(ids) if one and line.get(place, "").strip()}
    key = cells.pop("key", "")
    typed = {name: line[place].strip() for place, name in extras.items() if line.get(place, "").strip()}
    case = case_of(key)
    return Old(key if case or key == words.MARK else "", case, cells, typed)


def case_of(key: str) -> str:
    """The key of the case in that of a finding; nothing where it is none of ours."""
    try:
        parts = json.loads(key)
    except ValueError:
        return ""
    is_key = isinstance(parts, list) and len(parts) == 5
    return json.dumps(parts[:2], ensure_ascii=False) if is_key else ""
