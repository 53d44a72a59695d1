"""Records of a dossier: states of a field, ids that survive, look-ups."""

from __future__ import annotations

from copy import copy

import pytest
from pydantic import ValidationError

from jixiao.model import (
    BaseData,
    Dossier,
    Doubt,
    Evaluation,
    Figure,
    FundLine,
    Funds,
    Indicator,
    Report,
    Section,
    SpendingLine,
)
from jixiao.model.base import Frozen, Unknown
from jixiao.model.parts import overall, projects, texts
from jixiao.model.pointer import resolve


def test_unknown_field_is_refused() -> None:
    with pytest.raises(ValidationError, match="scroe"):
        Indicator(name="x", scroe="3")  # type: ignore[call-arg]


def test_doubt_says_what_stood_there() -> None:
    record = Indicator(name="培训", doubts=(Doubt(field="score", raw="5 4", reason="一格两个数"),))
    assert record.score is None
    assert record.doubt("score") is not None
    assert record.doubt("weight") is None


def test_target_in_three_columns_reads_as_one() -> None:
    assert Indicator(sign="≥", target="95", target_unit="%").target_text == "≥95%"
    assert Indicator().target_text == ""


def test_lookups() -> None:
    funds = Funds(lines=(FundLine(source="total", label="年度资金总额", outturn=Figure("1")),))
    assert funds.line("total") is funds.lines[0]
    assert funds.line("other") is None
    base = BaseData(
        kind="base-data",
        lines=(
            SpendingLine(id="a", key="projects", label="项目支出"),
            SpendingLine(id="b", key="business", label="业务", parent="a"),
        ),
    )
    assert base.line("projects") is base.lines[0]
    assert base.line("abroad") is None
    assert base.children("a") == (base.lines[1],)
    assert base.children("b") == base.children("nobody") == ()
    circle = BaseData(
        kind="base-data",
        lines=(SpendingLine(id="a", label="甲", parent="a"), SpendingLine(id="b", label="乙", parent="a")),
    )
    assert circle.children("a") == (circle.lines[1],)


def _dossier() -> Dossier:
    return Dossier(
        unit="某局",
        records=(
            *(
                Evaluation(kind="unit-evaluation", name="某局"),
                Evaluation(
                    kind="project-evaluation",
                    name="办案 费",
                    indicators=(Indicator(name="培训"), Indicator(name="培训")),
                ),
                Evaluation(kind="project-evaluation"),
                Evaluation(kind="project-evaluation"),
            ),
            *(BaseData(kind="base-data", lines=(SpendingLine(label="三公经费"), SpendingLine(label=""))),),
            *(Report(kind="unit-report", sections=(Section(title="基本情况"), Section())),),
        ),
    )


def test_ids_come_from_names_and_are_unique() -> None:
    dossier = _dossier()
    assert [e.id for e in dossier.every(Evaluation)] == ["unit-某局", "project-办案费", "project", "project-2"]
    assert [i.id for i in dossier.every(Evaluation)[1].indicators] == ["培训", "培训-2"]
    assert [line.id for line in dossier.every(BaseData)[0].lines] == ["三公经费", "row"]
    assert dossier.every(BaseData)[0].id == "base-data"
    assert [s.id for s in dossier.every(Report)[0].sections] == ["基本情况", "section"]
    assert overall(dossier) is dossier.every(Evaluation)[0]
    assert len(projects(dossier)) == 3
    assert overall(Dossier()) is None


def test_ids_survive_an_inserted_row() -> None:
    dossier = _dossier()
    project = dossier.every(Evaluation)[1]
    longer = project.model_copy(update={"indicators": (Indicator(name="新增"), *project.indicators)})
    again = Dossier(unit="某局", records=(longer,))
    assert [i.id for i in again.every(Evaluation)[0].indicators] == ["新增", "培训", "培训-2"]


def test_texts_of_reports_with_their_pointers() -> None:
    sections = (Section(title="甲", paragraphs=("一。", "二。")), Section(paragraphs=("三。",)))
    dossier = Dossier(records=(Report(kind="unit-report"), Report(kind="project-report", sections=sections)))
    assert dict(texts(dossier))["/records/1/sections/0/title"] == "甲"
    paragraphs = list(texts(dossier, headings=False))
    assert [text for _, text in paragraphs] == ["一。", "二。", "三。"]
    assert all(str(resolve(dossier, at)) == text for at, text in paragraphs)


def test_a_copy_is_the_record_again() -> None:
    """What pydantic keeps of a record beside its fields goes along: what was set, and what an unknown kind holds."""
    for record in (
        Evaluation(kind="project-evaluation", name="培训"),
        Unknown.model_validate({"kind": "later-form", "heading": "甲"}),
    ):
        copied, changed = copy(record), record.model_copy(update={"title": "乙"})
        assert copied == record
        assert copied is not record
        assert copied.model_fields_set == record.model_fields_set
        assert copied.model_dump_json(exclude_unset=True) == record.model_dump_json(exclude_unset=True)
        assert (changed.title, changed.model_fields_set) == ("乙", {*record.model_fields_set, "title"})
        assert (record.title, record.model_extra) == ("", changed.model_extra)


def test_no_record_has_private_attributes_that_a_copy_would_lose() -> None:
    def below(kind: type[Frozen]) -> set[type[Frozen]]:
        return {kind}.union(*(below(further) for further in kind.__subclasses__()))

    assert not [kind for kind in below(Frozen) if kind.__private_attributes__]
