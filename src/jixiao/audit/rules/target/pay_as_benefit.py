"""TG118: a benefit indicator is answered with what was paid for, not with what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import Finding, Held, Indicator, Severity
from jixiao.model.value import Direction, Text
from jixiao.scoring import IndicatorAppraisal
from jixiao.values.pattern import lazy

_PAID = lazy(r"工资|薪酬|津贴|补贴发放|社保(?:费|缴纳|支出)|经费支出|资金支付|支付(?:了)?[^，。；]{0,6}费|购置|采购")
_ABOUT_PAY = lazy(r"工资|薪|收入|就业|待遇|补贴|保障|民生|采购|增收|支付")


@rule(
    "TG118",
    "pay-as-benefit",
    title="效益指标的完成值写的是投入",
    severity=Severity.INFO,
    basis="form.actual",
    since="0.1",
    status="preview",
    zh="“{name}”的指标值是“{target}”，完成值写“{actual}”，像是投入而不是效益",
    en="“{name}” aims at “{target}”; the actual value “{actual}” looks like an input, not a benefit",
)
def pay_as_benefit(indicator: Indicator, appraised: IndicatorAppraisal) -> Iterator[Outcome]:
    """效益指标的完成值应回答指标值，写效果，不写发了多少工资、买了什么。

    为什么重要：答非所问等于没有证明效益，得分就没有依据。
    怎样修改：写受益的是谁、变化了多少、从哪里看出来；经济效益可以写带动的收入、节约的成本。
    何时不适用：指标本来就是关于收入、就业、待遇、采购的；是否答非所问最终要由人判断。
    """
    benefit = "效益" in indicator.level1 or "效益" in indicator.level2
    text = indicator.actual or ""
    if not benefit or not isinstance(appraised.actual, Text) or appraised.direction is not Direction.QUALITATIVE:
        return
    if _PAID.search(text) and not _ABOUT_PAY.search(f"{indicator.name} {indicator.target_text}"):
        yield Finding(
            at="/actual",
            evidence=("/target",),
            values={
                "name": indicator.name.strip(),
                "target": indicator.target_text.strip(),
                "actual": text.strip(),
            },
        )
    else:
        yield Held("/actual")
