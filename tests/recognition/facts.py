"""What made-to-order tables say: invented facts that add up, and the same as careless writers fill them in."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from decimal import Decimal


@dataclass(frozen=True)
class Fact:
    """One scored row."""

    level1: str
    level2: str
    name: str
    sign: str
    target: str
    unit: str
    actual: str
    weight: str
    score: str
    audit_score: str
    explanation: str


@dataclass(frozen=True)
class Facts:
    """What one table says."""

    name: str
    department: str
    implementer: str
    funds: tuple[tuple[str, ...], ...]
    """label, initial, revised, outturn, rate, score of each row of the money block."""
    expected: str
    actual: str
    rows: tuple[Fact, ...]
    points: dict[str, str]
    """Points of the levels, by label."""
    total: str


_NAMES = tuple(
    """
    培训场次 设备采购数量 路灯维护数量 受益人数 资料印制份数 巡查次数 验收合格率 系统故障率 档案完整率
    工程按期完工率 资金支付及时性 项目总成本 人均培训成本 带动就业人数 节约能耗 居民生活环境 空气质量优良天数
    长效管理机制 管护制度健全性 群众满意度 服务对象满意度调查
    """.split()  # noqa: SIM905
)
_VALUES = (
    ("≥", "95", "%", "97.5%"),
    ("=", "12", "次", "12次"),
    ("≤", "30", "万元", "28.6万元"),
    ("≥", "200", "人", "215人"),
    ("", "有所改善", "", "明显改善"),
    ("", "2023年12月31日前", "", "11月底完成"),
    ("≥", "3", "场", "4场"),
    ("", "建立健全", "", "已建立"),
    ("＝", "100", "%", "100%"),
    ("", "无安全事故", "", "未发生"),
)
_LEVELS = (
    ("产出指标", ("数量指标", "质量指标", "时效指标", "成本指标")),
    ("效益指标", ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标")),
    ("满意度指标", ("服务对象满意度指标",)),
)
_REASONS = ("", "", "", "受天气影响，进度推迟。", "采购流程较长，下一步提前启动。", "38人")


def roughened(facts: Facts, rng: random.Random) -> Facts:
    """The same as careless writers fill it: empty cells, bare numbers as targets, figures among the reasons,
    long names.
    """
    rows = []
    for fact in facts.rows:
        changes: dict[str, str] = {}
        if rng.random() < 0.3:
            number = str(rng.choice((1, 3, 12, 50, 95, 100)))
            changes |= {"sign": "", "target": number, "unit": "", "actual": number}
        for name in ("target", "actual", "weight", "score", "audit_score"):
            if rng.random() < 0.06:
                changes[name] = ""
        if rng.random() < 0.1:
            changes["explanation"] = rng.choice(("无", "/", "95%", "已全部完成，无偏差", "—"))
        if rng.random() < 0.1:
            changes["name"] = rng.choice(("指标1：", "1.", "2023年", "第2批")) + fact.name
        if rng.random() < 0.1:
            changes["target"] = "按照年度工作计划和上级部门的要求，组织完成各项既定任务，确保工程质量符合验收规范"
        rows.append(replace(fact, **changes))
    return replace(facts, rows=tuple(rows))


_UNUSUAL = {
    "产出指标": "履职任务",
    "效益指标": "部门效能",
    "满意度指标": "社会评价",
    "数量指标": "重点工作完成",
    "质量指标": "工作质量要求",
    "时效指标": "进度",
    "成本指标": "运行成本控制",
    "经济效益指标": "经济方面",
    "社会效益指标": "社会方面",
    "生态效益指标": "生态方面",
    "可持续影响指标": "长效机制",
    "服务对象满意度指标": "公众评价",
}


def renamed(facts: Facts) -> Facts:
    """The same under level labels that no dictionary has."""
    rows = tuple(replace(f, level1=_UNUSUAL[f.level1], level2=_UNUSUAL[f.level2]) for f in facts.rows)
    points = {"/".join(_UNUSUAL[part] for part in name.split("/")): value for name, value in facts.points.items()}
    return replace(facts, rows=rows, points=points)


def random_facts(rng: random.Random, *, funds: int = 4) -> Facts:
    """Facts that add up, with invented names and figures."""
    names = rng.sample(_NAMES, len(_NAMES))
    rows: list[Fact] = []
    for level1, seconds in _LEVELS:
        for level2 in seconds:
            for _ in range(rng.choice((1, 1, 2, 3)) if level1 != "满意度指标" else 1):
                sign, target, unit, actual = rng.choice(_VALUES)
                weight = str(rng.choice((3, 4, 5, 6, 8, 10)))
                score = weight if rng.random() < 0.7 else str(Decimal(weight) - Decimal("0.5"))
                rows.append(
                    Fact(
                        level1,
                        level2,
                        names.pop() if names else f"工作完成率{len(rows)}",
                        sign,
                        target,
                        unit,
                        actual,
                        weight,
                        score,
                        score,
                        rng.choice(_REASONS),
                    )
                )
    points = {level1: str(sum(int(r.weight) for r in rows if r.level1 == level1)) for level1, _ in _LEVELS}
    points |= {
        f"{a}/{b}": str(sum(int(r.weight) for r in rows if (r.level1, r.level2) == (a, b)))
        for a, bs in _LEVELS
        for b in bs
    }
    budget = Decimal(rng.randrange(2000, 90000)) / 100
    spent = (budget * Decimal(rng.randrange(80, 101)) / 100).quantize(Decimal("0.01"))
    rate = (spent / budget * 100).quantize(Decimal("0.01"))
    lines = [
        ("年度资金总额", str(budget), str(budget), str(spent), f"{rate}%", str((rate / 10).quantize(Decimal("0.01"))))
    ]
    for label in ("其中：当年财政拨款", "上年结转资金", "其他资金")[: funds - 1]:
        amounts = (
            (str(budget), str(budget), str(spent))
            if "财政" in label
            else rng.choice((("", "", ""), ("0", "0", "0"), ("0.00", "0.00", "0.00")))
        )
        lines.append((label, *amounts, "", ""))
    total = sum((Decimal(r.score) for r in rows), Decimal(lines[0][5]))
    return Facts(
        "老旧小区管网改造",
        "某市住房和建设局",
        "某市市政维护中心",
        tuple(lines),
        "1.完成改造任务；\n2.改善居住条件。",
        "1.任务全部完成；\n2.条件改善。",
        tuple(rows),
        points,
        str(total),
    )
