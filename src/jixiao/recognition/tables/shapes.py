"""What a cell's text looks like.

A text enters, a :class:`Shape` leaves. Only looks are judged here, no meaning.
"""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache

from jixiao.forms.labels import level_kind
from jixiao.values.lists import listed
from jixiao.values.pattern import lazy

from .lines import is_blank


class Shape(IntEnum):
    """The look of a cell."""

    BLANK = 0
    DASH = 1
    NUMBER = 2
    PERCENT = 3
    SIGN = 4
    UNIT = 5
    LEVEL1 = 6
    LEVEL2 = 7
    LEVEL = 8
    """First or second level, or ends like one."""
    MEASURE = 9
    """A number with a sign or a unit: ≥95%, 12次, 2024年12月31日前."""
    SHORT = 10
    LONG = 11
    POINTS = 12
    """A number with 分 behind it."""


FIGURES = frozenset((Shape.NUMBER, Shape.PERCENT, Shape.POINTS))
"""Looks of plain figures."""
_NUMBER = lazy(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_PERCENT = lazy(r"[-+]?\d+(?:\.\d+)?[%‰]")
_POINTS = lazy(r"\d+(?:\.\d+)?分")
_MEASURE = lazy(r"(?:[≥≤><=≧≦＞＜~〜不大小超低高少多于过等至约近达到]{0,5})\d[\d.,]*.{0,10}")
_SIGNS = frozenset(
    listed(
        """
        ≥ ≤ > < = ≧ ≦ ⩾ ⩽ >= <= ± 定性 定量 大于等于 小于等于 大于 小于 等于 区间 文字描述 正向 反向 逆向 负向
        正向指标 反向指标 正指标 逆指标
        """
    )
)
_UNITS = frozenset(
    listed(
        """
        % ‰ 百分比 次 个 人 人次 万人 万人次 人/次 户 户次 元 万元 亿元 元/人 元/人/年 台 台次 台套 台(套) 辆 份
        项 篇 场 期 件 套 天 日 周 月 季度 年 小时 分钟 工作日 人月 课时 学时 公里 千米 km 米 亩 公顷 平方米 ㎡
        m2 平方公里 立方米 吨 公斤 千克 分 度 级 家 条 名 处 座 批 支 起 宗 册 本 株 班 所 村 部 门 幅 块 盏 头
        只 个/套
        """
    )
)
_DASHES = frozenset("-—–/－一\\") | {"——", "--", "―", "无数据", "无"}


@lru_cache(maxsize=16384)
def shape(text: str) -> Shape:
    """The look of a text."""
    if is_blank(text):
        return Shape.BLANK
    if len(text) > 60:
        return Shape.LONG
    flat = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    if flat in _DASHES:
        return Shape.DASH
    if _NUMBER.fullmatch(flat):
        return Shape.NUMBER
    if _PERCENT.fullmatch(flat):
        return Shape.PERCENT
    if flat in _SIGNS:
        return Shape.SIGN
    if flat in _UNITS:
        return Shape.UNIT
    if _POINTS.fullmatch(flat):
        return Shape.POINTS
    kind = level_kind(text)
    if kind:
        return {"1": Shape.LEVEL1, "2": Shape.LEVEL2}.get(kind, Shape.LEVEL)
    if _MEASURE.fullmatch(flat):
        return Shape.MEASURE
    return Shape.SHORT if len(flat) <= 24 else Shape.LONG
