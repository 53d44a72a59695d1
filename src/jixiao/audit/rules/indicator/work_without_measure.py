"""IX205: work is named in place of something to measure."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.indicators import applicable, each_once, plain
from jixiao.audit.shared.proposed import proposed
from jixiao.audit.shared.rows import Row, gathered, is_output
from jixiao.model import Dossier, Evaluation, Held, Severity
from jixiao.model.value import Text, Value, Verdict
from jixiao.scoring import Appraisal
from jixiao.values.pattern import lazy

_RATE_OF_WORK = lazy(r"(?:工作|任务|活动|事务|业务)率$")
_WORK = lazy(r"^(?:开展|加强|做好|推进|推动|落实|组织|配合|协助|抓好|强化|实施|认真|积极|全面|深入|扎实)")


@rule(
    "IX205",
    "work-without-measure",
    title="以工作内容代替指标",
    severity=Severity.WARNING,
    basis="indicator.measurable",
    since="0.1",
    zh={
        "": "{count} 项指标写的是工作内容，指标值也量不出多少：{rows}",
        "rate": "{count} 项“工作率”说不清用什么除以什么：{rows}",
    },
    en={
        "": "{count} indicators name work to be done, and their targets measure nothing: {rows}",
        "rate": "{count} rates of “work” do not say what is divided by what: {rows}",
    },
)
def work_without_measure(evaluation: Evaluation, appraisal: Appraisal, dossier: Dossier) -> Iterator[Outcome]:
    """指标应写要衡量的结果，并能说清怎样计算。

    为什么重要：“某某工作率”没有分子分母，“加强某某工作”没有标准，填多少都无从核对。
    怎样修改：写成有定义的量，例如“整治点位完成率＝已整治点位÷计划点位”，或“开展整治次数”，并附计算方法。
    何时不适用：名称虽是工作内容、但指标值有数量或期限的，不算；效益指标不按本规则判断。
    """
    named = list(applicable(evaluation, appraisal))
    rates = [row for row in named if _RATE_OF_WORK.search(plain(row.indicator.name))]
    works = [row for row in named if row not in rates and _names_work(row)]
    for variant, found in (("rate", rates), ("", works)):
        if found:
            once = each_once(found)
            yield gathered(once, "name", values=proposed(once, evaluation, dossier), variant=variant)
    if named and not rates and not works:
        yield Held("/indicators")


def _names_work(row: Row) -> bool:
    """Whether an output names what is to be done, with a target that measures nothing."""
    named = _WORK.match(plain(row.indicator.name)) is not None
    return is_output(row.indicator) and named and _without_number(row.appraisal.target)


def _without_number(target: Value) -> bool:
    return isinstance(target, (Text, Verdict)) and not any(c.isdigit() for c in target.raw)
