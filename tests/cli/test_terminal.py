"""What a person sees: on terminals of several widths, in a pipe, with and without ``-v``; findings by their number."""

from __future__ import annotations

import errno
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from jixiao.desk import open_case
from jixiao.model import Evaluation, Report
from jixiao.writing import write_word
from tests.records import with_records

from .conftest import EXAMPLES
from .run import jixiao

_NO_LINE_START = "，。、；：？！）」』》”’％%…·"


def _lines(*arguments: Any, columns: int) -> list[str]:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": str(columns)}
    code = "from jixiao.cli.start import main; main()"
    result = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], capture_output=True, env=environment, check=False
    )
    return result.stdout.decode("utf-8").splitlines()


def _on_terminal(columns: int, *arguments: Any) -> str:
    """What a terminal of that width is sent."""
    import fcntl
    import pty
    import struct
    import termios

    lead, follow = pty.openpty()
    fcntl.ioctl(follow, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    environment = {k: v for k, v in os.environ.items() if k != "COLUMNS"}
    environment |= {"TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8"}
    code = "from jixiao.cli.start import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)], stdin=follow, stdout=follow, stderr=follow, env=environment
    )
    os.close(follow)
    data = b""
    while True:
        try:
            read = os.read(lead, 65536)
        except OSError:
            break
        if not read:
            break
        data += read
    process.wait(60)
    os.close(lead)
    return data.decode("utf-8")


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
def test_every_width_is_kept_and_nothing_is_broken(published: Path, columns: int) -> None:
    printed = _lines("check", published, "-v", columns=columns)
    for line in printed:
        if line.lstrip().startswith(("/records/", "jixiao ")) or line.lstrip().startswith("/tmp"):
            continue  # what is copied stays whole
        assert cell_len(line) <= columns, line
        assert not line.lstrip().startswith(tuple(_NO_LINE_START)), line
    figures = {"96.72", "973.08", "1071.51", "564.04", "1627.57"}
    assert all(any(figure in line for line in printed) for figure in figures)


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo terminal")
@pytest.mark.parametrize("columns", [60, 100])
def test_a_terminal_shows_the_lines_of_a_pipe_in_colour(published: Path, columns: int) -> None:
    shown = _on_terminal(columns, "check", published)
    assert "\x1b[1;31m" in shown
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown).replace("\r\n", "\n").splitlines()
    assert [line.rstrip() for line in plain] == [line.rstrip() for line in _lines("check", published, columns=columns)]


def test_tables_first_then_errors_then_warnings_then_how_many_notes(published: Path) -> None:
    told = jixiao("check", published).stdout
    parts = (
        "表或报告",
        "表5 办案费",
        "■ 错误 2",
        "SC101",
        "■ 提醒 36",
        "另有 19 条提示，加 -v 列出",
        "共 2 个错误",
        "接下来",
    )
    assert [told.index(part) for part in parts] == sorted(told.index(part) for part in parts)
    row = next(line for line in told.splitlines() if line.startswith(" 表5 办案费"))
    assert row.split()[2:] == ["96", "97", "72.62–95.62", "优", "1", "6"]
    assert "表5 办案费 · 总分" in told
    assert "/records/" not in told
    assert "提示 TX113" not in told


def test_all_is_told_with_v(published: Path) -> None:
    told = jixiao("check", published, "-v").stdout
    for part in (
        "■ 提示 19",
        "TX113",
        "/records/project-办案费/total",
        "这些材料为什么算一份",
        "单位：表或报告上写的是",
    ):
        assert part in told
    assert "另有 19 条" not in told


def test_a_rule_is_one_entry_with_its_basis_once(published: Path) -> None:
    told = jixiao("check", published, "-v").stdout
    assert len(re.findall(r"! IX201", told)) == 1
    assert "各处都是：全部材料没有说明原因" in told
    assert told.count("关于绩效目标应指向明确的规定") == 1
    assert "35.1、35.2 由此而来" in told


def test_the_counts_are_those_of_the_data(published: Path) -> None:
    data = json.loads(jixiao("check", published, "--format", "json").stdout)
    told = jixiao("check", published).stdout
    summary = data["cases"][0]["summary"]
    assert f"共 {summary['error']} 个错误、{summary['warning']} 个提醒、{summary['info']} 条提示" in told
    rows = [line for line in told.splitlines() if re.match(r" (表\d|部门|项目)", line)]
    assert sum(int(line.split()[-1]) for line in rows) == summary["warning"]


@pytest.mark.parametrize("number", ["1", "2", "25", "35", "35.3", "57"])
def test_explain_takes_the_number_of_a_finding(published: Path, number: str) -> None:
    data = json.loads(jixiao("check", published, "--format", "json").stdout)
    findings = data["cases"][0]["findings"]
    finding = findings[int(number.split(".")[0]) - 1]
    if "." in number:
        finding = finding["consequences"][int(number.split(".")[1]) - 1]
    told = jixiao("explain", published, number).stdout
    one_line = "".join(told.split())
    for part in (f"{finding['code']}", finding["message"]["zh"], finding["at"], "为什么重要", "怎样修改"):
        assert "".join(part.split()) in one_line
    if finding["at"].endswith("/score"):
        assert "公式：" in told


def test_explain_takes_an_address_and_the_options_of_the_check(published: Path) -> None:
    at = "/records/unit-report/sections/实现产出和取得效益情况/paragraphs/p-2"
    assert "TX112" in jixiao("explain", published, at).stdout
    assert "TX101" in jixiao("explain", published, "1", "--select", "TX101").stdout
    wrong = jixiao("explain", published, "99")
    assert wrong.exit_code == 2
    assert "没有第 99 条问题，编号到 57 为止" in wrong.stderr


def test_what_was_not_handed_in_is_one_line(tmp_path: Path) -> None:
    dossier = open_case([EXAMPLES / "consistent" / "dossier"]).dossier
    tables = tmp_path / "tables.docx"
    write_word(with_records(with_records(dossier, Report, ()), Evaluation, dossier.every(Evaluation)[:1]), tables)
    told = jixiao("check", tables).stdout
    assert "未见：项目支出绩效自评表" in told
    assert "绩效自评报告" in told.split("未见：")[1].splitlines()[0]
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04")
    beside = jixiao("check", tmp_path).stdout
    assert "没有读成" in beside


def test_what_is_open_is_not_called_faultless(tmp_path: Path) -> None:
    jixiao("new", tmp_path / "d", "--unit", "某县某局", "--year", 2025)
    told = jixiao("check", tmp_path / "d").stdout
    assert "尚未填写：" in told
    assert "没有发现问题" not in told.replace("已填的部分没有发现问题", "")
    assert "整体支出自评表" in told


def test_next_steps_are_the_last_lines_and_can_be_typed(published: Path, tmp_path: Path) -> None:
    spaced = tmp_path / "自评 报告.docx"
    spaced.write_bytes(published.read_bytes())
    told = jixiao("check", spaced, "--select", "SC101").stdout
    steps = [line.strip() for line in told.split("接下来：")[1].splitlines() if line.strip().startswith("jixiao")]
    assert len(steps) == 3
    assert f"jixiao explain '{spaced}' 1 --select SC101" in steps[0]
    assert "接下来" not in jixiao("check", EXAMPLES / "consistent" / "dossier").stdout


# --- several units ---


def test_commands_take_a_folder_of_several_units(published: Path, consistent: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for path in (published, consistent):
        (folder / path.name).write_bytes(path.read_bytes())
    assert jixiao("read", folder).stdout.count("═" * 20) >= 1
    scores = jixiao("score", folder, "--rows").stdout
    assert scores.count("政策：") == 2
    assert scores.count("■ 表") == 8
    assert len(json.loads(jixiao("score", folder, "--format", "json").stdout)["cases"]) == 2
    assert "45.28%" in jixiao("explain", folder, "增加财政非税收入").stdout
    out = tmp_path / "out"
    assert jixiao("write", folder, "--out", out).exit_code == 0
    assert sorted({path.suffix for path in out.iterdir()}) == [".docx", ".html", ".xlsx"]
    assert len(list(out.iterdir())) == 6
    one_file = jixiao("write", folder, "--out", tmp_path / "all.docx")
    assert one_file.exit_code == 2
    assert "分成 2 份" in one_file.stderr


# --- writing ---


def test_a_file_is_asked_for_by_its_suffix(consistent: Path, tmp_path: Path) -> None:
    target = tmp_path / "new" / "report.docx"
    assert jixiao("write", consistent, "-o", target).exit_code == 0
    assert target.is_file()
    assert [path.name for path in target.parent.iterdir()] == ["report.docx"]
    for arguments, said in (
        (["-o", target], "已存在，没有覆盖"),
        (["-o", tmp_path / "x.pdf"], "写不了 .pdf"),
        (["-o", tmp_path / "x.docx", "--kind", "excel"], "与 x.docx 的后缀不符"),
        (["-o", target / "below"], "路径中有一段是文件"),
    ):
        result = jixiao("write", consistent, *arguments)
        assert result.exit_code == 2
        assert said in result.stderr
        assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "磁盘已满"),
        (PermissionError(errno.EACCES, "Permission denied"), "没有权限"),
        (OSError(errno.EROFS, "Read-only file system"), "磁盘只读"),
        (OSError(errno.EBUSY, "Device or resource busy"), "请在 Word 或 WPS 里关掉它再试"),
    ],
)
def test_a_write_that_fails_is_told_and_leaves_nothing(
    consistent: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, said: str
) -> None:
    def fail(*args: Any) -> None:  # Word is written by then
        raise error

    monkeypatch.setattr("jixiao.desk.papers._write_excel", fail)
    result = jixiao("write", consistent, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert said in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_a_check_says_first_that_its_papers_have_no_place(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    taken = jixiao("check", published, "--out", file)
    assert (taken.exit_code, taken.stdout) == (2, "")
    assert "是文件，不是文件夹" in taken.stderr
    monkeypatch.setattr("jixiao.cli.check.os.access", lambda path, mode: False)
    locked = jixiao("check", published, "--out", tmp_path / "out")
    assert (locked.exit_code, locked.stdout) == (2, "")
    assert "没有权限" in locked.stderr


@pytest.mark.parametrize("command", ["check", "read", "score", "write", "explain"])
def test_what_may_not_be_read_is_told_in_one_line(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    file = tmp_path / "自评.docx"
    file.write_bytes(published.read_bytes())
    opened = Path.open

    def locked(self: Path, *args: Any, **more: Any) -> Any:
        if self == file:
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return opened(self, *args, **more)

    monkeypatch.setattr(Path, "open", locked)
    result = jixiao(command, file, *(["1"] if command == "explain" else []))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "自评.docx：打不开" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


# --- rules ---


def test_rules_are_listed_by_family_and_searched() -> None:
    told = jixiao("rules").stdout
    assert re.search(r"■ SC 得分与分值 \d+ 条", told)
    assert sum(int(n) for n in re.findall(r"■ \w\w \S+ (\d+) 条", told)) == int(re.findall(r"共 (\d+) 条", told)[0])
    found = jixiao("rules", "总分").stdout
    assert found.index("SC101") < found.index("IX103")
    assert "“总分”找到" in found
    assert "SC101" in jixiao("rules", "总分", "尾差").stdout
    assert "total-score-mismatch" in jixiao("rules", "off by").stdout
    none = jixiao("rules", "没有这个词")
    assert none.exit_code == 2
    assert "也没有规则提到它" in none.stderr


def test_selectors_may_stand_behind_one_option(published: Path) -> None:
    told = json.loads(jixiao("check", published, "--select", "SC,TX101", "--format", "json").stdout)
    assert {finding["code"] for finding in told["cases"][0]["findings"]} == {"SC101", "TX101"}
