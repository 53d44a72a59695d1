"""Damaged Word files give a document or a clear refusal, in bounded time, and read the same written shorter."""

from __future__ import annotations

import time

import pytest
from benchmarks.mutations import mutated

from jixiao.model import Document, UnreadableError
from jixiao.reading import word
from jixiao.reading.walk import Walk
from tests.odd_file import odd_word_file
from tests.reading.reader import read

SOUND = odd_word_file()


def document(data: bytes) -> Document | None:
    """What reading gives, ``None`` for a clear refusal; nothing else may be raised, and not after long."""
    begun = time.process_time()
    found = None
    try:
        found = read(data)
    except UnreadableError as refused:
        told = refused.text("zh"), refused.text("en")
    else:
        told = tuple(note.text("en") for note in found.notes)
    assert all(told)
    assert time.process_time() - begun < 10
    return found


@pytest.mark.parametrize("start", range(0, 400, 50))
def test_a_damaged_file_is_read_or_refused(start: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for seed in range(start, start + 50):
        data, how = mutated(SOUND, seed, bombs=0)
        shorter = document(data)
        with monkeypatch.context() as patch:
            patch.setattr(word, "can_be_shorter", lambda _: False)
            plainly = document(data)
            patch.setattr(Walk, "_plain", lambda *_: None)
            carefully = document(data)
        if plainly is not None and plainly == carefully:  # else it breaks the schema in a way that has no one reading
            assert shorter == plainly, (seed, how)


def test_the_sound_file_holds_what_it_is_meant_to() -> None:
    sound = read(SOUND)
    assert {note.key for note in sound.notes} >= {"reading.footnotes", "reading.tracked", "reading.struck"}
    assert {table.within is None for table in sound.tables} == {True, False}
    assert any(paragraph.label for paragraph in sound.paragraphs)
