"""Dossiers on disk: every form reads back equal; what does not fit is named with its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jixiao.model import (
    BaseData,
    Claim,
    Dossier,
    Doubt,
    Evaluation,
    Figure,
    Indicator,
    Report,
    Section,
    SpendingLine,
    UnreadableError,
)
from jixiao.model.schema import dossier_schema, schema_text
from jixiao.model.store import from_json, is_dossier, load, save, to_json

DOSSIER = Dossier(
    unit="某局",
    year=2024,
    records=(
        *(
            Evaluation(
                kind="project-evaluation",
                name="办案费",
                goal_expected="1、甲；\n2、乙。",
                indicators=(
                    Indicator(
                        name="培训",
                        target="≥6次",
                        actual="",
                        score=Figure("9.50"),
                        doubts=(Doubt(field="weight", raw="5 4", reason="一格两个数"),),
                    ),
                ),
            ),
        ),
        *(BaseData(kind="base-data", lines=(SpendingLine(key="projects", label="项目支出", budget=Figure("")),)),),
        *(
            Report(
                kind="unit-report",
                title="报告",
                sections=(Section(number="一、", title="情况", paragraphs=("甲。", "乙。")),),
            ),
        ),
    ),
)


@pytest.mark.parametrize("name", ["d.json", "d.yaml", "d.yml", "folder"])
def test_writing_then_reading_is_the_identity(tmp_path: Path, name: str) -> None:
    files = save(DOSSIER, tmp_path / name)
    assert all(f.is_file() for f in files)
    assert is_dossier(tmp_path / name)
    assert load(tmp_path / name) == DOSSIER


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    save(DOSSIER, tmp_path / "folder")
    with pytest.raises(FileExistsError):
        save(DOSSIER, tmp_path / "folder")


def test_claims_follow_from_the_text_and_are_not_saved(tmp_path: Path) -> None:
    claim = Claim(kind="money", paragraph="/sections/0/paragraphs/0", start=0, end=1, quote="甲")
    with_claim = DOSSIER.mapped(Report, lambda report: report.model_copy(update={"claims": (claim,)}))
    save(with_claim, tmp_path / "d.json")
    assert load(tmp_path / "d.json") == DOSSIER


def test_blank_absent_and_doubtful_stay_apart() -> None:
    indicator = to_json(DOSSIER)["records"][0]["indicators"][0]
    assert indicator["actual"] == ""
    assert "explanation" not in indicator
    assert indicator["doubts"][0]["raw"] == "5 4"
    assert indicator["score"] == "9.50"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.json", b"{", "JSON"),
        ("a.yaml", b"a: [1", "括号没有配对"),
        ("b.yaml", b"a: \x00", "控制字符"),
        ("a.json", b"\xff\xfe\x00", "UTF-8"),
        ("a.yaml", b"unit: x\nscroe: 3\n", "/scroe"),
        ("a.yaml", b"evaluations:\n- kind: project\n  total: 9.5\n", "/evaluations/0/total"),
        ("a.json", b'{"schema": "jixiao/dossier/99"}', "/schema"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableError, match=said) as error:
        load(tmp_path / name)
    assert name in str(error.value)


def test_deep_json_is_refused_not_a_crash(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[" * 100_000, encoding="utf-8")
    with pytest.raises(UnreadableError):
        load(tmp_path / "a.json")


def test_missing_things(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"dossier\.yaml"):
        load(tmp_path)
    with pytest.raises(UnreadableError, match="打不开"):
        load(tmp_path / "none.yaml")
    assert not is_dossier(tmp_path)
    assert not is_dossier(tmp_path / "x.docx")
    (tmp_path / "dossier.yaml").write_text("", encoding="utf-8")
    assert load(tmp_path) == Dossier()


def test_from_json_names_its_source() -> None:
    with pytest.raises(UnreadableError, match="某文件"):
        from_json({"year": "二〇二四"}, "某文件")


def test_published_schema_is_current() -> None:
    published = Path(__file__).resolve().parents[2] / "docs" / "schema" / "dossier-2.json"
    assert published.read_text(encoding="utf-8") == schema_text(), "run: python -m jixiao.model.schema"
    schema = dossier_schema()
    assert "schema" in schema["properties"]
    assert set(json.loads(schema_text())["$defs"]) >= {"Evaluation", "Indicator", "Report", "BaseData"}
