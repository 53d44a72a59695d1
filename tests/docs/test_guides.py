"""Guides: short, naming only commands there are, and every example in them does what they say."""

from __future__ import annotations

import importlib.util
import re
import types
from datetime import date
from pathlib import Path

import pytest

import jixiao.desk as desk
from jixiao.audit import Rule
from jixiao.model import Evaluation, Finding, Held
from jixiao.policy import load

from .generating import DOCS, generate

GUIDES = sorted(path.name for path in (*DOCS.glob("guide*.md"), DOCS / "settings.zh.md"))
THREE_SCREENS = 120
EXAMPLE = DOCS.parent / "examples" / "consistent" / "dossier"


def block(page: str, language: str, number: int = 0) -> str:
    """A block of code of a page."""
    return re.findall(rf"```{language}\n(.*?)```", (DOCS / page).read_text("utf-8"), re.DOTALL)[number]


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_is_short_and_names_commands_that_exist(name: str) -> None:
    text = (DOCS / name).read_text("utf-8")
    assert len(text.splitlines()) <= THREE_SCREENS
    for command in set(re.findall(r"`jixiao ([a-z]+)", text)):
        assert importlib.util.find_spec(f"jixiao.cli.{command}"), f"{name} tells of jixiao {command}"


def test_a_line_that_is_not_printed_any_more_is_noticed() -> None:
    generate()
    from generator.guides import refreshed

    shown = refreshed('<!-- run: jixiao rules SC101 | 1 | "为什么重要" 1 -->\n```text\n```\n')
    assert shown.splitlines()[1:4] == ["```text", "$ jixiao rules SC101", shown.splitlines()[3]]
    assert shown.splitlines()[3].startswith("SC101 总分与各项得分之和不符")
    assert shown.splitlines()[4:] == ["……", shown.splitlines()[5], "……", "```"]
    with pytest.raises(LookupError, match="没有这样的话"):
        refreshed('<!-- run: jixiao rules SC101 | "没有这样的话" 1 -->\n```text\n```\n')


def test_the_policy_of_the_reviewer_s_guide_loads(tmp_path: Path) -> None:
    path = tmp_path / "某县.yaml"
    path.write_text(block("guide-reviewer.zh.md", "yaml"), encoding="utf-8")
    policy = load(path)
    assert policy.inverse.formula == "linear"
    assert [(str(s.start), str(s.share)) for s in policy.over_target.deduct.items] == [("2", "0.2"), ("1.5", "0.1")]
    assert load(path, year=2023).inverse.formula is None


def test_the_waivers_of_the_settings_are_read(tmp_path: Path) -> None:
    path = tmp_path / "waivers.yaml"
    path.write_text(block("settings.zh.md", "yaml"), encoding="utf-8")
    (waiver,) = desk.read_waivers(path)
    assert (waiver.code, waiver.until) == ("TG107", date(2026, 12, 31))


def test_the_own_rule_of_the_settings_finds_holds_and_stays_silent() -> None:
    module = types.ModuleType("own_rules")
    exec(block("settings.zh.md", "python"), module.__dict__)
    rule: Rule = module.department_named.rule
    assert (rule.code, rule.family, rule.subject) == ("ZZ101", "ZZ", Evaluation)

    def said(department: str | None) -> list[Finding | Held]:
        return list(rule.check(Evaluation(kind="project-evaluation", name="甲项目", department=department)))

    (found,) = said(" ")
    assert isinstance(found, Finding)
    assert str(rule.message(found)) == "“甲项目”没有写主管部门"
    assert said("某市水利局") == [Held("/department")]
    assert said(None) == []


def test_the_settings_are_read_as_the_page_says(tmp_path: Path) -> None:
    (tmp_path / "own_rules.py").write_text(block("settings.zh.md", "python"), encoding="utf-8")
    (tmp_path / "jixiao.toml").write_text(block("settings.zh.md", "toml"), encoding="utf-8")
    config = desk.read_config(tmp_path / "jixiao.toml")
    assert (config.policy, config.forms) == ("cn/hunan/yueyang", ("project-central-2020",))
    assert config.ignore == ("TX113", "IX2")
    assert config.units == (("岳阳市文化旅游广电局", ("岳阳市文化广电新闻出版局", "市文旅广电局")),)
    assert [(w.code, w.approver, w.until) for w in config.waivers] == [
        ("TG107", "岳阳市财政局绩效科", date(2026, 12, 31))
    ]
    own = desk.own_rules(config.rules)
    assert [rule.code for rule in own] == ["ZZ101"]
    cases = desk.open_cases([EXAMPLE])
    (assessed,) = desk.assess(cases, as_of=date(2026, 5, 20), own=own, select=["ZZ"]).cases
    assert [record.code for record in assessed.audit.protocol] == ["ZZ101"]
