"""Numbers as a word processor draws them before a paragraph: a number and a format of Office Open XML in, text out.

The formats are those of ECMA-376 part 1, 17.18.59 (``ST_NumberFormat``), as far as Chinese documents use them.
"""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "零一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_CIRCLES = "".join(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0))))
_PARENTHESES = "".join(map(chr, range(0x2474, 0x2488)))
_FULL_STOPS = "".join(map(chr, range(0x2488, 0x249C)))
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def drawn(number: int, form: str) -> str:
    """The number in that format; plain digits where the format is unknown or has no sign for so high a number."""
    draw = _FORMS.get(form)
    return (draw(number) if draw and number > 0 else "") or ("" if form in _UNNUMBERED else str(number))


def _positional(number: int, digits: str, units: tuple[str, ...]) -> str:
    """Up to 9999 with units: 一百零一, 壹仟零壹拾."""
    text, gap = "", False
    for place, digit in enumerate(reversed(str(number))):
        value = int(digit)
        if value:
            text = digits[value] + units[place] + (digits[0] if gap and text else "") + text
            gap = False
        else:
            gap = bool(text)
    return text


def _thousand(number: int) -> str:
    if number > 9999:
        return ""
    text = _positional(number, _DIGITS, ("", "十", "百", "千"))
    return text.removeprefix("一") if 10 <= number < 20 else text


def _counting(number: int) -> str:
    """Word counts with units up to 99 and writes single digits above: 九十九, 一○○."""
    return _thousand(number) if number < 100 else "".join("○一二三四五六七八九"[int(digit)] for digit in str(number))


def _legal(number: int) -> str:
    return _positional(number, _LEGAL, ("", "拾", "佰", "仟")) if number <= 9999 else ""


def _letters(number: int) -> str:
    """Word doubles the letter after z: y, z, aa, bb."""
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (times + 1) if times < 30 else ""


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text


def _sign(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if number <= len(signs) else ""


_UNNUMBERED = frozenset({"none", "bullet"})
_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _sign(_CIRCLES),
    "decimalEnclosedCircleChinese": _sign(_CIRCLES),
    "decimalEnclosedParen": _sign(_PARENTHESES),
    "decimalEnclosedFullstop": _sign(_FULL_STOPS),
    "numberInDash": lambda number: f"- {number} -",
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda number: _roman(number).upper() if number < 4000 else "",
    "lowerRoman": lambda number: _roman(number) if number < 4000 else "",
    "chineseCounting": _counting,
    "chineseCountingThousand": _thousand,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _thousand,
    "japaneseCounting": _thousand,
    "ideographDigital": lambda number: "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number)),
    "chineseLegalSimplified": _legal,
    "ideographEnclosedCircle": _sign("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "ideographTraditional": _sign("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _sign("子丑寅卯辰巳午未申酉戌亥"),
}
