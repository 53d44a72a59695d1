"""Vague words in targets."""

from __future__ import annotations

import pytest

from jixiao.values import vague_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("进一步提升窗口形象", ["进一步", "提升"]),
        ("有效改善，有效提升", ["有效", "改善", "提升"]),
        ("高", ["高"]),
        ("良好。", ["良好"]),
        ("≥95%", []),
        ("及时处理", ["及时"]),
        ("3个工作日内及时处理", []),
        ("及时率≥95%", []),
        ("有效期20年", []),
        ("", []),
    ],
)
def test_vague_words(text: str, expected: list[str]) -> None:
    assert vague_words(text) == expected
