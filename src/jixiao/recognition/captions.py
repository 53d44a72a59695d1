"""The caption of a table: annex label, title, year line, unit of money; before the table or in its first rows.

Short texts enter one by one; a :class:`Caption` collects what they say.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import field

from jixiao.model import Position
from jixiao.model.classes import dataclass
from jixiao.values.numerals import years_in_figures
from jixiao.values.pattern import lazy

from .tables.lines import clean

_ANNEX = lazy(r"(?s)(附\s*[件表录]\s*[一二三四五六七八九十\d]*(?:\s*[-—－–.．]\s*\d+)*)\s*(?:[:：、．.]|\s)?\s*(.*)")
_TITLE = lazy(
    r"[^。；;！？]{2,60}?(?:表|表格|自评|样表|评分|报表)(?:\s*[(（][^()（）]{0,20}[)）])?\s*(?:[(（][^()（）]{0,20}[)）])?"
)
_POINTING = lazy(r"见|如下|下列|上述|填写|根据|按照|我|，")
_YEAR_LINE = lazy(r"[(（]?\s*(20\d\d)\s*年\s*度?\s*[)）]?")
_YEAR = lazy(r"(20\d\d)\s*年?度?")
_UNIT = lazy(r".*(?:单位|计量单位)\s*[:：]?\s*(?:人民币)?\s*(千元|百万元|万元|亿元|元)\s*.*")
_FILLED_BY = lazy(
    r"(?:(?:填报|填表|编制|公开|报送|预算|评价|自评)(?:单位|部门|人|日期|时间)|(?:项目)?(?:单位|部门)(?:名称)?)"
    r"(?:名称)?(?:\s*[(（][^()（）]*[)）])?\s*[:：].*"
)
_FORM_NUMBER = lazy(r"(?:公开|财绩|绩效|预算)?\d{1,3}表|\d{6}_[0-9A-Za-z]{2,10}|表号?[:：]?[\dA-Za-z][\w-]{0,9}")
PAIR = lazy(r"(?s)([^\s:：]{2,12})\s*[:：][ \u3000\t]*([^:：]*?)(?=[\s\u3000]+[^\s:：]{2,12}\s*[:：]|\Z)")
_ENUMERATED = lazy(r"^\s*(?:\d{1,2}\s*[.、．]|[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十\d]{1,2}[)）])")


@dataclass(slots=True)
class Caption:
    """What stands over a table. ``places`` tells where each part stands."""

    annex: str = ""
    title: str = ""
    year: int | None = None
    unit: str = ""
    others: list[tuple[str, str, Position]] = field(default_factory=list)
    """Further labels with their texts, such as 填报单位：…"""
    places: dict[str, Position] = field(default_factory=dict)

    def set(self, name: str, value: object, place: Position) -> None:
        """Take a part that is not known yet."""
        if not getattr(self, name):
            setattr(self, name, value)
            self.places[name] = place


def _flat(text: str) -> str:
    """Compatibility forms unified, no white space, a year in Chinese digits as figures."""
    return years_in_figures(re.sub(r"\s", "", unicodedata.normalize("NFKC", text)))


def caption_part(text: str, caption: Caption, place: Position) -> bool:
    """Whether the text is part of a caption; what it says is taken over."""
    flat = re.sub(r"[\s\u3000]+", " ", clean(text))
    squeezed = _flat(flat)
    if not squeezed or len(squeezed) > 80:
        return False
    if (match := _ANNEX.fullmatch(flat)) is not None and (not match[2] or is_title(match[2])) and _is_annex(match):
        caption.set("annex", re.sub(r"\s", "", match[1]), place)
        if match[2]:
            _title(match[2], caption, place)
        return True
    if (match := _YEAR_LINE.fullmatch(squeezed)) is not None:
        caption.set("year", int(match[1]), place)
        return True
    if (_UNIT.fullmatch(squeezed) is not None and len(squeezed) <= 60) or _FILLED_BY.fullmatch(flat):
        _pairs(clean(text), squeezed, caption, place)
        return True
    if _FORM_NUMBER.fullmatch(squeezed) is not None:
        caption.others.append(("表号", squeezed, place))
        return True
    if is_title(flat):
        _title(flat, caption, place)
        return True
    return False


def _pairs(text: str, squeezed: str, caption: Caption, place: Position) -> None:
    """A line such as 填报单位（盖章）：某局　　单位：万元."""
    if (match := _UNIT.fullmatch(squeezed)) is not None:
        caption.set("unit", match[1], place)
    for found in PAIR.finditer(text):
        name, value = found[1].strip(), found[2].strip(" \u3000\t")
        if _UNIT.fullmatch(_flat(found[0])) is None and value:
            caption.others.append((name, value, place))


def _is_annex(match: re.Match[str]) -> bool:
    """附件：… lists annexes and is no caption; 附件1：… or 附件 alone may be one."""
    return bool(re.search(r"[一二三四五六七八九十\d]", match[1])) or not match[2]


def is_title(text: str) -> bool:
    """Whether a short text is the title of a table: it ends in 表, maybe with a bracket behind it, and is no
    item of a list.
    """
    flat = clean(text)
    return (
        bool(_TITLE.fullmatch(flat))
        and not _POINTING.search(flat)
        and not _ENUMERATED.match(flat)
        and "：" not in flat
        and ":" not in flat
    )


def _title(text: str, caption: Caption, place: Position) -> None:
    title = re.sub(r"\s", "", text) if not re.search(r"[A-Za-z]", text) else clean(text)
    caption.set("title", title, place)
    if (match := _YEAR.search(_flat(title))) is not None:
        caption.set("year", int(match[1]), place)
