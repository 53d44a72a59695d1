"""Edits: what they say of before must hold, all or none, every one can be undone, and two dossiers are told by them."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.model import Dossier, Evaluation, Figure, Report, store
from jixiao.model.edits import Edit, EditError, apply, cleared, diff, inserted, inverse, moved, removed, valued
from jixiao.model.ids import groups_of, lists_of
from jixiao.model.pointer import join, resolve, stable
from jixiao.model.store import from_json, to_json

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "yueyang-2024" / "dossier"
SCORE = "/records/project-办案费/total"


@pytest.fixture(scope="module")
def example() -> Dossier:
    return bare(store.load(EXAMPLE))


def bare(dossier: Dossier) -> Dossier:
    """Without what follows from the text."""
    return dossier.mapped(Report, lambda report: report.model_copy(update={"claims": ()}))


def test_a_field_is_set_and_nothing_else_is_touched(example: Dossier) -> None:
    edit = valued(example, SCORE, "97")
    assert (edit.before, edit.after, edit.at) == ("96", "97", SCORE)
    changed = apply(example, [edit])
    assert resolve(changed, SCORE) == Figure("97")
    assert [old is new for old, new in zip(example.records, changed.records, strict=True)].count(False) == 1
    assert apply(changed, [inverse(edit)]) == example
    assert diff(example, changed) == (edit.model_copy(update={"source": ""}),)


def test_blank_and_absent_differ(example: Dossier) -> None:
    blank, absent = apply(example, [valued(example, SCORE, "")]), apply(example, [cleared(example, SCORE)])
    assert resolve(blank, SCORE) == Figure("")
    assert resolve(absent, SCORE) is None
    (back,) = diff(absent, blank)
    assert (back.op, back.before, back.after) == ("set", None, "")


def test_an_edit_whose_before_does_not_hold_is_refused_and_says_what_stands_there(example: Dossier) -> None:
    first = valued(example, SCORE, "97")
    second = valued(example, SCORE, "98")
    with pytest.raises(EditError) as refused:
        apply(example, [first, second])
    assert refused.value.found == "97"
    assert str(refused.value) == f"{SCORE}：这里已经不是“96”，现在是“97”"
    assert "not “96” any more, but “97”" in refused.value.text("en")


def test_a_batch_is_all_or_nothing(example: Dossier) -> None:
    before = to_json(example)
    with pytest.raises(EditError):
        apply(example, [valued(example, SCORE, "97"), Edit(op="set", at="/records/nowhere/total", after="1")])
    assert to_json(example) == before


def test_items_are_put_in_behind_a_sibling_moved_and_taken_out(example: Dossier) -> None:
    into = "/records/project-办案费/indicators"
    ids = [row.id for row in resolve(example, into)]
    new = {"id": "新指标", "name": "案件办结率", "target": "≥95%"}
    put = inserted(example, into, new, behind=ids[1])
    changed = apply(example, [put])
    assert [row.id for row in resolve(changed, into)] == [*ids[:2], "新指标", *ids[2:]]
    there = moved(changed, f"{into}/新指标", "")
    first = apply(changed, [there])
    assert [row.id for row in resolve(first, into)] == ["新指标", *ids]
    out = removed(first, f"{into}/新指标")
    assert apply(first, [out]) == example
    assert apply(apply(apply(example, [put, there, out]), [inverse(out)]), [inverse(there), inverse(put)]) == example


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda d: Edit(op="set", at="/records/project-办案费/nothing", after="1"), "没有这个地方"),
        (lambda d: Edit(op="set", at="", after="1"), "没有这个地方"),
        (lambda d: Edit(op="set", at="/records/project-办案费", after="1"), "没有这个地方"),
        (lambda d: Edit(op="insert", at=SCORE, after={}), "没有这个地方"),
        (lambda d: valued(d, "/year", "二〇二四"), "不是整数"),
        (lambda d: inserted(d, "/records/project-办案费/indicators", {"id": "x"}, behind="无"), "前一项“无”"),
        (lambda d: inserted(d, "/records/project-办案费/indicators", {"id": "x", "nmae": "y"}), "nmae"),
        (lambda d: inserted(d, "/records", {"id": "project-办案费", "kind": "project-evaluation"}), "已经有了"),
        (lambda d: inserted(d, "/records", {"id": "12", "kind": "project-evaluation"}), "不能用"),
        (lambda d: Edit(op="insert", at="/records/x"), "没有写明"),
        (lambda d: Edit(op="remove", at="/records/x"), "没有这个地方"),
        (lambda d: removed(d, "/records/base-data").model_copy(update={"before": {}}), "没有删去"),
        (lambda d: Edit(op="move", at="/records/base-data", was_behind="x"), "换了位置"),
    ],
)
def test_what_cannot_be_is_told(example: Dossier, make: Any, said: str) -> None:
    with pytest.raises(EditError, match=said):
        apply(example, [make(example)])


def test_an_address_that_leads_nowhere_makes_no_edit(example: Dossier) -> None:
    for make in (valued, lambda d, at, _: cleared(d, at), moved):
        with pytest.raises(LookupError):
            make(example, "/records/nowhere/total", "1")
    with pytest.raises(LookupError):
        valued(example, "/records/project-办案费/nothing", "1")


def test_a_value_clears_the_doubt_and_undoing_brings_it_back(example: Dossier) -> None:
    data = to_json(example)
    table = next(record for record in data["records"] if record["id"] == "project-办案费")
    del table["total"]
    table["doubts"] = [{"field": "total", "raw": "9b", "reason": "不是数"}]
    doubtful = from_json(data)
    edit = valued(doubtful, SCORE, "96")
    assert edit.before == {"value": None, "doubts": [{"field": "total", "raw": "9b", "reason": "不是数"}]}
    sure = apply(doubtful, [edit])
    assert resolve(sure, "/records/project-办案费").doubts == ()
    assert apply(sure, [inverse(edit)]) == doubtful
    assert apply(doubtful, diff(doubtful, sure)) == sure


def test_what_follows_from_a_text_is_dropped_when_the_text_changes() -> None:
    from jixiao.recognition import with_claims

    dossier = with_claims(bare(store.load(EXAMPLE)))
    number, report = next(iter(dossier.each(Report)))
    assert report.claims
    at = stable(dossier, f"{number}/sections/1/paragraphs/0/text")
    changed = apply(dossier, [valued(dossier, at, "2024年支出10万元。")])
    assert next(iter(changed.every(Report))).claims == ()
    other = apply(dossier, [valued(dossier, SCORE, "97")])
    assert next(iter(other.every(Report))).claims == report.claims


# --- drawn by lot ---


def mutated(dossier: Dossier, chance: random.Random) -> Dossier:
    """The dossier after a few changes of any kind anywhere, made by edits of their own."""
    for _ in range(chance.randint(1, 6)):
        dossier = apply(dossier, [some_edit(dossier, chance)])
    return dossier


def places(record: Any, at: str = "") -> tuple[list[str], list[str]]:
    """The addresses of all lists, and of all fields that hold a text or a figure."""
    lists, fields = [], []
    for name in type(record).model_fields:
        value, here = getattr(record, name), join(at, name)
        if name in getattr(type(record), "derived", ()):
            continue
        if name in lists_of(type(record)):
            lists.append(here)
            for item in value:
                inner = places(item, join(here, item.id))
                lists += inner[0]
                fields += inner[1]
        elif name in groups_of(type(record)) and value is not None:
            inner = places(value, here)
            lists += inner[0]
            fields += inner[1]
        elif isinstance(value, Figure) or name in ("name", "actual", "target", "explanation", "text", "conclusion"):
            fields.append(here)
    return lists, fields


def some_edit(dossier: Dossier, chance: random.Random) -> Edit:
    lists, fields = places(dossier)
    full = [at for at in lists if len(resolve(dossier, at)) > 1]
    match chance.randrange(5):
        case 0:
            at = chance.choice(full)
            items = resolve(dossier, at)
            item = chance.choice(items)
            anchors = ["", *(other.id for other in items if other.id != item.id)]
            return moved(dossier, join(at, item.id), chance.choice(anchors))
        case 1:
            at = chance.choice(full)
            return removed(dossier, join(at, chance.choice(resolve(dossier, at)).id))
        case 2:
            at = chance.choice(full)
            items = resolve(dossier, at)
            copy = {**to_json(chance.choice(items)), "id": f"new{chance.randrange(10**9)}x"}
            return inserted(dossier, at, copy, behind=chance.choice(["", *(item.id for item in items)]))
        case 3:
            at = chance.choice(fields)
            plain = not isinstance(resolve(dossier, at), Figure) and at.endswith(("/name", "/text"))
            return valued(dossier, at, "") if plain else cleared(dossier, at)
        case _:
            return valued(dossier, chance.choice(fields), str(chance.randrange(1000)))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
def test_the_edits_between_two_dossiers_make_one_of_the_other(seed: int) -> None:
    chance = random.Random(seed)
    old = mutated(bare(store.load(EXAMPLE)), chance)
    new = mutated(old, chance)
    edits = diff(old, new)
    assert apply(old, edits) == new
    assert apply(new, [inverse(edit) for edit in reversed(edits)]) == old
    assert diff(new, new) == ()
    assert len(edits) <= 12


def test_the_fewest_items_move(example: Dossier) -> None:
    rows = example.every(Evaluation)[0].indicators
    at = f"/records/{example.every(Evaluation)[0].id}/indicators"
    last = apply(example, [moved(example, join(at, rows[-1].id), "")])
    assert [edit.op for edit in diff(example, last)] == ["move"]
    assert [edit.op for edit in diff(last, example)] == ["move"]


def test_edits_are_plain_data(example: Dossier) -> None:
    edits = diff(example, mutated(example, random.Random(4)))
    assert tuple(Edit.model_validate_json(edit.model_dump_json()) for edit in edits) == edits
