"""Dates and periods: 2024年12月31日前, 12月底前完成, 2024年第四季度, 2026/12/31, 年底, 全年.

Enters: normalised text. Leaves: a ``DateValue``, and for comparing, the first and last day it allows. A span of months
or years is read as its end (1-12月 ends in December), because what is asked of a date is that it be kept.
"""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import date

from jixiao.model.value import DateValue
from jixiao.values.lists import listed
from jixiao.values.numerals import chinese_number
from jixiao.values.pattern import lazy

_NUMERAL = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2}|[二][〇零○][〇零○一二三四五六七八九]{2})"
_BEFORE = r"(?P<before>之前|以前|前|之内|以内|内)?"
_ADVERBS = "|".join(
    listed("均 已 全部 全面 如期 按时 按期 保质保量 项目 工程 工作 任务 顺利 须 要 能够 能 可 基本 正式 整体")
)
_VERBS = "|".join(
    listed("""
    完成 完工 竣工 结束 交付 验收 投入使用 开工 启动 办结 到位 支付 发放 拨付 通过验收 结项 建成 截止 实施 上线 达标
    完毕
    """)
)
_DONE = rf"(?:(?:{_ADVERBS})*(?:{_VERBS})[^0-9，。；]{{0,12}})?"
_LEAD = (
    r"(?P<lead>[^0-9，。；≥≤=<>一二三四五六七八九十]{0,16}?:?)?"
    r"(?:≤|<|在|于|至|到|截至|截止|截止到|不晚于|不迟于|早于)?"
)
#: Another year than the one the text stands in: no date can be had from it.
_OTHER_YEAR = lazy(r"次年|翌年|明年|来年|下年|去年|上年|隔年|往年|每年|每月|每季")
_DAY_FORM = lazy(
    _LEAD + rf"(?:{_YEAR}(?:年度?|[-/.])|(?:本年度?|当年|今年))?"
    rf"(?:(?P<month_from>{_NUMERAL})月?(?:份)?[-~～—至到])?(?P<month>{_NUMERAL})(?:月份?|[-/.](?=[0-9]))"
    rf"(?:(?P<day>{_NUMERAL})[日号]?|(?P<end>月?底|末)|(?P<third>上旬|中旬|下旬))?" + _BEFORE + _DONE
)
_YEAR_FORM = lazy(
    _LEAD + r"(?:(?:(?:19|20)[0-9]{2})年?[-~～—至到])?"
    rf"(?:{_YEAR}年?(?P<annual>度|内|期间)?|(?P<this>本年度?|当年度?|今年|年度|年))"
    r"(?:(?P<all>全年)|第?(?P<quarter>[1-4一二三四])季度?|(?P<half>上半年|下半年)|年?(?P<end>底|末|终|内|度内))?"
    + _BEFORE
    + _DONE
)
_QUARTER_FORM = lazy(
    _LEAD + r"(?:第?(?P<quarter>[1-4一二三四])季度|Q(?P<q>[1-4])|(?P<half>上半年|下半年))末?" + _BEFORE + _DONE
)
_WHOLE_YEAR = lazy(r"(?:全年度?|整年|全年内|年度内|年内|当年|当年内|本年度?内?|常年)" + _DONE)
_COULD_BE_DATE = lazy(r"[年月季Qq日/.\-]")
_BARE_DECIMAL = lazy(r"[-+]?[0-9]+\.?[0-9]*%?")
_YEAR_MONTH = lazy(r"(?P<year>20[0-9]{2})[./-](?P<month>0[1-9]|1[0-2])")
_FROM_TO = lazy(
    r"(?P<lead>[^0-9]{0,12})(?P<first>[0-9年月日./-]*[0-9年月日号])(?:-|~|～|—|至|到)"
    r"(?P<last>(?:19|20)[0-9]{2}.*|[0-9]{1,2}月[0-9]{1,2}.*)"
)
_QUARTER_WORDS = {"一": 1, "二": 2, "三": 3, "四": 4}
_THIRDS = {"上旬": 10, "中旬": 20}


def read_date(text: str, raw: str) -> DateValue | None:
    """The date or period a text names, or ``None``. Impossible days (2月30日) are no dates."""
    if not _COULD_BE_DATE.search(text) or _BARE_DECIMAL.fullmatch(text) or _OTHER_YEAR.search(text):
        return None
    return _whole_year(text, raw) or _day(text, raw) or _quarter(text, raw) or _year(text, raw) or _from_to(text, raw)


def read_year_month(text: str, raw: str) -> DateValue | None:
    """2024.12, 2024-12, 2024/12: a month where no unit says that it is an amount."""
    found = _YEAR_MONTH.fullmatch(text)
    return DateValue(raw, year=int(found["year"]), month=int(found["month"])) if found else None


def _whole_year(text: str, raw: str) -> DateValue | None:
    return DateValue(raw, whole=True) if _WHOLE_YEAR.fullmatch(text) else None


def _from_to(text: str, raw: str) -> DateValue | None:
    """2024年1月1日至2024年12月31日: its end; all of the year where it runs from the first to the last day of one."""
    found = _FROM_TO.fullmatch(text)
    first = read_date(found["first"], raw) if found else None
    last = read_date(found["last"], raw) if found else None
    if found is None or first is None or last is None:
        return None
    begins = first.month == 1 and first.day in (None, 1)
    ends = last.month == 12 and last.day in (None, 31) and last.year in (None, first.year)
    return replace(last, prefix=found["lead"], year=last.year or first.year, whole=begins and ends)


def _day(text: str, raw: str) -> DateValue | None:
    found = _DAY_FORM.fullmatch(text)
    if found is None or not ("月" in text or (found["year"] and found["day"])):
        return None
    month, day = _number(found["month"]), _number(found["day"])
    if month is None or not 1 <= month <= 12:
        return None
    year = _number(found["year"])
    if day is not None and not 1 <= day <= _days(year, month):
        return None
    if found["third"]:
        day = _THIRDS.get(found["third"])
    first = _number(found["month_from"])
    by = bool(found["before"] or found["end"] or found["third"]) or _opens_with_limit(text)
    return DateValue(
        raw,
        prefix=found["lead"] or "",
        relation="by" if by else "in",
        year=year,
        month=month,
        day=day,
        whole=first == 1 and month == 12,
    )


def _quarter(text: str, raw: str) -> DateValue | None:
    found = _QUARTER_FORM.fullmatch(text)
    if found is None:
        return None
    relation = "by" if found["before"] else "in"
    if found["half"]:
        return DateValue(raw, found["lead"] or "", relation="by", month=6 if found["half"] == "上半年" else 12)
    return DateValue(
        raw, found["lead"] or "", relation=relation, quarter=_quarter_number(found["quarter"] or found["q"])
    )


def _year(text: str, raw: str) -> DateValue | None:
    found = _YEAR_FORM.fullmatch(text)
    if found is None or ("年" not in text):
        return None
    if found["this"] and not (found["end"] or found["before"] or found["half"] or found["quarter"]):
        return None
    year, lead = _number(found["year"]), found["lead"] or ""
    if found["half"]:
        return DateValue(raw, lead, relation="by", year=year, month=6 if found["half"] == "上半年" else 12)
    if found["quarter"]:
        relation = "by" if found["before"] else "in"
        return DateValue(raw, lead, relation=relation, year=year, quarter=_quarter_number(found["quarter"]))
    if found["end"] and found["end"] not in ("内", "度内"):
        return DateValue(raw, lead, relation="by", year=year, month=12, day=31)
    by = (found["before"] or "").endswith("前") or _opens_with_limit(text)
    whole = bool(found["all"] or found["annual"] or found["end"])
    return DateValue(raw, lead, relation="by" if by else "in", year=year, whole=whole)


def _opens_with_limit(text: str) -> bool:
    return text.startswith(("截至", "截止", "不晚于", "不迟于", "≤", "早于"))


def _number(text: str | None) -> int | None:
    if not text:
        return None
    if text.isascii():
        return int(text)
    value = chinese_number(text)
    return None if value is None else int(value)


def _quarter_number(text: str) -> int:
    return _QUARTER_WORDS[text] if text in _QUARTER_WORDS else int(text)


def _days(year: int | None, month: int) -> int:
    return calendar.monthrange(year or 2024, month)[1]


def span(value: DateValue, year: int) -> tuple[date | None, date]:
    """First and last day the value allows. ``year`` stands in where the text names none; the first day of a "by" is
    open.
    """
    own = value.year or year
    if value.quarter:
        first_month = last_month = value.quarter * 3
        first_month -= 2
    else:
        first_month, last_month = value.month or 1, value.month or 12
    first_day = value.day or 1
    if value.whole:
        first_month = first_day = 1
    last_day = min(value.day or 31, _days(own, last_month))
    last = date(own, last_month, last_day)
    if value.relation == "by":
        return None, last
    return date(own, first_month, first_day), last
