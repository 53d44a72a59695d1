"""What a place of a dossier is called by a person: a stable address enters, words leave (办案费 · 检查次数 · 得分)."""

from __future__ import annotations

from typing import Any

from jixiao.forms.kinds import kinds
from jixiao.forms.terms import INDICATORS, TERMS, YEAR_OUTTURN
from jixiao.model import Dossier, Evaluation, Filed, Indicator, Passage, Record, SpendingLine, Term
from jixiao.model.pointer import segments

Words = Term | str
_FIELDS: dict[str, Term] = {
    **TERMS,
    "unit": Term("单位", "unit"),
    "year": Term("年度", "year"),
    "place": Term("所在地方", "place"),
    "name": Term("名称", "name"),
    "title": Term("标题", "title"),
    "annex": Term("附件号", "annex number"),
    "code": Term("项目编码", "code"),
    "department": Term("主管部门", "department"),
    "implementer": Term("实施单位", "implementing unit"),
    "funds": Term("资金", "funds"),
    "by_income": Term("按收入性质", "by income"),
    "by_expenditure": Term("按支出性质", "by expenditure"),
    "amount": Term("金额", "amount"),
    "goal_expected": Term("预期目标", "expected goal"),
    "goal_actual": Term("实际完成情况", "what was done"),
    "declared": Term("标注的分值", "points of a label"),
    "points": Term("分值", "points"),
    "label": Term("名称", "label"),
    "indicators": INDICATORS,
    "level1": Term("一级指标", "first level"),
    "level2": Term("二级指标", "second level"),
    "sign": Term("指标符号", "sign"),
    "target_unit": Term("计量单位", "unit of measure"),
    "audit_score": Term("复核得分", "reviewed score"),
    "audit_total": Term("复核总分", "reviewed total"),
    "conclusion": Term("自评结论", "conclusion"),
    "problems": Term("存在问题", "problems"),
    "measures": Term("改进措施", "measures"),
    "extra": Term("其他栏目", "other entries"),
    "staff": Term("人员", "staff"),
    "staff_year": Term("人员数据年度", "year of the staff figures"),
    "columns": Term("栏目", "columns"),
    "lines": Term("各行", "rows"),
    "buildings": Term("楼堂馆所", "buildings"),
    "buildings_label": Term("楼堂馆所控制情况", "control of buildings"),
    "thrift": Term("厉行节约措施", "measures of thrift"),
    "sections": Term("章节", "sections"),
    "paragraphs": Term("正文", "text"),
    "text": Term("正文", "text"),
    "number": Term("编号", "number"),
    "attachments": Term("附件", "attachments"),
    "signature": Term("落款", "signature"),
    "date": Term("日期", "date"),
    "state": Term("填报状态", "state"),
    "aliases": Term("别名", "aliases"),
}


def words_of(dossier: Dossier, address: str) -> tuple[Words, ...]:
    """The words of an address, from the outside in: what its records and items are called, and the field last. What has
    no word is left out; a segment that leads nowhere is printed as it is.
    """
    here: Any = dossier
    found: list[Words] = []
    for part in segments(address):
        if isinstance(here, tuple):
            place = _place(here, part)
            found += [part] if place is None else _called(here[place], place)
            here = None if place is None else here[place]
        else:
            field = YEAR_OUTTURN if isinstance(here, SpendingLine) and part == "outturn" else _FIELDS.get(part, part)
            here = getattr(here, part, None)
            if not isinstance(here, tuple | Record):
                found.append(field)
    return tuple(found)


def in_words(found: tuple[Words, ...], lang: str = "zh") -> str:
    """The words in one language, as a person reads a place."""
    return " · ".join(one if isinstance(one, str) else one.text(lang) for one in found)


def _place(items: tuple[Any, ...], part: str) -> int | None:
    if part.isdecimal():
        return int(part) if int(part) < len(items) else None
    return next((n for n, item in enumerate(items) if getattr(item, "id", None) == part), None)


def _called(item: Any, place: int) -> list[Words]:
    """What an item of a list is called on paper; nothing where it has no name."""
    match item:
        case Evaluation():
            return [item.name or _kind(item)]
        case Filed():
            return [_kind(item)]
        case Indicator():
            return [item.name or INDICATORS]
        case Passage():
            return [Term(f"第{place + 1}段", f"paragraph {place + 1}")]
    name = getattr(item, "title", "") or getattr(item, "label", "")
    return [str(name)] if name else []


def _kind(record: Filed) -> Words:
    known = kinds().get(record.kind)
    return known.title if known is not None else record.title or record.kind
