"""TX112: an approximation that contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import Dossier, Finding, Held, Severity
from jixiao.model.value import Approx

from .statements import statements


@rule(
    "TX112",
    "contradictory-approximation",
    title="概数自相矛盾",
    severity=Severity.WARNING,
    basis="text.exact",
    since="0.1",
    zh="“{printed}”自相矛盾：“{first}”与“{second}”不能同时用于一个数，应写准确数",
    en="“{printed}” contradicts itself: {first} and {second} cannot hold for one number; give the exact one",
)
def contradictory_approximation(dossier: Dossier) -> Iterator[Outcome]:
    """“近百余”“约三十多”“近50人以上”之类，一个说不到，一个说超过，不能同时成立。

    为什么重要：概数本来就难核实，自相矛盾的概数更说明没有台账。
    怎样修改：查台账，写准确数。
    何时不适用：只用一个概数词的，不在本规则之内。
    """
    for item in statements(dossier):
        if len(item.claim.hedges) < 2:
            continue
        if item.claim.approx is not Approx.CONTRADICTORY:
            yield Held(item.at)
            continue
        *_, first, second = item.claim.hedges
        values = {"printed": item.printed, "first": first, "second": second}
        yield Finding(at=item.at, evidence=(item.fact,), values=values)
