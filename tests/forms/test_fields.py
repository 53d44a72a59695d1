"""The dictionary of fields: every field of every record is described, and nothing else is."""

from __future__ import annotations

import pytest

from jixiao.forms.fields import described, field_at, field_of, fields_of, names
from jixiao.forms.relations import records_with_relations, relations_of
from jixiao.forms.skeleton import skeleton
from jixiao.forms.terms import MONEY, POINTS, SPENDING
from jixiao.model import BaseData, Dossier, Evaluation, FundLine, Indicator, Report, SpendingLine, Staff
from jixiao.model.records.report import Claim, Passage


@pytest.mark.parametrize("kind", described(), ids=lambda kind: kind.__name__)
def test_every_field_is_described(kind: type) -> None:
    known = {name for kind_, name in names() if kind_ in {base.__name__ for base in kind.__mro__}}
    assert kind.model_fields.keys() <= known  # type: ignore[attr-defined]
    for field in fields_of(kind).values():
        assert field.term.zh
        assert field.term.en
        assert field.says.endswith("。")
        assert field.by == "program" or field.where or field.example or field.name in ("extra", "records")


def test_nothing_else_is_described() -> None:
    classes = {base.__name__: base for kind in described() for base in kind.__mro__ if hasattr(base, "model_fields")}
    for kind, name in names():
        assert name in classes[kind].model_fields, (kind, name)


def test_all_that_a_dossier_holds_is_reached() -> None:
    assert {Dossier, Evaluation, BaseData, Report, FundLine, Indicator, SpendingLine, Staff, Passage, Claim} <= set(
        described()
    )


def test_fields_are_called_as_messages_call_them() -> None:
    for name, term in MONEY.items():
        assert field_of(FundLine, name).term == term
    for name, term in SPENDING.items():
        assert field_of(SpendingLine, name).term == term
    for kind, name in (
        (Indicator, "weight"),
        (Indicator, "score"),
        (Evaluation, "total"),
        (Evaluation, "total_weight"),
    ):
        assert field_of(kind, name).term == POINTS[name]


def test_what_is_due_may_depend_on_the_row() -> None:
    amount = field_of(FundLine, "outturn")
    assert amount.is_due(FundLine(source="total"))
    assert not amount.is_due(FundLine(source="other"))
    assert field_of(Evaluation, "total").is_due(None)


def test_a_pointer_finds_its_field() -> None:
    dossier = skeleton(unit="某局", year=2024, projects=["甲"])
    found = field_at(dossier, "/records/1/indicators/0/actual")
    assert found is not None
    assert found.term.zh == "实际完成值"
    columns = field_at(dossier, "/records/2/columns/1")
    assert columns is not None
    assert columns.name == "columns"
    unit = field_at(dossier, "/unit")
    assert unit is not None
    assert unit.note() == "单位 unit：填报单位全称，与公章一致。\n例：某市市政维护中心"


def test_a_field_that_no_file_describes_is_called_by_its_name() -> None:
    class Odd(FundLine):
        new_field: str = ""

    assert field_of(Odd, "new_field").term.en == "new field"
    assert field_of(Odd, "outturn").term.zh == "全年执行数"


def test_what_an_equation_gives_is_computed_or_a_sum_of_money() -> None:
    dossier = skeleton(unit="某局", year=2024, projects=["甲"])
    for at, record in records_with_relations(dossier):
        for relation in relations_of(record):
            found = field_at(dossier, at + relation.at)
            assert found is not None
            if relation.follows:
                assert found.computed or found.name in (*MONEY, *SPENDING), relation.at
