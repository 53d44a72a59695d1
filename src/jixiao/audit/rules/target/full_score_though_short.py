"""TG101: a target is missed and the row has full score."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import counts, full_score, score_of
from jixiao.model import Finding, Held, Indicator, Scored, Severity
from jixiao.model.value import Met
from jixiao.scoring import IndicatorAppraisal


@rule(
    "TG101",
    "full-score-though-short",
    title="没有完成指标值却得满分",
    severity=Severity.ERROR,
    basis="target.proportional",
    since="0.1",
    zh="指标值 {target}，完成 {actual}，没有达到，却得满分 {score}",
    en="target {target}, actual {actual}: missed, yet full score {score}",
    after=("TG121",),
)
def full_score_though_short(indicator: Indicator, appraised: IndicatorAppraisal) -> Iterator[Outcome]:
    """没有完成指标值的，不能得满分。

    为什么重要：定量指标未完成按比例记分，未完成却满分是复核中最硬的问题。
    怎样修改：核对完成值是否填错；确未完成的，按完成值与指标值之比重算得分，并写明原因。
    何时不适用：满意度等按区间记分、该区间本来就给满分的；完成值不能与指标值比较的。
    """
    score = score_of(indicator)
    if appraised.comparison.met is not Met.SHORT or not counts(indicator) or score is None:
        return
    due = isinstance(appraised.scored, Scored) and appraised.scored.low >= score
    if not full_score(indicator) or due:
        yield Held("/score")
        return
    yield Finding(
        at="/score",
        evidence=("/target", "/actual", "/weight"),
        values={"target": indicator.target_text, "actual": indicator.actual, "score": indicator.score},
    )
