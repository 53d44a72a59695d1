"""LG102: fines are said to come back to the unit that imposes them."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import Dossier, Evaluation, Finding, Held, Severity
from jixiao.model.parts import texts
from jixiao.values.pattern import lazy

_FINES = lazy(r"罚没|罚款")
_RETURNED = lazy(
    r"(?:罚没|罚款)(?:收入|款|款项)?[^。；，,]{0,8}(?:返还|返拨|分成|提成|留成|奖励|弥补经费|抵顶)|"
    r"按[^。；，,]{0,6}(?:罚没|罚款)[^。；，,]{0,10}比例[^。；，,]{0,10}(?:安排|拨付|补助|核拨|返还)"
)
_DENIED = lazy(r"不得|严禁|禁止|杜绝|没有|未|不存在|取消|不予|无|脱钩|整治|清理|纠正|自查")


@rule(
    "LG102",
    "fines-returned",
    title="罚没收入返还或提成",
    severity=Severity.WARNING,
    basis="national.penalty_law_74",
    since="0.1",
    zh="文中写“{quote}”：罚没款项应全部上缴国库，不得返还、提成或按比例安排经费（行政处罚法第七十四条）",
    en=(
        "the text says “{quote}”: fines go to the treasury in full and may not come back to the unit (Administrative "
        "Penalty Law, art. 74)"
    ),
)
def fines_returned(dossier: Dossier) -> Iterator[Outcome]:
    """罚款、没收的款项必须全部上缴国库，财政部门不得以任何形式返还给作出处罚的机关。

    为什么重要：罚没与单位经费挂钩，会助长为钱执法，行政处罚法第七十四条明文禁止。
    怎样修改：核实经费来源，改为由财政按履职需要安排；属于表述错误的，改正文字。
    何时不适用：文字是在说明禁止、纠正这类做法的，不提示。
    """
    texts = [(at, text) for at, text in _texts(dossier) if _FINES.search(text)]
    found = [Finding(at=at, values={"quote": quote}) for at, text in texts if (quote := _returned(text))]
    yield from found
    if texts and not found:
        yield Held(texts[0][0])


def _returned(text: str) -> str:
    """The words that say so, empty where there are none, or where they tell of what is forbidden or was mended."""
    for match in _RETURNED.finditer(text):
        start = max(text.rfind(mark, 0, match.start()) for mark in "。；，,\n")
        if not _DENIED.search(text[start + 1 : match.end()]):
            return match[0]
    return ""


def _texts(dossier: Dossier) -> Iterator[tuple[str, str]]:
    yield from texts(dossier, headings=False)
    for e, evaluation in dossier.each(Evaluation):
        for field in ("goal_expected", "goal_actual"):
            yield f"{e}/{field}", getattr(evaluation, field) or ""
        for n, indicator in enumerate(evaluation.indicators):
            yield f"{e}/indicators/{n}/name", indicator.name
