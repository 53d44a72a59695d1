"""A dossier as YAML to fill in: it has every field, says what each is, and reads as the same dossier."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from tests.writing.dossiers import DOSSIERS

from jixiao.forms.fields import described, field_of, fields_of, words_to_fill
from jixiao.forms.skeleton import skeleton
from jixiao.model import Dossier, Frozen, Unknown
from jixiao.model.store import load, save

PLACES = ("", "四川省", "云南省", "湖北省", "宁夏", "岳阳市")


def empty(place: str) -> Dossier:
    return skeleton(unit="某单位", year=2025, projects=["甲项目", "乙项目"], place=place)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", ["卷宗", "卷宗.yaml"])
def test_a_template_reads_as_the_same_dossier(tmp_path: Path, place: str, name: str) -> None:
    dossier = empty(place)
    save(dossier, tmp_path / name, words_to_fill())
    assert load(tmp_path / name) == dossier


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DOSSIERS)
def test_so_does_any_dossier(given_: Dossier) -> None:
    with tempfile.TemporaryDirectory() as folder:
        save(given_, Path(folder) / "a.yaml", words_to_fill())
        save(given_, Path(folder) / "b.yaml")
        assert load(Path(folder) / "a.yaml") == load(Path(folder) / "b.yaml")


def _keys(data: object) -> set[str]:
    if isinstance(data, dict):
        return set(data) | {key for value in data.values() for key in _keys(value)}
    return {key for item in data for key in _keys(item)} if isinstance(data, list) else set()


def test_it_has_every_field_that_people_fill_in(tmp_path: Path) -> None:
    """Fields of lists that are still empty stand in the example of an entry."""
    files = save(empty(""), tmp_path / "x", words_to_fill())
    text = "\n".join(file.read_text("utf-8") for file in files)
    there = {key for file in files for key in _keys(yaml.safe_load(file.read_text("utf-8")))}
    for kind in described():
        for name, field in fields_of(kind).items():
            if field.by != "program" and name != "records":  # these are the files
                assert name in there or f"{name}: {field.example}" in text.replace("'", ""), (kind, name)
                assert field.says in text, (kind, name)


def test_each_field_is_explained_once_a_file_above_it(tmp_path: Path) -> None:
    save(empty(""), tmp_path / "x.yaml", words_to_fill())
    lines = (tmp_path / "x.yaml").read_text("utf-8").split("\n")
    place = next(number for number, line in enumerate(lines) if line.strip() == "actual: ''")
    assert lines[place - 2].strip().startswith("# 实际完成值 actual value：与指标值同一口径")
    assert lines[place - 1].strip() == "# 例：1236盏"
    assert sum("实际完成值 actual value" in line for line in lines) == 1


def test_figures_stay_quoted_and_the_plain_file_has_no_comments(tmp_path: Path) -> None:
    save(empty(""), tmp_path / "x.yaml", words_to_fill())
    save(empty(""), tmp_path / "y.yaml")
    assert "weight: '10'" in (tmp_path / "x.yaml").read_text("utf-8")
    assert "#" not in (tmp_path / "y.yaml").read_text("utf-8")


def test_a_kind_of_a_newer_version_is_written_as_it_is(tmp_path: Path) -> None:
    newer = Dossier(unit="某局", records=(Unknown.model_validate({"kind": "budget-x", "rows": [{"a": "1"}]}),))
    save(newer, tmp_path / "x.yaml", words_to_fill())
    assert load(tmp_path / "x.yaml") == newer


def test_what_only_the_program_keeps_is_left_out_where_it_is_empty() -> None:
    words = words_to_fill()
    owned: list[type[Frozen]] = [kind for kind in described() if field_of(kind, next(iter(kind.model_fields)))]
    assert words.comment(owned[1], "doubts") is None
    assert words.example(owned[1], "doubts") == ""
