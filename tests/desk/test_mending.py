"""Corrections in the user's own file: the seed's twin and the examples, whole and in parts; nothing half written."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import docx
import pytest

from jixiao.desk import Assessed, annotated, assess, compare, corrected, mended, open_case
from jixiao.desk.comparing import State
from jixiao.model import Evaluation, Figure, Severity, UnreadableError
from jixiao.model.pointer import find
from jixiao.writing.annotate import AUTHOR
from jixiao.writing.correct import replaced
from jixiao.writing.excel import write_excel
from jixiao.writing.word import write_word
from tests.shared import shared_path
from tests.writing.mend.made import accepted, differing, part, rejected

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "yueyang-2024" / "dossier"
DAY = date(2026, 5, 20)


def assessed(*paths: Path) -> Assessed:
    return assess([open_case(paths)], as_of=DAY).cases[0]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("mend") / "report.docx"
    write_word(open_case([EXAMPLE]).dossier, path)
    return path


def open_errors(before: Assessed, after: Path) -> set[str]:
    """The rules of the errors that are left."""
    fates = compare(before, assessed(after)).fates
    return {f.finding.code for f in fates if f.state is State.OPEN and f.finding.severity is Severity.ERROR}


@pytest.mark.parametrize("name", ["seed-twin.docx", "seed-twin-resaved.docx"])
def test_the_twin_annotated_corrected_compared(name: str, tmp_path: Path) -> None:
    twin = shared_path(f"samples/{name}")
    one = assessed(twin)
    annotated(one, twin, tmp_path / "批注.docx")
    again = assessed(tmp_path / "批注.docx")
    result = mended(again, tmp_path / "批注.docx", tmp_path / "改.docx", tracked=True, ask=True)
    assert [(change.before, change.after) for change in result.made] == [("96", "97")]
    assert (result.undone, result.elsewhere, result.not_asked) == ((), (), ())
    found = compare(one, assessed(tmp_path / "改.docx"))
    assert found.new == ()
    assert [fate.finding.code for fate in found.fates if fate.state is not State.OPEN] == ["SC101"]
    # what is left of the errors only a person can decide: two figures compete, and the question asks
    left = [f for f in found.fates if f.state is State.OPEN and f.finding.severity is Severity.ERROR]
    assert [question.at for question in corrected(one).open] == [fate.finding.at for fate in left]
    comments = [c.text for c in docx.Document(str(tmp_path / "改.docx")).comments if c.author == AUTHOR]
    assert len(comments) == 1
    assert "请核实后统一" in comments[0]


def test_accepted_it_is_corrected_rejected_it_is_as_it_was(file: Path, tmp_path: Path) -> None:
    from jixiao.writing.splice import spliced

    one, target = assessed(file), tmp_path / "改.docx"
    mended(one, file, target, tracked=True)
    assert f'w:author="{AUTHOR}" w:date="2026-05-20T00:00:00Z"'.encode() in part(target.read_bytes())
    for settle, dossier in ((accepted, corrected(one).dossier), (rejected, one.case.dossier)):
        text = settle(part(target.read_bytes()))
        path = tmp_path / f"{settle.__name__}.docx"
        path.write_bytes(spliced(target.read_bytes(), {"word/document.xml": text}))
        assert open_case([path]).dossier == dossier


def test_of_several_files_each_gets_its_own(tmp_path: Path) -> None:
    whole = open_case([EXAMPLE]).dossier
    tables = [record for record in whole.records if isinstance(record, Evaluation)]
    wrong = replaced(tables[0], "/total", Figure("50"))
    paths = [tmp_path / "甲.docx", tmp_path / "乙.xlsx"]
    records = [(wrong,), tuple(record for record in whole.records if record is not tables[0])]
    for path, own, write in zip(paths, records, (write_word, write_excel), strict=True):
        write(whole.model_copy(update={"records": own}), path)
    one = assessed(*paths)
    assert len(corrected(one).changes) == 2
    results = [mended(one, path, path.with_stem("改" + path.stem)) for path in paths]
    assert [(len(result.made), len(result.elsewhere)) for result in results] == [(1, 1), (1, 1)]
    again = open_case([path.with_stem("改" + path.stem) for path in paths])
    assert {e.total.raw for e in again.dossier.every(Evaluation) if e.total} == {
        e.total.raw for e in corrected(one).dossier.every(Evaluation) if e.total
    }


def test_the_same_input_gives_the_same_bytes(file: Path, tmp_path: Path) -> None:
    one = assessed(file)
    targets = [tmp_path / f"{n}.docx" for n in range(2)]
    for target in targets:
        mended(one, file, target, tracked=True, ask=True)
    first, second = (target.read_bytes() for target in targets)
    assert first == second
    assert differing(file.read_bytes(), first) == [
        "[Content_Types].xml", "word/_rels/document.xml.rels", "word/comments.xml", "word/document.xml",
    ]  # fmt: skip


def test_mended_again_nothing_is_left_to_do(file: Path, tmp_path: Path) -> None:
    mended(assessed(file), file, tmp_path / "1.docx", tracked=True)
    again = mended(assessed(tmp_path / "1.docx"), tmp_path / "1.docx", tmp_path / "2.docx", tracked=True)
    assert again.made == ()
    assert (tmp_path / "1.docx").read_bytes() == (tmp_path / "2.docx").read_bytes()


def test_questions_of_a_workbook_are_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    whole = open_case([EXAMPLE]).dossier
    # the total says one thing, its parts another, and the rate supports the total
    at = find(whole, "/records/project-办案费/funds/lines")
    lines = next(e for e in whole.every(Evaluation) if e.name == "办案费").funds.lines
    for number, line in enumerate(lines):
        if line.source == "fiscal" and line.revised_budget is not None:
            whole = replaced(whole, f"{at}/{number}/revised_budget", Figure("1.00"))
    write_excel(whole, path)
    one = assessed(path)
    assert corrected(one).open
    result = mended(one, path, tmp_path / "改.xlsx", ask=True)
    assert result.asked + len(result.not_asked) == len(corrected(one).open)


def test_nothing_is_overwritten_or_left_half_done(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, target = assessed(file), tmp_path / "改.docx"
    target.write_text("别人的")
    with pytest.raises(FileExistsError):
        mended(one, file, target)
    assert target.read_text() == "别人的"

    def interrupted(self: Path, data: bytes) -> int:
        self.open("wb").close()
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "write_bytes", interrupted)
    with pytest.raises(KeyboardInterrupt):
        mended(one, file, tmp_path / "新.docx")
    assert [path.name for path in tmp_path.iterdir()] == ["改.docx"]


def test_the_example_of_the_documentation_runs(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "report.docx").write_bytes(file.read_bytes())
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "library.md").read_text("utf-8"), re.DOTALL)
    (code,) = (block for block in blocks if "mended(" in block)
    exec(compile(code, "library.md", "exec"), {})
    said = capsys.readouterr().out
    assert "96 97" in said
    assert "已改正 SC101 表5 办案费 · 总分" in said


def test_what_is_no_office_file_is_refused(file: Path, tmp_path: Path) -> None:
    text = tmp_path / "表.txt"
    text.write_text("甲", "utf-8")
    with pytest.raises(UnreadableError, match="就地改正"):
        mended(assessed(file), text, tmp_path / "改.docx")
    assert not (tmp_path / "改.docx").exists()
