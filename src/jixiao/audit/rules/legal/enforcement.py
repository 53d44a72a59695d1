"""Whether a unit fines people: a dossier enters, the words that show it leave."""

from __future__ import annotations

from jixiao.model import Dossier, Evaluation, Report
from jixiao.model.parts import texts
from jixiao.values.pattern import lazy

# Bureaus whose non-tax revenue is mostly fees or land (natural resources, housing …) need their duties to show it.
_NAMES = lazy(
    r"执法|公安|派出所|交警|交通警察|刑警|巡警|特警|市场监(?:督)?管|城管|城市管理|行政处罚|海关|缉私|稽查|烟草专卖|运政|路政|渔政|"
    r"海事|卫生监督|药品监督|质量监督|安全生产监督|劳动监察|文化市场|动物卫生|生态环境局|应急管理局|消防救援"
)
_DUTIES = lazy(r"行使[^。；]{0,12}行政处罚权|实施行政处罚|行政处罚案件|处罚案件|罚没(?:收入|款)|办案费|案件办结")


def enforcement_evidence(dossier: Dossier) -> str:
    """The words that show a power to fine: from names first, then from tables and reports; else empty."""
    names = [dossier.unit]
    for evaluation in dossier.every(Evaluation):
        names += [evaluation.unit or "", evaluation.implementer or "", evaluation.department or ""]
        names.append(evaluation.name if evaluation.scope == "unit" else "")
    for report in dossier.every(Report):
        names += [report.unit or "", report.title]
    for name in names:
        words: list[str] = _NAMES.findall(name)
        if words:
            return next((w for w in words if w in ("执法", "行政处罚")), words[0])
    for text in _texts(dossier):
        if match := _DUTIES.search(text):
            return match[0]
    return ""


def _texts(dossier: Dossier) -> list[str]:
    told = [text for _, text in texts(dossier, headings=False)]
    for evaluation in dossier.every(Evaluation):
        told += [evaluation.name, evaluation.goal_expected or "", *(i.name for i in evaluation.indicators)]
    return told
