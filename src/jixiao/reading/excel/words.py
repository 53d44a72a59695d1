"""Which texts of a sheet stand around a table and not in it: annex, title, year, unit of money, notes, signatures.

Texts enter; a yes or no leaves. Only the looks of captions and notes are known here, as in text exports; what a table
is of is for others to tell. Titles are asked about more than once, and come again in sheet after sheet: the answers are
remembered.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ANNEX = re.compile(r"附\s*[件表录]\s*[\d一二三四五六七八九十]*(?:\s*[-—–－.．]\s*\d+)*\s*[:：、．.]?\s*(?:.{0,60}表)?")
_TITLE = re.compile(
    r"[^。；;！？，:：]{2,60}?(?:表|表格|自评|样表|评分|报表)(?:\s*[(（][^()（）]{0,20}[)）]){0,2}(?:\s*20\d\d\s*年度?)?"
)
_YEAR = re.compile(r"[(（]?\s*20\d\d\s*年\s*度?\s*[)）]?")
_UNIT = re.compile(r".{0,30}单位\s*[:：]\s*(?:人民币)?\s*(?:千|百万|万|亿)?元.{0,8}|[(（]?(?:千|百万|万|亿)?元[)）]?")
_NUMBER = re.compile(r"(?:公开|财绩|绩效|预算)?\d{1,3}表|\d{6}_[0-9A-Za-z]{2,10}|表号?[:：]?[\dA-Za-z][\w-]{0,9}")
_FILLED_BY = re.compile(
    r"(?:填报|填表|编制|公开|报送|预算|评价|自评|制表|报告)?(?:单位|部门|人|日期|时间)(?:名称)?"
    r"\s*(?:[(（][^()（）]{0,12}[)）])?\s*[:：].*"
)
_CLOSING = re.compile(
    r"(?:(?:填表|填报)?(?:说明|备注|注)\s*\d?\s*[:：.、]|[*※＊]"
    r"|(?:填[报表]人?|经办人?|联系人|联系(?:电话|方式)|电话|审核人?|负责人|单位负责人|项目负责人|财务负责人|制表人?|复核人?"
    r"|(?:填报|填表|制表)?(?:日期|时间)|单位[(（]?(?:公章|盖章|签章)[)）]?)\s*(?:[(（][^()（）]{0,12}[)）])?\s*[:：])"
)
_DATE = re.compile(r"20\d\d\s*(?:年|[-/.])\s*\d{1,2}\s*(?:月|[-/.])?\s*(?:\d{1,2}\s*日?)?")
_COUNTED = re.compile(r"[(（]?\d{1,2}[)）]?\s*[.、．)）](?!\d)")
_FIRST = frozenset(("20", "２０", "备注", "说明", "附件", "附表"))
_SPACE = re.compile(r"\s+")


def _flat(text: str) -> str:
    return _SPACE.sub(" ", unicodedata.normalize("NFKC", text)).strip()


def looks_like_words(text: str) -> bool:
    """Whether a text may be of any of the kinds below: a first look that costs little."""
    return "：" in text or ":" in text or text.lstrip()[:2] in _FIRST


@lru_cache(maxsize=1024)
def begins_form(text: str) -> bool:
    """Whether a text alone in its row is an annex label or a title, as they stand over a table."""
    flat = _flat(text)
    return len(flat) <= 80 and bool(_ANNEX.fullmatch(flat) or _TITLE.fullmatch(flat))


@lru_cache(maxsize=1024)
def stands_over(text: str) -> bool:
    """Whether a text is of the kinds that stand over a table."""
    flat = _flat(text)
    if len(flat) > 80:
        return False
    patterns = (_YEAR, _UNIT, _NUMBER, _FILLED_BY)
    return begins_form(text) or any(pattern.fullmatch(flat) for pattern in patterns)


def stands_under(text: str) -> bool:
    """Whether a text is of the kinds that stand under a table: a note, a signature, a date."""
    flat = _flat(text)
    return bool(_CLOSING.match(flat) or _DATE.fullmatch(flat) or _FILLED_BY.fullmatch(flat))


def goes_on(text: str) -> bool:
    """Whether a text is a numbered one, as the lines of a note are."""
    return bool(_COUNTED.match(_flat(text)))
