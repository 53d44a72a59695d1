"""What the commands are called and what each is for, without loading any of them.

``jixiao --help`` prints this table; a command's own file takes its help from here and is loaded when it is called.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import click

from .languages import language

COMMANDS = {
    "demo": "用岳阳 2024 年示例走一遍：核查、复算、改正、出表、批注。Walk through the example.",
    "new": "新建卷宗：空白的自评表、基础数据表和报告提纲。Start a dossier with empty forms and report outlines.",
    "check": "核查自评材料：复加、复算、逐条列出问题与依据。Check: re-score and list findings with their basis.",
    "explain": "说明一条问题的来龙去脉，或一个得分怎样算出。Explain a finding, or how a score is computed.",
    "score": "按政策复算得分，不核查问题。Re-score by the policy, without checking.",
    "read": "读出文件中的表和报告，列出没有认出的部分。Read forms and reports; say what was not placed.",
    "write": "写出正式的 Word、Excel 和网页；从不覆盖已有文件。Write the official documents; never overwrite.",
    "compare": "对照改前改后：哪些问题改了、没改、新出现。Compare before and after: mended, open, new.",
    "rules": "列出或查找核查规则；给出编号时显示说明。List or search the rules, or show the page of one.",
    "policies": "列出政策；给出编号时列出各项参数和出处。"
    "List the policies, or the parameters of one with their sources.",
    "forms": "列出各地表格的版式。List the layouts of the official tables.",
}
"""Name → one line of help, in the order in which they are listed. The file and the function have the name, too."""

GROUPS = (
    (("先看一遍", "A first look"), ("demo",)),
    (("编制", "Draw up"), ("new",)),
    (("报送前和收到后核查", "Check, before and after handing in"), ("check", "explain", "score", "read")),
    (("改正、出表", "Mend and write"), ("write", "compare")),
    (("查依据", "Look up"), ("rules", "policies", "forms")),
)
"""The commands in the order in which a year needs them."""


def command(name: str) -> Callable[[Callable[..., Any]], click.Command]:
    """The decorator that makes a function the command of that name, with the help that stands here."""
    return click.command(name, help=COMMANDS[name])


class LateGroup(click.Group):
    """A group that knows its commands by name and help, and loads one when it is called."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = {name: click.Command(name, help=told) for name, told in COMMANDS.items()}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The order of the table, not of the alphabet."""
        return list(self.commands)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One line a command, in the language of the console, group by group."""
        zh = language(None) == "zh"
        for title, names in GROUPS:
            with formatter.section(title[0 if zh else 1]):
                formatter.write_dl([(name, _line(COMMANDS[name], zh)) for name in names])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command itself in place of its name."""
        name, known, rest = super().resolve_command(ctx, args)
        if name is None or known is None:
            return name, known, rest
        return name, getattr(import_module(f".{name}", __package__), name), rest


def _line(told: str, zh: bool) -> str:
    """The sentence in one language: Chinese up to its stop, English behind it."""
    chinese, _, english = told.partition("。")
    return chinese if zh else english.strip()
