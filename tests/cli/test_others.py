"""The other commands, and odd consoles."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

import pytest

from jixiao import __version__
from jixiao.audit import catalogue
from jixiao.model import Evaluation
from jixiao.model.store import load

from .conftest import EXAMPLES
from .run import jixiao, process


def test_version() -> None:
    assert process("--version").stdout.decode().strip() == f"jixiao {__version__}"
    assert __version__ in jixiao("--version").stdout
    assert jixiao().exit_code == 2


def test_read_json(published: Path) -> None:
    data = json.loads(jixiao("read", published, "--format", "json").stdout)
    assert data.keys() == {"schema", "dossier", "trace", "layouts", "unplaced"}
    assert data["trace"]["/records/0/total"]["file"] == hashlib.sha256(published.read_bytes()).hexdigest()
    assert data["unplaced"] == []


def test_read_text(published: Path) -> None:
    result = jixiao("read", published)
    assert result.exit_code == 0
    assert "增加财政非税收入" in result.stdout
    assert "部门基本支出预算调整" in result.stdout
    assert "sections" in jixiao("read", published, "--lang", "en").stdout


def test_score(published: Path) -> None:
    assert "复算" in jixiao("score", published).stdout
    assert "3.62" in jixiao("score", published, "--rows").stdout
    data = json.loads(jixiao("score", published, "--format", "json").stdout)
    row = next(s for s in data["scores"] if s["name"] == "增加财政非税收入")
    assert (row["low"], row["stated"]) == ("3.62", "5")
    assert row["derivation"]["inputs"]


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("增加财政非税收入", "45.28%"),
        ("办案费", "97"),
        ("/records/project-办案费/indicators/10/score", "3.62"),
        ("/records/3/total", "97"),
        ("预算执行率", "1627.57"),
    ],
)
def test_explain(published: Path, what: str, said: str) -> None:
    result = jixiao("explain", published, what)
    assert result.exit_code == 0
    assert said in result.stdout
    assert "依据" in result.stdout


def test_explain_what_is_not_there(published: Path) -> None:
    for what in ("没有这个指标", "/nothing/at/all"):
        result = jixiao("explain", published, what)
        assert result.exit_code == 2
        assert what in result.stderr


def test_rules() -> None:
    result = jixiao("rules")
    for rule in catalogue():
        assert rule.code in result.stdout
    page = jixiao("rules", "total-score-mismatch").stdout
    assert "为什么重要" in page
    assert len(json.loads(jixiao("rules", "SC", "--format", "json").stdout)) > 3
    assert jixiao("rules", "QQ").exit_code == 2


def test_policies() -> None:
    assert "岳阳" in jixiao("policies").stdout
    assert "weights" in jixiao("policies", "cn").stdout
    assert json.loads(jixiao("policies", "--format", "json").stdout)
    data = json.loads(jixiao("policies", "cn", "--format", "json").stdout)
    assert all(isinstance(p["value"], str) for p in data["parameters"])
    assert jixiao("policies", "nowhere").exit_code == 2


def test_new_check_write(tmp_path: Path) -> None:
    folder = tmp_path / "卷宗"
    made = jixiao("new", folder, "--unit", "某县某局", "--year", 2025, "--project", "甲项目", "--project", "乙项目")
    assert made.exit_code == 0
    dossier = load(folder)
    assert [e.name for e in dossier.every(Evaluation)] == ["某县某局", "甲项目", "乙项目"]
    assert "规则出错" not in jixiao("check", folder).stdout
    out = tmp_path / "out"
    written = jixiao("write", folder, "--out", out)
    assert written.exit_code == 0, written.stderr
    assert sorted(p.suffix for p in out.iterdir()) == [".docx", ".html", ".xlsx"]
    again = jixiao("write", folder, "--out", out)
    assert again.exit_code == 2
    assert "已存在" in again.stderr


def test_new_refuses_what_is_in_use(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("1", encoding="utf-8")
    assert jixiao("new", tmp_path, "--unit", "某局", "--year", 2025).exit_code == 2
    assert jixiao("new", tmp_path / "x", "--unit", "某局", "--year", 2025).exit_code == 2
    assert jixiao("new", tmp_path / "d.yaml", "--unit", "某局", "--year", 2025).exit_code == 2
    assert jixiao("new", tmp_path / "y", "--unit", "某局", "--year", 1825).exit_code == 2


def test_write_corrects_what_follows_and_asks_the_rest(published: Path, tmp_path: Path) -> None:
    before = hashlib.sha256(published.read_bytes()).hexdigest()
    result = jixiao("write", published, "--correct", "--out", tmp_path)
    assert result.exit_code == 0
    assert "96 → 97" in result.stdout
    assert "98.96" in result.stdout
    assert hashlib.sha256(published.read_bytes()).hexdigest() == before
    corrected = next(tmp_path.glob("*.docx"))
    assert "word/comments.xml" in zipfile.ZipFile(corrected).namelist()
    checked = json.loads(jixiao("check", corrected, "--format", "json").stdout)
    assert not [f for f in checked["cases"][0]["findings"] if f["code"] == "SC101"]


def test_write_one_kind(consistent: Path, tmp_path: Path) -> None:
    assert jixiao("write", consistent, "--kind", "excel", "--out", tmp_path).exit_code == 0
    assert [p.suffix for p in tmp_path.iterdir()] == [".xlsx"]


def test_demo_shows_everything_and_never_overwrites(tmp_path: Path) -> None:
    result = jixiao("demo", "--out", tmp_path / "demo")
    assert result.exit_code == 0
    names = {p.name for p in (tmp_path / "demo").iterdir()}
    assert names >= {"published.docx", "published-annotated.docx", "corrected.docx", "corrected.xlsx", "dossier"}
    assert "SC101" in result.stdout
    assert "jixiao explain" in result.stdout
    assert jixiao("demo", "--out", tmp_path / "demo").exit_code == 0
    assert (tmp_path / "demo-2").is_dir()


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "cp437", "latin-1", "utf-8"])
def test_every_console_gets_an_answer(published: Path, encoding: str) -> None:
    result = process("check", published, encoding=encoding)
    assert result.returncode == 1, result.stderr
    assert b"Traceback" not in result.stderr
    text = result.stdout.decode(encoding)
    assert "SC101" in text
    assert ("错误" in text) if encoding in ("gbk", "utf-8") else ("error" in text)


def test_json_is_utf8_on_every_console(published: Path) -> None:
    result = process("check", published, "--format", "json", encoding="ascii")
    assert json.loads(result.stdout.decode("utf-8"))["summary"]["error"] == 2


def test_unreadable_on_an_ascii_console(tmp_path: Path) -> None:
    result = process("check", tmp_path / "没有.docx", encoding="ascii")
    assert result.returncode == 2
    assert b"Traceback" not in result.stderr


def test_examples_are_dossiers() -> None:
    for folder in EXAMPLES.iterdir():
        assert load(folder / "dossier").every(Evaluation)
