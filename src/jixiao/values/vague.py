"""Words that sound like a target and measure nothing (``docs/glossary.md``: 空泛用语).

Enters: the text of a target or a goal. Leaves: the vague words in it, in the order they stand.
"""

from __future__ import annotations

import re

from jixiao.values.lists import listed
from jixiao.values.pattern import lazy

#: From the vague-phrase list of the field's checks on measurable targets.
VAGUE_WORDS = listed("""
    进一步 有效 不断 明显 显著 良好 较好 基本 逐步 大力 积极 加强 提升 提高 改善 优化 促进 保障 确保 维护 推动 持续
    长期 一定的 一定程度 适当 及时 按时 如期 符合相关标准 符合相关要求 符合相关规定 符合相关文件要求
    达到相关行业要求 达到相关要求 符合行业相关标准 有所 正常 完成良好 高质量 高标准 较高 较大 较强 深入 全面 切实
    稳步 充分 更加
    """)
_WHOLE_CELL = frozenset(("高", "好", "大", "强", "是"))
#: 及时 and 按时 name no time of their own unless a date or a number of days stands beside them.
_SET_TIME = lazy(r"[0-9一二三四五六七八九十两]+ ?(?:个?(?:工作日|小时|月|季度)|[天日年月周]|分钟)")
_TIME_WORDS = frozenset(("及时", "按时", "如期"))
_ALTERNATIVES = "|".join(re.escape(word) for word in sorted(VAGUE_WORDS, key=len, reverse=True))
# 有效 in 有效期, 及时 in 及时率, 正常 in 正常使用年限: a name of a measure, not a promise.
_VAGUE = lazy(rf"(?:{_ALTERNATIVES})(?!率|期|度|值|性|年限)")


def vague_words(text: str) -> list[str]:
    """The vague words of a text, each once, in order; ``[]`` where there are none."""
    stripped = text.strip().rstrip("。；;.")
    if stripped in _WHOLE_CELL:
        return [stripped]
    found = list(dict.fromkeys(_VAGUE.findall(text)))
    if _SET_TIME.search(text):
        found = [word for word in found if word not in _TIME_WORDS]
    return found
