"""LG101: a unit that fines people is given revenue to raise."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.indicators import plain
from jixiao.model import Dossier, Evaluation, Finding, Held, Indicator, Severity, Term
from jixiao.model.parts import texts
from jixiao.model.value import Direction, Number, Ratio
from jixiao.scoring import direction_of, target_of
from jixiao.values.pattern import lazy

from .enforcement import enforcement_evidence

_FINES = lazy(r"罚没|罚款|罚金|处罚(?:收入|金额|款)")
_REVENUE = lazy(r"非税")
_PROPER = lazy(
    r"上缴|缴库|入库|缴纳率|及时|足额|减少|降低|下降|减轻|减免|分离|票据|退付|退还|电子化|准确|规范|公开|投诉|错误|差错|执行到位|执结|"
    r"成本|支出|满意|培训|系统|平台|监管|管理制度"
)
_OF_FINES = Term("罚没", "fines")
_CASES = lazy(r"(?:处罚|案件|违法)[^。；]{0,20}减少|减少[^。；]{0,12}(?:处罚|案件)")


@rule(
    "LG101",
    "revenue-target",
    title="执法单位以罚没或非税收入为指标",
    severity=Severity.WARNING,
    basis="national.penalty_law_74",
    since="0.1",
    zh={
        "": (
            "本单位有行政处罚职能（{evidence}），{count} 项指标以收入为目标：{names}。"
            "行政处罚法第七十四条不许罚没与考核挂钩，有法律风险"
        ),
        "linked": (
            "本单位有行政处罚职能（{evidence}），{count} 项指标以收入为目标：{names}；报告把未完成归因于案件减少，"
            "可见收入来自罚没。行政处罚法第七十四条不许罚没与考核挂钩，有法律风险"
        ),
    },
    en={
        "": (
            "the unit can fine ({evidence}) and {count} indicators make revenue a target: {names}; "
            "the Administrative Penalty Law, art. 74, forbids tying fines to assessment: legal risk"
        ),
        "linked": (
            "the unit can fine ({evidence}), {count} indicators make revenue a target: {names}, and the report "
            "explains the shortfall by fewer cases; the Administrative Penalty Law, art. 74, "
            "forbids tying fines to assessment: legal risk"
        ),
    },
)
def revenue_target(dossier: Dossier) -> Iterator[Outcome]:
    """有行政处罚职能的单位，不应把罚没收入或可能含罚没的非税收入定为要完成的绩效指标。

    为什么重要：行政处罚法第七十四条规定，罚款、没收违法所得不得同考核、考评直接或者变相挂钩；收入越少越好的事，也不该因此扣分。
    怎样修改：改为“罚没收入及时足额上缴率”“案件办理合法合规率”等指标；非税收入确实不含罚没的，在说明中列明收入项目。
    何时不适用：没有执法职能的单位的非税收入；“及时足额上缴”“罚缴分离”“减少罚款”一类规范性指标；不适用的行。
    """
    evidence = enforcement_evidence(dossier)
    revenue = [
        (f"{e}/indicators/{n}", indicator)
        for e, evaluation in dossier.each(Evaluation)
        for n, indicator in enumerate(evaluation.indicators)
        if _on_revenue(indicator, bool(evidence))
    ]
    found = [(at, indicator) for at, indicator in revenue if _raises_revenue(indicator)]
    if not found:
        if revenue:
            yield Held(f"{revenue[0][0]}/name")
        return
    links = _links(dossier)
    yield Finding(
        at=f"{found[0][0]}/name",
        also=tuple(f"{at}/name" for at, _ in found[1:]),
        evidence=tuple(links),
        values={
            "evidence": evidence or _OF_FINES,
            "count": len(found),
            "names": tuple(dict.fromkeys(indicator.name.strip() for _, indicator in found)),
        },
        variant="linked" if links else "",
    )


def _on_revenue(indicator: Indicator, fines: bool) -> bool:
    """Whether a row speaks of revenue from fines, or of non-tax revenue of a body that fines."""
    text = f"{plain(indicator.name)} {indicator.target_text}"
    return bool(_FINES.search(text) or (fines and _REVENUE.search(text)))


def _raises_revenue(indicator: Indicator) -> bool:
    """Whether a row on revenue makes it something to be raised."""
    if _PROPER.search(plain(indicator.name)):
        return False
    target = target_of(indicator)
    if not isinstance(target, (Number, Ratio)):
        return False
    return direction_of(indicator, target) is not Direction.INVERSE


def _links(dossier: Dossier) -> list[str]:
    """Paragraphs that explain missed revenue by fewer cases or fines."""
    return [
        at
        for at, text in texts(dossier, headings=False)
        if (_REVENUE.search(text) or _FINES.search(text)) and "未完成" in text and _CASES.search(text)
    ]
