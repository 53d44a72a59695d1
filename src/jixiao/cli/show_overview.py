"""A folder told: a line for each case, what is most frequent, what could not be read, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .console import DASH, Console, console, print_block
from .languages import can_show
from .text import Table, Text

if TYPE_CHECKING:
    from jixiao.desk import Judged, Opened, Overview

_HEADS = (
    ("单位", "unit", False),
    ("年度", "year", True),
    ("份数", "files", True),
    ("自评", "stated", True),
    ("复算", "re-scored", True),
    ("错误", "errors", True),
    ("提醒", "warnings", True),
    ("提示", "notes", True),
    ("未判断", "undecided", True),
)
_NAMED = 20


def show_overview(overview: Overview, lang: str, *, again: str = "") -> None:
    """A line a case in the order of unit and year, then all that a person must know of the folder as a whole. ``again``
    is the command that would write the papers, where they were not asked for.
    """
    out = console()
    table = Table()
    for zh, en, right in _HEADS:
        table.add_column(_t(lang, zh, en), right=right)
    for one in overview.cases:
        _row(table, one, lang)
    out.print(table)
    if overview.most_frequent:
        from jixiao.audit import declarations

        out.print(Text(_t(lang, "■ 最常见的问题", "■ most frequent"), style="bold"))
        for code, count in overview.most_frequent:
            (rule,) = declarations([code])
            out.print(Text(f"  {count:>5} × {code} {rule.title if lang == 'zh' else rule.name}"))
    _not_read(out, [(one.path, one.why.text(lang)) for one in overview.not_read], lang)
    for failed in overview.not_judged:
        name = f"{failed.unit} {failed.year or ''}".strip()
        print_block(out, Text(f"× {name}{_t(lang, '：', ': ')}{failed.why.text(lang)}", style="bold red"), 2, 2)
    _strange(out, overview.strange, overview.left_out, lang)
    counts = [overview.count(level) for level in ("error", "warning", "info", "undecided")]
    errors, warnings, notes, undecided = counts
    out.print(
        Text(
            _t(
                lang,
                f"\n{len(overview.cases)} 份材料，共 {errors} 个错误、{warnings} 个提醒、{notes} 条提示；"
                f"{undecided} 处没有判断。",
                f"\n{len(overview.cases)} filings: {errors} errors, {warnings} warnings, {notes} notes; "
                f"{undecided} undecided.",
            ),
            style="bold",
        )
    )
    if overview.resumed:
        said = f"其中 {overview.resumed} 份接着上次的结果。", f"{overview.resumed} of them were done before."
        out.print(Text(_t(lang, *said), style="dim"))
    if again:
        out.print(Text(_t(lang, "\n接下来：", "\nNext:"), style="bold"))
        out.print(Text(f"  {again}"), as_is=True)
        said = (
            "写出工作底稿、带批注的原件和标注的网页；单独核查一份可看全部问题",
            "the working paper, the files with comments and the marked pages; check one file alone to see its findings",
        )
        print_block(out, Text(_t(lang, *said), style="dim"), 6, 0)


def show_rest(opened: Opened, lang: str) -> None:
    """What of the paths given belongs to no case."""
    out = console()
    _not_read(out, [(path, f"{e.problem.text(lang)}{_t(lang, '；', '; ')}{e.remedy.text(lang)}")
                    for path, e in opened.unread], lang)  # fmt: skip
    _strange(out, [path for path, _ in opened.strange], opened.left_out, lang)


def _t(lang: str, zh: str, en: str) -> str:
    return zh if lang == "zh" else en


def _row(table: Table, one: Judged, lang: str) -> None:
    overall = next((line for line in one.lines if line.scope == "unit"), None)
    unit = one.unit or _t(lang, "（没有认出单位）", "(unit not recognised)")
    if not can_show(unit):
        unit = DASH
    counts = [one.summary[level] for level in ("error", "warning", "info", "undecided")]
    style = "red" if counts[0] else ""
    cells = [Text(unit), Text(str(one.year or DASH)), Text(str(len(one.files)))]
    cells += [Text(overall.stated or DASH if overall else DASH), Text(overall.rescored if overall else DASH)]
    errors = Text(str(counts[0] or ""), style=f"bold {style}".strip())
    table.add_row(*cells, errors, *(str(number or "") for number in counts[1:]))


def _not_read(out: Console, files: list[tuple[str, str]], lang: str) -> None:
    if not files:
        return
    out.print(Text(_t(lang, f"■ 没有读成的 {len(files)} 份", f"■ {len(files)} not read"), style="bold red"))
    for path, why in files:
        print_block(out, Text(f"{path}{_t(lang, '：', ': ')}{why}"), 2, 2)


def _strange(out: Console, strange: list[str] | tuple[str, ...], left_out: tuple[str, ...], lang: str) -> None:
    if strange:
        said = f"■ 没有认出表或报告的 {len(strange)} 份", f"■ {len(strange)} hold no form or report"
        out.print(Text(_t(lang, *said), style="bold"))
        for path in strange[:_NAMED]:
            print_block(out, Text(path), 2, 2)
        if len(strange) > _NAMED:
            out.print(Text(_t(lang, f"  等 {len(strange)} 份", f"  {len(strange)} in all"), style="dim"))
    if left_out:
        said = f"另有 {len(left_out)} 个其他文件没有读。", f"{len(left_out)} other files were left out."
        out.print(Text(_t(lang, *said), style="dim"))
