"""The first thing that a reviewer sees: each table with its scores and how much was found in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from jixiao.audit import Audit
from jixiao.desk.addresses import Addresses
from jixiao.model import Evaluation, Partial, Scored, Severity
from jixiao.model.message import shown

from .console import DASH
from .languages import can_show
from .text import Table, Text
from .words import has_chinese, name_of, title_of

_HEADS = (
    ("表或报告", "table or report", False),
    ("自评", "stated", True),
    ("复加", "re-added", True),
    ("复算", "re-scored", True),
    ("等级", "grade", False),
    ("错误", "errors", True),
    ("提醒", "warnings", True),
)


def summary_table(audit: Audit, at: Addresses, lang: str) -> Table:
    """自评 (as stated), 复加 (stated scores added up), 复算 (scored by the policy), 等级, and the findings of every
    record that has any, or a score. A consequence is not counted: its cause is.
    """
    counts = Counter((record_of(f.at), f.severity) for f in audit.findings)
    table = Table()
    for zh, en, right in _HEADS:
        table.add_column(zh if lang == "zh" else en, right=right)
    for record in _records(audit, counts):
        errors, warnings = (counts[record, level] for level in (Severity.ERROR, Severity.WARNING))
        found = (Text(str(errors or ""), "bold red"), Text(str(warnings or ""), "yellow"))
        table.add_row(head_of(at, record, lang), *_scores(audit, record), *found)
    return table


def record_of(pointer: str) -> str:
    """The record that a place is in; empty where it is said of the whole."""
    parts = pointer.split("/")
    return "/".join(parts[:3]) if len(parts) > 2 and parts[1] == "records" else ""


def head_of(at: Addresses, record: str, lang: str) -> str:
    """What a table or report is called where it stands: 表5 办案费."""
    text = shown(at.found(record).head, lang)
    if can_show(text) or not has_chinese(text):
        return text
    named = name_of if isinstance(at.item(record), Evaluation) else title_of
    return named(at.case.dossier, record)


def _records(audit: Audit, counts: Counter[tuple[str, Severity | None]]) -> Iterator[str]:
    """In the order of filing; what is said of the whole last."""
    found = {record for record, level in counts if level is not Severity.INFO}
    for place, item in enumerate(audit.dossier.records):
        pointer = f"/records/{place}"
        if isinstance(item, Evaluation) or pointer in found:
            yield pointer
    if "" in found:
        yield ""


def _scores(audit: Audit, record: str) -> tuple[Text | str, ...]:
    """Stated, re-added and re-scored total and the grades; blanks where a record has none."""
    result = audit.appraisals.get(record)
    if result is None:
        return ("", "", "", "")
    evaluation: Evaluation = audit.dossier.records[int(record.rpartition("/")[2])]  # type: ignore[assignment]
    stated = evaluation.total.raw if evaluation.total else DASH
    wrong = any(f.code == "SC101" and f.at.startswith(f"{record}/") for f in audit.findings)
    style = "bold red" if wrong else ""
    return (
        Text(stated, style),
        Text(_scored(result.readded), style),
        _scored(result.rescored),
        _grades(result.grade_stated, result.grade_rescored),
    )


def _scored(result: Scored | Partial) -> str:
    return str(result)


def _grades(stated: str | None, rescored: str | None) -> str:
    """优, or 优→良 where the policy gives another; one that is not decided is left out."""
    told = [grade for grade in (stated, rescored) if grade and can_show(grade)]
    return "→".join(dict.fromkeys(told)) or DASH
