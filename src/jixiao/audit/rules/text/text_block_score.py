"""TX120: the score of a block in the text differs from the table."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.rule import Outcome, rule
from jixiao.model import Dossier, Evaluation, Figure, Finding, Held, Severity
from jixiao.model.pointer import resolve
from jixiao.values.pattern import lazy

from .statements import Statement, statements

_BLOCK = lazy(r"(产出|效益|满意度|成本)(?:类|方面)?(?:指标)?(?:得分|部分|自评得分)?")
_EXECUTION = lazy(r"(?:预算|资金)?执行率?(?:指标)?(?:得分)?")
_WHOLE = lazy(r"得分|评分|自评|得[^，。；]{0,4}分")
_TO_BE_WON = lazy(r"分值|满分|权重|扣")
_ENDED = lazy(r"[。；;]|满分|分值|权重")
_OPENS = lazy(r"其中|包括|具体|^\s*[（(：:]")


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
    何时不适用：“得分……其中”所列的分项只提醒；正文写的是分值而不是得分的，以及报告涉及几张项目自评表的，不比较。
    """
    for item in statements(dossier, "score"):
        figure = item.claim.figure
        tables = [(n, e) for n, e in dossier.each(Evaluation) if e.scope == item.report.scope]
        if len(tables) != 1 or figure is None or figure.value is None or not item.claim.exact or not _is_score(item):
            continue
        number, evaluation = tables[0]
        found = _block(evaluation, item.claim.subject)
        if found is None:
            continue
        total, places = found
        if total == figure.value:
            yield Held(item.at)
        else:
            listed = not _says_won(item)
            if listed and figure.value == _weight(evaluation, places):
                continue  # may be the points to be won
            yield Finding(
                at=item.at,
                evidence=(item.fact, *(f"{number}{place}" for place in places)),
                values={"name": item.claim.subject, "stated": figure, "table": total},
                severity=Severity.WARNING if listed else None,
            )


def _is_score(item: Statement) -> bool:
    """Whether points won are spoken of, and not points to be won (分值, 满分): by 得, or in a list below a score."""
    if _TO_BE_WON.search(item.claim.quote):
        return False
    return _says_won(item) or _in_list(item)


def _says_won(item: Statement) -> bool:
    """Whether 得 stands before the figure: of 投入10分得9.9分 only the second one is won."""
    return "得" in item.claim.quote.partition(str(item.claim.figure))[0]


def _in_list(item: Statement) -> bool:
    """Whether the score is one of those behind 自评得分98分，其中, in the same sentence."""
    text = item.text
    if "得" in text[item.claim.end : item.claim.end + 2]:
        return False
    for whole in item.report.claims[: item.number]:
        if whole.kind != "score" or whole.paragraph != item.claim.paragraph or not _WHOLE.search(whole.quote):
            continue
        link = text[whole.end : item.claim.start]
        if _OPENS.search(link) and not _ENDED.search(link):
            return True
    return False


def _weight(evaluation: Evaluation, places: list[str]) -> Decimal | None:
    """The points of the rows or of the line with these scores."""
    total = Decimal(0)
    for place in places:
        weight = resolve(evaluation, place.removesuffix("score") + "weight")
        if not isinstance(weight, Figure) or weight.value is None:
            return None
        total += weight.value
    return total


def _block(evaluation: Evaluation, subject: str) -> tuple[Decimal, list[str]] | None:
    """The scores of the block that a subject names, added up, with their places; ``None`` where one is missing."""
    line = evaluation.funds.line("total")
    invested = subject == "投入" and not any("投入" in row.level1 for row in evaluation.indicators)
    if invested or _EXECUTION.fullmatch(subject):
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
