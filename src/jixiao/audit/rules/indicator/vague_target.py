"""IX301: targets of words that nobody can measure."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.indicators import applicable, each_once
from jixiao.audit.shared.proposed import proposed
from jixiao.audit.shared.rows import gathered
from jixiao.model import Dossier, Evaluation, Held, Indicator, Severity
from jixiao.model.value import Frequency, Text, Value, Verdict
from jixiao.scoring import Appraisal
from jixiao.values import vague_words
from jixiao.values.pattern import lazy

_STANDARD = lazy(
    r"[0-9０-９]|GB|JGJ|《|〔|合同|协议|图纸|清单|优[、/／]良|优良中差|[二三四五六七八九十百千]+[项次个级类]|一[级类]"
)


@rule(
    "IX301",
    "vague-target",
    title="指标值含糊",
    severity=Severity.WARNING,
    basis="indicator.measurable",
    since="0.1",
    zh="{count} 项指标值没有数量也没有标准：{targets}",
    en="{count} targets give neither a quantity nor a standard: {targets}",
)
def vague_target(evaluation: Evaluation, appraisal: Appraisal, dossier: Dossier) -> Iterator[Outcome]:
    """指标值应是数量，或写明标准名称、分级标准。

    为什么重要：“进一步提升”“符合相关标准”谁都可以说完成了，评不出好坏，分数也就没有依据。
    怎样修改：能数的给出数；不能数的写明标准（国标号、合同条款、批文），或列出优良中差四级各是什么样。
    何时不适用：写了数量、期限、文号、标准号的，以及“无安全事故”一类可以核实的，不算含糊。
    """
    named = list(applicable(evaluation, appraisal))
    found = [row for row in named if _vague(row.indicator, row.appraisal.target)]
    if found:
        once = each_once(found)
        targets = tuple(dict.fromkeys(row.indicator.target_text.strip() for row in once))
        yield gathered(once, "target", values={"targets": targets, **proposed(once, evaluation, dossier)})
    elif named:
        yield Held("/indicators")


def _vague(indicator: Indicator, target: Value) -> bool:
    if isinstance(target, Frequency) and (target.period or target.count is not None):
        return False
    text = indicator.target_text.strip()
    return isinstance(target, (Text, Verdict, Frequency)) and not _STANDARD.search(text) and bool(vague_words(text))
