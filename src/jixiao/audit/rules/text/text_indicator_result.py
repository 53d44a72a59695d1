"""TX123: what the text says of an indicator is not what its row says."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.money import HUNDRED
from jixiao.model import Dossier, Finding, Held, Interval, Phrase, Severity
from jixiao.model.figure import rounded
from jixiao.model.value import Sign
from jixiao.values import units
from jixiao.values.pattern import lazy

from .results import Result, named, results, span
from .statements import Statement, admits, headings_above, of_the_year, same_sentence, statements

_OTHER = lazy(
    r"目标|计划|任务|拟|预计|争取|力争|应当?|标准|平均|每|上年|去年|上一年|其中|季度|[上下]半年|[0-9]月|环比|同比|[较比]|低于"
    r"|高于|超过|少于|多于|不足|控制数|截至|权重|分值|由|从|将|继续"
)
_PLANS = lazy(r"下一步|下步|改进|建议|打算|计划|安排|措施")
_GAP = lazy(
    r"(?:超过|超出|超|高于|高出|低于|少于|多于|不足|[比较])(?:年初|年度|绩效|设定的)*(?:目标|计划|指标|任务)(?:值|数)?\s*$"
)
_MORE = lazy(r"^[多少高低超]于?(?:出|了)?\s*$")
_WON = Phrase("audit.TX123.won", "得 {points} 分", "{points} points won")
_LOST = Phrase("audit.TX123.lost", "扣 {points} 分", "{points} points lost")
_DONE = lazy(r"(?:任务|目标|指标)?完成率(?:为|达到?)?\s*$")


@rule(
    "TX123",
    "text-indicator-result",
    title="正文的指标完成情况与自评表不符",
    severity=Severity.WARNING,
    basis="text.results",
    since="0.1",
    zh={
        "": "正文写“{name}”{stated}，自评表“{row}”实际完成值为“{table}”",
        "rate": "正文写“{row}”完成率 {stated}%，按自评表目标“{target}”、实际“{table}”为 {expected}%",
        "score": "正文写“{row}”{stated}，自评表该指标分值 {weight}、得分 {score}",
        "gap": "正文写“{row}”与目标比较的数 {stated}，自评表目标“{target}”、实际“{table}”",
    },
    en={
        "": "{name} is {stated} in the text, the row “{row}” has “{table}”",
        "rate": "the text completes {stated} % of “{row}”; target “{target}”, actual “{table}” give {expected} %",
        "score": "the text says {stated} of “{row}”; the row has {weight} points, {score} of them won",
        "gap": "the text sets “{row}” against its target by {stated}; the row has “{target}” and “{table}”",
    },
    after=("TX120",),
)
def text_indicator_result(dossier: Dossier) -> Iterator[Outcome]:
    """正文写到自评表某项指标的完成数量、比率、满意度、完成率和得分的，应与表中这一行相同。

    为什么重要：指标完成值决定得分；正文和表写两个数，评价就没有依据。
    怎样修改：按台账核对，改正错的一处；说的是其中一部分的，写明范围。
    何时不适用：名称对不上、单位不同、几行指标都可能是的，目标、计划和上年的数，以及只写“约”的概数，不比较；相差很大的，多半说的是别的事，也不比较。
    """
    table = list(results(dossier))
    known: list[Result] = []
    before: Statement | None = None
    gap = False
    for item in statements(dossier) if table else ():
        if before is None or not same_sentence(before, item):
            known, gap = [], False
        words = item.words
        against = known and (_GAP.search(words) or (gap and _MORE.search(words)))
        if item.claim.kind == "score":
            yield from _points(item, known)
        elif against:
            yield from _gap(item, known)
        elif item.claim.kind == "rate" and _DONE.search(words):
            yield from _rate(item, known)
        elif item.claim.kind in ("count", "rate", "money") and _is_result(item, dossier, words):
            known = named(item, table)
            yield from _compared(item, known)
        gap, before = bool(against), item


def _is_result(item: Statement, dossier: Dossier, words: str) -> bool:
    claim = item.claim
    if claim.change or claim.of or claim.part_of is not None or not of_the_year(item, dossier):
        return False
    if claim.kind == "money" and claim.basis not in ("", "outturn"):
        return False
    if _OTHER.search(words) or "/paragraphs/" not in claim.paragraph:
        return False
    return not any(_PLANS.search(title) and "问题" not in title for title in headings_above(item.report, claim))


def _compared(item: Statement, known: list[Result]) -> Iterator[Outcome]:
    """The rows that a figure names: one that agrees is enough, and several that do not are no proof."""
    stated = [span(item, r.actual.unit) for r in known]
    if not known:
        return
    if any(s is None or _agrees(item, s, r) for s, r in zip(stated, known, strict=True)):
        yield Held(item.at)
        return
    if len({r.actual.low for r in known}) > 1 or any(r.target is None for r in known):
        return  # a figure that is not the result may be the target
    first, allowed = known[0], stated[0]
    middle = (allowed.low + allowed.high) / 2 if allowed else Decimal(0)
    if not first.near(middle):
        return
    yield Finding(
        at=item.at,
        evidence=(item.fact, *(f"{r.at}/actual" for r in known)),
        values={
            "name": item.claim.subject,
            "stated": item.printed,
            "row": first.indicator.name,
            "table": first.indicator.actual,
        },
    )


def _agrees(item: Statement, stated: Interval, row: Result) -> bool:
    is_target = row.target is not None and stated.low <= row.target.low <= stated.high
    return is_target or item.claim.bound is Sign.RANGE or admits(item.claim, stated, row.actual_span)


def _rate(item: Statement, known: list[Result]) -> Iterator[Outcome]:
    """完成率 behind a result: actual over target of its row, or 100 where it is capped."""
    figure = item.claim.figure
    rows = [r for r in known if r.target is not None and r.target.low > 0 and r.actual.low > 0]
    if figure is None or figure.value is None or not item.claim.exact or item.claim.unit != "%" or not rows:
        return
    rates = []
    for row in rows:
        assert row.target is not None
        rates += [row.actual.low / row.target.low * HUNDRED, row.target.low / row.actual.low * HUNDRED]
    if any(figure.interval.low <= r <= figure.interval.high for rate in rates for r in (rate, min(rate, HUNDRED))):
        yield Held(item.at)
        return
    expected = rounded(rates[0], max(figure.places, 1))
    yield _finding(item, rows[0], "rate", stated=figure, expected=expected)


def _gap(item: Statement, known: list[Result]) -> Iterator[Outcome]:
    """超过目标2公里, 低于目标85%: the target itself, or the distance from it."""
    rows = [r for r in known if r.target is not None]
    for row in rows:
        points = item.claim.kind == "rate" and units.is_share(row.actual.unit)
        stated = item.claim.figure.interval if points and item.claim.figure else span(item, row.actual.unit)
        assert row.target is not None
        apart = abs(row.actual.low - row.target.low)
        if stated is None:
            return
        if any(stated.low <= v <= stated.high for v in (apart, row.target.low)):
            yield Held(item.at)
            return
    if rows and item.claim.exact:
        yield _finding(item, rows[0], "gap", stated=item.printed)


def _points(item: Statement, known: list[Result]) -> Iterator[Outcome]:
    """得10分, 扣0.5分 behind a result: the row's points."""
    figure, words = item.claim.figure, item.words
    won, lost = words.endswith(("得", "得分", "得分为")), words.endswith(("扣", "扣分", "扣减", "扣除"))
    rows = [r for r in known if r.score is not None and r.weight is not None]
    if figure is None or figure.value is None or not item.claim.exact or not (won or lost) or not rows:
        return
    for row in rows:
        assert row.score is not None
        assert row.weight is not None
        if figure.value == (row.score if won else row.weight - row.score):
            yield Held(item.at)
            return
    stated = (_WON if won else _LOST)(points=figure)
    first = rows[0]
    values = {"stated": stated, "row": first.indicator.name, "weight": first.weight, "score": first.score}
    yield Finding(at=item.at, evidence=(item.fact, f"{first.at}/score"), values=values, variant="score")


def _finding(item: Statement, row: Result, variant: str, **values: object) -> Finding:
    values |= {"row": row.indicator.name, "target": row.indicator.target_text, "table": row.indicator.actual}
    evidence = (item.fact, f"{row.at}/target", f"{row.at}/actual")
    return Finding(at=item.at, evidence=evidence, values=values, variant=variant)
