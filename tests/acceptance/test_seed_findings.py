"""The real report: what must be found, with the values of both sides, and what must not be reported."""

from __future__ import annotations

import pytest

from jixiao.model import Evaluation
from jixiao.model.pointer import resolve

from .seed import TEXT, TWINS, audited, says, words

FOUND = {
    "办案费 total 96 against 97": ("E", "96", "97", "总分"),
    "公用经费 98.96 in prose, 98.43 in the base table, with the proof": ("E", "98.96", "98.43", "973.08", "1072.04"),
    "non-tax, overall table: 45.28 % scored 2 of 4": ("W", "11.32", "45.28", "1.81"),
    "non-tax, project table: 45.28 % scored 5 of 8": ("W", "11.32", "45.28", "3.62"),
    "non-tax: unequal between the tables": ("W", "50", "62.5"),
    "legal risk of revenue targets": ("W", "行政处罚法", "非税收入征收计划"),
    "办案费 32.25 against 32.26, explained by the carry-over": ("W", "32.25", "32.26", "0.01"),
    "564.05 / 555.54 attached": ("W", "564.05", "564.04"),
    "555.54 attached": ("W", "555.54", "555.53"),
    "35.35 without a table where the text says 4 projects": ("W", "35.35", "4"),
    "two splits on two bases": ("W", "1674.52", "1627.57"),
    "11月27日 against 2023年11月27日": ("W", "11月27日", "2023年11月27日"),
    "三公 +35.8 %": ("W", "5.97", "8.11", "35.8"),
    "城管事务经费 +126 %": ("W", "110.31", "249.66", "126"),
    "办案费 +1,185 %": ("W", "2.51", "32.26", "1185"),
    "200台 → 300余台次": ("WI", "200台", "300余台次"),
    "approximate 300余台次": ("W", "300余台次"),
    "approximate 12000余份": ("W", "12000余份"),
    "other unit 台 / 台次": ("WI", "台", "台次", "单位"),
    "doubled indicators": ("W", "是否产生一定经济效益"),
    "question-shaped indicators": ("W", "是否对改善生态环境起到一定作用"),
    "many in one": ("W", "及时处理违规行为，强化行政管理，案件办结率"),
    "a rate under 数量指标": ("W", "便民服务率"),
    "2023 in a 2024 table": ("W", "2023年完工项目"),
    "unit name variants": ("W", "站场大队"),
    "satisfaction without survey facts": ("W", "满意度", "98%"),
    "vague targets": ("W", "提升城市管理形象"),
    "broken heading number 4、": ("WI", "4、"),
    "broken heading number （5）": ("WI", "（5）"),
    "近百余": ("WI", "近百余"),
    "359.6 and 343.50": ("I", "359.6", "343.50", "16.10"),
    "asset share 2.73": ("I", "2.73", "2.74"),
    "asset share 97.27": ("I", "97.27", "97.26"),
    "6次 → 8次": ("WI", "6次", "8次", "133"),
    "96.72 called 良好": ("I", "96.72", "良好"),
    "38人 in the reason column": ("I", "38人"),
}


@pytest.mark.parametrize("what", FOUND)
def test_found(what: str) -> None:
    severities, *parts = FOUND[what]
    audit = audited(TEXT)
    assert says(audit, severities, *parts), f"no finding says {parts}"


def test_exactly_the_provable_errors() -> None:
    audit = audited(TEXT)
    errors = [f for f in audit.findings if f.severity == "error"]
    assert len(errors) == 2, [f.text() for f in errors]


def test_what_agrees_is_left_alone() -> None:
    audit = audited(TEXT)
    base = next(i for i, e in audit.dossier.each(Evaluation) if e.name == "办案费")
    for finding in (f for f in audit.findings if f.severity != "info"):
        assert not finding.at.endswith("/total") or finding.at == f"{base}/total", finding.text()
        assert not finding.at.endswith("/rate"), finding.text()
        assert not finding.at.endswith("total_weight"), finding.text()
        said = words(finding, audit)
        assert "97.20" not in finding.text(), said
        assert "98.49" not in finding.text(), said
        assert "458.69" not in finding.text(), said
        assert not ("8.11" in finding.text() and "9.5" in finding.text()), said
    for index, evaluation in audit.dossier.each(Evaluation):
        for number, line in enumerate(evaluation.funds.lines):
            if line.source != "total":
                at = f"{index}/funds/lines/{number}"
                assert not [f for f in audit.findings if f.at.startswith(at)], line


@pytest.mark.parametrize("name", TWINS)
def test_word_gives_the_same_findings(name: str) -> None:
    def told(file: str) -> list[tuple[str, str, str, str]]:
        return [(f.code, str(f.severity), f.at, f.text()) for f in audited(file).findings]

    assert told(name) == told(TEXT)


def test_no_rule_breaks_down() -> None:
    audit = audited(TEXT)
    assert not audit.faults


def test_every_place_is_real() -> None:
    audit = audited(TEXT)
    for finding in audit.findings:
        for pointer in finding.facts:
            resolve(audit.dossier, pointer)
