"""The library of measurable indicators on the command line."""

from __future__ import annotations

import json

import pytest

from jixiao.forms.measurable import indicators, sectors

from .run import jixiao


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_sectors_with_their_counts(lang: str) -> None:
    shown = jixiao("indicators", "--lang", lang).stdout
    for sector in sectors().values():
        (line,) = [line for line in shown.splitlines() if line.split()[:1] == [sector.id]]
        assert sector.title.text(lang) in line
        assert line.split()[-1] == str(len(indicators(sector.id)))
    assert str(sum(len(indicators(sector)) for sector in sectors())) in shown


def test_a_sector_as_a_person_calls_it() -> None:
    shown = jixiao("indicators", "城管", "--lang", "zh").stdout
    flat = "".join(shown.split())
    assert "城市管理与执法urban" in flat
    assert "单位面积" in flat
    assert "≤12元/平方米" in flat
    assert f"共{len(indicators('urban'))}项" in flat
    assert jixiao("indicators", "urban", "--lang", "zh").stdout == shown


def test_a_word_of_names_in_all_sectors() -> None:
    shown = jixiao("indicators", "满意度", "--lang", "zh").stdout
    assert all(title.title.zh[:4] in "".join(shown.split()) for title in sectors().values())
    english = jixiao("indicators", "除险", "--lang", "en").stdout
    assert "Water resources" in english
    assert "1 in all" in english


def test_as_json() -> None:
    listed = json.loads(jixiao("indicators", "--format", "json").stdout)
    assert {one["id"]: one["indicators"] for one in listed} == {s: len(indicators(s)) for s in sectors()}
    data = json.loads(jixiao("indicators", "水利", "--format", "json").stdout)
    assert [one["name"] for one in data] == [one.name for one in indicators("water")]
    cost = next(one for one in data if one["name"] == "河道治理单位造价")
    assert (cost["direction"], cost["target"], cost["unit"]) == ("inverse", "≤260万元/公里", "万元/公里")
    assert cost["proof"] == ["工程结算审核报告"]
    found = json.loads(jixiao("indicators", "除险", "--format", "json").stdout)
    assert [one["sector"] for one in found] == ["water"]


@pytest.mark.parametrize(("lang", "said"), [("zh", "没有叫“量子”的行业"), ("en", "No sector is called “量子”")])
def test_what_is_not_there(lang: str, said: str) -> None:
    result = jixiao("indicators", "量子", "--lang", lang)
    assert result.exit_code == 2
    assert said in result.stderr
