"""FM206: marks of the blank form were left in a text."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import BaseData, Dossier, Evaluation, Finding, Held, Report, Severity
from jixiao.model.parts import texts
from jixiao.values.pattern import lazy

_UNIT = r"\s*(?:%|％|万元|亿元|元|人次|户|个|次|年|月|亩|公里|平方米)"
_LEFT = lazy(
    rf"(?:[*＊]{{2,}}|_{{2,}}){_UNIT}|20[xX×ＸＸ*＊]{{2}}年?|[xX×ＸＸ]{{2,}}(?:%|％|万元|亿元|元|人次)|"
    r"[（(](?:请|此处|在此)[^（）()]{0,12}(?:填|写|说明|列)[^（）()]{0,12}[）)]|此处(?:填写|插入)[^。]{0,10}"
)
_HINT = lazy(r"[*＊_xX×ＸＸ请此]")
"""A character that every placeholder has and few texts have: most texts need no closer look."""
_HIDDEN = lazy(r"[xX×ＸＸ*＊]{2,}(?=年度|单位|部门|项目|局|中心)")


@rule(
    "FM206",
    "template-text",
    title="文字里留有模板占位内容",
    severity=Severity.ERROR,
    basis="format.placeholder",
    since="0.1",
    zh="留有模板的占位内容“{text}”，没有换成实际内容",
    en="“{text}” is left over from the template",
)
def template_text(dossier: Dossier) -> Iterator[Outcome]:
    """报告和自评表的文字里不能留着模板的占位符号。

    为什么重要：占位符号说明这一段没有写完，公开出去有损单位信誉，其中的数也无法核对。
    怎样修改：换成实际的名称和数字；用不上的段落删去。
    何时不适用：“XX单位”可能是有意隐去名称，只作提醒；为保护隐私而隐去的人名、门牌，卷宗里引用数字的双花括号，不在此列；指标行里的占位内容由另一条规则检查。
    """
    texts = [(at, text) for at, text in _texts(dossier) if text]
    found = [finding for at, text in texts if _HINT.search(text) and (finding := _left_over(at, text))]
    yield from found
    if texts and not found:
        yield Held()


def _left_over(at: str, text: str) -> Finding | None:
    found = tuple(dict.fromkeys(m[0] for m in _LEFT.finditer(text)))
    if found:
        return Finding(at=at, values={"text": found})
    hidden = tuple(dict.fromkeys(m[0] for m in _HIDDEN.finditer(text)))
    return Finding(at=at, values={"text": hidden}, severity=Severity.WARNING) if hidden else None


def _texts(dossier: Dossier) -> Iterator[tuple[str, str]]:
    for r, report in dossier.each(Report):
        yield f"{r}/title", report.title
    yield from texts(dossier)
    for b, base in dossier.each(BaseData):
        yield f"{b}/thrift", base.thrift or ""
    for e, evaluation in dossier.each(Evaluation):
        for field in ("name", "title", "goal_expected", "goal_actual", "conclusion", "problems", "measures"):
            yield f"{e}/{field}", getattr(evaluation, field) or ""
        for n, indicator in enumerate(evaluation.indicators):
            yield f"{e}/indicators/{n}/explanation", indicator.explanation or ""
