"""TG121: the weights of the rows stand in the columns of target and actual."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import Row, counts, gathered, rows, weight_of
from jixiao.model import Evaluation, Held, Severity
from jixiao.model.value import Number, Sign
from jixiao.scoring import Appraisal

_SEVERAL = 3


@rule(
    "TG121",
    "shifted-columns",
    title="指标值、完成值栏里填的是分值",
    severity=Severity.ERROR,
    basis="form.indicator_table",
    since="0.1",
    zh="{count} 行的指标值和完成值都等于分值（如“{target}”）：{rows}；疑为串栏",
    en="{count} rows have target and actual equal to the weight (such as “{target}”): {rows}; shifted columns?",
)
def shifted_columns(evaluation: Evaluation, appraisal: Appraisal) -> Iterator[Outcome]:
    """指标值、完成值两栏填的应是目标和实际，不是分值。

    为什么重要：串栏以后整张表没有目标也没有完成情况，得分全无依据。
    怎样修改：从批复的绩效目标表补回指标值，从台账补完成值；导入导出时核对栏次。
    何时不适用：只有个别行碰巧相等的；数值带单位的。
    """
    counted = [row for row in rows(evaluation, appraisal) if counts(row.indicator)]
    found = [row for row in counted if _shifted(row)]
    if len(found) >= _SEVERAL and 2 * len(found) >= len(counted):
        values = {"target": found[0].indicator.target_text.strip()}
        yield gathered(found, "target", evidence=("actual", "weight", "score"), values=values)
    elif counted:
        yield Held("/indicators")


def _shifted(row: Row) -> bool:
    weight = weight_of(row.indicator)
    return all(
        isinstance(v, Number) and not v.unit and v.sign is Sign.NONE and v.low == v.high == weight
        for v in (row.appraisal.target, row.appraisal.actual)
    )
