"""Faults, one at a time: each changes the facts of a filing in one place and names what must then be said, and where.

A fault takes a dossier and gives the changed dossier with the place of the change, or ``None`` where the dossier has
nothing that it could spoil. ``codes`` may answer; ``also`` are what else follows from the same change.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from jixiao.model import BaseData, Dossier, Evaluation, Figure, FundLine, Indicator, Report
from jixiao.model.parts import overall, projects
from tests.records import with_records

Spoiled = tuple[Dossier, str] | None
Spoil = Callable[[Dossier], Spoiled]


@dataclass(frozen=True, eq=False)
class Fault:
    """One kind of fault."""

    name: str
    spoil: Spoil
    codes: frozenset[str]
    also: frozenset[str]


FAULTS: list[Fault] = []


def fault(
    name: str, codes: str, also: str = ""
) -> Callable[[Callable[[Dossier], Spoiled]], Callable[[Dossier], Spoiled]]:
    def register(spoil: Callable[[Dossier], Spoiled]) -> Callable[[Dossier], Spoiled]:
        FAULTS.append(Fault(name, spoil, frozenset(codes.split()), frozenset(also.split())))
        return spoil

    return register


# --- changing facts ---


def at(n: int, k: int, field: str = "") -> str:
    """The pointer of an indicator, or of a field of it."""
    return f"/records/{n}/indicators/{k}" + (f"/{field}" if field else "")


def plus(row: Indicator, points: int) -> str:
    """The row's weight with some points more."""
    assert row.weight
    assert row.weight.value is not None
    return f"{(row.weight.value + points).normalize():f}"


def share(row: Indicator, part: str) -> str:
    """A part of the row's weight."""
    assert row.weight
    assert row.weight.value is not None
    return f"{(row.weight.value * Decimal(part)).normalize():f}"


def figure(value: Decimal, like: Figure) -> Figure:
    """A number printed with as many places as the other."""
    return Figure(f"{value:.{like.places}f}{like.unit}")


def with_evaluation(d: Dossier, n: int, e: Evaluation) -> Dossier:
    return with_records(d, Evaluation, (e if i == n else x for i, x in enumerate(d.every(Evaluation))))


def with_row(d: Dossier, n: int, k: int, total: bool = True, **changes: Any) -> Dossier:
    """The row changed; ``total`` follows its score, so that one change is one fault."""
    e = d.every(Evaluation)[n]
    row = e.indicators[k]
    for name in ("weight", "score"):
        if isinstance(changes.get(name), str):
            changes[name] = Figure(changes[name])
    new = row.model_copy(update=changes)
    rows = tuple(new if i == k else x for i, x in enumerate(e.indicators))
    update: dict[str, Any] = {"indicators": rows}
    if total and e.total and row.score and new.score and new.score.value is not None and row.score.value is not None:
        shift = new.score.value - row.score.value
        if shift and e.total.value is not None:
            update["total"] = Figure(f"{(e.total.value + shift).normalize():f}")
    return with_evaluation(d, n, e.model_copy(update=update))


def with_line(d: Dossier, n: int, k: int, **changes: Any) -> Dossier:
    e = d.every(Evaluation)[n]
    changes = {name: Figure(v) if isinstance(v, str) else v for name, v in changes.items()}
    lines = tuple(x.model_copy(update=changes) if i == k else x for i, x in enumerate(e.funds.lines))
    return with_evaluation(d, n, e.model_copy(update={"funds": e.funds.model_copy(update={"lines": lines})}))


def with_text(d: Dossier, old: str, new: str) -> Dossier | None:
    """The first place in a report's paragraphs where the pattern stands, changed."""
    for n, r in enumerate(d.every(Report)):
        for k, s in enumerate(r.sections):
            for i, p in enumerate(s.texts):
                changed = re.sub(old, new, p, count=1)
                if changed != p:
                    told = s.paragraphs[i].model_copy(update={"text": changed})
                    section = s.model_copy(update={"paragraphs": (*s.paragraphs[:i], told, *s.paragraphs[i + 1 :])})
                    report = r.model_copy(update={"sections": (*r.sections[:k], section, *r.sections[k + 1 :])})
                    return with_records(d, Report, (*d.every(Report)[:n], report, *d.every(Report)[n + 1 :]))
    return None


def with_base(d: Dossier, key: str, **changes: str) -> Spoiled:
    if not d.every(BaseData) or not d.every(BaseData)[0].line(key):
        return None
    base = d.every(BaseData)[0]
    k = next(i for i, line in enumerate(base.lines) if line.key == key)
    figures = {name: Figure(v) for name, v in changes.items()}
    lines = tuple(x.model_copy(update=figures) if i == k else x for i, x in enumerate(base.lines))
    spoiled = with_records(d, BaseData, (base.model_copy(update={"lines": lines}),))
    return spoiled, f"{_base(d)}/lines/{k}/{next(iter(changes))}"


def _base(d: Dossier) -> str:
    """The pointer of the first base data table."""
    return next(d.each(BaseData))[0]


# --- looking for a place that a fault fits ---

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def each_row(d: Dossier) -> Iterator[tuple[int, int, Evaluation, Indicator]]:
    for n, e in enumerate(d.every(Evaluation)):
        for k, row in enumerate(e.indicators):
            if row.target and row.actual:
                yield n, k, e, row


def full(row: Indicator) -> bool:
    return bool(row.score and row.weight and row.score.value == row.weight.value)


def lost(row: Indicator) -> bool:
    return bool(row.score and row.weight and row.score.value is not None and row.score.value < (row.weight.value or 0))


def floor(row: Indicator) -> bool:
    """A plain floor: ≥ number unit, or number unit."""
    return (
        row.sign in (None, "≥")
        and bool(re.fullmatch(r"≥?\d+(?:\.\d+)?[^\d年月日]{0,6}", row.target or ""))
        and "成本" not in row.level2
    )


def plain(row: Indicator) -> bool:
    return bool(row.actual and re.fullmatch(r"\d+(?:\.\d+)?[^\d年月日]{0,6}", row.actual))


def number(text: str) -> Decimal:
    found = _NUMBER.search(text)
    assert found
    return Decimal(found[0])


def total_line(d: Dossier, need: str) -> Iterator[tuple[int, FundLine]]:
    for n, e in enumerate(d.every(Evaluation)):
        line = e.funds.lines[0]
        given = getattr(line, need)
        if given and given.value is not None:
            yield n, line


# --- score ---


@fault("total", "SC101", "TX104 TX105")
def total(d: Dossier) -> Spoiled:
    for n, e in enumerate(d.every(Evaluation)):
        if e.total and e.total.value is not None:
            new = e.model_copy(update={"total": figure(e.total.value - Decimal("1.3"), Figure("0.00"))})
            return with_evaluation(d, n, new), f"/records/{n}/total"
    return None


@fault("weight sum", "SC102 SC103", "TX104")
def weight_sum(d: Dossier) -> Spoiled:
    for n, k, e, row in each_row(d):
        if row.weight and row.weight.value and e.total_weight and lost(row) is False:
            value = f"{(row.weight.value + 5).normalize():f}"
            return with_row(d, n, k, weight=value, score=value), f"/records/{n}"
    return None


@fault("block points", "SC103")
def block_points(d: Dossier) -> Spoiled:
    for n, e in enumerate(d.every(Evaluation)):
        if not e.declared or not e.indicators[0].weight:
            continue
        rows = list(e.indicators)
        give = next((k for k, r in enumerate(rows) if full(r) and r.level1 == "产出指标" and r.weight.value > 5), None)  # type: ignore[union-attr, operator]
        take = next((k for k, r in enumerate(rows) if full(r) and r.level1 == "效益指标"), None)
        if give is None or take is None:
            continue
        for k, by in ((give, -5), (take, 5)):
            value = Figure(f"{(rows[k].weight.value + by).normalize():f}")  # type: ignore[union-attr, operator]
            rows[k] = rows[k].model_copy(update={"weight": value, "score": value})
        return with_evaluation(d, n, e.model_copy(update={"indicators": tuple(rows)})), f"/records/{n}"
    return None


@fault("score above weight", "SC104", "SC106 TX104 TX105 XD101")
def above_weight(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        if full(row):
            return with_row(d, n, k, score=plus(row, 2)), at(n, k, "score")  # type: ignore[union-attr, operator]
    return None


@fault("negative score", "SC105", "TX104 TX105 TG101 TG102 TG103 TG104 SC101 XD101")
def negative(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        if full(row):
            return with_row(d, n, k, score="-" + row.score.raw), at(n, k, "score")  # type: ignore[union-attr]
    return None


@fault("score missing", "SC107")
def score_missing(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        if full(row):
            return with_row(d, n, k, total=False, score=""), at(n, k, "score")
    return None


@fault("points for not applicable", "SC109", "TX104 IX105")
def not_applicable(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        if full(row) and row.sign is None and "效益" in row.level1:
            return (
                with_row(d, n, k, target="不适用", actual="不适用"),
                at(n, k),
            )
    return None


@fault("actual not applicable", "SC110 TG101 TG122", "TX104")
def actual_not_applicable(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        if full(row) and floor(row):
            return with_row(d, n, k, actual="不适用"), at(n, k)
    return None


@fault("total blank", "FM208", "SC101")
def total_blank(d: Dossier) -> Spoiled:
    for n, e in enumerate(d.every(Evaluation)):
        if e.total:
            return with_evaluation(d, n, e.model_copy(update={"total": Figure("")})), f"/records/{n}/total"
    return None


# --- money ---


@fault("execution rate", "EX102", "EX103")
def rate(d: Dossier) -> Spoiled:
    for n, line in total_line(d, "rate"):
        value = line.rate.value - 4  # type: ignore[union-attr, operator]
        return with_line(d, n, 0, rate=figure(value, line.rate)), f"/records/{n}/funds/lines/0/rate"  # type: ignore[arg-type]
    return None


@fault("execution score", "EX103", "SC101 TX104 TX116")
def execution_score(d: Dossier) -> Spoiled:
    for n, line in total_line(d, "score"):
        if line.score.value < line.weight.value:  # type: ignore[union-attr, operator]
            e = d.every(Evaluation)[n]
            gain = line.weight.value - line.score.value  # type: ignore[union-attr, operator]
            made = with_line(d, n, 0, score=line.weight)
            if e.total and e.total.value is not None:
                new = made.every(Evaluation)[n].model_copy(
                    update={"total": Figure(f"{(e.total.value + gain).normalize():f}")}
                )
                made = with_evaluation(made, n, new)
            return made, f"/records/{n}/funds/lines/0/score"
    return None


@fault("over-execution", "EX104", "EX101 EX102 EX103 TX102 TX103 XD115 XD106 XD103 XD109 TG116 XD108 TX107 TX106")
def over(d: Dossier) -> Spoiled:
    for n, line in total_line(d, "outturn"):
        value = line.revised_budget.value * Decimal("1.08")  # type: ignore[union-attr, operator]
        return with_line(d, n, 0, outturn=figure(value, line.outturn)), f"/records/{n}/funds/lines/0/outturn"  # type: ignore[arg-type]
    return None


@fault(
    "swapped columns", "EX104", "EX101 EX102 EX103 TX102 TX103 XD115 XD106 XD103 XD109 XD108 TX107 TX106 XD103 TX111"
)
def swapped(d: Dossier) -> Spoiled:
    for n, line in total_line(d, "outturn"):
        if line.revised_budget.value > line.outturn.value:  # type: ignore[union-attr, operator]
            new = with_line(d, n, 0, outturn=line.revised_budget, revised_budget=line.outturn)
            return new, f"/records/{n}/funds/lines/0"
    return None


@fault("sources do not add up", "EX101", "EX102")
def sources(d: Dossier) -> Spoiled:
    for n, e in enumerate(d.every(Evaluation)):
        for k, line in enumerate(e.funds.lines[1:], start=1):
            if line.outturn and line.outturn.value and line.source == "fiscal":
                value = figure(line.outturn.value * Decimal("0.83"), line.outturn)
                return with_line(d, n, k, outturn=value), f"/records/{n}/funds/lines"
    return None


@fault(
    "yuan in a table of ten thousands",
    "EX104 XD114 EX101",
    "EX101 EX102 EX103 TX102 TX103 XD115 XD106 XD103 XD109 XD108 TX107 TX106 TG116",
)
def yuan(d: Dossier) -> Spoiled:
    for n, line in total_line(d, "outturn"):
        if d.every(Evaluation)[n].funds.unit == "万元":
            value = line.outturn.value * 10000  # type: ignore[union-attr, operator]
            return with_line(d, n, 0, outturn=f"{value:.2f}"), f"/records/{n}/funds/lines/0/outturn"
    return None


@fault(
    "spending without budget",
    "EX105",
    "EX101 EX102 EX103 EX104 TX103 TX102 XD115 XD103 XD106 XD108 TX107 TX106 XD109 EX201 IX401",
)
def no_budget(d: Dossier) -> Spoiled:
    for n, _ in total_line(d, "outturn"):
        return with_line(
            d,
            n,
            0,
            revised_budget="0",
            initial_budget="0" if d.every(Evaluation)[n].funds.lines[0].initial_budget else None,
        ), f"/records/{n}/funds/lines/0"
    return None


# --- target, actual, score, reason ---


@fault("full though short", "TG101", "TX104 TG106 TX116")
def full_though_short(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        if lost(row) and (floor(row) or row.sign):
            return with_row(d, n, k, score=row.weight), at(n, k)
    return None


@fault("score not proportional", "TG102", "TX104 XD101")
def not_proportional(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        if (
            lost(row)
            and plain(row)
            and (floor(row) or row.sign == "≥")
            and number(row.actual or "") < number(row.target or "")
        ):
            value = row.weight.value * Decimal("0.5")  # type: ignore[union-attr, operator]
            return with_row(d, n, k, score=f"{value.normalize():f}"), at(n, k, "score")
    return None


@fault("points lost without a reason", "TG103", "TX104 XD101")
def no_reason_met(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        if full(row) and not row.explanation and floor(row) and plain(row):
            value = row.weight.value * Decimal("0.8")  # type: ignore[union-attr, operator]
            return with_row(d, n, k, score=f"{value.normalize():f}"), at(n, k)
    return None


@fault("reason missing", "TG104")
def reason_missing(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        if lost(row) and row.explanation:
            return with_row(d, n, k, explanation=""), at(n, k, "explanation")
    return None


@fault("reason without content", "TG105")
def empty_reason(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        if lost(row) and row.explanation:
            return with_row(d, n, k, explanation="客观原因"), at(n, k, "explanation")
    return None


@fault("reason without deviation", "TG106")
def stray_note(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        if full(row) and row.explanation == "" and floor(row) and plain(row):
            return with_row(d, n, k, explanation="46人"), at(n, k, "explanation")
    return None


@fault("date late", "TG112 TG101", "TX104 TG104")
def late(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        found = re.fullmatch(r"(20\d\d)年(\d+)月.*", row.actual or "")
        if found:
            new = with_row(d, n, k, actual=f"{int(found[1]) + 1}年3月20日")
            return new, at(n, k)
    return None


@fault("date before the year", "TG113")
def early(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        found = re.fullmatch(r"(20\d\d)年(\d+月.*)", row.actual or "")
        if found:
            return with_row(d, n, k, actual=f"{int(found[1]) - 1}年{found[2]}"), at(n, k, "actual")
    return None


@fault("stale target year", "TG114", "TG101 TG104 TG112 TG113")
def stale(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        found = re.fullmatch(r"(20\d\d)年(\d+月.*)", row.target or "")
        if found:
            return with_row(d, n, k, target=f"{int(found[1]) - 1}年{found[2]}"), at(n, k, "target")
    return None


@fault("copied sign", "TG110")
def copied_sign(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        if (row.target or "").startswith("≥") and plain(row):
            return with_row(d, n, k, actual=row.target), at(n, k, "actual")
    return None


@fault("verdict for a number", "TG111")
def verdict(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        # 100 % answered by 完成 says all that there is to say
        if floor(row) and plain(row) and not lost(row) and not (row.target or "").endswith("100%"):
            return with_row(d, n, k, actual="已完成"), at(n, k, "actual")
    return None


@fault("other unit", "TG108", "TG107 TG101")
def other_unit(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        found = re.fullmatch(r"≥(\d+)(公里|亩|份|场|盏|处|吨)", row.target or "")
        if found and plain(row):
            return with_row(d, n, k, actual=f"{int(found[1]) + 2}人次"), at(n, k)
    return None


@fault("approximate", "TG117")
def approximate(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        found = re.fullmatch(r"(\d+)(\D{1,4})", row.actual or "")
        if found and floor(row) and "%" not in found[2] and int(found[1]) > 40 and not lost(row):
            return with_row(d, n, k, actual=f"{found[1]}余{found[2]}"), at(n, k, "actual")
    return None


@fault("rate above 100 %", "TG115", "XD102")
def above_hundred(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        if (
            (row.target or "").endswith("%")
            and plain(row)
            and re.search("合格率|完好率|成活率|亮灯率", row.name)
            and not lost(row)
        ):
            return with_row(d, n, k, actual="106%"), at(n, k, "actual")
    return None


@fault("cost as a floor", "TG116", "TG101 TG104 TG107")
def cost_floor(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        # a subsidy's standard may well be a floor
        if "成本" in row.level2 and "补助" not in row.name and (row.target or "").startswith("≤"):
            return with_row(d, n, k, target="≥" + (row.target or "")[1:]), at(n, k, "target")
    return None


@fault("far above the target", "TG107", "TX123")
def far_above(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        found = re.fullmatch(r"≥(\d+)(\D{1,4})", row.target or "")
        if found and plain(row) and "%" not in found[2] and not row.explanation:
            return with_row(d, n, k, actual=f"{int(found[1]) * 2}{found[2]}"), at(n, k)
    return None


@fault("actual missing", "TG122", "TG101")
def actual_missing(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        if full(row) and floor(row):
            return with_row(d, n, k, actual=""), at(n, k, "actual")
    return None


@fault("target missing", "TG126", "IX301 IX105")
def target_missing(d: Dossier) -> Spoiled:
    for n, k, e, row in each_row(d):
        again = k and e.indicators[k - 1].level2 == row.level2
        if full(row) and floor(row) and plain(row) and row.sign is None and not again:
            return with_row(d, n, k, target=""), at(n, k, "target")
    return None


@fault("points in the value columns", "TG121", "TG101 TG106 TG107 TG108 TG109 IX301 TG122 TG123 TG124 IX105")
def shifted(d: Dossier) -> Spoiled:
    for n, e in enumerate(d.every(Evaluation)):
        if not e.indicators[0].weight or e.indicators[0].sign is not None or len(e.indicators) < 4:
            continue
        new = d
        for k in range(len(e.indicators)):
            row = e.indicators[k]
            new = with_row(new, n, k, total=False, target=row.weight.raw, actual=row.weight.raw)  # type: ignore[union-attr]
        return new, f"/records/{n}/indicators"
    return None


# --- indicators ---


@fault("question as a name", "IX201")
def question(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        if "效益" in row.level1:
            return with_row(d, n, k, name="是否改善周边群众出行条件"), at(n, k, "name")
    return None


@fault("same indicator twice", "IX204")
def twice(d: Dossier) -> Spoiled:
    for n, e in enumerate(d.every(Evaluation)):
        for k, row in enumerate(e.indicators[1:], start=1):
            above = e.indicators[k - 1]
            if (above.level1, above.level2) == (row.level1, row.level2):
                return with_row(d, n, k, name=above.name), at(n, k)
    return None


@fault("long name", "IX203 IX202")
def long_name(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        if "满意" in row.level1:
            name = "项目区及周边各乡镇行政村受益群众对本年度各项工作组织实施情况的总体满意度"
            return with_row(d, n, k, name=name), at(n, k, "name")
    return None


@fault("vague target", "IX301", "IX105")
def vague(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        if "社会效益" in row.level2 and row.sign is None and not lost(row):
            new = with_row(d, n, k, name="群众生产生活条件改善情况", target="明显改善", actual="明显改善")
            return new, at(n, k, "target")
    return None


@fault("rate as a quantity", "IX302", "IX105 TG124")
def rate_as_quantity(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        if "数量" in row.level2 and row.sign is None:
            new = with_row(d, n, k, name="任务办结率", target="≥95%", actual="98%")
            return new, at(n, k)
    return None


@fault("placeholder left", "IX206 FM206", "IX105")
def placeholder(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        if "数量" in row.level2 and row.sign is None:
            return with_row(d, n, k, target="≥**公里"), at(n, k)
    return None


@fault("no satisfaction block", "IX101", "SC102 IX103 IX104")
def no_satisfaction(d: Dossier) -> Spoiled:
    for n, e in enumerate(d.every(Evaluation)):
        rows = e.indicators
        if rows[-1].level1 != "满意度指标" or not rows[-1].weight or not full(rows[-2]) or e.declared:
            continue
        given = Figure(f"{(rows[-2].weight.value + rows[-1].weight.value).normalize():f}")  # type: ignore[union-attr, operator]
        if not full(rows[-1]):
            continue
        last = rows[-2].model_copy(update={"weight": given, "score": given})
        return with_evaluation(d, n, e.model_copy(update={"indicators": (*rows[:-2], last)})), f"/records/{n}"
    return None


@fault("income from fines as a target", "LG101")
def fines(d: Dossier) -> Spoiled:
    for n, k, e, row in each_row(d):
        if "公安" in (e.department or "") and "效益" in row.level1:
            new = with_row(d, n, k, level2="经济效益指标", name="交通违法罚没收入", target="≥800万元", actual="860万元")
            return new, at(n, k)
    return None


# --- text ---


def _report_place(d: Dossier | None) -> Spoiled:
    return (d, "|".join(at for at, _ in d.each(Report))) if d else None


@fault("amount of a project in the text", "TX102", "TX108 TX111 TX107 TX103")
def text_amount(d: Dossier) -> Spoiled:
    names = "|".join(re.escape(e.name) for e in projects(d) if d.every(Report))
    if not names or len(projects(d)) < 2:
        return None
    found = with_text(d, rf"((?:{names})项目支出)(\d+)\.(\d\d)万元", r"\g<1>\g<2>.77万元")
    return _report_place(found)


@fault("whole spending in the text", "TX103", "TX107 TX108 TX111")
def text_whole(d: Dossier) -> Spoiled:
    if not overall(d):
        return None
    return _report_place(with_text(d, r"((?:执行数|支出合计))(\d+)\.(\d\d)万元", r"\g<1>\g<2>.57万元"))


@fault("amount in yuan in the text", "TX102 TX107 TX103", "TX111 TX106")
def text_yuan(d: Dossier) -> Spoiled:
    return _report_place(with_text(d, r"357,700\.00元", "375,700.00元"))


@fault("score in the text", "TX104", "TX105")
def text_score(d: Dossier) -> Spoiled:
    return _report_place(with_text(d, r"(得分|自评)(\d\d)\.\d+分", r"\g<1>97.11分"))


@fault("grade in the text", "TX105")
def text_grade(d: Dossier) -> Spoiled:
    return _report_place(with_text(d, r"(等级(?:均)?为|等次为|结果为)“?优”?", r"\g<1>中"))


@fault("rate in the text", "TX107", "TX103 EX102")
def text_rate(d: Dossier) -> Spoiled:
    return _report_place(with_text(d, r"(执行率|完成预算的)(\d\d)(\.\d+)?%", r"\g<1>91\g<3>%"))


@fault("parts of basic spending", "TX108 TX101", "TX103 TX111")
def text_parts(d: Dossier) -> Spoiled:
    return _report_place(with_text(d, r"人员经费(\d+)\.(\d\d)万元", r"人员经费\g<1>.99万元"))


@fault("public funds in text and table", "TX101 TX108", "TX103")
def text_public(d: Dossier) -> Spoiled:
    if not d.every(BaseData):
        return None
    return _report_place(with_text(d, r"公用经费(\d+)\.(\d\d)万元", r"公用经费\g<1>.91万元"))


@fault("heading number", "TX113", "TX114")
def heading(d: Dossier) -> Spoiled:
    for n, (at_report, r) in enumerate(d.each(Report)):
        chapters = [i for i, s in enumerate(r.sections) if s.level == 1 and s.number == "四、"]
        if chapters:
            i = chapters[0]
            s = r.sections[i].model_copy(update={"number": "五、"})
            new = r.model_copy(update={"sections": (*r.sections[:i], s, *r.sections[i + 1 :])})
            others = d.every(Report)
            return with_records(d, Report, (*others[:n], new, *others[n + 1 :])), f"{at_report}/sections"
    return None


@fault("template words in the text", "FM206", "TX113")
def template(d: Dossier) -> Spoiled:
    return _report_place(with_text(d, r"^(?=.)", "我单位XX项目已完成XX%。"))


@fault("staff in the text", "TX118", "XD111")
def text_staff(d: Dossier) -> Spoiled:
    if not d.every(BaseData):
        return None
    return _report_place(with_text(d, r"在职人员40人", "在职人员37人"))


@fault("number of projects", "XD107")
def project_count(d: Dossier) -> Spoiled:
    return _report_place(with_text(d, r"共有2个项目", "共有3个项目"))


@fault("goal copied as its result", "TX117")
def goal_copied(d: Dossier) -> Spoiled:
    for n, e in enumerate(d.every(Evaluation)):
        if e.goal_expected and e.goal_actual and len(e.goal_expected) > 15:
            return with_evaluation(
                d, n, e.model_copy(update={"goal_actual": e.goal_expected})
            ), f"/records/{n}/goal_actual"
    return None


# --- tables among each other ---


@fault("project spending beyond its tables", "XD106 XD109", "EX201 TX101 TX103 TX102 XD103 XD115 TX108 EX204")
def without_table(d: Dossier) -> Spoiled:
    if not d.every(BaseData) or len(projects(d)) < 2:
        return None
    return with_records(d, Evaluation, d.every(Evaluation)[:-1]), f"/records/{len(d.every(Evaluation)) - 1}"


@fault("sum in the base data", "EX201", "XD110 TX101 EX203")
def base_sum(d: Dossier) -> Spoiled:
    return with_base(d, "three_public", outturn="8.90")


@fault("three public funds over budget", "EX203 EX204", "XD110 EX201")
def three_public(d: Dossier) -> Spoiled:
    more = with_base(d, "reception", outturn="5.10")
    return more and with_base(more[0], "three_public", outturn="11.20")


@fault("staff beyond the establishment", "XD111", "EX205 TX118")
def staff(d: Dossier) -> Spoiled:
    if not d.every(BaseData):
        return None
    base = d.every(BaseData)[0]
    assert base.staff
    more = base.staff.model_copy(update={"in_post": Figure("45"), "control_rate": Figure("107.14%")})
    return with_records(d, BaseData, (base.model_copy(update={"staff": more}),)), f"{_base(d)}/staff"


@fault("control rate of staff", "EX205")
def control_rate(d: Dossier) -> Spoiled:
    if not d.every(BaseData):
        return None
    base = d.every(BaseData)[0]
    assert base.staff
    more = base.staff.model_copy(update={"control_rate": Figure("100%")})
    return with_records(d, BaseData, (base.model_copy(update={"staff": more}),)), f"{_base(d)}/staff"


@fault("same indicator, other value", "XD102", "TG101 TG102 TX104")
def other_value(d: Dossier) -> Spoiled:
    seen: dict[str, tuple[int, int]] = {}
    for n, k, _, row in each_row(d):
        if row.name in seen and full(row) and plain(row):
            value = number(row.actual or "") + Decimal("0.3")
            found = _NUMBER.sub(str(value), row.actual or "", count=1)
            return with_row(d, n, k, actual=found), at(n, k)
        seen[row.name] = (n, k)
    return None


@fault("year of a table", "FM202", "TG114 TG113 TG112")
def table_year(d: Dossier) -> Spoiled:
    if d.every(Report) and d.every(Evaluation) and d.year:
        n = len(d.every(Evaluation)) - 1
        # with one report and one table nobody can say which of the two is wrong
        return with_evaluation(d, n, d.every(Evaluation)[n].model_copy(update={"year": d.year - 1})), "/"
    return None


@fault("unit name variant", "XD201")
def unit_name(d: Dossier) -> Spoiled:
    if not d.every(Report) or not d.unit or d.unit.startswith("示范县青石镇"):
        return None
    other = {"示范县水利局": "示范县水务局"}.get(d.unit)
    if not other:
        return None
    first, *others = d.every(Report)
    told = first.model_copy(update={"signature": other})
    return with_records(d, Report, (told, *others)), next(d.each(Report))[0]


@fault("same project twice", "XD116 XD117", "XD102 XD109 XD106 XD101 TX103 TX102 XD108 XD107 TG125")
def project_twice(d: Dossier) -> Spoiled:
    if len(projects(d)) < 2:
        return None
    evaluations = d.every(Evaluation)
    twice = (*evaluations, evaluations[-1].model_copy(update={"id": "twice"}))
    return with_records(d, Evaluation, twice), "/records"


# --- blanks ---


@fault("department blank", "FM203")
def head_blank(d: Dossier) -> Spoiled:
    for n, e in enumerate(d.every(Evaluation)):
        if e.department:
            return with_evaluation(d, n, e.model_copy(update={"department": ""})), f"/records/{n}/department"
    return None


@fault("goal blank", "FM205")
def goal_blank(d: Dossier) -> Spoiled:
    for n, e in enumerate(d.every(Evaluation)):
        if e.goal_actual:
            return with_evaluation(d, n, e.model_copy(update={"goal_actual": ""})), f"/records/{n}/goal_actual"
    return None


@fault("money blank", "FM204", "EX101 EX102 EX103 TX102 TX103 XD115 XD106 XD109 XD108")
def money_blank(d: Dossier) -> Spoiled:
    for n, _ in total_line(d, "outturn"):
        return with_line(d, n, 0, outturn=""), f"/records/{n}/funds/lines/0/outturn"
    return None


@fault("words for a score", "FM209", "SC107 SC101")
def words_for_score(d: Dossier) -> Spoiled:
    for n, k, _, row in each_row(d):
        if full(row):
            return with_row(d, n, k, total=False, score="已完成"), at(n, k, "score")
    return None
