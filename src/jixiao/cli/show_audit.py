"""A check printed for a person: the tables with their scores, errors, warnings, what was not handed in, not placed and
not decided.
"""

from __future__ import annotations

from collections import Counter

from jixiao.audit import Audit, catalogue
from jixiao.desk import Assessed
from jixiao.desk.addresses import Addresses
from jixiao.model import Case, Severity

from .console import Console, console, print_block
from .show_findings import show_findings
from .show_summary import summary_table
from .show_unplaced import show_unplaced
from .text import Text
from .words import colon

_UNPLACED = 12
_UNDECIDED = 6


def show_assessed(assessed: Assessed, lang: str, *, verbose: bool = False) -> None:
    """Print what a reviewer needs, most important first; ``verbose`` adds notes, addresses, and why the files belong
    together.
    """
    audit, case = assessed.audit, assessed.case
    out, at = console(), Addresses(case)
    _show_head(out, audit, case, lang, verbose=verbose)
    out.print(summary_table(audit, at, lang))
    _show_missing(out, case, lang)
    _show_open(out, case, lang)
    show_findings(out, audit, at, lang, verbose=verbose)
    _show_rest(out, audit, case, lang, verbose=verbose)
    out.gap()
    print_block(out, Text(_counted(audit, lang), "bold"))


def _t(lang: str, zh: str, en: str) -> str:
    return zh if lang == "zh" else en


def _show_head(out: Console, audit: Audit, case: Case, lang: str, *, verbose: bool) -> None:
    dossier = audit.dossier
    names = "、".join(file.name for file in case.files)
    year = f"{dossier.year} " + _t(lang, "年度 ", "") if dossier.year else ""
    print_block(out, Text(names, "bold").append(f"  {year}{dossier.unit}", "not bold"))
    print_block(out, Text(_t(lang, "政策：", "policy: ") + audit.policy.chosen_because.text(lang), "dim"))
    for warning in audit.policy.warnings:
        print_block(out, Text(_t(lang, "注意：", "note: ") + warning.text(lang), "dim"), 2, 2)
    for note in case.notes:
        print_block(out, Text(f"{note.of}{colon(lang)}{note.message.text(lang)}", "dim"), 2, 2)
    if verbose and case.grounds:
        print_block(out, Text(_t(lang, "这些材料为什么算一份：", "why these files are one filing:"), "dim"))
        for note in case.grounds:
            print_block(out, Text(f"{note.of}{colon(lang)}{note.message.text(lang)}", "dim"), 2, 2)


def _show_missing(out: Console, case: Case, lang: str) -> None:
    """One line of what was not handed in. What may stand in a file that could not be read is not called missing."""
    if not case.missing:
        return
    what = _t(lang, "、", ", ").join(message.text(lang) for message in case.missing)
    print_block(out, Text(f"{_t(lang, '未见：', 'not handed in: ')}{what}", "yellow"), 0, 6)
    if case.unread:
        files = "、".join(note.of for note in case.unread)
        said = _t(
            lang,
            f"是不是没有交，现在无法判断：{files} 没有读成",
            f"whether these are missing cannot be told: {files} could not be read",
        )
        print_block(out, Text(said, "dim"), 2, 2)
    out.gap()


def _show_open(out: Console, case: Case, lang: str) -> None:
    """What is still being filled in: that nothing was found there does not mean that it is right."""
    if not any(record.is_open for record in case.dossier.records):
        return
    from jixiao.desk import progress, progress_message

    told = progress_message(progress(case))
    if told is None:
        return
    print_block(out, Text(told.text(lang), "yellow"), 0, 2)
    out.gap()


def _show_rest(out: Console, audit: Audit, case: Case, lang: str, *, verbose: bool) -> None:
    if case.unplaced:
        show_unplaced(out, case, lang, most=None if verbose else _UNPLACED)
    _show_undecided(out, audit, lang, verbose=verbose)
    for fault in audit.faults:
        said = _t(lang, "× 规则运行出错，结果不完整：", "× a rule broke down, the result is incomplete: ")
        line = Text(said, "bold red").append(f"{fault.code} {fault.at} {fault.error}", "not bold default")
        print_block(out, line, 0, 2)
    for finding, waiver in audit.waived:
        told = f"{finding.code} {finding.text(lang)}（{waiver.reason}）"
        print_block(out, Text(_t(lang, "已豁免 ", "waived ") + told, "dim"), 0, 2)
    for waiver in audit.expired:
        print_block(out, Text(_t(lang, "豁免已过期 ", "waiver expired ") + f"{waiver.code} {waiver.at}", "dim"))


def _show_undecided(out: Console, audit: Audit, lang: str, *, verbose: bool) -> None:
    """Each reason once, with how often it stood in the way; the most frequent ones, or all."""
    if not audit.undecided:
        return
    count = len(audit.undecided)
    out.gap()
    out.print(Text(_t(lang, f"■ 没有判断的 {count} 处", f"■ not decided: {count}"), "bold"))
    grouped = Counter((u.code, u.reason) for u in audit.undecided)
    told = grouped.most_common(None if verbose else _UNDECIDED)
    for (code, why), times in told:
        # the name of a rule is English
        name = "" if lang == "zh" else f"{_rule_name(code)}: "
        print_block(out, Text(f"{code} {name}{why.text(lang)}{f' ×{times}' if times > 1 else ''}", "dim"), 2, 2)
    rest = count - sum(times for _, times in told)
    if rest:
        print_block(out, Text(_t(lang, f"另有 {rest} 处，加 -v 列出", f"{rest} more; -v lists them"), "dim"), 2, 2)


def _rule_name(code: str) -> str:
    return next((rule.name for rule in catalogue() if rule.code == code), "")


def _counted(audit: Audit, lang: str) -> str:
    """What a person would count: a consequence goes with its cause."""
    counted = Counter(f.severity for f in audit.findings)
    errors, warnings, notes = (counted[level] for level in (Severity.ERROR, Severity.WARNING, Severity.INFO))
    undecided = len(audit.undecided)
    if not audit.findings:
        rest = _t(lang, f"；{undecided} 处没有判断", f"; {undecided} undecided") if undecided else ""
        if any(record.is_open for record in audit.dossier.records):
            return _t(lang, f"已填的部分没有发现问题{rest}。", f"nothing found in what is filled in{rest}.")
        return _t(lang, f"没有发现问题{rest}。", f"no findings{rest}.")
    return _t(
        lang,
        f"共 {errors} 个错误、{warnings} 个提醒、{notes} 条提示；{undecided} 处没有判断。",
        f"{errors} errors, {warnings} warnings, {notes} notes; {undecided} undecided.",
    )
