"""IX206: a row of the blank form was left in the table."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import Finding, Held, Indicator, Severity
from jixiao.model.value import Placeholder
from jixiao.scoring import IndicatorAppraisal
from jixiao.values.pattern import lazy

_NAME = lazy(
    r"(?:三级)?指标(?:名称)?\s*[0-9０-９一二三四五六七八九十]*\s*[:：]?|[.．…·。]{2,}|[*＊]+|[xX×ＸＸ]{2,}|待定|待填|（?示例）?"
)


@rule(
    "IX206",
    "indicator-placeholder",
    title="指标行留有样表占位内容",
    severity=Severity.ERROR,
    basis="indicator.placeholder",
    since="0.1",
    zh={"": "“{text}”是样表的占位内容，没有填写", "unused": "“{text}”一行没有填写，应删除"},
    en={"": "“{text}” is left over from the blank form", "unused": "the row “{text}” was never filled in; remove it"},
)
def indicator_placeholder(indicator: Indicator, appraised: IndicatorAppraisal) -> Iterator[Outcome]:
    """指标名称、指标值、完成值不能留着样表的占位符号。

    为什么重要：占位内容说明这一行没有认真填，分数没有依据。
    怎样修改：填上真实的名称和数值；用不上的行整行删去。
    何时不适用：整行空白、只剩编号的，只作提示。
    """
    name = indicator.name.strip()
    filled = [indicator.target, indicator.actual, indicator.weight and indicator.weight.raw]
    if name and _NAME.fullmatch(name):
        used = any((cell or "").strip() and not _NAME.fullmatch((cell or "").strip()) for cell in filled)
        if used:
            yield Finding(at="/name", values={"text": name})
        else:
            yield Finding(at="/name", values={"text": name}, variant="unused", severity=Severity.INFO)
        return
    if isinstance(appraised.target, Placeholder):
        yield Finding(at="/target", values={"text": indicator.target_text.strip()})
    if isinstance(appraised.actual, Placeholder):
        yield Finding(at="/actual", values={"text": (indicator.actual or "").strip()})
    if name and not isinstance(appraised.target, Placeholder) and not isinstance(appraised.actual, Placeholder):
        yield Held()
