"""One digit of a true report changed: what can be proved is heard, what no table tells of stays silent.

``pytest tests/acceptance/test_digits.py -s`` prints the figures of each class.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from .provinces.digits import Changed, changed
from .test_provinces import TOLD

HEARD = {
    "scores": (
        "分别为【98.89】",
        "分和【99.5】",
        "耕地质量监测【98】",
        "平均得分【99】",
        "产出【50】",
        "得【9.9】分。",
    ),
    "shares": ("基本支出620.4万元，占【62.67】", "占总支出的【47.83】"),
    "budget adjusted": ("年中追加【40】", "追加【400000】", "年中调整增加【800】", "追加预算【256.30】"),
    "changes": ("增加【40.00】", "增长【4.21】", "增加【56】人次", "比上年减少【0.60】"),
    "results": ("河道清障【32】", "合格率【99.2】", "满意度【91.5】", "更新标志牌【164】", "修补坑槽【1.256】"),
    "completion": ("完成率【105】", "完成率【102.6】", "完成率105%，得【10】", "扣【0.5】", "超过年初目标【2】"),
    "balances": ("结转结余【10.00】", "结余【300】", "结余【24.86】", "其中上年结转【5.00】", "支付率【97】"),
    "listed behind 主要是": ("河道清障维护【189.60】", "项目支出共2个，【369.60】"),
}
"""Figures by class, each in 【】 with words beside it: tables or the text itself prove them."""
SILENT = (
    "拟安排预算【1050】",
    "继续开展河道清障【35】",
    "合同金额【768】",
    "召开调度会【6】",
    "安排资金【9000】",
    "投入【30】",
)
"""Plans of next year and facts in no table."""


@cache
def _all() -> tuple[Changed, ...]:
    return tuple(item for filing in TOLD for item in changed(filing))


def _find(words: str) -> list[Changed]:
    return [item for item in _all() if words.rstrip("。分人次") in item.words]


@pytest.mark.parametrize("words", [w for several in HEARD.values() for w in several])
def test_a_figure_that_can_be_proved_is_heard(words: str) -> None:
    found = _find(words)
    assert found, "no such figure"
    assert all(item.codes for item in found)


@pytest.mark.parametrize("words", SILENT)
def test_a_figure_of_no_table_is_left_alone(words: str) -> None:
    found = _find(words)
    assert found, "no such figure"
    assert not any(item.codes for item in found)


def test_print_the_figures() -> None:
    counted = Counter((item.kind, bool(item.codes)) for item in _all())
    print(f"\n{'class':20} heard silent")
    for kind in sorted({kind for kind, _ in counted}):
        print(f"{kind:20} {counted[kind, True]:5} {counted[kind, False]:6}")
    heard = sum(n for (_, is_heard), n in counted.items() if is_heard)
    print(f"{'in all':20} {heard:5} {len(_all()) - heard:6}")
    assert heard * 3 > len(_all()) * 2
    assert not counted["carried over", False]
