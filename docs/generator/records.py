"""The records of a small dossier as Markdown: a table where the form has one, a quotation where it is prose. Only what
is filled in, or marked, is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jixiao.forms.dictionary import block
from jixiao.forms.kinds import kinds
from jixiao.forms.terms import SPENDING, TERMS
from jixiao.model import BaseData, Dossier, Evaluation, Report

from .markdown import table
from .marks import Marks

Columns = Mapping[str, str]
_LISTED = re.compile(r"^(\d*)([.)#+-])")
"""What would make a line of Markdown an entry of a list, or a heading."""


def _word(of: str, key: str) -> str:
    """The usual word of a key of the dictionary."""
    return block(of).words[key][0]


def _terms(*fields: str) -> dict[str, str]:
    return {field: TERMS[field].text("zh") for field in fields}


_FUND: Columns = {"label": "资金", **_terms("initial_budget", "revised_budget", "outturn", "weight", "rate", "score")}
_INDICATOR: Columns = {
    **{key: _word("indicators", key) for key in ("level1", "level2", "name", "sign", "target")},
    "target_unit": _word("indicators", "unit"),
    **{key: _word("indicators", key) for key in ("actual", "weight", "score", "audit_score", "explanation")},
}
_HEAD: Columns = {
    "title": "表名",
    "year": "年度",
    "name": "名称",
    "code": _word("head", "project_code"),
    "unit": _word("head", "unit_name"),
    "department": _word("head", "department"),
    "implementer": _word("head", "implementer"),
    "goal_expected": _word("goals", "expected"),
    "goal_actual": _word("goals", "actual"),
}
_FOOT: Columns = {
    "total_weight": TERMS["total_weight"].text("zh"),
    **{key: _word("foot", key) for key in ("total", "audit_total", "conclusion", "problems", "measures")},
}
_STAFF: Columns = _terms("establishment", "in_post", "control_rate")
_BUILDING: Columns = _terms(
    "approved_scale",
    "actual_scale",
    "scale_control_rate",
    "budget_investment",
    "actual_investment",
    "investment_control_rate",
)


def dossier_lines(dossier: Dossier, marks: Marks) -> Iterator[str]:
    """All records of a dossier, each under its title."""
    for number, record in enumerate(dossier.records):
        at = f"/records/{number}"
        name = getattr(record, "name", "")
        title = f"{kinds()[record.kind].title.zh}{f'：{name}' if name and f'{at}/name' not in marks else ''}"
        yield f"{marks.cell(at, title)}"
        yield ""
        match record:
            case Evaluation():
                yield from _evaluation(record, at, marks)
            case BaseData():
                yield from _base_data(record, at, marks)
            case Report():
                yield from _report(record, at, marks)
            case _:
                raise TypeError(f"no picture of {record.kind}")


def _evaluation(record: Evaluation, at: str, marks: Marks) -> Iterator[str]:
    head = {field: word for field, word in _HEAD.items() if field != "name" or f"{at}/name" in marks}
    yield from _pairs(record, at, head, marks)
    yield from _rows(record.funds.lines, f"{at}/funds/lines", _FUND, marks)
    for side, words in (("by_income", "income"), ("by_expenditure", "expenditure")):
        parts, place = getattr(record.funds, side), f"{at}/funds/{side}"
        columns = {"label": marks.cell(place, _word("split", words)), "amount": "金额"}
        yield from _rows(parts, place, columns, marks)
    yield from _rows(record.declared, f"{at}/declared", {"label": "标明分值的指标", "points": "标明的分值"}, marks)
    if f"{at}/indicators" in marks:
        yield f"{marks.cell(f'{at}/indicators', _word('indicators', 'side'))}"
        yield ""
    yield from _rows(record.indicators, f"{at}/indicators", _INDICATOR, marks)
    yield from _rows(record.extra, f"{at}/extra", {"label": "栏目", "text": "内容"}, marks)
    yield from _pairs(record, at, _FOOT, marks)


def _base_data(record: BaseData, at: str, marks: Marks) -> Iterator[str]:
    yield from _pairs(record, at, {"title": "表名", "year": "年度", "staff_year": "人员情况的年份"}, marks)
    if record.staff:
        yield from _rows((record.staff,), f"{at}/staff", _STAFF, marks, numbered=False)
    heads = {field: term.text("zh") for field, term in SPENDING.items()}
    for number, (field, text) in enumerate(zip(heads, record.columns, strict=False)):
        heads[field] = marks.cell(f"{at}/columns/{number}", text)
    yield from _rows(record.lines, f"{at}/lines", {"label": "经费", **heads}, marks)
    yield from _pairs(record, at, {"buildings_label": _word("buildings", "side")}, marks)
    yield from _rows(record.buildings, f"{at}/buildings", _BUILDING, marks)
    yield from _pairs(record, at, {"thrift": _word("base", "thrift")}, marks)


def _report(record: Report, at: str, marks: Marks) -> Iterator[str]:
    yield from _pairs(record, at, {"title": "标题", "year": "年度", "unit": _word("head", "unit_name")}, marks)
    for number, section in enumerate(record.sections):
        place = f"{at}/sections/{number}"
        heading = f"{marks.cell(f'{place}/number', section.number)} {marks.cell(f'{place}/title', section.title)}"
        if heading.strip():
            yield from _quoted(heading.strip())
        for count, passage in enumerate(section.paragraphs):
            yield from _quoted(marks.paragraph(f"{place}/paragraphs/{count}", passage.text))
    for number, text in enumerate(record.attachments):
        yield from _quoted(f"附件 {marks.cell(f'{at}/attachments/{number}', text)}")
    if record.signature:
        yield from _quoted(f"落款 {marks.cell(f'{at}/signature', record.signature)}")
    yield ""


def _quoted(text: str) -> Iterator[str]:
    """One paragraph of a quotation; the next may follow at once."""
    literal = _LISTED.sub(r"\1\\\2", text)
    yield f"> {literal}"
    yield ">"


def _pairs(record: Any, at: str, words: Columns, marks: Marks) -> list[str]:
    """Labelled cells as a table of two columns."""
    rows = [
        (word, marks.cell(f"{at}/{field}", _text(getattr(record, field))))
        for field, word in words.items()
        if getattr(record, field) not in (None, "") or f"{at}/{field}" in marks
    ]
    return table(("栏目", "内容"), rows) if rows else []


def _rows(items: Sequence[Any], at: str, columns: Columns, marks: Marks, *, numbered: bool = True) -> list[str]:
    """Rows of a block, with the columns that any of them fills in or has marked."""
    places = [f"{at}/{number}" if numbered else at for number in range(len(items))]
    used = {
        field: head
        for field, head in columns.items()
        if any(getattr(item, field) is not None and _text(getattr(item, field)) != "" for item in items)
        or any(f"{place}/{field}" in marks for place in places)
    }
    rows = []
    for item, place in zip(items, places, strict=True):
        cells = [marks.cell(f"{place}/{field}", _text(getattr(item, field))) for field in used]
        if place in marks and numbered:
            cells[0] = marks.cell(place, _text(getattr(item, next(iter(used)))))
        if getattr(item, "parent", None) is not None:
            cells[0] = f"　{cells[0]}"
        rows.append(cells)
    return table(list(used.values()), rows) if rows and used else []


def _text(value: Any) -> str:
    return "" if value is None else str(value)
