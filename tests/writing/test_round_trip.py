"""Writing and reading again is the identity on what the forms carry."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from jixiao.model import BaseData, Dossier, Evaluation, Report
from jixiao.model.store import load
from jixiao.reading import read_document
from jixiao.recognition import recognise
from jixiao.writing import write_word
from jixiao.writing.outline import printed
from tests.shared import ROOT
from tests.writing.dossiers import base_data, dossier, fund, indicator, overall, project, report

_FULL = indicator(
    "产出指标", "数量指标", "里程", "90", "90", sign="≥", target="50", target_unit="公里", audit_score="88"
)
_SOURCES = (
    fund("total", "年度资金总额", "80.00", "100.00", "98.50", "10", "98.50%", "9.85"),
    fund("named", "其中：上级专项", "1.00", "2.00", "3.00", "", "", ""),
)


def bare(given: Dossier) -> Dossier:
    """Without claims, which follow from the text."""
    return given.mapped(Report, lambda r: r.model_copy(update={"claims": ()}))


def one(**changes: Any) -> Dossier:
    return dossier(reports=(), base_data=(), evaluations=(project(**changes),))


CASES = {
    "as filed": dossier(),
    "columns of other places": one(indicators=(_FULL,), audit_total="88", declared=()),
    "appended rows": one(code="P-1", conclusion="良", problems="问题", measures="措施"),
    "extra rows": one(extra=({"label": "填报人", "text": "办公室"},)),
    "named sources": one(funds={"lines": _SOURCES}),
    "no title": one(title="", annex=""),
    "year under the title": one(title="项目支出绩效自评表"),
    "no goals": one(goal_expected=None, goal_actual=None),
    "in yuan": one(funds=project().funds.model_copy(update={"unit": "元"})),
    "only spending lines": dossier(base_data=(base_data(staff=None, buildings=(), buildings_label=None, thrift=None),)),
    "overall only": dossier(reports=(report("unit"),), evaluations=(overall(),)),
}


@pytest.mark.parametrize("name", CASES)
def test_a_written_dossier_reads_back(name: str, tmp_path: Path) -> None:
    given = CASES[name]
    write_word(given, tmp_path / "out.docx")
    back = recognise([read_document(tmp_path / "out.docx")])
    assert bare(back.dossier).model_copy(update={"unit": given.unit}) == bare(printed(given)).model_copy(
        update={"unit": given.unit}
    )
    assert list(back.unplaced) == []


@pytest.mark.parametrize("name", ["consistent", "yueyang-2024"])
def test_the_examples_read_back(name: str, tmp_path: Path) -> None:
    given = load(ROOT / "examples" / name / "dossier")
    write_word(given, tmp_path / "out.docx")
    back = recognise([read_document(tmp_path / "out.docx")]).dossier
    expected = printed(given)
    assert bare(back).every(Evaluation) == expected.every(Evaluation)
    assert bare(back).every(BaseData) == expected.every(BaseData)
    assert bare(back).every(Report) == bare(expected).every(Report)
