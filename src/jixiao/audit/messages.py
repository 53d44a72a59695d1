"""What the engine and the rules' helpers say, in both languages. What one rule alone says stands beside that rule.

The key of a rule's message is ``audit.<CODE>``, of another variant ``audit.<CODE>.<variant>``; a reason that only one
rule gives is ``audit.<CODE>.<name>``.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from jixiao.model.figure import Figure
from jixiao.model.message import Message, Phrase, Term

SOME = Phrase("audit.some", "{shown}等{count}项", "{shown} and others, {count} in all")
"""A few of many names."""

UNNAMED = Term("（无名称）", "(no name)")
"""In place of a name that is blank."""

PLUS = Phrase("audit.plus", "+{number}", "+{number}")

ADDED = Phrase("audit.added", "{sum}＋{figure}", "{sum}+{figure}")
TAKEN_OFF = Phrase("audit.taken-off", "{sum}－{figure}", "{sum}-{figure}")
EQUALS = Phrase("audit.equals", "{sum}＝{total}", "{sum}={total}")
"""A sum as it is written out: 60＋40＝100."""

OUTPUT = Term("产出指标", "output indicators")
BENEFIT = Term("效益指标", "benefit indicators")
SATISFACTION = Term("满意度指标", "satisfaction indicators")
QUANTITY = Term("数量指标", "quantity indicators")
QUALITY = Term("质量指标", "quality indicators")
TIMELINESS = Term("时效指标", "timeliness indicators")
COST = Term("成本指标", "cost indicators")

PROPOSED = Phrase("audit.proposed", "“{name}”可改为：{instead}", "“{name}” could be: {instead}")
PROPOSED_INDICATOR = Phrase(
    "audit.proposed-indicator", "{name} {target}（佐证：{proof}）", "{name} {target} (proof: {proof})"
)
"""Measurable indicators in place of one that measures nothing; the figures are examples."""

SPENT = Term("执行数", "outturn")
"""What was spent, by a table of the base data or by a project's own."""


def signed(number: Decimal) -> Decimal | Message:
    """A number with its sign, also where it is positive."""
    return PLUS(number=number) if number > 0 else number


def added(figures: Iterable[Figure | None]) -> Message | Figure | None:
    """The figures as a sum, written out as they are printed; those that are not there are left out."""
    written: Message | Figure | None = None
    for figure in figures:
        if figure is not None:
            written = figure if written is None else ADDED(sum=written, figure=figure)
    return written


def declare(key: str) -> None:
    """Load the rule that the key of a message names, so that its phrases are known; nothing where none has the code."""
    import importlib

    from .declaration import index

    for module, (code, *_) in index().items():
        if code == key.split(".")[1]:
            importlib.import_module(module)


NOT_FILLED_IN = Phrase("audit.not-filled-in", "尚未填写，填完后再核查", "not yet filled in; checked when it is")
