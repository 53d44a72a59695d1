"""A check printed for a person: scores, findings by place, what was not placed, what was not decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from jixiao.audit import Audit
from jixiao.model import Dossier, Figure, Finding, Record, Scored, Undecided, locate
from jixiao.model.pointer import resolve

from .console import console, print_block
from .inputs import Opened

_COLOUR = {"error": "bold red", "warning": "yellow", "info": "cyan"}
_QUOTE = 48
_MARK = {"error": "×", "warning": "!", "info": "i"}


def show_audit(audit: Audit, opened: Opened, lang: str) -> None:
    """Print everything a reviewer needs, most important first."""
    out = console()
    _show_head(out, audit, opened, lang)
    out.print(score_table(audit, lang))
    for title, findings in _by_place(audit, lang):
        out.print(Text(f"\n{title}", style="bold"))
        for finding in findings:
            _show_finding(out, finding, audit.dossier, opened, lang)
    _show_rest(out, audit, opened, lang)


def _t(lang: str, zh: str, en: str) -> str:
    return zh if lang == "zh" else en


def _show_head(out: Console, audit: Audit, opened: Opened, lang: str) -> None:
    dossier = audit.dossier
    names = "、".join(path.name for path in opened.files)
    year = f"{dossier.year} " + _t(lang, "年度 ", "") if dossier.year else ""
    print_block(out, Text(names, style="bold") + Text(f"  {year}{dossier.unit}"))
    print_block(out, Text(_t(lang, "政策：", "policy: ") + audit.policy.chosen_because, style="dim"))
    for warning in audit.policy.warnings:
        print_block(out, Text(_t(lang, "注意：", "note: ") + warning, style="dim"), 2, 2)
    for note in opened.notes:
        print_block(out, Text(note, style="dim"), 2, 2)


def score_table(audit: Audit, lang: str) -> Table:
    """自评 (as stated), 复加 (stated scores added up), 复算 (scored by the policy), 等级."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for zh, en, right in (
        ("评价", "evaluation", False),
        ("自评", "stated", True),
        ("复加", "re-added", True),
        ("复算", "re-scored", True),
        ("等级 自评/复算", "grade stated/re-scored", False),
    ):
        table.add_column(_t(lang, zh, en), justify="right" if right else "left")
    for index, evaluation in enumerate(audit.dossier.evaluations):
        result = audit.appraisals[index]
        stated = evaluation.total.raw if evaluation.total else "—"
        readded = _scored(result.readded)
        wrong = any(f.code == "SC101" and f.at.startswith(f"/evaluations/{index}/") for f in audit.findings)
        grades = f"{result.grade_stated or '—'} / {result.grade_rescored or '—'}"
        table.add_row(
            evaluation.name or evaluation.title or evaluation.id,
            Text(stated, style="bold red" if wrong else ""),
            Text(readded, style="bold red" if wrong else ""),
            _scored(result.rescored),
            grades,
        )
    return table


def _scored(result: Scored | Undecided) -> str:
    return "—" if isinstance(result, Undecided) else str(result)


def _by_place(audit: Audit, lang: str) -> Iterator[tuple[str, list[Finding]]]:
    groups: dict[str, list[Finding]] = {}
    for finding in audit.findings:
        groups.setdefault("/".join(finding.at.split("/")[:3]), []).append(finding)
    for place in sorted(groups, key=lambda p: (_order(p), p)):
        yield f"■ {_place_title(audit.dossier, place, lang)}", groups[place]


def _order(place: str) -> int:
    return next(
        (i for i, p in enumerate(("", "/reports", "/base_data", "/evaluations")) if place.startswith(p) and p), 0
    )


def _place_title(dossier: Dossier, place: str, lang: str) -> str:
    if place.count("/") < 2:
        return _t(lang, "整份卷宗", "the whole dossier")
    item = resolve(dossier, place)
    title = getattr(item, "title", "") or item.id
    name = getattr(item, "name", "")
    annex = getattr(item, "annex", "")
    return " ".join(part for part in (annex, title, f"· {name}" if name else "") if part)


def _show_finding(out: Console, finding: Finding, dossier: Dossier, opened: Opened, lang: str, depth: int = 0) -> None:
    severity = finding.severity
    assert severity is not None
    word = severity.zh if lang == "zh" else severity.value
    line = Text(_t(lang, "└ 由此而来 ", "└ follows: ") if depth else "", style="dim")
    line.append(f"{_MARK[severity]} {word} ", style=_COLOUR[severity])
    line.append(f"{finding.code} ", style="bold")
    line.append(finding.text(lang), style="not dim")
    print_block(out, line, 2 + 4 * depth, 2)
    position = locate(opened.trace, finding.at)
    details = [
        _quote(dossier, finding),
        position.describe(lang) if position else finding.at,
        "" if depth else finding.basis,
    ]
    print_block(out, Text(" · ".join(d for d in details if d), style="dim"), 4 + 4 * depth)
    for consequence in finding.consequences:
        _show_finding(out, consequence, dossier, opened, lang, depth + 1)


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
    spoken = [text.find(value) for value in finding.values.values() if isinstance(value, str) and len(value) > 1]
    middle = next((at for at in spoken if at >= 0), 0)
    start = max(0, middle - _QUOTE // 2)
    end = min(len(text), start + _QUOTE)
    return f"「{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}」"


def _show_rest(out: Console, audit: Audit, opened: Opened, lang: str) -> None:
    if opened.unplaced:
        out.print(Text(_t(lang, "\n■ 没有认出的部分", "\n■ not placed"), style="bold"))
        for item in opened.unplaced:
            text = " ".join(item.text.split())[:48]
            print_block(out, Text(f"「{text}」 {item.position.describe(lang)}：{item.reason}"), 2, 2)
    if audit.undecided:
        out.print(Text(_t(lang, "\n■ 没有判断的事项", "\n■ not decided"), style="bold"))
        grouped: dict[tuple[str, str], int] = Counter((u.code, u.reason) for u in audit.undecided)
        for (code, reason), count in grouped.items():
            times = f" ×{count}" if count > 1 else ""
            print_block(out, Text(f"{code} {reason}{times}", style="dim"), 2, 2)
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
