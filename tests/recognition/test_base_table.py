"""The base data table: columns by year and kind, the outline of its rows, staff, buildings, thrift."""

from __future__ import annotations

import pytest

from jixiao.model import BaseData
from jixiao.recognition.forms.base_data.outline import parents, printed

from .tables import Given, raw, read, table

Rows = list[list[Given]]
STAFF: Rows = [["财政供养人员情况（人）", "编制数", "2023年实际在职人数", "控制率"], ["", "50", "48", "96%"]]
HEAD: list[Given] = ["经费控制情况（万元）", "2022年决算数", "2023年预算数", "2023年决算数"]
LINES: Rows = [["三公经费", "4", "3", "2"], ["项目支出：", "8", "10", "9"], ["公用经费", "5", "6", "5"]]
BUILDINGS: Rows = [
    [
        "楼堂馆所控制情况\n（2023年完工项目）",
        "批复规模（㎡）",
        "实际规模（㎡）",
        "规模控制率",
        "预算投资（万元）",
        "实际投资（万元）",
        "投资概算控制率",
    ],
    ["", "100", "90", "90%", "5", "4", "80%"],
]
THRIFT: Rows = [["厉行节约保障措施", "制度健全。"]]
TITLE = "2023年度部门整体支出绩效评价基础数据表"


def base(*rows: list[Given], merges: bool = False) -> BaseData:
    found = read("附件1", TITLE, table(*rows, merges=merges))
    assert found.unplaced == ()
    (result,) = found.dossier.every(BaseData)
    return result


def test_whole_table() -> None:
    found = base(*STAFF, HEAD, *LINES, *BUILDINGS, *THRIFT)
    assert (found.annex, found.title, found.year, found.unit, found.staff_year) == ("附件1", TITLE, 2023, "万元", 2023)
    assert found.staff is not None
    assert [raw(f) for f in (found.staff.establishment, found.staff.in_post, found.staff.control_rate)] == [
        "50",
        "48",
        "96%",
    ]
    assert found.columns == ("2022年决算数", "2023年预算数", "2023年决算数")
    assert [(x.key, x.label, raw(x.prior_outturn), raw(x.budget), raw(x.outturn)) for x in found.lines] == [
        ("three_public", "三公经费", "4", "3", "2"),
        ("projects", "项目支出", "8", "10", "9"),
        ("public_funds", "公用经费", "5", "6", "5"),
    ]
    assert found.buildings_label == "楼堂馆所控制情况（2023年完工项目）"
    assert [
        [raw(getattr(b, n)) for n in type(b).model_fields if n not in ("doubts", "id")] for b in found.buildings
    ] == [["100", "90", "90%", "5", "4", "80%"]]
    assert found.thrift == "制度健全。"


@pytest.mark.parametrize(
    ("columns", "order"),
    [
        (["2023年预算数", "2023年决算数", "2022年决算数"], ["budget", "outturn", "prior_outturn"]),
        (["上年决算数", "本年预算数", "本年决算数"], ["prior_outturn", "budget", "outturn"]),
        (["2023年年初预算数", "2023年决算数"], ["budget", "outturn"]),
    ],
)
def test_columns_by_year_and_kind(columns: list[Given], order: list[str]) -> None:
    rows: Rows = [
        [name, *[str(n) for n in range(1, len(columns) + 1)]] for name in ("三公经费", "项目支出", "公用经费")
    ]
    found = base(*STAFF, ["经费控制情况", *columns], *rows)
    for place, name in enumerate(order, 1):
        assert raw(getattr(found.lines[0], name)) == str(place)


def test_columns_that_cannot_be_told_apart() -> None:
    found = base(*STAFF, ["经费控制情况", "预算数", "决算数", "决算数"], *LINES)
    line = found.lines[0]
    assert (raw(line.budget), line.outturn, line.prior_outturn) == ("4", None, None)
    assert {d.field: d.raw for d in line.doubts} == {"outturn": "3；2", "prior_outturn": "3；2"}


def test_several_buildings_and_none() -> None:
    found = base(*STAFF, HEAD, *LINES, *BUILDINGS, ["", "1", "2", "3", "4", "5", "6"], ["", "", "", "", "", "", ""])
    assert len(found.buildings) == 2
    found = base(*STAFF, HEAD, *LINES, BUILDINGS[0], ["", "", "", "", "", "", ""])
    assert [raw(b.approved_scale) for b in found.buildings] == [""]
    found = base(*STAFF, HEAD, *LINES, BUILDINGS[0][1:], ["1", "2", "3", "4", "5", "6"], ["厉行节约", ""])
    assert (found.buildings_label, raw(found.buildings[0].approved_scale), found.thrift) == (None, "1", "")


def test_merged_side_cells() -> None:
    rows: Rows = [
        [("财政供养人员情况", 1), ("编制数", 2), ("2023年实际在职人数", 2), ("控制率", 2)],
        [("^", 1), ("50", 2), ("48", 2), ("96%", 2)],
        [("经费控制情况", 1), ("2022年决算数", 2), ("2023年预算数", 2), ("2023年决算数", 2)],
        *[[(r[0], 1), (r[1], 2), (r[2], 2), (r[3], 2)] for r in LINES],  # type: ignore[list-item]
        *BUILDINGS,
        [("厉行节约保障措施", 1), ("制度健全。", 6)],
    ]
    found = base(*rows, merges=True)
    assert found.staff is not None
    assert raw(found.staff.in_post) == "48"
    assert [raw(x.outturn) for x in found.lines] == ["2", "9", "5"]
    assert raw(found.buildings[0].investment_control_rate) == "80%"


def test_a_unit_of_money_over_the_table() -> None:
    (found,) = read(TITLE, "单位：元", table(*STAFF, ["经费控制情况", *HEAD[1:]], *LINES)).dossier.every(BaseData)
    assert found.unit == "元"


def test_the_unit_over_a_base_table_has_no_field() -> None:
    found = read(TITLE, "填报单位：某局", table(*STAFF, HEAD, *LINES, ["厉行节约保障措施"]))
    assert [u.text for u in found.unplaced] == ["填报单位：某局"]
    assert found.dossier.every(BaseData)[0].thrift == ""


def test_what_has_no_field_is_reported() -> None:
    rows: Rows = [
        [TITLE],
        ["编报：甲"],
        *STAFF,
        ["其中：借调", "1", "1", ""],
        HEAD,
        *LINES,
        ["", "1", "2", "3"],
        ["……", "", "", ""],
        [
            "以上数据取自决算报表，已与财政部门核对一致，并经单位负责人审定签字确认，特此说明，以上数据取自决算报表，已经核对。",
            "",
        ],
        ["政府采购金额", "1", "2", "3", "4"],
        BUILDINGS[0],
        ["办公楼", "1", "2", "3", "4", "5", "6"],
        ["说明：无"],
    ]
    found = read(table(*rows))
    (result,) = found.dossier.every(BaseData)
    assert result.title == TITLE
    texts = [u.text for u in found.unplaced]
    for text in ("编报：甲", "其中：借调", "说明：无", "办公楼"):
        assert text in texts
    assert any(text.startswith("以上数据") for text in texts)
    assert [line.label for line in result.lines] == ["三公经费", "项目支出", "公用经费", "政府采购金额"]
    assert texts.count("1") >= 1
    last = result.lines[-1]
    assert last.doubts or "4" in texts


def test_unknown_columns_are_reported() -> None:
    rows: Rows = [["经费控制情况", *HEAD[1:], "备注"], *[[*row, "核"] for row in LINES]]
    found = read(TITLE, table(*STAFF, *rows))
    assert [u.text for u in found.unplaced] == ["备注：核"] * 3
    assert [raw(x.outturn) for x in found.dossier.every(BaseData)[0].lines] == ["2", "9", "5"]


def test_lines_go_on_behind_a_repeated_header_and_page() -> None:
    found = read(TITLE, table(*STAFF, HEAD, *LINES), table(HEAD, ["公用经费", "1", "1", "1"], *THRIFT))
    (result,) = found.dossier.every(BaseData)
    assert [x.id for x in result.lines] == ["三公经费", "项目支出", "公用经费", "公用经费-2"]
    assert result.thrift == "制度健全。"


# --- the outline ---


def _tree(*labels: str) -> list[tuple[str, str, str | None, bool]]:
    rows = [printed(text) for text in labels]
    return [
        (row.number, row.text, rows[parent].text if parent is not None else None, sure)
        for row, (parent, sure) in zip(rows, parents(rows), strict=True)
    ]


def test_numbers_and_within() -> None:
    assert _tree(
        "三公经费",
        "1、公务用车购置和维护经费",
        "其中：公车购置",
        "公车运行维护",
        "2、出国经费",
        "项目支出：",
        "3、专项资金",
        "（1）甲",
        "(2)乙",
    ) == [
        ("", "三公经费", None, True),
        ("1、", "公务用车购置和维护经费", "三公经费", True),
        ("", "公车购置", "公务用车购置和维护经费", True),
        ("", "公车运行维护", "公务用车购置和维护经费", True),
        ("2、", "出国经费", "三公经费", True),
        ("", "项目支出", None, True),
        ("3、", "专项资金", "项目支出", True),
        ("（1）", "甲", "专项资金", True),
        ("(2)", "乙", "专项资金", True),
    ]


def test_chinese_numbers_and_a_part_of_a_numbered_row() -> None:
    assert [
        p
        for _, _, p, _ in _tree(
            "一、三公经费", "（一）公务接待费", "1.甲", "（1）乙", "①丙", "二、项目支出", "1、其中：丁"
        )
    ] == [
        None,
        "三公经费",
        "公务接待费",
        "甲",
        "乙",
        None,
        "项目支出",
    ]


def test_known_rows_without_numbers() -> None:
    tree = _tree("三公经费", "公务接待费", "因公出国（境）费", "项目支出", "业务工作经费", "政府采购金额", "别的经费")
    assert [p for _, _, p, _ in tree] == [None, "三公经费", "三公经费", None, "项目支出", None, None]
    assert all(sure for _, _, _, sure in tree)


def test_lists_go_on_by_indent_or_stay_open() -> None:
    indented = _tree("公用经费", "  其中：办公经费", "    水费", "资产购置", "  其中：车辆", "    设备", "其他")
    assert [(p, s) for _, _, p, s in indented][2:] == [
        ("公用经费", True),
        (None, True),
        ("资产购置", True),
        ("资产购置", True),
        (None, True),
    ]
    bare = _tree("公用经费", "其中：办公经费", "水费", "资产购置")
    assert [(p, s) for _, _, p, s in bare][2:] == [("公用经费", True), ("公用经费", False)]
    assert _tree("资产", "其中：车辆", "设备")[2] == ("", "设备", "资产", False)
    assert _tree("其中：甲")[0] == ("", "甲", None, True)


def test_a_doubtful_parent_is_a_doubt() -> None:
    found = base(*STAFF, HEAD, *LINES, ["其中：办公经费", "1", "1", "1"], ["资产购置", "1", "1", "1"])
    line = found.lines[-1]
    assert (line.parent, line.key) == (None, "")
    assert line.doubt("parent") is not None
