"""TG116: a cost indicator asks for at least so much cost."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import is_cost
from jixiao.model import Finding, Held, Indicator, Severity
from jixiao.model.value import Number, Sign
from jixiao.scoring import IndicatorAppraisal
from jixiao.values import units
from jixiao.values.pattern import lazy

_SAVING = lazy(
    r"节约|节省|节支|降低|下降|减少|压减|压缩|核减|回收|结余|收益|增收|控制率|达标|合规|合格|有效|补助|补贴|救助|奖励|资助|待遇|工资|保障标准"
)
_COST_SHARE = lazy(r"超支|超预算|超概算|成本(?:占比|比例|比重|率)$")


@rule(
    "TG116",
    "cost-as-floor",
    title="成本指标写成“至少”",
    severity=Severity.WARNING,
    basis="form.target",
    since="0.1",
    zh="成本指标“{name}”的指标值写 {target}，成为成本越高越好",
    en="the cost indicator “{name}” has the target {target}: the dearer, the better",
)
def cost_as_floor(indicator: Indicator, appraised: IndicatorAppraisal) -> Iterator[Outcome]:
    """成本指标是上限，应写“≤”或“不超过”，不应写“≥”。

    为什么重要：写成“≥”，花得越多完成得越好，与节约的本意相反。
    怎样修改：把符号改为“≤”；如果想表达的是节约，改成节约率、降低额。
    何时不适用：节约率、降低率、控制有效率等越高越好的指标；发给个人或单位的补助、待遇标准；比率类指标名称看不出是花费的。
    """
    target = appraised.target
    if not is_cost(indicator) or not isinstance(target, Number):
        return
    words = f"{indicator.name} {target.prefix} {target.change}"
    if _SAVING.search(words) or not (units.is_money(target.unit) or _COST_SHARE.search(indicator.name)):
        return
    if target.sign not in (Sign.AT_LEAST, Sign.MORE):
        yield Held("/target")
        return
    yield Finding(
        at="/target",
        evidence=("/actual",),
        values={"name": indicator.name.strip(), "target": indicator.target_text.strip()},
    )
