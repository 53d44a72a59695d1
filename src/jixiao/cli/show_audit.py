"""A check printed for a person: scores, findings by place, what was not placed, what was not decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from jixiao.audit import Audit, catalogue
from jixiao.desk import Assessed
from jixiao.model import (
    BaseData,
    Case,
    Dossier,
    Evaluation,
    Figure,
    Finding,
    Partial,
    Record,
    Report,
    Scored,
    Severity,
    locate,
)
from jixiao.model.message import shown
from jixiao.model.pointer import resolve

from .console import DASH, Console, console, print_block
from .languages import can_show
from .show_unplaced import show_unplaced
from .text import Table, Text
from .words import colon, name_of, place, source, title_of

_COLOUR = {"error": "bold red", "warning": "yellow", "info": "cyan"}
_QUOTE = 48
_UNPLACED = 12
_NAMED = 6
_MARK = {"error": "×", "warning": "!", "info": "i"}


def show_assessed(assessed: Assessed, lang: str, *, verbose: bool = True, several: bool = False) -> None:
    """Print everything a reviewer needs, most important first."""
    audit, case = assessed.audit, assessed.case
    out = console()
    _show_head(out, audit, case, lang)
    out.print(score_table(audit, lang))
    _show_errors(out, audit, case, lang)
    for title, findings in _by_place(audit, lang):
        out.print(Text(f"\n{title}", style="bold"))
        for finding in findings:
            _show_finding(out, finding, audit.dossier, case, lang)
    _show_rest(out, audit, case, lang)


def _t(lang: str, zh: str, en: str) -> str:
    return zh if lang == "zh" else en


def _show_head(out: Console, audit: Audit, case: Case, lang: str) -> None:
    dossier = audit.dossier
    names = "、".join(file.name for file in case.files)
    year = f"{dossier.year} " + _t(lang, "年度 ", "") if dossier.year else ""
    print_block(out, Text(names, style="bold") + Text(f"  {year}{dossier.unit}"))
    print_block(out, Text(_t(lang, "政策：", "policy: ") + audit.policy.chosen_because.text(lang), style="dim"))
    for warning in audit.policy.warnings:
        print_block(out, Text(_t(lang, "注意：", "note: ") + warning.text(lang), style="dim"), 2, 2)
    for note in case.notes:
        print_block(out, Text(f"{note.of}{colon(lang)}{note.message.text(lang)}", style="dim"), 2, 2)


def score_table(audit: Audit, lang: str) -> Table:
    """自评 (as stated), 复加 (stated scores added up), 复算 (scored by the policy), 等级."""
    table = Table()
    for zh, en, right in (
        ("评价", "evaluation", False),
        ("自评", "stated", True),
        ("复加", "re-added", True),
        ("复算", "re-scored", True),
        ("等级 自评/复算", "grade stated/re-scored", False),
    ):
        table.add_column(_t(lang, zh, en), right=right)
    for index, evaluation in audit.dossier.each(Evaluation):
        result = audit.appraisals[index]
        stated = evaluation.total.raw if evaluation.total else "—"
        readded = _scored(result.readded)
        wrong = any(f.code == "SC101" and f.at.startswith(f"{index}/") for f in audit.findings)
        grades = f"{_grade(result.grade_stated)} / {_grade(result.grade_rescored)}"
        table.add_row(
            name_of(audit.dossier, index),
            Text(stated, style="bold red" if wrong else ""),
            Text(readded, style="bold red" if wrong else ""),
            _scored(result.rescored),
            grades,
        )
    return table


def _grade(grade: str | None) -> str:
    return grade if grade and can_show(grade) else DASH


def _scored(result: Scored | Partial) -> str:
    return str(result)


def _show_errors(out: Console, audit: Audit, case: Case, lang: str) -> None:
    """One line that names the errors and their places: who has a thousand files looks no further."""
    errors = [finding for finding in audit.findings if finding.severity == Severity.ERROR]
    if not errors:
        return
    line = Text(_t(lang, f"{_MARK['error']} {len(errors)} 个错误：", f"{_MARK['error']} errors: "), style="bold red")
    named = [f"{error.code} {_where(error, audit.dossier, case, lang)}" for error in errors[:_NAMED]]
    line.append(_t(lang, "；", "; ").join(named), style="not bold default")
    if len(errors) > _NAMED:
        line.append(_t(lang, f"；等 {len(errors)} 个", f"; {len(errors)} in all"), style="not bold default")
    print_block(out, line, 0, 2)


def _where(finding: Finding, dossier: Dossier, case: Case, lang: str) -> str:
    """The place of a finding in its file with the name of the table it is in; without a file its pointer."""
    position = locate(case.trace, finding.at)
    where = place(position, case.names, lang) if position else finding.at
    record = "/".join(finding.at.split("/")[:3])
    if isinstance(resolve(dossier, record), Evaluation):
        return f"{name_of(dossier, record)} {where}"
    return where


def _rule_name(code: str) -> str:
    return next((rule.name for rule in catalogue() if rule.code == code), "")


def _by_place(audit: Audit, lang: str) -> Iterator[tuple[str, list[Finding]]]:
    groups: dict[str, list[Finding]] = {}
    for finding in audit.findings:
        groups.setdefault("/".join(finding.at.split("/")[:3]), []).append(finding)
    for at in sorted(groups, key=lambda p: (_order(audit.dossier, p), p)):
        yield f"■ {_place_title(audit.dossier, at, lang)}", groups[at]


def _order(dossier: Dossier, place: str) -> int:
    """Reports before base data before tables, as they are filed; what is said of the whole before all."""
    kinds = (Dossier, Report, BaseData, Evaluation)
    record = resolve(dossier, place)
    return next((rank for rank, kind in enumerate(kinds) if isinstance(record, kind)), len(kinds))


def _place_title(dossier: Dossier, place: str, lang: str) -> str:
    if place.count("/") < 2:
        return _t(lang, "整份卷宗", "the whole dossier")
    return title_of(dossier, place)


def _show_finding(out: Console, finding: Finding, dossier: Dossier, case: Case, lang: str, depth: int = 0) -> None:
    severity = finding.severity
    assert severity is not None
    word = severity.zh if lang == "zh" else severity.value
    line = Text(_t(lang, "└ 由此而来 ", "└ follows: ") if depth else "", style="dim")
    line.append(f"{_MARK[severity]} {word} ", style=_COLOUR[severity])
    line.append(f"{finding.code} ", style="bold")
    line.append(finding.text(lang), style="not dim")
    print_block(out, line, 2 + 4 * depth, 2)
    position = locate(case.trace, finding.at)
    quoted = _quote(dossier, finding)
    details = [
        quoted if can_show(quoted) else "",
        place(position, case.names, lang) if position else finding.at,
        "" if depth else source(lang, finding.basis),
    ]
    print_block(out, Text(" · ".join(d for d in details if d), style="dim"), 4 + 4 * depth)
    for consequence in finding.consequences:
        _show_finding(out, consequence, dossier, case, lang, depth + 1)


def _quote(dossier: Dossier, finding: Finding) -> str:
    """The cell or sentence itself; of a long paragraph the part around the figure that the finding speaks of."""
    try:
        item = resolve(dossier, finding.at)
    except (LookupError, ValueError):
        return ""
    if isinstance(item, Record) or not isinstance(item, (str, Figure)):
        item = getattr(item, "quote", "") or getattr(item, "name", "") or getattr(item, "label", "")
    text = " ".join(str(item).split())
    if len(text) <= _QUOTE:
        return f"「{text}」" if text else ""
    printed = map(shown, finding.values.values())
    spoken = [text.find(value) for value in printed if len(value) > 1]
    middle = next((at for at in spoken if at >= 0), 0)
    start = max(0, middle - _QUOTE // 2)
    end = min(len(text), start + _QUOTE)
    return f"「{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}」"


def _show_rest(out: Console, audit: Audit, case: Case, lang: str) -> None:
    if case.unplaced:
        show_unplaced(out, case, lang, most=_UNPLACED)
    if audit.undecided:
        out.print(Text(_t(lang, "\n■ 没有判断的事项", "\n■ not decided"), style="bold"))
        grouped = Counter((u.code, u.reason) for u in audit.undecided)
        for (code, why), count in grouped.items():
            times = f" ×{count}" if count > 1 else ""
            # the name of a rule is English
            name = "" if lang == "zh" else f"{_rule_name(code)}: "
            print_block(out, Text(f"{code} {name}{why.text(lang)}{times}", style="dim"), 2, 2)
    for fault in audit.faults:
        line = Text(_t(lang, "× 规则出错 ", "× rule broke down "), style="bold red")
        line.append(f"{fault.code} {fault.at} {fault.error}", style="not bold default")
        print_block(out, line, 0, 2)
    for fault in audit.faults:
        said = _t(lang, "规则运行出错，结果不完整：", "a rule broke down, the result is incomplete: ")
        print_block(out, Text(f"{said}{fault.code} {fault.at} {fault.error}", style="bold red"), 0, 2)
    for finding, waiver in audit.waived:
        told = f"{finding.code} {finding.text(lang)}（{waiver.reason}）"
        print_block(out, Text(_t(lang, "已豁免 ", "waived ") + told, style="dim"), 0, 2)
    for waiver in audit.expired:
        print_block(out, Text(_t(lang, "豁免已过期 ", "waiver expired ") + f"{waiver.code} {waiver.at}", style="dim"))
    counted = Counter(str(f.severity) for f in audit.findings)
    errors, warnings, notes, undecided = (
        *(counted[level] for level in ("error", "warning", "info")),
        len(audit.undecided),
    )
    summary = _t(
        lang,
        f"\n共 {errors} 个错误、{warnings} 个提醒、{notes} 个提示；{undecided} 处没有判断。",
        f"\n{errors} errors, {warnings} warnings, {notes} notes; {undecided} undecided.",
    )
    out.print(Text(summary, style="bold"))
