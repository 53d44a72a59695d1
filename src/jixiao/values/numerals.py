"""Chinese numerals: 二百人, 一千零五, 九十五点五, 1万2千.

Enters: a run of numeral characters. Leaves: a ``Decimal``, or ``None`` where the run is not a well-formed numeral.
Years are read inside a text.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from jixiao.values.lists import listed
from jixiao.values.pattern import lazy

_DIGITS = {
    mark: value
    for value, marks in enumerate(listed("零〇○ 一壹 二两贰 三叁 四肆 五伍 六陆 七柒 八捌 九玖"))
    for mark in marks
}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}

#: Every character a Chinese numeral may hold, for use inside a regular expression's brackets.
CHINESE_DIGITS = "".join((*_DIGITS, *_SMALL, *_LARGE, "点"))
_LONGEST = 40
_YEAR = lazy(r"二\s*[〇○零Oo0](?:\s*[〇○零Oo0一二三四五六七八九]){2}(?=\s*年)")
_ZEROS = str.maketrans("Oo0", "〇〇〇", " \t\n\r\u3000\xa0")


@lru_cache(maxsize=1024)
def chinese_number(text: str) -> Decimal | None:
    """The number a Chinese numeral stands for; ``None`` if the text is none.

    Read are counted numerals (二百零五), their short forms (三百五 = 350, 一万二 = 12000), decimals (九十五点五) and
    plain digit strings (二〇二四 = 2024).
    """
    if not text or len(text) > _LONGEST:
        return None
    whole, point, fraction = text.partition("点")
    value = _digit_string(whole) if len(whole) > 1 else None
    if value is None:
        value = _counted(whole)
    if value is None:
        return None
    if not point:
        return Decimal(value)
    if not fraction or not all(mark in _DIGITS for mark in fraction):
        return None
    return Decimal(f"{value}.{''.join(str(_DIGITS[mark]) for mark in fraction)}")


def years_in_figures(text: str) -> str:
    """The text with its years of this century in figures: 二〇二四年 → 2024年, also where the zero is typed as O."""
    if "二" not in text:
        return text
    return _YEAR.sub(lambda found: str(chinese_number(found[0].translate(_ZEROS))), text)


def _digit_string(text: str) -> int | None:
    if not all(mark in _DIGITS for mark in text):
        return None
    return int("".join(str(_DIGITS[mark]) for mark in text))


def _counted(text: str) -> int | None:
    """Split at 亿, then at 万; each part below counts with 十, 百, 千."""
    if len(text) == 1 and text in _DIGITS:
        return _DIGITS[text]
    for mark in reversed(_LARGE):
        head, found, tail = text.rpartition(mark)
        if found:
            return _joined(head, _LARGE[mark], tail)
    return _below_ten_thousand(text)


def _joined(head: str, size: int, tail: str) -> int | None:
    upper = 1 if not head else _counted(head)
    if upper is None or upper == 0:
        return None
    if not tail:
        return upper * size
    if len(tail) == 1 and tail in _DIGITS:  # 一万二: the next lower place is understood
        return upper * size + _DIGITS[tail] * size // 10
    lower = _counted(tail.lstrip("零〇○") or tail)
    if lower is None or lower >= size:
        return None
    return upper * size + lower


def _below_ten_thousand(text: str) -> int | None:
    total, pending, last_size, gap = 0, None, 10_000, False
    for place, mark in enumerate(text):
        if mark in _DIGITS:
            if pending is not None:
                return None
            if _DIGITS[mark] == 0:
                gap = True
                continue
            pending = _DIGITS[mark]
        elif mark in _SMALL:
            size = _SMALL[mark]
            if size >= last_size or (pending is None and place > 0 and not gap):
                return None
            total += (1 if pending is None else pending) * size
            pending, last_size, gap = None, size, False
        else:
            return None
    if pending is None:
        return total or None
    if gap or last_size in (10, 10_000):
        return total + pending if last_size < 10_000 else None
    return total + pending * last_size // 10  # 三百五 = 350
