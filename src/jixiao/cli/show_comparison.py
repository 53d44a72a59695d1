"""A comparison told: how many findings of each state, then those left, those new, and what else changed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from jixiao.desk.comparing import State

from .console import Console, console, print_block
from .text import Text

if TYPE_CHECKING:
    from jixiao.desk.changes import FactChange
    from jixiao.desk.comparing import Comparison, Fate, Fresh

_ORDER = (State.OPEN, State.UNDECIDED, State.GONE, State.LAPSED, State.WAIVED, State.MENDED)
"""What a person must still look at first."""
_COLOUR = {State.OPEN: "bold red", State.UNDECIDED: "yellow", State.MENDED: "green"}
_CHANGES = 40


def show_comparison(comparison: Comparison, lang: str, *, verbose: bool) -> None:
    """What is left comes first, what was mended last."""
    out = console()
    _summary(out, comparison, lang)
    fates = sorted(comparison.fates, key=lambda fate: _ORDER.index(fate.state))
    for state, group in groupby(fates, key=lambda fate: fate.state):
        found = list(group)
        out.print(Text(f"\n■ {state.term.text(lang)} {len(found)}", style="bold"))
        for fate in found:
            _fate(out, fate, lang, verbose=verbose)
    if comparison.new:
        out.print(Text(_t(lang, f"\n■ 新出现 {len(comparison.new)}", f"\n■ new {len(comparison.new)}"), style="bold"))
        for fresh in comparison.new:
            _fresh(out, fresh, lang, verbose=verbose)
    _changes(out, comparison.changes, lang, verbose=verbose)


def _t(lang: str, zh: str, en: str) -> str:
    return zh if lang == "zh" else en


def _summary(out: Console, comparison: Comparison, lang: str) -> None:
    counts = comparison.counts
    parts = [f"{state.term.text(lang)} {counts[str(state)]}" for state in State if counts[str(state)]]
    parts += [_t(lang, f"新出现 {counts['new']}", f"new {counts['new']}")] if counts["new"] else []
    parts.append(_t(lang, f"改动 {counts['changes']} 处", f"{counts['changes']} changes"))
    head = _t(lang, f"原有问题 {len(comparison.fates)} 个：", f"{len(comparison.fates)} findings before: ")
    if not comparison.fates:
        head = _t(lang, "原来没有问题；", "no findings before; ")
    print_block(out, Text(head + _t(lang, "、", ", ").join(parts), style="bold"))


def _fate(out: Console, fate: Fate, lang: str, *, verbose: bool) -> None:
    finding = fate.finding
    severity = finding.severity
    word = "" if severity is None else (severity.zh if lang == "zh" else severity.value)
    line = Text(f"{word} ", style=_COLOUR.get(fate.state, "dim"))
    line.append(f"{finding.code} ", style="bold").append(finding.text(lang))
    print_block(out, line, 2, 2)
    details = [fate.where(lang), *([fate.at] if verbose else []), *([fate.why.text(lang)] if fate.why else [])]
    if fate.now is not None and fate.now.text(lang) != finding.text(lang):
        details.append(_t(lang, "现在：", "now: ") + fate.now.text(lang))
    print_block(out, Text(" · ".join(details), style="dim"), 4)


def _fresh(out: Console, fresh: Fresh, lang: str, *, verbose: bool) -> None:
    finding = fresh.finding
    severity = finding.severity
    word = "" if severity is None else (severity.zh if lang == "zh" else severity.value)
    line = Text(f"{word} ", style="bold red" if severity == "error" else "yellow")
    line.append(f"{finding.code} ", style="bold").append(finding.text(lang))
    print_block(out, line, 2, 2)
    print_block(out, Text(" · ".join([fresh.where(lang), *([fresh.at] if verbose else [])]), style="dim"), 4)


def _changes(out: Console, changes: Sequence[FactChange], lang: str, *, verbose: bool) -> None:
    if not changes:
        return
    out.print(Text(_t(lang, f"\n■ 改动 {len(changes)} 处", f"\n■ {len(changes)} changes"), style="bold"))
    listed = changes if verbose else changes[:_CHANGES]
    for change in listed:
        print_block(out, Text(_changed(change, lang)), 2, 2)
        if verbose:
            print_block(out, Text(change.at, style="dim"), 4)
    if len(listed) < len(changes):
        more = _t(lang, f"  等 {len(changes)} 处，加 -v 全部列出", f"  {len(changes)} in all; -v lists them")
        out.print(Text(more, style="dim"))


def _changed(change: FactChange, lang: str) -> str:
    """Place, what stood there and what stands there: (blank) where it is empty, nothing where there was no place."""
    blank = _t(lang, "（空）", "(blank)")
    was, now = (None if text is None else text or blank for text in (change.before, change.after))
    told = f"{was} → {now}" if was is not None and now is not None else was or now or ""
    word = change.kind.term.text(lang)
    return f"{word} {change.where(lang)}{_t(lang, '：', ': ')}{told}" if told else f"{word} {change.where(lang)}"
