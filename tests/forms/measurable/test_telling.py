"""Which sector a unit or a project is in, by its name, and with the evidence."""

from __future__ import annotations

import pytest

from jixiao.forms.measurable import sector_called, sectors, sectors_of


@pytest.mark.parametrize(
    ("unit", "project", "told"),
    [
        ("某市城市管理和综合执法局", "", ["urban 城市管理 单位名称"]),
        ("某县 教 育 局", "", ["education 教育局 单位名称"]),
        ("某县教育局", "智慧校园信息化建设", ["digital 信息化 项目名称", "education 校园 项目名称"]),
        ("某县文化旅游广电局", "全民健身赛事", ["culture 全民健身 项目名称"]),
        ("某县水利局", "高标准农田建设", ["agriculture 高标准农田 项目名称", "water 水利局 单位名称"]),
        # 学院 lies in 科学院, 民政 crosses two words of 人民政府
        ("某省农业科学院", "", ["science 科学院 单位名称"]),
        ("某县人民政府", "", []),
        ("某县财政局", "预算绩效管理", []),
        ("某县工商业联合会", "", []),
        ("", "", []),
    ],
)
def test_the_names_tell(unit: str, project: str, told: list[str]) -> None:
    assert [f"{one.sector.id} {one.word} {one.whose}" for one in sectors_of(unit, project)] == told


@pytest.mark.parametrize(
    ("word", "sector"),
    [("城管", "urban"), ("education", "education"), ("Education", "education"), ("水利", "water"), ("养老", "civil"),
     ("卫生健康", "health"), ("合格率", None), ("", None), ("  ", None), ("与", None)],
)  # fmt: skip
def test_a_sector_is_called_by_id_title_or_unit(word: str, sector: str | None) -> None:
    found = sector_called(word)
    assert (found.id if found else None) == sector


@pytest.mark.parametrize("sector", sectors())
def test_every_sector_is_called_by_its_title(sector: str) -> None:
    assert sector_called(sectors()[sector].title.zh) is sectors()[sector]
