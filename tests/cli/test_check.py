"""``check``: exit codes, the shape of the JSON, options, misuse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import EXAMPLES
from .run import jixiao


def test_errors_make_exit_code_1_and_text_names_place_and_values(published: Path) -> None:
    result = jixiao("check", published)
    assert result.exit_code == 1
    for part in ("自评", "复加", "复算", "等级", "SC101", "96", "97", "办案费", "错误", "政策："):
        assert part in result.stdout


def test_a_consistent_dossier_has_nothing_above_information(consistent: Path) -> None:
    for source in (consistent, EXAMPLES / "consistent" / "dossier"):
        assert jixiao("check", source, "--fail-on", "warning").exit_code == 0


def test_json_holds_no_binary_fractions(published: Path) -> None:
    data = json.loads(jixiao("check", published, "--format", "json").stdout)
    assert "float" not in {type(x).__name__ for x in _leaves(data)}


def _leaves(data: object) -> list[object]:
    if isinstance(data, dict):
        return [leaf for value in data.values() for leaf in _leaves(value)]
    if isinstance(data, list):
        return [leaf for value in data for leaf in _leaves(value)]
    return [data]


def test_dossier_and_word_give_the_same_findings(published: Path) -> None:
    def told(path: Path) -> list[tuple[str, str, str]]:
        data = json.loads(jixiao("check", path, "--format", "json").stdout)
        return [(f["code"], f["at"], f["message"]["zh"]) for f in data["cases"][0]["findings"]]

    assert told(published) == told(EXAMPLES / "yueyang-2024" / "dossier")


def test_the_bar_decides_the_exit_code(published: Path) -> None:
    assert jixiao("check", published, "--fail-on", "never").exit_code == 0
    assert jixiao("check", published, "--select", "IX", "--fail-on", "error").exit_code == 0
    assert jixiao("check", published, "--select", "IX", "--fail-on", "warning").exit_code == 1
    assert jixiao("check", published, "--ignore", "SC101", "--ignore", "TX101").exit_code == 0


def test_policy_by_id_and_unknown_policy(published: Path) -> None:
    data = json.loads(jixiao("check", published, "--policy", "cn", "--format", "json").stdout)
    assert data["cases"][0]["policy"]["id"] == "cn"
    wrong = jixiao("check", published, "--policy", "nowhere")
    assert wrong.exit_code == 2
    assert "nowhere" in wrong.stderr


def test_unknown_rule_is_misuse(published: Path) -> None:
    result = jixiao("check", published, "--select", "ZZ9")
    assert result.exit_code == 2
    assert "ZZ9" in result.stderr


def test_english(published: Path) -> None:
    result = jixiao("check", published, "--lang", "en", "--select", "SC101")
    assert "the total says 96" in result.stdout
    assert "errors" in result.stdout


def test_waivers_hide_with_reason_and_expiry(published: Path, tmp_path: Path) -> None:
    waivers = tmp_path / "waivers.yaml"
    entry = "- code: SC101\n  at: /records/project-办案费/total\n  reason: 已说明\n  until: '{}'\n"
    waivers.write_text(entry.format("2099-01-01"), encoding="utf-8")
    result = jixiao("check", published, "--select", "SC101", "--waivers", waivers)
    assert result.exit_code == 0
    assert "已说明" in result.stdout
    waivers.write_text(entry.format("2020-01-01"), encoding="utf-8")
    result = jixiao("check", published, "--select", "SC101", "--waivers", waivers)
    assert result.exit_code == 1
    assert "过期" in result.stdout


@pytest.mark.parametrize(
    "content",
    ["- code: SC101\n  at: /x\n", "- 3\n", "a: [", "- {code: SC101, at: /x, reason: y, until: soon}\n"],
)
def test_a_faulty_waiver_is_named(published: Path, tmp_path: Path, content: str) -> None:
    waivers = tmp_path / "waivers.yaml"
    waivers.write_text(content, encoding="utf-8")
    result = jixiao("check", published, "--waivers", waivers)
    assert result.exit_code == 2
    assert "waivers.yaml" in result.stderr


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("none.docx", None),
        ("empty.docx", b""),
        ("prose.txt", "今天天气很好。\n明天也好。\n".encode()),
        ("x.docx", b"PK\x03\x04"),
    ],
)
def test_unreadable_input_exits_2_with_one_message(tmp_path: Path, name: str, content: bytes | None) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    result = jixiao("check", path)
    assert result.exit_code == 2
    assert name in result.stderr
    assert "Traceback" not in result.stderr
    assert not result.stdout


def test_dossiers_beside_files_are_cases_of_their_own(published: Path, tmp_path: Path) -> None:
    mixed = jixiao("check", published, EXAMPLES / "consistent" / "dossier")
    assert mixed.exit_code == 1
    assert mixed.stdout.count("政策：") == 2
    together = jixiao("check", published, EXAMPLES / "consistent" / "dossier", "--one-case")
    assert together.exit_code == 2
    assert "卷宗" in together.stderr
    folder = jixiao("check", tmp_path)
    assert folder.exit_code == 2
    assert "没有能读的文件" in folder.stderr


def test_a_draft_with_a_broken_reference_can_be_checked_but_not_written(tmp_path: Path) -> None:
    folder = tmp_path / "draft"
    assert jixiao("new", folder, "--unit", "某局", "--year", 2025).exit_code == 0
    report = next((folder / "records").glob("*report*.yaml"))
    text = report.read_text(encoding="utf-8")
    report.write_text(text + "signature: 某局\n", encoding="utf-8")
    section = text.index("- id:")
    broken = text[:section] + "- id: 甲\n  title: 甲\n  paragraphs: ['共{{ /nothing }}万元']\n" + text[section:]
    report.write_text(broken, encoding="utf-8")
    checked = jixiao("check", folder)
    assert checked.exit_code in (0, 1)
    assert "/nothing" in checked.stdout
    written = jixiao("write", folder, "--out", tmp_path / "out")
    assert written.exit_code == 2
    assert "/nothing" in written.stderr
    assert not (tmp_path / "out").exists()


def test_many_unplaced_parts_are_counted_not_listed(consistent: Path, tmp_path: Path) -> None:
    loose = tmp_path / "loose.txt"
    loose.write_text("\n".join(f"第{n}段无关的话。" for n in range(40)), encoding="utf-8")
    shown = jixiao("check", consistent, loose).stdout
    assert "另有 28 处" in shown
    assert "另有" not in jixiao("read", consistent, loose).stdout
