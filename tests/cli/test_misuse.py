"""What a new user gets wrong: exit code 2, one short message with the remedy, never a traceback."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from jixiao.cli import start
from jixiao.desk import open_case
from jixiao.model import BaseData, Citation, Dossier, Evaluation, Report
from jixiao.writing import write_word
from tests.records import with_records

from .conftest import EXAMPLES
from .run import jixiao, process


def _main(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: Any) -> tuple[int, str]:
    monkeypatch.setattr(sys, "argv", ["jixiao", *map(str, arguments)])
    with pytest.raises(SystemExit) as end:
        start.main()
    return int(end.value.code or 0), capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check"], "少写了文件或文件夹，例如 jixiao check 报告.docx"),
        (["explain", "a.docx"], "少写了指标或项目的名称"),
        (["explain", "a.docx", "b", "c"], "多写了“c”；名称里有空格时请加引号"),
        (["chek", "a.docx"], "没有“chek”这个命令，是不是 check？"),
        (["qqqqqq"], "没有“qqqqqq”这个命令"),
        (["check", "a.docx", "--polcy", "cn"], "没有“--polcy”这个选项，是不是 --policy？"),
        (["check", "a.docx", "--qqqqqq"], "没有“--qqqqqq”这个选项"),
        (["check", "a.docx", "--format", "xml"], "--format 的值不对，只能写 text、json"),
        (["new", "x", "--unit", "某局"], "少写了选项 --year"),
        (["new", "x", "--unit", "某局", "--year", "20255"], "--year 应在 2000 和 2100 之间"),
        (["new", "x", "--unit", "某局", "--year", "今年"], "--year 应写整数"),
        (["new", "x", "--unit"], "选项 --unit 后面要写值"),
    ],
)
def test_a_wrong_call_is_told_in_chinese_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    code, told = _main(capsys, monkeypatch, *arguments)
    assert code == 2
    assert said in told
    assert "用法见 jixiao" in told


def test_an_unknown_wording_still_points_to_the_usage() -> None:
    from jixiao.cli.usage import remedy

    assert remedy(ValueError("something new")) == "命令写得不对。用法见 jixiao --help"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (["new", "x", "--unit", " ", "--year", 2025], "单位名称是空的", "unit has no name"),
        (["new", "x", "--unit", "甲", "--year", 2025, "--project", ""], "项目名称是空的", "project has no name"),
        (
            ["new", "x", "--unit", "甲", "--year", 2025, "--project", "乙", "--project", "乙"],
            "给了两次",
            "given twice",
        ),
        (["new", "x.yaml", "--unit", "甲", "--year", 2025], "不带后缀", "without a suffix"),
        (["rules", "total-score-mismach"], "是不是 total-score-mismatch？", "Did you mean total-score-mismatch?"),
        (["rules", "ZZZ"], "没有规则叫 ZZZ", "There is no rule ZZZ"),
        (["policies", "yueyang"], "是不是 cn/hunan/yueyang？", "did you mean cn/hunan/yueyang?"),
        (["check", "none.docx"], "没有这个文件", "no such file"),
        (["read", "empty"], "里面没有能读的文件", "holds nothing that can be read"),
        (["check", "empty"], "里面没有能读的文件", "holds nothing that can be read"),
        (["check", "word"], "文件是空的", "the file is empty"),
    ],
)
def test_misuse_in_both_languages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str, arguments: list[Any], zh: str, en: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty").mkdir()
    Path("word").mkdir()
    Path("word/a.docx").touch()
    result = jixiao(*arguments, "--lang", lang)
    assert result.exit_code == 2
    assert (zh if lang == "zh" else en).lower() in result.stderr.lower()
    assert len(result.stderr.strip().splitlines()) == 1


def test_a_slip_in_a_name_is_guessed(published: Path) -> None:
    zh = jixiao("explain", published, "增加财政收入")
    assert "是不是“增加财政非税收入”？" in zh.stderr
    assert "Did you mean" in jixiao("explain", published, "增加财政收入", "--lang", "en").stderr
    assert "没有规则叫 SC1O1。jixiao rules SC 列出可用的规则" in jixiao("check", published, "--select", "SC1O1").stderr


def test_places_that_cannot_be_written_to(consistent: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert "是文件，不是文件夹" in jixiao("write", consistent, "--out", tmp_path / "file").stderr
    below = jixiao("write", consistent, "--out", tmp_path / "file" / "below")
    assert below.exit_code == 2
    assert "写不了" in below.stderr
    assert "路径中有一段是文件" in below.stderr
    english = jixiao("write", consistent, "--out", tmp_path / "file" / "below", "--lang", "en")
    assert "cannot write" in english.stderr
    made = jixiao("new", tmp_path / "file" / "below", "--unit", "某局", "--year", 2025)
    assert made.exit_code == 2
    assert "Traceback" not in made.stderr


def test_names_with_signs_that_no_file_may_have(tmp_path: Path) -> None:
    folder = tmp_path / "卷 宗"
    made = jixiao("new", folder, "--unit", "某局", "--year", 2025, "--project", 'a/b ..\\x "?" 🎉')
    assert made.exit_code == 0
    assert f'jixiao check "{folder}"' in made.stdout
    assert not [file for file in folder.rglob("*.yaml") if set(file.name) & set('<>:"/\\|?*')]
    assert jixiao("check", folder, "--fail-on", "never").exit_code == 0


def test_a_dossier_filled_in_wrongly_names_the_line(tmp_path: Path) -> None:
    folder = tmp_path / "d"
    jixiao("new", folder, "--unit", "某局", "--year", 2025)
    table = next((folder / "records").glob("*unit-某局.yaml"))
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace("total_weight: '100'", "total_weight: 99.5"), encoding="utf-8")
    zh = jixiao("check", folder)
    assert zh.exit_code == 2
    assert "/total_weight：数字 99.5 没有加引号" in zh.stderr
    assert "the figure 99.5 is not in quotes" in jixiao("check", folder, "--lang", "en").stderr


def test_a_file_given_twice_is_read_once(published: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.docx"
    copy.write_bytes(published.read_bytes())
    once = jixiao("check", published).stdout
    twice = jixiao("check", published, copy).stdout
    assert "内容相同，只读一份" in twice
    assert once.splitlines()[-1] == twice.splitlines()[-1]
    assert "read once" in jixiao("read", published, copy, "--lang", "en").stdout


def test_waivers_that_nothing_answers_to_are_named(published: Path, tmp_path: Path) -> None:
    waivers = tmp_path / "w.yaml"
    waivers.write_text("- {code: SC101, at: /nowhere, reason: 甲}\n", encoding="utf-8")
    result = jixiao("check", published, "--waivers", waivers)
    assert result.exit_code == 1
    assert "豁免没有用上：SC101 /nowhere" in result.stderr
    assert "without a finding" in jixiao("check", published, "--waivers", waivers, "--lang", "en").stderr
    waivers.write_text("- {code: SC1O1, at: /nowhere, reason: 甲}\n", encoding="utf-8")
    result = jixiao("check", published, "--waivers", waivers)
    assert result.exit_code == 2
    assert "第1条：没有规则叫 SC1O1。用 jixiao rules 查编号" in result.stderr


@pytest.mark.parametrize("arguments", [["rules"], ["rules", "--format", "json"], ["--help"], ["check"]])
def test_a_closed_pipe_leaves_no_traceback(published: Path, arguments: list[str]) -> None:
    code = "from jixiao.cli.start import main; main()"
    command = [sys.executable, "-c", code, *arguments, *([str(published)] if arguments == ["check"] else [])]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.close()
    told = running.stderr.read().decode()
    running.stderr.close()
    running.wait()
    assert "Traceback" not in told
    assert "Exception ignored" not in told


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent differently there")
def test_ctrl_c_ends_quietly() -> None:
    code = (
        "import signal, sys; sys.argv = ['jixiao', 'rules']\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a test run in the background ignores it
        "import jixiao.cli.start as s, time\n"
        "import jixiao.audit as a\n"
        "a.declarations = lambda *x: (print('ready', flush=True), time.sleep(30))\n"
        "s.main()"
    )
    running = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    assert running.stdout.readline().strip() == b"ready"
    time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=20)
    assert running.returncode == start.INTERRUPTED
    assert b"Traceback" not in told
    assert told.strip()


def test_an_ascii_console_gets_words_and_plain_signs(published: Path) -> None:
    told = process("check", published, encoding="ascii").stdout.decode("ascii")
    assert "????" not in told
    assert "project 4" in told
    assert "* errors 2" in told
    assert "1  x SC101 the total says 96" in told
    assert "project 4 table 5 row" in told
    assert "---" in told
    for arguments in (("score", published), ("rules",), ("rules", "SC101"), ("policies",), ("policies", "cn")):
        result = process(*arguments, encoding="ascii")
        assert result.returncode == 0
        assert b"??" not in result.stdout


def test_figures_typed_into_the_prose_are_counted(published: Path, tmp_path: Path) -> None:
    dossier = EXAMPLES / "yueyang-2024" / "dossier"
    assert "个数是手写的" in jixiao("write", dossier, "--out", tmp_path / "a").stdout
    assert "typed by hand" in jixiao("write", dossier, "--out", tmp_path / "b", "--lang", "en").stdout
    assert "手写" not in jixiao("write", published, "--out", tmp_path / "c").stdout
    jixiao("new", tmp_path / "d", "--unit", "某局", "--year", 2025)
    assert "手写" not in jixiao("write", tmp_path / "d", "--out", tmp_path / "e").stdout


def test_english_everywhere(published: Path, tmp_path: Path) -> None:
    check = jixiao("check", published, "--lang", "en").stdout
    assert "policy: the unit's name holds" in check
    score = jixiao("score", published, "--lang", "en").stdout
    assert "re-added" in score
    assert "总分" not in score
    explain = jixiao("explain", published, "办案费", "--lang", "en").stdout
    assert "formula: total = sum of the indicators' scores + execution" in explain
    assert "rounding: half up to 2 places" in explain
    correct = jixiao("write", published, "--correct", "--out", tmp_path, "--lang", "en").stdout
    assert "两处所写不同" not in correct
    assert "96 → 97  total = sum" in correct
    assert "made" in jixiao("new", tmp_path / "n", "--unit", "甲", "--year", 2025, "--lang", "en").stdout.lower()


def test_of_several_files_the_place_names_the_one(tmp_path: Path) -> None:
    dossier = open_case([EXAMPLES / "yueyang-2024" / "dossier"]).dossier
    report, tables = tmp_path / "report.docx", tmp_path / "tables.docx"
    write_word(with_records(with_records(dossier, Evaluation, ()), BaseData, ()), report)
    write_word(with_records(dossier, Report, ()), tables)
    told = jixiao("check", report, tables).stdout
    assert "tables.docx 表5 办案费 · 总分" in told
    assert "report.docx 部门整体支出绩效自评报告 · 二、" in told
    assert "2 个错误" in jixiao("check", tables, report).stdout
    alone = jixiao("check", report, "--lang", "en").stdout
    assert "attachment-missing: only the report was opened" in alone


def test_what_the_console_cannot_show_is_named_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    from jixiao.cli import words

    monkeypatch.setattr(words, "can_show", lambda text: text.isascii())
    assert words.source("en", Citation("财预〔2020〕10号").message) == ""
    dossier = Dossier(
        records=(
            Evaluation(kind="unit-evaluation", name="某局"),
            Evaluation(kind="project-evaluation", name="办案费"),
            BaseData(kind="base-data", title="基础数据表"),
            Report(kind="unit-report", title="报告"),
        )
    )
    assert words.name_of(dossier, "/records/1") == "project 2"
    assert words.title_of(dossier, "/records/1") == "evaluation 2 (project)"
    assert words.title_of(dossier, "/records/3") == "report 1 (unit)"
    assert words.title_of(dossier, "/records/2") == "base data 1"


def test_signs_without_a_twin_become_one_question_mark() -> None:
    start.make_console_safe()
    assert "“绩效”≥5…甲乙—■".encode("ascii", errors="plainer") == b'"?">=5...?-*'
    assert "“绩效”甲".encode("cp437", errors="plainer") == b'"?"?'


def test_what_was_not_placed_is_told_in_english(tmp_path: Path) -> None:
    import docx

    dossier = open_case([EXAMPLES / "consistent" / "dossier"]).dossier
    path = tmp_path / "a.docx"
    write_word(with_records(dossier, Report, ()), path)
    document = docx.Document(str(path))
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(1, 1).text = "序号", "姓名"
    document.save(str(path))
    for command in ("check", "read"):
        assert "no known table" in jixiao(command, path, "--lang", "en").stdout
        assert "不是认识的表" in jixiao(command, path).stdout
