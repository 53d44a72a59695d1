"""The desk: one recipe for all consumers; JSON of the promised shape; time as an input; two files of one name."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pytest

from jixiao.audit import Waiver
from jixiao.audit.rule import Outcome, rule
from jixiao.desk import (
    annotated,
    assess,
    assessment_json,
    corrected,
    layouts_seen,
    marked_page,
    open_case,
    open_cases,
    write_papers,
)
from jixiao.desk.schema import ASSESSMENT, schema_text
from jixiao.model import BaseData, Dossier, Evaluation, Report, Severity
from jixiao.model.pointer import find, resolve, stable
from jixiao.writing.word import write_word
from tests.cli.run import jixiao
from tests.records import with_records

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "yueyang-2024" / "dossier"
DAY = date(2026, 5, 20)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk") / "report.docx"
    write_word(open_case([EXAMPLE]).source, path)
    return path


def test_the_library_example_of_the_documentation_runs(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(published, tmp_path / "report.docx")
    monkeypatch.chdir(tmp_path)
    code = re.search(r"```python\n(.*?)```", (ROOT / "docs" / "library.md").read_text("utf-8"), re.DOTALL)
    assert code
    exec(compile(code[1], "library.md", "exec"), {})
    said = capsys.readouterr().out
    assert "SC101" in said
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        "marked.html", "report.docx", "report.html", "report.xlsx",
    ]  # fmt: skip


def test_every_consumer_gets_the_same(published: Path) -> None:
    library = assessment_json(assess(open_cases([published]), as_of=DAY))
    printed = jixiao("check", published, "--format", "json", "--as-of", "2026-05-20")
    assert json.loads(printed.stdout) == json.loads(json.dumps(library, ensure_ascii=False))


def test_the_same_input_gives_the_same_bytes(published: Path) -> None:
    first, second = (json.dumps(assessment_json(assess(open_cases([published]), as_of=DAY))) for _ in range(2))
    assert first == second


def test_the_json_is_of_the_published_shape(published: Path) -> None:
    data = assessment_json(assess(open_cases([published]), as_of=DAY))
    ASSESSMENT.validate_python(data, strict=True)
    assert (data["schema"], data["as_of"]) == ("jixiao/assessment/1", "2026-05-20")
    (case,) = data["cases"]
    sha = hashlib.sha256(published.read_bytes()).hexdigest()
    assert case["files"] == [{"sha256": sha, "name": "report.docx", "paths": [str(published)]}]
    assert (case["year"], case["policy"]["id"]) == (2024, "cn/hunan/yueyang")
    assert data["summary"]["error"] == case["summary"]["error"] == 2
    assert data["summary"]["cases"] == 1
    total = next(f for f in case["findings"] if f["code"] == "SC101")
    assert total["at"] == "/records/project-办案费/total"
    assert total["where"]["file"] == sha
    assert total["message"]["zh"] != total["message"]["en"]
    assert total["values"]["stated"] == "96"
    codes = [record["code"] for record in case["protocol"]]
    assert codes == sorted(codes)
    assert len(codes) == case["summary"]["rules"]


def test_addresses_lead_back(published: Path) -> None:
    case = open_case([published])
    data = assessment_json(assess([case], as_of=DAY))["cases"][0]
    for finding in data["findings"]:
        for address in (finding["at"], *finding["also"], *finding["evidence"]):
            place = find(case.dossier, address)
            assert stable(case.dossier, place) == address
            resolve(case.dossier, place)


def test_the_published_schema_is_current() -> None:
    assert (ROOT / "docs" / "schema" / "assessment-1.json").read_text("utf-8") == schema_text()


def test_waivers_hold_by_stable_addresses_also_of_the_older_schema(published: Path) -> None:
    for at in ("/records/project-办案费/total", "/evaluations/project-办案费/total", "/evaluations/3/total"):
        waiver = Waiver("SC101", at, "已说明", date(2026, 12, 31))
        (one,) = assess(open_cases([published]), as_of=DAY, waivers=[waiver]).cases
        assert [f.code for f, _ in one.audit.waived] == ["SC101"]
        (late,) = assess(open_cases([published]), as_of=date(2027, 1, 1), waivers=[waiver]).cases
        assert [w.code for w in late.audit.expired] == ["SC101"]


def test_two_files_of_one_name_are_two_files(tmp_path: Path) -> None:
    whole = open_case([EXAMPLE]).source
    tables = with_records(whole, Report, ())
    report = Dossier(unit=whole.unit, year=whole.year, records=whole.every(Report))
    parts = []
    for folder, dossier in (("a", tables), ("b", report)):
        (tmp_path / folder).mkdir()
        parts.append(tmp_path / folder / "自评表.docx")
        write_word(dossier, parts[-1])
    (one,) = assess(open_cases(parts), as_of=DAY).cases
    assert len(one.case.files) == 2
    counts = {}
    for folder, part in zip("ab", parts, strict=True):
        annotated(one, part, tmp_path / f"{folder}.docx")
        counts[folder] = [c.text for c in docx.Document(str(tmp_path / f"{folder}.docx")).comments]
    own = {
        sha.sha256: [f for f in one.audit.findings if (p := one.case.trace.get(f.at)) and p.file == sha.sha256]
        for sha in one.case.files
    }
    for folder, file in zip("ab", one.case.files, strict=True):
        assert own[file.sha256]
        assert len(counts[folder]) >= len(own[file.sha256])
    assert any("总分" in text for text in counts["a"])
    assert not any("SC101" in text and "总分写" in text for text in counts["b"])


def test_copies_are_read_once_and_said(published: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.docx"
    shutil.copy(published, copy)
    case = open_case([published, copy])
    assert [file.paths for file in case.files] == [(str(published), str(copy))]
    assert "report.docx" in case.notes[0].message.text("en")  # type: ignore[union-attr]


def test_a_fault_makes_the_result_incomplete(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    @rule(
        "SC998", "breaks-down", title="某", severity=Severity.ERROR, basis="form.total", since="0.1", zh="甲", en="a",
    )  # fmt: skip
    def breaks_down(evaluation: Evaluation) -> Iterator[Outcome]:
        raise ZeroDivisionError("x")
        yield

    monkeypatch.setattr("jixiao.audit.run.chosen", lambda *_: (breaks_down.rule,))  # type: ignore[attr-defined]
    assessment = assess(open_cases([published]), as_of=DAY)
    assert assessment.incomplete
    fault = assessment_json(assessment)["cases"][0]["faults"][0]
    assert (fault["code"], fault["error"]) == ("SC998", "ZeroDivisionError: x")
    assert "breaks_down" in fault["traceback"]
    shown = jixiao("check", published)
    assert shown.exit_code == 3
    assert "SC998" in shown.stdout


def test_papers_are_written_once(published: Path, tmp_path: Path) -> None:
    (one,) = assess(open_cases([published]), as_of=DAY).cases
    written = write_papers(one, tmp_path / "out", "x", correction=corrected(one))
    assert [path.suffix for path in written] == [".docx", ".xlsx", ".html"]
    before = [path.read_bytes() for path in written]
    with pytest.raises(FileExistsError):
        write_papers(one, tmp_path / "out", "x")
    with pytest.raises(NotADirectoryError):
        write_papers(one, written[0], "y")
    assert [path.read_bytes() for path in written] == before
    assert "核查发现" in marked_page(one)


def test_the_protocol_is_printed(published: Path) -> None:
    shown = jixiao("check", published, "--protocol", "--fail-on", "never")
    assert shown.exit_code == 0
    assert "核查记录" in shown.stdout
    assert "TX101" in shown.stdout


def test_the_layout_that_a_table_is_on_is_named_with_how_surely(published: Path) -> None:
    case = open_case([published])
    seen = layouts_seen(case)
    tables = {at for at, _ in (*case.dossier.each(Evaluation), *case.dossier.each(BaseData))}
    assert seen.keys() == tables
    assert seen["/records/1"].layout == "project-yueyang-2022"
    assert seen["/records/1"].sureness > 90
    assert "把握" in jixiao("read", published).stdout


def test_a_file_read_again_keeps_the_ids_it_had(published: Path) -> None:
    first = open_case([published]).dossier
    renamed = first.mapped(
        Evaluation,
        lambda e: e.model_copy(
            update={"indicators": tuple(i.model_copy(update={"id": f"old-{n}"}) for n, i in enumerate(e.indicators))}
        ),
    )
    again = open_case([published], earlier=renamed)
    assert [i.id for e in again.dossier.every(Evaluation) for i in e.indicators] == [
        i.id for e in renamed.every(Evaluation) for i in e.indicators
    ]
    assert "编号不变" in str(again.notes[-1].message)
