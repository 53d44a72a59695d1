"""Printed heading numbers: 一、 （一） 1. （1） 第一章 1.1 ①, in all house styles.

A line enters; a :class:`Numbered` leaves where it begins with a number. Whether the line is a heading is decided in
:mod:`jixiao.recognition.headings`, for a list item begins the same way.
"""

from __future__ import annotations

from jixiao.model.classes import dataclass
from jixiao.values.numerals import chinese_number
from jixiao.values.pattern import lazy

_CN = "[一二三四五六七八九十百]{1,4}"
_FORMS: tuple[tuple[str, int, str], ...] = (
    ("part", 0, rf"第\s*(?:{_CN}|[0-9０-９]{{1,2}})\s*(?:章|部分|篇)[、.．：:]?"),
    ("clause", 1, rf"第\s*(?:{_CN}|[0-9０-９]{{1,2}})\s*节[、.．：:]?"),
    ("cn", 1, rf"{_CN}\s*[、．.，,:：]|{_CN}(?=[\s　])"),
    ("cn()", 2, rf"[（(]\s*{_CN}\s*[）)]\s*[、.．]?"),
    ("1.1.1", 4, r"[0-9]{1,2}[.．][0-9]{1,2}[.．][0-9]{1,2}[.．、]?(?![0-9%％万元])"),
    ("1.1", 3, r"[0-9]{1,2}[.．][0-9]{1,2}[.．、]?(?=[\s　]*[^\W\d_])(?!\s*(?:万|亿|元|个|人|%|％))"),
    ("1", 3, r"[0-9０-９]{1,2}\s*[、．.](?![0-9])|[0-9]{1,2}[，,](?=[^\d\s])"),
    ("(1)", 4, r"[（(]\s*[0-9０-９]{1,2}\s*[）)]\s*[、.．]?|[⑴-⒇]"),
    ("1)", 5, r"[0-9０-９]{1,2}\s*[）)][、.．]?"),
    ("1 ", 3, r"[0-9]{1,2}(?=[\s　]+[^\W\d_])"),
    ("①", 5, r"[①-⑳]"),
)
_NUMBER = lazy(r"[\s　]*(?:" + "|".join(f"(?P<f{i}>{pattern})" for i, (_, _, pattern) in enumerate(_FORMS)) + ")")
_INSIDE = lazy(rf"{_CN}|[0-9０-９]+")
FAMILY = {"cn": "、", "1": "、", "1.1": "、", "cn()": "()", "(1)": "()", "part": "part", "clause": "part"}
"""Styles that a broken automatic numbering exchanges for one another: 一、 and 1、; （一） and （1）."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that begins with a number: ``number`` as printed, ``rest`` after it, its ``style`` and usual ``rank``,
    the ``ordinal``.
    """

    number: str
    rest: str
    style: str
    rank: int
    ordinal: int

    @property
    def family(self) -> str:
        """The shape of the number, the same for styles that are confused with one another."""
        return FAMILY.get(self.style, self.style)


def numbered(line: str) -> Numbered | None:
    """The number a line begins with, or ``None``. Edge space is dropped from number and rest."""
    match = _NUMBER.match(line)
    if match is None or match.lastgroup is None:
        return None
    style, rank, _ = _FORMS[int(match.lastgroup[1:])]
    printed = match[match.lastgroup]
    kept = printed + " " if style == "1 " else printed.strip()  # without its space it would be no number
    return Numbered(kept, line[match.end() :].strip(), style, rank, _ordinal(printed))


def _ordinal(printed: str) -> int:
    first = printed[0]
    if "①" <= first <= "⑳":
        return ord(first) - ord("①") + 1
    if "⑴" <= first <= "⒇":
        return ord(first) - ord("⑴") + 1
    last = _INSIDE.findall(printed)[-1]
    return int(last) if last.isdecimal() else int(chinese_number(last) or 0)
