"""Workbooks broken at random, from fixed seeds: an error with a remedy, or a document; never a crash or a hang."""

from __future__ import annotations

import io
import time
import zipfile
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest

from jixiao.model import Document, UnreadableError
from jixiao.writing import write_excel
from tests.docx_builder import package
from tests.reading.excel.mutations import Parts, mutated
from tests.reading.excel.test_forms import by_hand
from tests.reading.reader import read
from tests.reading.sheets import saved
from tests.writing.dossiers import dossier

ROUNDS = 12
EACH = 25


@cache
def sound() -> tuple[Parts, ...]:
    """Workbooks by XlsxWriter and by openpyxl, as their parts."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "out.xlsx")
        write_excel(dossier(reports=()), path)
        written = path.read_bytes()
    return tuple(parts_in(data) for data in (written, saved(by_hand()[0])))


def parts_in(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.startswith("docProps")}


def outcome(data: bytes) -> Document | UnreadableError:
    """What reading gives; nothing but an :class:`UnreadableError` may be raised, and soon."""
    begun = time.process_time()
    found: Document | UnreadableError
    try:
        found = read(data, "坏.xlsx")
    except UnreadableError as error:
        found = error
    assert time.process_time() - begun < 10
    return found


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_broken_parts(seed: int) -> None:
    random = Random(seed)
    for _ in range(EACH):
        found = outcome(package(mutated(random.choice(sound()), random)))
        if isinstance(found, UnreadableError):
            assert str(found.problem)
            assert str(found.remedy)
        else:
            assert all(row.cells for table in found.tables for row in table.rows)
            assert all(note.text("en") for note in found.notes)


@pytest.mark.parametrize("seed", range(3))
def test_broken_files(seed: int) -> None:
    random = Random(seed)
    data = package(dict(sound()[seed % 2]))
    for _ in range(EACH):
        broken = bytearray(data)
        for _ in range(random.randint(1, 6)):
            broken[random.randrange(len(broken))] = random.randrange(256)
        outcome(bytes(broken[: random.choice((len(broken), random.randrange(len(broken))))]))
