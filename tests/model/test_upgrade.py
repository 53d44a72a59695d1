"""Dossiers of version 1 still load and are saved as 2; addresses in prose and waivers follow; what a newer version
wrote is kept.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from jixiao.model import Dossier, Evaluation, UnreadableError
from jixiao.model.pointer import resolve
from jixiao.model.store import from_json, load, save, to_json
from jixiao.model.upgrade import pointer_of_first, upgraded

FIRST = Path(__file__).parent / "first"
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", ["yueyang-2024", "consistent"])
def test_the_examples_of_version_1_are_those_of_today(name: str, tmp_path: Path) -> None:
    old, new = load(FIRST / name), load(ROOT / "examples" / name / "dossier")
    assert old == new
    save(old, tmp_path / "saved")
    assert (tmp_path / "saved" / "dossier.yaml").read_text("utf-8").startswith("schema: jixiao/dossier/2")
    assert load(tmp_path / "saved") == new


def _first(**lists: Any) -> dict[str, Any]:
    return {"schema": "jixiao/dossier/1", "unit": "某局", **lists}


def test_three_lists_become_one() -> None:
    dossier = from_json(
        _first(
            reports=[{"kind": "project"}], base_data=[{"title": "表"}], evaluations=[{"kind": "unit", "name": "某局"}]
        )
    )
    assert [r.kind for r in dossier.records] == ["unit-evaluation", "base-data", "project-report"]


def test_ids_that_stood_twice_are_made_anew() -> None:
    rows = [{"id": "a", "name": "甲"}, {"id": "a", "name": "乙"}, {"id": "7", "name": "丙"}]
    table = {"kind": "project", "name": "x", "indicators": rows}
    dossier = from_json(_first(evaluations=[table, {**table}]))
    assert [i.id for i in dossier.every(Evaluation)[0].indicators] == ["a", "乙", "丙"]
    assert len({r.id for r in dossier.records}) == 2


def test_bindings_follow_their_records() -> None:
    words = (
        "{{ /evaluations/0/total }}、{{ /base_data/0/staff/in_post | plain }}、"
        "{{/evaluations/project-甲/total}}、{{= 3}}"
    )
    dossier = from_json(
        _first(
            evaluations=[{"kind": "project", "name": "甲", "total": "96"}],
            base_data=[{"staff": {"in_post": "3"}}],
            reports=[{"kind": "unit", "sections": [{"title": "一", "paragraphs": [words]}]}],
        )
    )
    text = str(resolve(dossier, "/records/2/sections/0/paragraphs/0"))
    assert text == (
        "{{ /records/0/total }}、{{ /records/1/staff/in_post | plain }}、{{/records/project-甲/total}}、{{= 3}}"
    )


def test_waivers_follow_their_records() -> None:
    dossier = from_json(_first(evaluations=[{"kind": "project", "name": "甲"}], reports=[{"kind": "unit"}]))
    assert pointer_of_first("/reports/0/title", dossier) == "/records/1/title"
    assert pointer_of_first("/evaluations/project-甲/total", dossier) == "/records/project-甲/total"
    assert pointer_of_first("/evaluations/9/total", dossier) == "/records/9/total"
    assert pointer_of_first("/records/0", dossier) == "/records/0"
    assert pointer_of_first("", dossier) == ""


def test_what_is_not_of_version_1_stays() -> None:
    data = {"schema": "jixiao/dossier/2", "records": []}
    assert upgraded(data) is data
    assert upgraded(3) == 3
    assert upgraded({"unit": "某局"}) == {"unit": "某局"}


def test_a_kind_of_a_newer_version_is_kept(tmp_path: Path) -> None:
    record = {"kind": "rural-survey", "id": "r", "rows": [{"a": "1"}], "title": "调查表"}
    dossier = from_json({"schema": "jixiao/dossier/2", "records": [record]})
    save(dossier, tmp_path / "d.json")
    assert json.loads((tmp_path / "d.json").read_text("utf-8"))["records"] == [record]
    assert to_json(load(tmp_path / "d.json")) == to_json(dossier)


def test_a_slip_in_a_kind_is_no_newer_version() -> None:
    with pytest.raises(UnreadableError, match="是不是 project-evaluation"):
        from_json({"schema": "jixiao/dossier/2", "records": [{"kind": "projekt-evaluation"}]})


def test_a_record_of_any_class_can_be_asked_for() -> None:
    dossier = Dossier(records=(Evaluation(kind="unit-evaluation", name="某局"),))
    assert [at for at, _ in dossier.each(Evaluation)] == ["/records/0"]
