"""IX304: harm to society or nature stands under cost, which one layout allows and another names differently."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import Dossier, Evaluation, Finding, Held, Severity

_HARM = ("负面影响", "可能造成的影响", "不利影响", "环境污染", "生态破坏")
_OWN = ("社会成本", "生态")


@rule(
    "IX304",
    "harm-under-cost",
    title="负面影响列在成本指标下",
    severity=Severity.INFO,
    basis="indicator.side_effects",
    since="0.1",
    zh="{count} 行负面影响列在“成本指标”下，属于社会成本或生态环境成本；可以保留，宜注明类别",
    en="{count} rows on harm stand under cost; they are social or ecological cost: allowed, better named so",
)
def harm_under_cost(dossier: Dossier) -> Iterator[Outcome]:
    """负面影响可以列为成本，但属于社会成本、生态环境成本，不是经济成本。

    为什么重要：说清类别，读表的人才不会以为成本指标里混进了无关内容。
    怎样修改：有条件的把二级指标写成“社会成本指标”“生态环境成本指标”；沿用老表样的可以不改。
    何时不适用：二级指标已经写明社会成本、生态环境成本的不提示。
    """
    under_cost = {
        f"{e}/indicators/{n}/level2": indicator
        for e, evaluation in dossier.each(Evaluation)
        for n, indicator in enumerate(evaluation.indicators)
        if "成本" in indicator.level2 and any(word in indicator.name for word in _HARM)
    }
    found = [at for at, indicator in under_cost.items() if not any(word in indicator.level2 for word in _OWN)]
    if found:
        yield Finding(at=found[0], also=tuple(found[1:]), values={"count": len(found)})
    elif under_cost:
        yield Held(next(iter(under_cost)))
