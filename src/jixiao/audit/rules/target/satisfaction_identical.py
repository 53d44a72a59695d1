"""TG125: every table reports the same satisfaction."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import Dossier, Evaluation, Finding, Held, Severity

from .surveys import satisfaction_rows

_TABLES = 3
_ALL = 100


@rule(
    "TG125",
    "satisfaction-identical",
    title="各项目的满意度完全相同",
    severity=Severity.INFO,
    basis="target.survey",
    since="0.1",
    zh="{count} 张表的满意度都是 {value}；请核对是否分别调查",
    en="{count} tables all report a satisfaction of {value}; was each surveyed?",
    after=("TG123",),
)
def satisfaction_identical(dossier: Dossier) -> Iterator[Outcome]:
    """不同项目的服务对象不同，满意度一般不会完全相同。

    为什么重要：几张表一个数，多半是估的或者共用一次调查。
    怎样修改：分项目调查；共用一次调查的，在报告中说明。
    何时不适用：少于 3 张表；都是 100% 的；同一批服务对象用同一次调查并已说明的。
    """
    found = [
        (f"{e}/indicators/{n}/actual", e, (indicator.actual or "").strip(), value)
        for e, evaluation in dossier.each(Evaluation)
        for n, indicator, value in satisfaction_rows(evaluation)
    ]
    tables = {e for _, e, _, _ in found}
    values = {value for *_, value in found}
    if len(tables) < _TABLES:
        return
    if len(values) == 1 and values != {_ALL}:
        yield Finding(
            at=found[0][0],
            also=tuple(at for at, *_ in found[1:]),
            values={"count": len(tables), "value": found[0][2]},
        )
    else:
        yield Held(found[0][0])
