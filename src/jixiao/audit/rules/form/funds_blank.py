"""FM204: the total row of the money block has no amounts."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.forms.terms import MONEY
from jixiao.model import Evaluation, Finding, Held, Severity

_FIELDS = ("revised_budget", "outturn")


@rule(
    "FM204",
    "funds-blank",
    title="年度资金总额没有填写",
    severity=Severity.WARNING,
    basis="format.required",
    since="0.1",
    asks_all=True,
    zh="“{label}”的{fields}没有填写",
    en="left blank in the row {label}: {fields}",
)
def funds_blank(evaluation: Evaluation) -> Iterator[Outcome]:
    """年度资金总额的全年预算数和全年执行数应填写。

    为什么重要：预算执行率得分由这两个数算出；空着就无法核对执行率，也无法与决算核对。
    怎样修改：填写全年预算数（含调整和结转）和全年执行数；没有资金的项目填 0。
    何时不适用：表样没有资金栏，或没有年度资金总额这一行的，不要求；全年预算数和执行数都没有这一栏的不要求。
    """
    line = evaluation.funds.line("total")
    if line is None:
        return
    at = f"/funds/lines/{evaluation.funds.lines.index(line)}"
    asked = [f for f in _FIELDS if getattr(line, f) is not None]
    blank = [f for f in asked if getattr(line, f).is_blank]
    if blank:
        yield Finding(
            at=f"{at}/{blank[0]}",
            also=tuple(f"{at}/{f}" for f in blank[1:]),
            values={"label": line.label.strip(), "fields": tuple(MONEY[f] for f in blank)},
        )
    elif asked:
        yield Held(at)
