"""Writes a number in Chinese numerals, for tests to read back."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_SIZES = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))


def in_chinese(number: int) -> str:
    """一千零五, 十二, 三亿零二百万: the full written form, below a million million."""
    if number == 0:
        return "零"
    parts: list[str] = []
    gap = False
    for size, mark in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part, number = divmod(number, size)
        if part:
            filler = "零" if parts and (gap or part < 1000) else ""
            parts.append(filler + _below_ten_thousand(part) + mark)
            gap = False
        elif parts:
            gap = True
    text = "".join(parts)
    return text.removeprefix("一") if text.startswith("一十") else text


def _below_ten_thousand(number: int) -> str:
    text, gap = "", False
    for size, mark in _SIZES:
        digit, number = divmod(number, size)
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + mark
            gap = False
        else:
            gap = True
    return text
