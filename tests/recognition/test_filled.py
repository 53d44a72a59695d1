"""Rows put in, taken out and moved in a workbook to fill in; what was typed into cells that print facts in company."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jixiao.forms.skeleton import skeleton
from jixiao.model import Evaluation
from jixiao.model.pointer import resolve
from jixiao.model.workbook import WorkbookPlan, level_of, level_word, pieces_of, plan_from
from jixiao.reading import read_document
from jixiao.recognition.filled import filled_in
from jixiao.recognition.filled.cells import SheetCells, plan_of, sheets_of
from jixiao.recognition.filled.records import applied, is_changed
from jixiao.recognition.filled.tables import Filling, read_form
from jixiao.recognition.filled.views import typed
from jixiao.writing.excel.fill import write_fill_in

AT = "/records/1"
FIRST = 12
"""The row of the first indicator, counting from 0."""


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> tuple[WorkbookPlan, dict[str, SheetCells]]:
    path: Path = tmp_path_factory.mktemp("fill") / "a.xlsx"
    write_fill_in(skeleton(unit="某局", year=2024, projects=["甲项目"]), path)
    found = sheets_of(read_document(path))
    plan = plan_of(found)
    assert plan is not None
    return plan, found


def moved(cells: SheetCells, where: dict[int, int]) -> SheetCells:
    """The sheet with its rows elsewhere; a row that is not named stays."""
    texts = {(where.get(row, row), column): text for (row, column), text in cells.texts.items() if where.get(row) != -1}
    continued = {(where.get(row, row), column) for row, column in cells.continued}
    return SheetCells(cells.name, texts, continued)


def read(sheets: tuple[WorkbookPlan, dict[str, SheetCells]], cells: SheetCells) -> tuple[Evaluation, Filling]:
    plan = next(sheet for sheet in sheets[0].sheets if sheet.at == AT)
    found = read_form(plan, cells, "file")
    assert found is not None
    record, trace = applied(resolve(sheets[0].full, AT), AT, found)
    assert isinstance(record, Evaluation)
    found.trace = trace
    return record, found


def own(sheets: tuple[WorkbookPlan, dict[str, SheetCells]]) -> SheetCells:
    return sheets[1]["附件1-1 甲项目"]


def below(row: int) -> dict[int, int]:
    return {place: place + 1 for place in range(row, 60)}


def test_nothing_changed_is_nothing(sheets: tuple[WorkbookPlan, dict[str, SheetCells]]) -> None:
    _, found = read(sheets, own(sheets))
    assert not is_changed(found)


def test_a_row_put_into_a_merged_level_belongs_to_it(sheets: tuple[WorkbookPlan, dict[str, SheetCells]]) -> None:
    cells = moved(own(sheets), below(FIRST + 1))
    cells.texts |= {(FIRST + 1, 3): "巡查次数", (FIRST + 1, 5): "≥3次"}
    cells.continued |= {(FIRST + 1, 1), (FIRST + 1, 2)}
    record, found = read(sheets, cells)
    assert [row.name for row in record.indicators[:3]] == ["", "巡查次数", ""]
    new = record.indicators[1]
    assert (new.level1, new.level2, new.target, new.id) == ("产出指标", "数量指标", "≥3次", "")
    assert [row.id for row in record.indicators if row.id][:3] == ["indicator", "indicator-2", "indicator-3"]
    assert found.trace["/indicators/1/name"].row == FIRST + 1
    assert found.trace["/indicators/2/name"].row == FIRST + 2
    assert found.lost == []


def test_an_empty_row_put_in_is_no_indicator(sheets: tuple[WorkbookPlan, dict[str, SheetCells]]) -> None:
    record, found = read(sheets, moved(own(sheets), below(FIRST + 1)))
    assert len(record.indicators) == 9
    assert not is_changed(found)


def test_a_row_taken_out_takes_its_indicator_with_it(sheets: tuple[WorkbookPlan, dict[str, SheetCells]]) -> None:
    where = {FIRST + 1: -1} | {place: place - 1 for place in range(FIRST + 2, 60)}
    record, found = read(sheets, moved(own(sheets), where))
    assert [row.id for row in record.indicators[:2]] == ["indicator", "indicator-3"]
    assert found.trace["/indicators/1/actual"].row == FIRST + 1


def test_rows_that_changed_places_keep_their_ids(sheets: tuple[WorkbookPlan, dict[str, SheetCells]]) -> None:
    record, _ = read(sheets, moved(own(sheets), {FIRST + 1: FIRST + 2, FIRST + 2: FIRST + 1}))
    assert [row.id for row in record.indicators[:3]] == ["indicator", "indicator-3", "indicator-2"]


def test_a_row_of_money_put_in_is_called_by_its_label(sheets: tuple[WorkbookPlan, dict[str, SheetCells]]) -> None:
    cells = moved(own(sheets), below(9))
    cells.texts |= {(9, 2): "债券资金", (9, 4): "5"}
    record, _ = read(sheets, cells)
    line = record.funds.lines[4]
    assert (line.source, line.label, str(line.initial_budget)) == ("named", "债券资金", "5")


def test_a_row_where_none_may_stand_is_told(sheets: tuple[WorkbookPlan, dict[str, SheetCells]]) -> None:
    cells = moved(own(sheets), below(3))
    cells.texts[3, 2] = "又一行"
    _, found = read(sheets, cells)
    assert [text for _, text, _ in found.lost] == ["又一行"]


@pytest.mark.parametrize(
    ("view", "name", "text", "values"),
    [
        ("", "name", "培训（5分）", {"name": "培训（5分）"}),
        ("name_with_points", "name", "培训次数（5分）", {"name": "培训次数", "weight": "5"}),
        ("name_with_points", "name", "培训次数", {"name": "培训次数"}),
        ("level1", "level1", "产出指标\n（50分）", {"level1": "产出指标"}),
        ("level2", "level2", "数量指标", {"level2": "数量指标"}),
        ("split", "amount", "其中：基本支出：1072.04", {"amount": "1072.04"}),
        ("split", "amount", "1072.04", None),
        ("behind_label", "text", "项目负责人:张某：副", {"text": "张某：副"}),
        ("in_brackets", "text", "绩效指标\n（90分）", {"text": "90分"}),
        ("in_brackets", "text", "绩效指标", None),
        ("points", "points", "50分", {"points": "50"}),
        ("outline", "label", "1、接待", None),
    ],
)
def test_facts_in_company_are_told_apart(view: str, name: str, text: str, values: dict[str, str] | None) -> None:
    assert typed(view, name, text) == values


@pytest.mark.parametrize("level", [1, 4, 9, 12])
def test_levels_have_words(level: int) -> None:
    assert level_of(level_word(level)) == level


@pytest.mark.parametrize("word", ["正文", "级标题", "", "甲级标题"])
def test_other_words_are_no_level(word: str) -> None:
    assert level_of(word) is None


def _damaged(text: str) -> Iterator[str]:
    yield from ("", "{}", "[]", "null", text[:-1], text.replace("jixiao/workbook/1", "jixiao/workbook/9"))
    yield text.replace('"marks":[', '"marks":[1,')
    yield text.replace('"dossier":{', '"dossier":{"odd":1,')


def test_a_damaged_plan_is_none(sheets: tuple[WorkbookPlan, dict[str, SheetCells]]) -> None:
    text = "".join(pieces_of(sheets[0]))
    assert plan_from([text[:100], text[100:]]) == sheets[0]
    assert [plan_from([bad]) for bad in _damaged(text)] == [None] * 8


def test_other_workbooks_have_no_plan(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("项目支出绩效自评表\n", encoding="utf-8")
    assert filled_in(read_document(path)) is None
