"""A finding about a target that measures nothing says what it could become, and says nothing else otherwise."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from jixiao.audit import check
from jixiao.desk import assess, assessment_json, open_case
from jixiao.model import Dossier, Finding
from jixiao.model.store import save

ROW = {"level1": "效益指标", "level2": "社会效益指标", "name": "出行环境", "target": "改善出行环境"}
PROPOSAL = "“出行环境”可改为：市容类投诉量同比下降率 ≥5%（佐证：热线平台年度统计表）"


def _dossier(unit: str, *rows: dict[str, str], name: str = "某项目", own_unit: str | None = None) -> Dossier:
    table = {"kind": "project-evaluation", "name": name, "unit": own_unit, "indicators": rows}
    return Dossier(unit=unit, year=2025, records=(table,))


def _found(dossier: Dossier, code: str) -> Finding:
    (found,) = check(dossier, select=[code]).findings
    return found


def test_what_a_vague_target_could_become() -> None:
    found = _found(_dossier("某市城市管理局", ROW), "IX301")
    assert [message.text() for message in found.proposals] == [PROPOSAL]
    assert found.proposals[0].text("en") == (
        "“出行环境” could be: 市容类投诉量同比下降率 ≥5% (proof: 热线平台年度统计表)"
    )


def test_the_sentence_key_and_severity_stay() -> None:
    with_one = _found(_dossier("某市城市管理局", ROW), "IX301")
    without = _found(_dossier("某县财政局", ROW), "IX301")
    assert without.proposals == ()
    assert "proposals" not in without.values
    assert (with_one.text(), with_one.text("en")) == (without.text(), without.text("en"))
    assert (with_one.message.key, with_one.severity, with_one.facts) == (
        without.message.key, without.severity, without.facts
    )  # fmt: skip


@pytest.mark.parametrize(
    ("code", "row"),
    [
        ("IX201", {"level1": "效益指标", "level2": "社会效益", "name": "是否改善出行环境", "target": "是"}),
        ("IX205", {"level1": "产出指标", "level2": "数量指标", "name": "加强日常巡查", "target": "全面到位"}),
        ("IX205", {"level1": "产出指标", "level2": "数量指标", "name": "全年占道治理工作率", "target": "100%"}),
    ],
)
def test_also_for_questions_and_for_work(code: str, row: dict[str, str]) -> None:
    found = _found(_dossier("某市城市管理局", row), code)
    assert [row["name"] in message.text() for message in found.proposals] == [True]


def test_a_table_of_its_own_unit_is_told_by_that() -> None:
    assert _found(_dossier("某县财政局", ROW, own_unit="某市城管大队"), "IX301").proposals
    assert not _found(_dossier("某市城管大队", ROW, own_unit="某县财政局"), "IX301").proposals


def test_overall_spending_is_told_by_its_unit() -> None:
    table = {"kind": "unit-evaluation", "name": "某市城市管理局", "indicators": (ROW,)}
    assert _found(Dossier(unit="", year=2025, records=(table,)), "IX301").proposals


def test_only_the_rows_that_a_sector_knows_better() -> None:
    other = {**ROW, "name": "队伍形象", "target": "进一步提升"}
    found = _found(_dossier("某市城市管理局", other, ROW), "IX301")
    assert len(found.places) == 2
    assert [message.text() for message in found.proposals] == [PROPOSAL]


def test_the_published_assessment_has_them(tmp_path: Path) -> None:
    save(_dossier("某市城市管理局", ROW), tmp_path / "卷宗")
    data = assessment_json(assess([open_case([tmp_path / "卷宗"])], as_of=date(2026, 5, 20)))
    (found,) = [one for one in data["cases"][0]["findings"] if one["code"] == "IX301"]
    assert found["values"]["proposals"] == PROPOSAL
    assert "市容类投诉量同比下降率" in json.dumps(found["message"], ensure_ascii=False)
    assert "可改为" not in found["message"]["zh"]
