"""TX120: the score of a block in the text differs from the table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.told import Told, told
from jixiao.model import Dossier, Evaluation, Finding, Severity

_BLOCK = re.compile(r"(产出|效益|满意度|成本)(?:类|方面)?(?:指标)?(?:得分|部分|自评得分)?")
_EXECUTION = re.compile(r"(?:预算|资金)?执行率?(?:指标)?(?:得分)?")


@rule(
    "TX120",
    "text-block-score",
    title="正文分项得分与自评表不符",
    severity=Severity.ERROR,
    basis="text.scores",
    since="0.1",
    zh="正文写“{name}”得 {stated} 分，自评表该部分各项得分合计 {table}",
    en="the text gives {name} {stated} points, the rows of the table add up to {table}",
    after=("SC101",),
)
def text_block_score(dossier: Dossier) -> Iterator[Outcome]:
    """报告正文分别写出产出、效益、满意度、预算执行率得分的，应与自评表各部分得分合计相同。

    为什么重要：分项得分与总分一样是评价结论，抄错一项总分就解释不通。
    怎样修改：按自评表逐块复加，改正错的一处。
    何时不适用：正文写的是分值而不是得分的，以及报告涉及几张项目自评表的，不比较。
    """
    for item in told(dossier, "score"):
        figure = item.claim.figure
        tables = [(n, e) for n, e in enumerate(dossier.evaluations) if e.kind == item.report.kind]
        if len(tables) != 1 or figure is None or figure.value is None or item.claim.approx or not _is_score(item):
            continue
        number, evaluation = tables[0]
        found = _block(evaluation, item.claim.subject)
        if found is None:
            continue
        total, places = found
        if total != figure.value:
            yield Finding(
                at=item.at,
                related=(item.fact, *(f"/evaluations/{number}{place}" for place in places)),
                values={"name": item.claim.subject, "stated": figure, "table": total},
            )


def _is_score(item: Told) -> bool:
    """Whether the words speak of points won (得), not of points to be won (分值, 满分)."""
    return "得" in item.claim.quote and not re.search(r"分值|满分|权重", item.claim.quote)


def _block(evaluation: Evaluation, subject: str) -> tuple[Decimal, list[str]] | None:
    """The scores of the block that a subject names, added up, with their places; ``None`` where one is missing."""
    line = evaluation.funds.line("total")
    if _EXECUTION.fullmatch(subject):
        if line is None or line.score is None or line.score.value is None:
            return None
        return line.score.value, [f"/funds/lines/{evaluation.funds.lines.index(line)}/score"]
    match = _BLOCK.fullmatch(subject)
    if match is None:
        return None
    rows = [(i, row.score) for i, row in enumerate(evaluation.indicators) if match[1] in row.level1]
    total = Decimal(0)
    for _, score in rows:
        if score is None or score.value is None:
            return None
        total += score.value
    return (total, [f"/indicators/{i}/score" for i, _ in rows]) if rows else None
