"""Dates and times: days since the start of the calendar and a section of date letters in, text out.

Calendars: 1 is 1900-01-01, with a 29 February 1900 that never was (day 60); or 0 is 1904-01-01.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal

from . import chinese
from .code import Section, Token

_LAST = 2_958_465
"""31 December 9999, the last day that spreadsheets know."""

_EXACT = Context(prec=60, rounding=ROUND_HALF_UP)
_DAY = 86_400
_TIME = ("h", "n", "s")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MONTHS_ZH = ("一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月")
_DAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
_DAYS_ZH = "日一二三四五六"


@dataclass(frozen=True, slots=True)
class Moment:
    """A day and a time of it. ``days`` and ``seconds`` count from the start of the calendar; ``places`` are the digits
    of a second that are shown, ``parts`` holds them.
    """

    year: int
    month: int
    day: int
    weekday: int
    seconds: int
    parts: str
    whole: int


def moment(serial: Decimal, from_1904: bool, places: int) -> Moment | None:
    """The moment that a number stands for, rounded to that many places of a second; with -1 to the day that it lies
    in. ``None`` where spreadsheets show no date for it.
    """
    if not 0 <= serial <= _LAST + 1:
        return None
    if places < 0:
        serial, places = serial // 1, 0
    unit = Decimal(1).scaleb(-places)
    total = (serial * _DAY).quantize(unit, context=_EXACT)
    whole = int(total)
    days, seconds = divmod(whole, _DAY)
    if days > _LAST:
        return None
    parts = f"{total - whole:f}".partition(".")[2]
    year, month, day = _calendar(days, from_1904)
    return Moment(year, month, day, (days + (5 if from_1904 else 6)) % 7, seconds, parts, whole)


def _calendar(days: int, from_1904: bool) -> tuple[int, int, int]:
    if from_1904:
        found = date(1904, 1, 1) + timedelta(min(days, _LAST - 1462))
    elif days == 60:
        return 1900, 2, 29
    elif days == 0:
        return 1900, 1, 0
    else:
        found = date(1899, 12, 31 if days < 60 else 30) + timedelta(days)
    return found.year, found.month, found.day


def serial_of(text: str, from_1904: bool) -> Decimal | None:
    """The number behind a date as ISO 8601 writes it (2024-12-31, 2024-12-31T08:30:00); ``None`` for other texts."""
    day, _, time = text.strip().rstrip("Z").partition("T")
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return None
    days = (found - (date(1904, 1, 1) if from_1904 else date(1899, 12, 30))).days
    if not from_1904 and days <= 60:
        days -= 1
    parts = (*time.split(":"), "0", "0", "0")[:3]
    try:
        hours, minutes, seconds = (Decimal(part or "0") for part in parts)
        return days + (hours * 3600 + minutes * 60 + seconds) / _DAY
    except ArithmeticError:
        return None


class Calendar:
    """A section of date letters made ready to show moments."""

    def __init__(self, section: Section) -> None:
        self._tokens = _told(section.tokens)
        self._chinese, self._signs = section.chinese, section.signs
        self._half = any(token.kind == "half" for token in self._tokens)
        timed = self._half or any(token.kind == "elapsed" or token.text[:1] in _TIME for token in self._tokens)
        self._places = max((len(token.text) for token in self._tokens if token.kind == "parts"), default=timed - 1)

    def show(self, serial: Decimal, from_1904: bool) -> str | None:
        """The text; ``None`` where the number is no date."""
        found = moment(serial, from_1904, self._places)
        return None if found is None else "".join(self._piece(token, found) for token in self._tokens)

    def _piece(self, token: Token, at: Moment) -> str:
        kind, text = token
        match kind:
            case "date":
                return self._date(text, at)
            case "elapsed":
                return str(at.whole // {"h": 3600, "m": 60, "s": 1}[text[0]]).zfill(len(text))
            case "parts":
                return "." + at.parts[: len(text)]
            case "half":
                first, _, second = text.upper().partition("/")
                return first if at.seconds < _DAY // 2 else second
        return text

    def _date(self, text: str, at: Moment) -> str:
        width = len(text)
        match text[0]:
            case "y" | "e":
                year = f"{at.year:04d}" if width > 2 or text[0] == "e" else f"{at.year % 100:02d}"
                return chinese.digits(year, self._signs)
            case "m" if width > 2:
                return self._month(width, at.month)
            case "m":
                return self._number(at.month, width)
            case "d" if width > 2:
                return self._day(width, at.weekday)
            case "d":
                return self._number(at.day, width)
            case "a":
                return ("星期" if width > 3 else "") + _DAYS_ZH[at.weekday]
            case "h":
                hour = at.seconds // 3600
                return self._number((hour % 12 or 12) if self._half else hour, width)
            case "n":
                return self._number(at.seconds // 60 % 60, width)
        return self._number(at.seconds % 60, width)

    def _number(self, number: int, width: int) -> str:
        return chinese.counted(str(number), self._signs) if self._signs else str(number).zfill(min(width, 2))

    def _month(self, width: int, month: int) -> str:
        if self._chinese and width < 5:
            return _MONTHS_ZH[month - 1]
        name = _MONTHS[month - 1]
        return name[0] if width == 5 else name if width == 4 else name[:3]

    def _day(self, width: int, weekday: int) -> str:
        if self._chinese:
            return ("星期" if width > 3 else "周") + _DAYS_ZH[weekday]
        return _DAYS[weekday] if width > 3 else _DAYS[weekday][:3]


def _told(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with minutes told from months, digits of seconds from points, everything else as literals.

    ``m`` is a minute behind hours and before seconds.
    """
    result: list[Token] = []
    letters = [i for i, token in enumerate(tokens) if token.kind in ("date", "elapsed")]
    at = 0
    while at < len(tokens):
        kind, text = tokens[at]
        if kind == "date" and text[0] == "m" and len(text) <= 2 and _is_minute(tokens, letters, at):
            result.append(Token("date", "n" * len(text)))
        elif kind == "point" and result and _is_second(result[-1]) and (zeros := _zeros(tokens, at + 1)):
            result.append(Token("parts", zeros))
            at += len(zeros)
        elif kind in ("date", "elapsed", "half"):
            result.append(tokens[at])
        elif kind != "general":
            result.append(Token("literal", text))
        at += 1
    return tuple(result)


def _is_minute(tokens: tuple[Token, ...], letters: list[int], at: int) -> bool:
    place = letters.index(at)
    before = tokens[letters[place - 1]].text[0] if place else ""
    after = tokens[letters[place + 1]].text[0] if place + 1 < len(letters) else ""
    return before == "h" or after == "s"


def _is_second(token: Token) -> bool:
    return token.kind in ("date", "elapsed") and token.text[0] == "s"


def _zeros(tokens: tuple[Token, ...], at: int) -> str:
    zeros = ""
    while at < len(tokens) and tokens[at] == Token("digit", "0"):
        zeros, at = zeros + "0", at + 1
    return zeros[:9] if zeros else ""
