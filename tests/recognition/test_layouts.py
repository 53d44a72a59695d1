"""Layouts of other places and layouts at random: every field right, or reported; none silently wrong. The
figures are printed.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from jixiao.model import Evaluation
from jixiao.reading import read_document
from jixiao.recognition import recognise

from .facts import random_facts, renamed, roughened
from .judging import judge
from .layouts import PLACES, Layout, document, docx, random_layout


@pytest.mark.parametrize("place", PLACES)
def test_forms_of_other_places(place: str) -> None:
    """Every field of the form, with merges, without, and repeated; with the grid, with a shifted one, and
    without any.
    """
    rng = random.Random(place)
    facts = random_facts(rng)
    counts: Counter[str] = Counter()
    for grid in ("right", "shifted", "text"):
        for merges in ("known", "blank", "repeated"):
            layout = replace(PLACES[place], grid=grid, merges=merges)
            found = recognise([document((facts, layout))])
            (evaluation,) = found.dossier.every(Evaluation)
            some, wrong = judge(evaluation, found, facts, layout)
            assert wrong == []
            counts += some
            assert [u.text for u in found.unplaced] == []
    print(f"\n{place}: {dict(counts)}")
    assert counts["right"] == counts.total()


@pytest.mark.parametrize("place", PLACES)
def test_forms_of_other_places_as_word_files(place: str, tmp_path: Path) -> None:
    facts = random_facts(random.Random(place))
    path = tmp_path / "表.docx"
    path.write_bytes(docx(facts, PLACES[place]))
    found = recognise([read_document(path)])
    (evaluation,) = found.dossier.every(Evaluation)
    counts, wrong = judge(evaluation, found, facts, PLACES[place])
    assert wrong == []
    assert counts["right"] == counts.total()
    assert evaluation.annex == "附件1-1"


def test_layouts_at_random() -> None:
    """Labels drawn from the dictionary, columns in any order, wrong spans, missing merges, spacers, repeated
    headers, absent cells,
    foreign columns, unknown level labels, empty cells and bare numbers."""
    counts: Counter[str] = Counter()
    faults: list[str] = []
    for seed in range(150):
        rng = random.Random(seed)
        facts = roughened(random_facts(rng), rng)
        if seed % 3 == 0:
            facts = renamed(facts)
        layout = random_layout(rng)
        found = recognise([document((facts, layout))])
        (evaluation,) = found.dossier.every(Evaluation)
        some, wrong = judge(evaluation, found, facts, layout)
        counts += some
        faults += [f"{seed}: {fault}" for fault in wrong]
    print(f"\n{dict(counts)}")
    assert faults == []
    assert counts["reported"] * 100 < counts["right"]


def test_two_tables_in_one() -> None:
    first, second = random_facts(random.Random(1)), random_facts(random.Random(2))
    second = replace(second, name="另一个项目")
    layout = PLACES["yueyang"]
    found = recognise([document((first, layout), (second, layout), together=True)])
    assert [e.name for e in found.dossier.every(Evaluation)] == [first.name, second.name]
    for evaluation, facts in zip(found.dossier.every(Evaluation), (first, second), strict=True):
        counts, wrong = judge(evaluation, found, facts, layout)
        assert wrong == []
        assert counts["right"] == counts.total()
    assert [e.annex for e in found.dossier.every(Evaluation)] == ["附件1-1", ""]
    assert [e.year for e in found.dossier.every(Evaluation)] == [2023, 2023]


def test_the_judge_sees_what_is_wrong() -> None:
    """The measure itself: a layout that says something else than the table is counted as wrong, a lost
    evaluation not as right.
    """
    facts, layout = random_facts(random.Random(1)), PLACES["yueyang"]
    found = recognise([document((facts, layout))])
    (evaluation,) = found.dossier.every(Evaluation)
    other: Layout = replace(layout, title="别的表")
    counts, wrong = judge(evaluation, found, replace(facts, name="别的项目", total="1"), other)
    assert counts["wrong"] == 3
    assert len(wrong) == 3
    bare = evaluation.model_copy(update={"indicators": ()})
    counts, _ = judge(bare, found, facts, layout)
    assert counts["wrong"] >= len(facts.rows) * 8
