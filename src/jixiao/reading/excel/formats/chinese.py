"""Digits as Chinese numerals, for the formats that ask for them ([DBNum1] 一二三, [DBNum2] 壹贰叁)."""

from __future__ import annotations

_DIGITS = ("", "〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖")
_SMALL = ("", ("", "十", "百", "千"), ("", "拾", "佰", "仟"))
_LARGE = ("", "万", "亿", "万亿")


def digits(text: str, signs: int) -> str:
    """Digit by digit: 2024 is 二〇二四."""
    return text.translate(str.maketrans("0123456789", _DIGITS[signs])) if signs else text


def counted(text: str, signs: int) -> str:
    """A number as it is counted, decimal places digit by digit: 31 is 三十一, 105.2 is 一百〇五.二."""
    whole, point, places = text.partition(".")
    if not signs or not whole.isdecimal() or len(whole) > 16:
        return text
    counting = _whole(whole, signs)
    if signs == 1 and counting.startswith("一十"):
        counting = counting[1:]
    return counting + point + digits(places, signs)


def _whole(text: str, signs: int) -> str:
    zero = _DIGITS[signs][0]
    groups = [text[max(0, end - 4) : end] for end in range(len(text), 0, -4)][::-1]
    result = ""
    for place, group in zip(range(len(groups) - 1, -1, -1), groups, strict=True):
        said = _group(group, signs)
        if not said:
            continue
        gap = result and (group.startswith("0") or result.endswith(zero))
        result += (zero if gap and not result.endswith(zero) else "") + said + _LARGE[place]
    return result or zero


def _group(text: str, signs: int) -> str:
    """Up to four digits with their units; empty for zero."""
    zero, result = _DIGITS[signs][0], ""
    for place, digit in zip(range(len(text) - 1, -1, -1), text, strict=True):
        if digit != "0":
            result += _DIGITS[signs][int(digit)] + _SMALL[signs][place]
        elif result and not result.endswith(zero):
            result += zero
    return result.rstrip(zero)
