"""Units of measure: their spellings, the families they belong to, and conversion inside one family.

Enters: a unit as printed ("万元", "㎡", "个百分点", "元/人·月"). Leaves: its plain spelling, its family, a converted
amount. 台 and 台次, 人 and 人次, % and 百分点 are different families: a machine is not a run of a machine.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from jixiao.values.lists import listed
from jixiao.values.pattern import lazy

#: Measure words for things that can be counted; each is its own family.
COUNTS = listed("""
    个 人 名 位 户 家 台 套 件 份 册 本 部 次 场 期 批 项 处 座 所 支 辆 艘 架 条 只 头 羽 株 棵 盏 张 块 片 栋 幢
    间 宗 起 例 篇 门 节 课时 学时 遍 趟 轮 班 队 村 镇 乡 社区 县 床 口 组 类 种 枚 面 幅 道 孔 桩 对 双 把 扇 盆
    瓶 箱 袋 桶 车 路 站 点 首 届 款 人次 人天 台次 辆次 户次 家次 车次 班次 场次 趟次 架次 艘次 件次 批次 点次 人份
    头次 组次 床位 人日 标段 页 字 卷 集 讲 版 包 根 盒 顶 盘 罐 棚 行政村 乡镇 台套
    """)
_SCORE = ("分",)

#: family → unit → how many of the family's first unit it holds (numerator, denominator).
_CONVERTIBLE: dict[str, dict[str, tuple[int, int]]] = {
    "元": {
        "元": (1, 1), "角": (1, 10), "百元": (100, 1), "千元": (1000, 1), "万元": (10**4, 1), "十万元": (10**5, 1),
        "百万元": (10**6, 1), "千万元": (10**7, 1), "亿元": (10**8, 1), "万亿元": (10**12, 1), "块钱": (1, 1),
    },
    "美元": {"美元": (1, 1), "万美元": (10**4, 1), "亿美元": (10**8, 1)},
    "%": {"%": (1, 1), "‰": (1, 10), "‱": (1, 100)},
    "百分点": {"百分点": (1, 1)},
    "米": {
        "米": (1, 1), "公里": (1000, 1), "厘米": (1, 100), "毫米": (1, 1000), "分米": (1, 10), "里": (500, 1),
        "延米": (1, 1),
    },
    "平方米": {
        "平方米": (1, 1), "亩": (2000, 3), "公顷": (10**4, 1), "平方公里": (10**6, 1), "平方厘米": (1, 10**4),
        "平方毫米": (1, 10**6),
    },
    "立方米": {"立方米": (1, 1), "升": (1, 1000), "毫升": (1, 10**6)},
    "千克": {"千克": (1, 1), "吨": (1000, 1), "斤": (1, 2), "克": (1, 1000), "毫克": (1, 10**6), "微克": (1, 10**9)},
    "秒": {"秒": (1, 1), "分钟": (60, 1), "小时": (3600, 1), "天": (86400, 1), "周": (604800, 1)},
    "月": {"月": (1, 1), "季度": (3, 1), "半年": (6, 1), "年": (12, 1)},
    "工作日": {"工作日": (1, 1)},
    "兆字节": {"兆字节": (1, 1), "吉字节": (1024, 1), "太字节": (1024**2, 1), "千字节": (1, 1024)},
    "千瓦": {"千瓦": (1, 1), "兆瓦": (1000, 1), "瓦": (1, 1000)},
    "千瓦时": {"千瓦时": (1, 1)},
    "分贝": {"分贝": (1, 1)},
    "倍": {"倍": (1, 1)},
    "度": {"度": (1, 1)},
    "摄氏度": {"摄氏度": (1, 1)},
    "岁": {"岁": (1, 1)},
    "标准煤": {"吨标准煤": (1, 1)},
}  # fmt: skip

#: unit → its other spellings.
_ALSO_WRITTEN = {
    "摄氏度": "℃",
    "微克": "μg ug",
    "公里": "km KM Km 千米 公里(km) ㎞",
    "米": "m M",
    "厘米": "cm CM 公分 ㎝",
    "毫米": "mm MM ㎜",
    "里": "华里",
    "平方米": "m2 M2 ㎡ 平米 平方",
    "平方公里": "km2 KM2 ㎢ 平方千米",
    "公顷": "ha hm2",
    "立方米": "m3 M3 ㎥ 立方 方",
    "升": "L",
    "毫升": "ml mL",
    "千克": "公斤 kg KG Kg ㎏",
    "吨": "t T",
    "斤": "市斤",
    "克": "g",
    "毫克": "mg",
    "天": "日 自然日 个自然日 个日历天 日历天",
    "工作日": "工作天 工日 个工作日",
    "月": "个月 月份",
    "季度": "个季度",
    "小时": "个小时 h H",
    "分钟": "min",
    "百分点": "个百分点 个点",
    "%": "pct 百分比 百分之",
    "周": "星期 个星期 个周",
    "年": "整年 年度 周年",
    "兆字节": "MB",
    "吉字节": "GB G",
    "太字节": "TB",
    "千字节": "KB",
    "千瓦": "kW KW kw",
    "兆瓦": "MW",
    "瓦": "W",
    "千瓦时": "kWh kwh KWH",
    "分贝": "dB db",
    "元": "圆 人民币元 RMB 元人民币",
    "万元": "万元人民币",
    "人": "名 位",
    "台套": "台/套 台(套)",
    "个": "个/套",
    "件": "件/套",
    "人次": "人(次) 人/次",
    "台次": "台/次",
    "辆次": "辆/次",
    "户次": "户/次",
    "场次": "场/次",
}
_SPELLINGS = {other: unit for unit, others in _ALSO_WRITTEN.items() for other in others.split()}

_MULTIPLES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8}
_FAMILY = {unit: family for family, units in _CONVERTIBLE.items() for unit in units}
_COUNT_SET = frozenset((*COUNTS, *_SCORE))
_KNOWN = sorted({*COUNTS, *_SCORE, *_FAMILY, *_SPELLINGS}, key=len, reverse=True)
#: A known unit at the place of matching; a Latin one must not run on into a word ("m" in "max").
UNIT = lazy("(?:" + "|".join(re.escape(unit) for unit in _KNOWN) + r")(?:(?<![A-Za-z0-9])|(?![A-Za-z0-9]))")
_BASE_OF_RATE = rf"(半年|季度|学期|学年|工作日|年度|年|月|周|日|天|旬|{UNIT.pattern}|[^\W\d_]{{1,4}}(?=$|[/·.・•]))"
#: What a rate counts per: "/人", "每亩"; and a second base after the first: "·月".
PER = lazy(f"[/每]{_BASE_OF_RATE}")
NEXT_PER = lazy(f"[/每·.・•]{_BASE_OF_RATE}")
_TIMES = "*×xX·・•⋅"
_BASE = rf"(?:半年|季度|学期|学年|工作日|年度|年|月|周|日|天|旬|{UNIT.pattern})"
_OF_TWO = lazy(rf"(?P<per>[/每])(?P<open>\()?(?P<one>{_BASE})[{_TIMES}](?P<two>{_BASE})(?(open)\))")
_WORK = lazy(rf"(?<=[0-9])(?P<one>[人台])[{_TIMES}](?P<two>[天日套])")
_PER_PARTS = lazy(r"[/·.・•×*每]+")
_RUN_WORDS = "次"


@lru_cache(maxsize=2048)
def plain(unit: str) -> str:
    """One spelling per unit: 千米 → 公里, ㎡ → 平方米, 个百分点 → 百分点. An unknown unit stays as it is."""
    unit = unit.strip().translate(_HALF_WIDTH)
    return _SPELLINGS.get(unit) or unit.partition("(")[0] or unit


_HALF_WIDTH = str.maketrans("％（）／²³", "%()/23")


@lru_cache(maxsize=1024)
def shown(unit: str) -> str:
    """The unit as written, without a 个 that only makes the phrase run (个工作日), and with the word for % as its
    sign.
    """
    unit = unit.strip().translate(_HALF_WIDTH)
    if len(unit) > 2 and unit[0] == "个" and unit[1] != "(":
        return unit[1:]
    return "月" if unit == "个月" else "%" if plain(unit) == "%" else unit


def multiplied(text: str) -> str:
    """The text with one mark where a unit multiplies two: 元/人*月, 元/(人×月) → 元/人·月; 12人*天 → 12人天.

    A sign of multiplication between two units is no placeholder; any other star stays as it is.
    """
    if not any(sign in text for sign in _TIMES):
        return text
    text = _OF_TWO.sub(lambda m: f"{m['per']}{m['one']}·{m['two']}", text)
    return _WORK.sub(lambda m: m["one"] + m["two"], text)


@lru_cache(maxsize=2048)
def family(unit: str) -> str:
    """The family a unit belongs to: the name of its first unit (元 for 万元); an unknown unit is its own family.

    "" for no unit.
    """
    unit = plain(unit)
    return _FAMILY.get(unit) or _FAMILY.get(_base(unit)[1]) or _base(unit)[1]


@lru_cache(maxsize=2048)
def _scale(unit: str) -> tuple[int, int]:
    unit = plain(unit)
    if unit in _FAMILY:
        return _CONVERTIBLE[_FAMILY[unit]][unit]
    multiple, base = _base(unit)
    numerator, denominator = _CONVERTIBLE[_FAMILY[base]][base] if base in _FAMILY else (1, 1)
    return numerator * multiple, denominator


@lru_cache(maxsize=2048)
def _base(unit: str) -> tuple[int, str]:
    """万人次 → (10000, 人次)."""
    for length in (2, 1):
        head, rest = unit[:length], plain(unit[length:])
        if head in _MULTIPLES and (rest in _FAMILY or rest in _COUNT_SET):
            return _MULTIPLES[head], rest
    return 1, unit


def convert(value: Decimal, from_unit: str, to_unit: str) -> Decimal | None:
    """The amount in another unit of the same family; ``None`` where the families differ."""
    if plain(from_unit) == plain(to_unit):
        return value
    if family(from_unit) != family(to_unit):
        return None
    up, down = _scale(from_unit)
    up_to, down_to = _scale(to_unit)
    return value * up * down_to / (down * up_to)


def scaled_by(unit: str) -> int:
    """How many of its plain unit a unit with a multiple holds: 万元 10000, 万人次 10000; 1 for any other."""
    return _base(plain(unit))[0] if plain(unit) not in _FAMILY else int(_MULTIPLES.get(plain(unit).rstrip("美元"), 1))


def unscaled(unit: str) -> str:
    """The unit without its multiple: 万元 → 元, 万人次 → 人次."""
    return family(unit) if scaled_by(unit) > 1 else unit


def is_known(unit: str) -> bool:
    """Whether the text is a unit we know, or a rate of one (元/人, 台/套)."""
    found = UNIT.match(unit)
    if found is None:
        return False
    rest = unit[found.end() :]
    return not rest or PER.fullmatch(rest) is not None


def is_count(unit: str) -> bool:
    """Whether the unit counts things (个, 人次) rather than measures a size (米, 吨, 元)."""
    return _base(plain(unit))[1] in _COUNT_SET


def is_money(unit: str) -> bool:
    """Whether the unit is an amount of money in 元 or its multiples."""
    return family(unit) == "元"


def is_share(unit: str) -> bool:
    """Whether the unit is %, ‰ or ‱."""
    return family(unit) == "%"


def is_time(unit: str) -> bool:
    """Whether the unit is a length of time."""
    return family(unit) in ("秒", "月", "工作日")


def akin(one: str, other: str) -> bool:
    """Whether a reader may set two different counts against each other: 台 and 台次, or 个 and any other count."""
    one, other = _base(plain(one))[1], _base(plain(other))[1]
    if one + _RUN_WORDS == other or other + _RUN_WORDS == one:
        return True
    return "个" in (one, other) and one in _COUNT_SET and other in _COUNT_SET


@lru_cache(maxsize=1024)
def split_rate(unit: str) -> tuple[str, str]:
    """A unit with what it counts per: "元/人·月" → ("元", "人/月"); "次" → ("次", "")."""
    unit = multiplied(shown(unit))
    if "/" in unit and unit in _SPELLINGS:
        return _SPELLINGS[unit], ""
    head, *rest = [part for part in _PER_PARTS.split(unit) if part] or [""]
    return shown(head), "/".join(plain_per(part) for part in rest)


def plain_per(part: str) -> str:
    """One spelling for the base of a rate: 个月 → 月, 日 → 天, 名 → 人."""
    part = plain(part)
    return _PER_SPELLINGS.get(part, part)


_PER_SPELLINGS = {"名": "人", "位": "人", "季": "季度", "每年": "年", "年度": "年"}
