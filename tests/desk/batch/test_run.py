"""A bureau's folder from end to end: right cases, the findings that each has alone, resumed where it broke off."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jixiao.desk import Papers, annotated, assess, assessment_json, open_all, open_case, write_overview_papers
from jixiao.desk.batch.options import BatchOptions
from jixiao.desk.batch.overview import Overview
from jixiao.desk.batch.run import Progress, run_batch
from jixiao.desk.batch.runner import Spawned
from jixiao.desk.batch.state import State
from tests.acceptance.folder import UNITS, YEARS, Handed, a_bureau, with_mishaps

DAY = BatchOptions(date(2026, 5, 20))


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Handed], tuple[Path, Path, Path]]:
    root = tmp_path_factory.mktemp("bureau") / "2024年报送"
    filed = a_bureau(root)
    return root, filed, with_mishaps(root, filed)


def state(folder: Path) -> State:
    return State(folder / "state")


def findings(case: dict[str, Any]) -> Counter[tuple[str, str, str]]:
    return Counter((f["code"], f["at"], f["message"]["zh"]) for f in case["findings"])


@pytest.fixture(scope="module")
def whole(
    bureau: tuple[Path, list[Handed], Any], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Overview, list[dict[str, Any]]]:
    cases: list[dict[str, Any]] = []
    overview = run_batch(
        [bureau[0]], DAY, state=state(tmp_path_factory.mktemp("s")), use=lambda o: cases.extend(o.assessments())
    )
    return overview, cases


def test_the_cases_are_right(bureau: Any, whole: Any) -> None:
    _, filed, (cut, copy, zipped) = bureau
    overview, _ = whole
    assert {(one.unit, one.year) for one in overview.cases} == {(unit, year) for unit in UNITS for year in YEARS}
    assert len(overview.cases) == len(filed)
    for one in filed:
        (case,) = [case for case in overview.cases if (case.unit, case.year) == (one.unit, one.year)]
        expected = {str(path) for path in one.files if path != cut and path.exists()}
        if one.unit == UNITS[0] and copy.parent == one.files[0].parent:
            expected.add(str(copy))
        assert expected <= set(case.files)
        assert len(case.lines) == 5
        assert bool(case.missing) == (one.files[1] == cut)
    assert [Path(one.path) for one in overview.not_read] == [cut]
    assert any(str(zipped) in path for case in overview.cases for path in case.files)
    assert [Path(path).name for path in overview.left_out] == ["现场照片.jpg"]
    assert overview.incomplete


def test_every_case_has_the_findings_that_it_has_alone(bureau: Any, whole: Any) -> None:
    _, filed, (cut, _, _) = bureau
    together = {(case["unit"], case["year"]): case for case in whole[1]}
    alone = [one for one in filed if all(path.exists() for path in one.files) and cut not in one.files][::5]
    assert len(alone) >= 4
    for one in alone:
        (case,) = assessment_json(assess((open_case(one.files),), as_of=DAY.as_of))["cases"]
        assert findings(case) == findings(together[one.unit, one.year])


def test_opened_in_one_go_it_is_the_same(bureau: Any, whole: Any) -> None:
    opened = open_all([bureau[0]])
    data = assessment_json(assess(opened.cases, as_of=DAY.as_of))
    assert json.dumps(data["cases"], ensure_ascii=False) == json.dumps(whole[1], ensure_ascii=False)


def test_in_two_processes_and_again_it_is_the_same_bytes(bureau: Any, whole: Any, tmp_path: Path) -> None:
    results = []
    for turn in range(2):
        out = tmp_path / f"{turn}" / "out"
        papers = Papers(out)
        said: list[Progress] = []
        cases: list[dict[str, Any]] = []

        def use(overview: Overview, cases: list[dict[str, Any]] = cases, papers: Papers = papers) -> None:
            cases.extend(overview.assessments())
            write_overview_papers(overview, papers)

        with Spawned(2) as runner:
            run_batch([bureau[0]], DAY, runner=runner, papers=papers, state=state(tmp_path), tell=said.append, use=use)
        assert cases == whole[1]
        assert {(p.round, p.done == p.total) for p in said} >= {("looking", True), ("judging", True)}
        results.append({p.relative_to(out): p.read_bytes() for p in out.rglob("*") if p.is_file()})
    assert results[0] == results[1]
    names = {path.name for path in results[0]}
    assert {f"{UNITS[0]} 2023-核查.html", "自评报告-批注.docx", "表2-批注.docx", "工作底稿.xlsx"} <= names
    assert Path("图书馆.zip") in {path.parents[-2] for path in results[0] if len(path.parents) > 1}
    assert not (tmp_path / "state").exists()


def test_a_run_that_was_interrupted_goes_on_where_it_was(bureau: Any, whole: Any, tmp_path: Path) -> None:
    done = 0

    def interrupt(progress: Progress) -> None:
        nonlocal done
        if progress.round == "judging":
            done = progress.done
            if done == 10:
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_batch([bureau[0]], DAY, state=state(tmp_path), tell=interrupt)
    assert done == 10
    cases: list[dict[str, Any]] = []
    overview = run_batch([bureau[0]], DAY, state=state(tmp_path), use=lambda o: cases.extend(o.assessments()))
    assert overview.resumed == 10
    assert cases == whole[1]


def test_other_options_find_nothing_to_resume(bureau: Any, tmp_path: Path) -> None:
    folder = bureau[1][0].files[0].parent

    def interrupt(progress: Progress) -> None:
        if progress.round == "judging":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_batch([folder], DAY, state=state(tmp_path), tell=interrupt)
    other = BatchOptions(date(2026, 5, 20), select=("SC",))
    overview = run_batch([folder], other, state=state(tmp_path))
    assert overview.resumed == 0
    assert {code[:2] for one in overview.cases for code in one.codes} <= {"SC"}


def test_a_file_that_hangs_or_kills_its_process_is_listed(bureau: Any, tmp_path: Path, monkeypatch: Any) -> None:
    folder = tmp_path / "in"
    shutil.copytree(bureau[1][0].files[0].parent, folder)
    (folder / "沉睡.docx").write_bytes(b"PK\x03\x04sleep")
    (folder / "猝死.docx").write_bytes(b"PK\x03\x04die")
    from tests.desk.batch import odd_files

    monkeypatch.setattr("jixiao.desk.batch.run.look_at", odd_files.look_at)
    with Spawned(2, seconds=15) as runner:
        overview = run_batch([folder], DAY, runner=runner, state=state(tmp_path))
    assert {Path(one.path).name: str(one.why)[:6] for one in overview.not_read} == {
        "沉睡.docx": "超过时限没有", "猝死.docx": "处理时进程中",
    }  # fmt: skip
    assert len(overview.cases) == 1
    assert overview.incomplete


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Windows consoles are other ones")
def test_ctrl_c_in_the_middle_leaves_no_process_and_can_be_resumed(bureau: Any, tmp_path: Path) -> None:
    script = tmp_path / "go.py"
    script.write_text(
        "from datetime import date\nfrom pathlib import Path\n"
        "from jixiao.desk.batch.run import run_batch\nfrom jixiao.desk.batch.runner import Spawned\n"
        "from jixiao.desk.batch.state import State\nfrom jixiao.desk.batch.options import BatchOptions\n"
        "if __name__ == '__main__':\n"
        "    with Spawned(2) as runner:\n"
        f"        found = run_batch([{str(bureau[0])!r}], BatchOptions(date(2026, 5, 20)), runner=runner,\n"
        f"            state=State(Path({str(tmp_path / 'state')!r})), tell=lambda p: print(*p, flush=True))\n"
        "    print('resumed', found.resumed, len(found.cases))\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    first = subprocess.Popen(
        [sys.executable, script], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        start_new_session=True,
    )  # fmt: skip
    assert first.stdout
    for line in first.stdout:
        if line.startswith("judging 3"):
            os.killpg(first.pid, signal.SIGINT)
            break
    first.stdout.read()
    assert first.wait(90) != 0
    deadline = time.monotonic() + 60
    while _alive(first.pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not _alive(first.pid)
    second = subprocess.run([sys.executable, script], env=environment, capture_output=True, text=True, check=True)
    words = second.stdout.splitlines()[-1].split()
    assert words[0] == "resumed"
    assert int(words[1]) >= 3
    assert int(words[2]) == len(UNITS) * len(YEARS)


def _alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_an_annotated_workbook_is_read_as_it_was(bureau: Any, tmp_path: Path) -> None:
    path = next(path for one in bureau[1] for path in one.files if path.suffix == ".xlsx" and path.exists())
    (one,) = assess((open_case([path]),), as_of=DAY.as_of).cases
    annotated(one, path, tmp_path / "back.xlsx")
    again = open_case([tmp_path / "back.xlsx"])
    assert again.dossier == one.case.dossier
    assert again.unplaced == one.case.unplaced
