"""``jixiao compare``: before and after told, in both languages and as data; the exit code says what is left."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jixiao.desk import corrected, open_case
from jixiao.desk.assessing import assess
from jixiao.model.store import save
from tests.cli.conftest import EXAMPLES
from tests.cli.run import jixiao
from tests.desk.test_desk import DAY


@pytest.fixture(scope="module")
def mended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    case = open_case([EXAMPLES / "yueyang-2024" / "dossier"])
    (one,) = assess([case], as_of=DAY).cases
    folder = tmp_path_factory.mktemp("mended") / "dossier"
    save(corrected(one).dossier, folder)
    return folder


def test_what_was_mended_and_what_is_left(mended: Path) -> None:
    before = EXAMPLES / "yueyang-2024" / "dossier"
    result = jixiao("compare", before, mended)
    assert result.exit_code == 1  # the competing figure is a person's to decide
    assert "已改正" in result.stdout
    assert "96 → 97" in result.stdout
    assert result.stdout.index("■ 未改") < result.stdout.index("■ 已改正")
    english = jixiao("compare", before, mended, "--lang", "en", "-v").stdout
    assert "mended" in english
    assert "/records/project-办案费/total" in english


def test_as_data(mended: Path) -> None:
    data = json.loads(jixiao("compare", EXAMPLES / "yueyang-2024" / "dossier", mended, "--format", "json").stdout)
    assert data["schema"] == "jixiao/comparison/1"
    assert [one["after"] for one in data["changes"] if one["at"] == "/records/project-办案费/total"] == ["97"]


def test_nothing_left(mended: Path) -> None:
    consistent = EXAMPLES / "consistent" / "dossier"
    copy = mended.parent / "again"
    save(open_case([consistent]).source, copy)
    result = jixiao("compare", consistent, copy)
    assert result.exit_code == 0
    assert "未改" not in result.stdout.splitlines()[0] or "错误" not in result.stdout


def test_the_same_file_twice_is_a_slip() -> None:
    result = jixiao("compare", EXAMPLES / "consistent" / "dossier", EXAMPLES / "consistent" / "dossier")
    assert result.exit_code == 2
    assert "同一份" in result.stderr


def test_an_unknown_rule_is_told(mended: Path) -> None:
    result = jixiao("compare", EXAMPLES / "yueyang-2024" / "dossier", mended, "--select", "ZZ")
    assert result.exit_code == 2
    assert "没有规则叫 ZZ" in result.stderr
