"""TX119: assets are not liabilities plus net assets."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.amounts import compare_sum
from jixiao.audit.shared.money import Agreement
from jixiao.model import Dossier, Finding, Held, Phrase, Severity

from .statements import Statement, stated_amounts

_NAMES = {
    "资产": "assets",
    "总资产": "assets",
    "负债": "liabilities",
    "总负债": "liabilities",
    "净资产": "net",
    "流动资产": "current",
    "非流动资产": "fixed",
}
_PART = Phrase("audit.TX119.part", "{name} {figure}", "{name} {figure}")
_SUMS = (("liabilities", "net"), ("current", "fixed"))


@rule(
    "TX119",
    "assets-not-balanced",
    title="正文的资产数不平衡",
    severity=Severity.ERROR,
    basis="text.amounts",
    since="0.1",
    zh="正文写“{name}”{stated}，{parts}合计 {total}，相差 {difference}",
    en="the text says {name} {stated}; {parts} add up to {total}, {difference} apart",
)
def assets_not_balanced(dossier: Dossier) -> Iterator[Outcome]:
    """同一段里的总资产应等于负债加净资产，也等于流动资产加非流动资产。

    为什么重要：这是恒等式，不平衡必有一个数写错。
    怎样修改：按资产负债表改正。
    何时不适用：一段里没有写全三个数的不检查；四舍五入能解释的不报。
    """
    paragraphs: dict[str, dict[str, Statement]] = {}
    for item in stated_amounts(dossier):
        name = _NAMES.get(item.claim.subject)
        if name and item.claim.basis in ("", "outturn"):
            paragraphs.setdefault(item.at, {}).setdefault(name, item)
    for at, found in paragraphs.items():
        whole = found.get("assets")
        for names in _SUMS:
            parts = [found[name] for name in names if name in found]
            if whole is None or whole.amount is None or len(parts) < len(names):
                continue
            verdict, total = compare_sum(whole.amount, [p.amount for p in parts if p.amount])
            if verdict is not Agreement.APART:
                yield Held(at)
            else:
                yield Finding(
                    at=at,
                    evidence=(whole.fact, *(p.fact for p in parts)),
                    values={
                        "name": whole.claim.subject,
                        "stated": whole.claim.figure,
                        "parts": tuple(_PART(name=p.claim.subject, figure=p.claim.figure) for p in parts),
                        "total": total,
                        "difference": abs(total - whole.amount.value),
                    },
                )
