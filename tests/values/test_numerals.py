"""Chinese numerals: short forms, decimals, and runs of characters that are none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.values import chinese_number
from jixiao.values.numerals import years_in_figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("两", "2"),
        ("十", "10"),
        ("十二", "12"),
        ("二百零五", "205"),
        ("三百五", "350"),
        ("一万二", "12000"),
        ("一千零五十", "1050"),
        ("二〇二四", "2024"),
        ("九十五点五", "95.5"),
        ("零点五", "0.5"),
        ("百", "100"),
        ("千", "1000"),
        ("二十万", "200000"),
        ("一亿零三万", "100030000"),
        ("壹佰贰拾", "120"),
        ("两千万", "20000000"),
        ("零", "0"),
    ],
)
def test_numerals(text: str, expected: str) -> None:
    assert chinese_number(text) == Decimal(expected)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "人",
        "二人",
        "十百",
        "百百",
        "一二百",
        "点五",
        "五点",
        "五点十",
        "零万",
        "一" * 50,
        "二十三四",
    ],
)
def test_no_numerals(text: str) -> None:
    assert chinese_number(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("二〇二四年度自评报告", "2024年度自评报告"),
        ("二O二五 年", "2025 年"),
        ("二 ○ 一 九 年四月", "2019 年四月"),
        ("二零二零年至二0二一年", "2020年至2021年"),
        ("二〇二四", "二〇二四"),
        ("二十年", "二十年"),
        ("2024年", "2024年"),
    ],
)
def test_years_in_figures(text: str, expected: str) -> None:
    assert years_in_figures(text) == expected
