"""Forms on the command line: which there are, which one is written on, what it has no place for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jixiao.forms.layouts import available
from jixiao.model import Evaluation
from jixiao.model.store import load, save
from tests.writing.dossiers import dossier

from .run import jixiao


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A small dossier, filled in."""
    folder = tmp_path / "卷宗"
    save(dossier(), folder)
    return folder


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_list(lang: str) -> None:
    shown = jixiao("forms", "--lang", lang).stdout
    assert all(layout.id in shown for layout in available())
    assert ("未核对" if lang == "zh" else "Sichuan") in shown


def test_the_list_as_json() -> None:
    data = json.loads(jixiao("forms", "--format", "json").stdout)
    assert {entry["id"] for entry in data} == {layout.id for layout in available()}
    sichuan = next(entry for entry in data if entry["id"] == "project-sichuan-2023")
    assert (sichuan["place"], sichuan["from"], sichuan["to"], sichuan["verified"]) == ("cn/sichuan", 2023, None, False)


def test_write_says_which_form_and_what_it_has_no_place_for(filled: Path, tmp_path: Path) -> None:
    plain = jixiao("write", filled, "--kind", "word", "--out", tmp_path / "a", "--lang", "zh")
    assert plain.exit_code == 0
    assert "财预〔2020〕10号" in plain.stdout
    assert "没有写出" not in plain.stdout
    hubei = jixiao(
        "write", filled, "--kind", "word", "--out", tmp_path / "b", "--form", "project-hubei-2020", "--lang", "zh"
    ).stdout.replace("\n", "")
    assert "按指定选用“湖北省项目自评表”" in hubei
    assert "航道养护费" in hubei
    assert "年初预算数 3 处" in "".join(hubei.split("  "))
    english = jixiao(
        "write", filled, "--kind", "html", "--out", tmp_path / "c", "--form", "project-hubei-2020", "--lang", "en"
    )
    assert "has no place for" in english.stdout


@pytest.mark.parametrize(
    ("form", "said"),
    [("project-sichuan-20", "是不是 project-sichuan-2023"), ("nowhere.yaml", "打不开"), ("wrong.yaml", "不是版式文件")],
)
def test_a_form_that_is_not_there(filled: Path, tmp_path: Path, form: str, said: str) -> None:
    (tmp_path / "wrong.yaml").write_text("[]", encoding="utf-8")
    asked = tmp_path / form if form == "wrong.yaml" else form
    result = jixiao("write", filled, "--out", tmp_path / "a", "--form", asked, "--lang", "zh")
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (tmp_path / "a").exists()


def test_a_form_of_another_kind_of_table(filled: Path, tmp_path: Path) -> None:
    new = jixiao(
        "new", tmp_path / "x", "--unit", "某局", "--year", 2025, "--form", "project-hubei-2020", "--lang", "zh"
    )
    assert new.exit_code == 2
    assert "没有这种表" in new.stderr
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    ("more", "label"),
    [
        ((), "年度资金总额"),
        (("--place", "四川"), "财政专户管理资金"),
        (("--form", "project-hubei-2020"), "年度财政资金总额"),
    ],
)
def test_a_new_dossier_has_the_rows_of_its_form(tmp_path: Path, more: tuple[str, ...], label: str) -> None:
    made = jixiao("new", tmp_path / "x", "--unit", "某局", "--year", 2025, "--project", "甲", *more)
    assert made.exit_code == 0
    project = next(e for e in load(tmp_path / "x").every(Evaluation) if e.scope == "project")
    assert label in [line.label for line in project.funds.lines]
    assert project.state == "open"
    assert jixiao("check", tmp_path / "x").exit_code in (0, 1)
