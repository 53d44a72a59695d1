"""Ids and stable addresses: kept under insertion, removal and moving; kept when a file is read again; refused where
they could name two things.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.model import BaseData, Dossier, Evaluation, FundLine, Funds, Indicator, Report, Section, UnreadableError
from jixiao.model.ids import keep_ids, lists_of, matches, unused
from jixiao.model.pointer import find, join, positional, resolve, stable
from jixiao.model.store import from_json, to_json

NAMES = st.sampled_from(["培训", "宣传", "2024", "", "a/b~c", "满意度", "total"])
ROWS = st.lists(st.builds(Indicator, name=NAMES), max_size=6).map(tuple)
LINES = st.lists(
    st.builds(FundLine, source=st.sampled_from(["total", "fiscal", "named"]), label=NAMES), max_size=4
).map(tuple)
TABLES = st.builds(
    Evaluation,
    kind=st.sampled_from(["project-evaluation", "unit-evaluation"]),
    name=NAMES,
    indicators=ROWS,
    funds=st.builds(Funds, lines=LINES),
)
PARAGRAPHS = st.lists(st.sampled_from(["一。", "二。"]), max_size=4).map(tuple)
REPORTS = st.builds(
    Report,
    kind=st.just("unit-report"),
    sections=st.lists(st.builds(Section, title=NAMES, paragraphs=PARAGRAPHS), max_size=3).map(tuple),
)
DOSSIERS = st.builds(Dossier, records=st.lists(st.one_of(TABLES, REPORTS), max_size=4).map(tuple))


def items(record: Any, at: str = "") -> list[tuple[str, Any]]:
    """Every item below a record with its pointer by position."""
    found: list[tuple[str, Any]] = []
    for field in lists_of(type(record)):
        for place, item in enumerate(getattr(record, field)):
            here = f"{at}/{field}/{place}"
            found += [(here, item), *items(item, here)]
    if hasattr(record, "funds"):
        found += items(record.funds, f"{at}/funds")
    return found


@given(DOSSIERS)
def test_every_item_has_an_address_that_leads_back(dossier: Dossier) -> None:
    seen = set()
    for at, item in items(dossier):
        address = stable(dossier, at)
        assert find(dossier, address) == positional(dossier, address) == at
        assert resolve(dossier, address) is item
        assert address not in seen
        seen.add(address)


@settings(max_examples=150)
@given(DOSSIERS, st.data())
def test_addresses_name_the_same_record_after_any_change(dossier: Dossier, data: st.DataObject) -> None:
    tables = [(n, e) for n, e in enumerate(dossier.records) if isinstance(e, Evaluation)]
    if not tables:
        return
    number, table = data.draw(st.sampled_from(tables))
    known = {stable(dossier, at): item.id for at, item in items(dossier)}
    rows = list(table.indicators)
    removed: set[str] = set()
    taken = {row.id for row in rows}  # who puts in a row mints an id that no row had, gone ones included
    for step in data.draw(st.lists(st.sampled_from(["insert", "remove", "move", "table"]), max_size=5)):
        place = data.draw(st.integers(0, len(rows)))
        if step == "insert":
            row = Indicator(name=data.draw(NAMES))
            rows.insert(place, row.model_copy(update={"id": unused(row.called(), taken)}))
        elif step == "remove" and rows:
            removed.add(rows.pop(place % len(rows)).id)
        elif step == "move" and rows:
            rows.insert(place % len(rows), rows.pop(data.draw(st.integers(0, len(rows) - 1))))
    changed = table.model_copy(update={"indicators": tuple(rows)})
    others = [*dossier.records[:number], *dossier.records[number + 1 :]]
    others.insert(data.draw(st.integers(0, len(others))), changed)
    new = Dossier(records=tuple(others))
    gone = {join(f"/records/{join('', table.id)[1:]}/indicators", row) for row in removed if row}
    for address, id_ in known.items():
        if address in gone:
            continue
        assert resolve(new, find(new, address)).id == id_
    for address in gone:
        with pytest.raises(LookupError):
            find(new, address)


@given(DOSSIERS)
def test_ids_are_never_positions_and_survive_saving(dossier: Dossier) -> None:
    assert not [item.id for _, item in items(dossier) if not item.id or item.id.isdecimal()]
    assert from_json(to_json(dossier)) == dossier


@given(DOSSIERS, NAMES)
def test_a_file_read_again_keeps_the_ids_it_had(dossier: Dossier, name: str) -> None:
    shorter = tuple(
        e.model_copy(update={"indicators": (Indicator(name=name, id="x"), *e.indicators)})
        if isinstance(e, Evaluation)
        else e
        for e in dossier.records
    )
    again = keep_ids(dossier, Dossier(records=shorter))
    assert [item.called() for _, item in items(again)] == [item.called() for _, item in items(dossier)]
    for address in matches(again, dossier):
        assert resolve(again, address).called() == resolve(dossier, address).called()
    assert keep_ids(dossier, dossier) == dossier


def test_names_only_propose() -> None:
    def table(*rows: tuple[str, str]) -> Dossier:
        indicators = tuple(Indicator(id=id_, name=name) for id_, name in rows)
        return Dossier(records=(Evaluation(kind="project-evaluation", name="甲", indicators=indicators),))

    earlier = table(("first", "培训"), ("second", "宣传"))
    again = keep_ids(table(("", "新增"), ("", "宣传"), ("", "培训"), ("", "培训")), earlier)
    ids = [row.id for row in again.every(Evaluation)[0].indicators]
    assert ids[1:3] == ["second", "first"]
    assert ids[0] not in ("first", "second")
    assert len(set(ids)) == 4


def passages(*texts: str) -> Dossier:
    section = {"title": "甲", "paragraphs": texts}
    return Dossier.model_validate({"records": [{"kind": "unit-report", "sections": [section]}]})


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        (("甲甲甲。", "乙乙乙。", "丙丙丙。"), ("p", "p-2", "p-3")),
        (("新。", "甲甲甲。", "乙乙乙。", "丙丙丙。"), (None, "p", "p-2", "p-3")),
        (("乙乙乙。", "丙丙丙。"), ("p-2", "p-3")),
        (("甲甲甲。", "新的。", "乙乙改。", "丙丙丙。"), ("p", None, "p-2", "p-3")),
        (("甲改。", "乙改。", "丙丙丙。"), ("p", "p-2", "p-3")),
    ],
)
def test_paragraphs_are_known_by_what_they_say(texts: tuple[str, ...], kept: tuple[str | None, ...]) -> None:
    again = keep_ids(passages(*texts), passages("甲甲甲。", "乙乙乙。", "丙丙丙。"))
    ids = [passage.id for passage in again.every(Report)[0].sections[0].paragraphs]
    assert [id_ if id_ in ("p", "p-2", "p-3") else None for id_ in ids] == list(kept)
    assert len(set(ids)) == len(ids)


def test_many_rewritten_paragraphs_are_taken_in_their_order() -> None:
    again = keep_ids(passages(*(f"新{n}" for n in range(30))), passages(*(f"旧{n}" for n in range(20))))
    ids = [passage.id for passage in again.every(Report)[0].sections[0].paragraphs]
    assert ids[:2] == ["p", "p-2"]
    assert len(set(ids)) == 30


def test_parts_follow_the_row_that_they_are_part_of() -> None:
    def table(*rows: tuple[str, str, str | None]) -> Dossier:
        lines = [{"id": id_, "label": label, "parent": parent} for id_, label, parent in rows]
        return Dossier.model_validate({"records": [{"kind": "base-data", "lines": lines}]})

    again = keep_ids(table(("a", "三公经费", None), ("b", "接待费", "a")), table(("old", "三公经费", None)))
    assert [(line.id, line.parent) for line in again.every(BaseData)[0].lines] == [("old", None), ("b", "old")]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"indicators": [{"id": "a"}, {"id": "a"}]}, "出现两次"),
        ({"indicators": [{"id": "0"}]}, "只有数字"),
        ({"indicators": [{"id": "x" * 121}]}, "太长"),
        ({"indicators": [{"id": "a\nb"}]}, "换行"),
        ({"funds": {"lines": [{"id": "a"}, {"id": "a"}]}}, "出现两次"),
    ],
)
def test_ids_that_name_no_one_thing_are_refused(change: dict[str, Any], said: str) -> None:
    data = {"schema": "jixiao/dossier/2", "records": [{"kind": "project-evaluation", "name": "甲", **change}]}
    with pytest.raises(UnreadableError, match=said):
        from_json(data)


def test_a_row_that_is_a_part_of_itself_is_refused() -> None:
    lines = [{"id": "甲", "parent": "乙"}, {"id": "乙", "parent": "甲"}]
    with pytest.raises(UnreadableError, match=r"/records/0/lines/0/parent.*成了自己的下级"):
        from_json({"schema": "jixiao/dossier/2", "records": [{"kind": "base-data", "lines": lines}]})


def test_the_records_of_one_id_are_refused_too() -> None:
    records = [{"kind": "base-data", "id": "a"}, {"kind": "base-data", "id": "a"}]
    with pytest.raises(UnreadableError, match="/records/1/id"):
        from_json({"schema": "jixiao/dossier/2", "records": records})
