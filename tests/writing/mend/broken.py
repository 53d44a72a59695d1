"""Files with figures that do not follow from the others, in every manner of printing: layouts and lots enter, files
leave.
"""

from __future__ import annotations

import random
import re
import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from jixiao.desk import Assessed, assess, open_case
from jixiao.forms.layouts import Layout
from jixiao.forms.relations import records_with_relations, relations_of
from jixiao.model import Dossier, Figure
from jixiao.model.pointer import join, resolve
from jixiao.writing import write_excel, write_word
from jixiao.writing.correct import replaced
from jixiao.writing.splice import spliced

DAY = date(2026, 5, 20)
WIDE = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
_FORMULA = re.compile(rb"<f>[^<]*</f>")


def broken(rng: random.Random, whole: Dossier, share: float = 0.5) -> Dossier:
    """The dossier with a share of what follows from other figures printed otherwise, or blank."""
    for at, record in records_with_relations(whole):
        for relation in relations_of(record):
            figure = resolve(record, relation.at)
            if relation.follows and isinstance(figure, Figure) and rng.random() < share:
                whole = replaced(whole, join(at, relation.at), _other(figure, rng))
    return whole


def _other(figure: Figure, rng: random.Random) -> Figure:
    """A wrong figure, or none, as somebody would print it."""
    if rng.random() < 0.2 or figure.value is None:
        return Figure("")
    value = figure.value * rng.choice((Decimal("0.7"), Decimal("1.3"))) + Decimal("1.1")
    text = f"{value:{rng.choice(('', ','))}.{rng.choice((0, 1, 2, 3))}f}"
    return Figure((text.translate(WIDE) if rng.random() < 0.3 else text) + figure.unit)


def write(dossier: Dossier, path: Path, layout: Layout | None, *, formulas: bool = True) -> None:
    """The dossier as a Word file or a workbook, in a layout of one's choice; without ``formulas`` their results are
    numbers.
    """
    (write_word if path.suffix == ".docx" else write_excel)(dossier, path, forms=(layout,) if layout else ())
    if path.suffix == ".xlsx" and not formulas:
        path.write_bytes(changed(path.read_bytes(), "xl/worksheets/", lambda part: _FORMULA.sub(b"", part)))


def changed(data: bytes, folder: str, change: Callable[[bytes], bytes]) -> bytes:
    """A package with the parts of a folder changed."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.startswith(folder) and name.endswith(".xml")]
        return spliced(data, {name: change(archive.read(name)) for name in names})


def assessed(path: Path) -> Assessed:
    """What is found in a file."""
    return assess([open_case([path])], as_of=DAY).cases[0]
