"""The equations of a self-evaluation table. A record enters; its relations leave, those that others build on first.

Only what must hold is a relation. Where the rows do not say whether they are all the parts of a sum, the sum is only
known not to exceed the whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from jixiao.model import Evaluation, Figure, FundLine, Indicator
from jixiao.model.memo import remembered

from .. import messages as say
from ..terms import MONEY
from .relation import Formula, Parts, Quantity, Relation

HUNDRED = Decimal(100)
_POINT_UNITS = frozenset({"", "分"})
_WEIGHT_UNITS = frozenset({"", "分", "%"})
_NO_POINTS = frozenset({"不适用", "无"})
_HINT = re.compile(r"[(（][^()（）]*[)）]|\s+")
"""What a level label carries beside its name: 产出指标（50分）."""
_RESIDUAL = frozenset({"other", "unit"})
"""Rows that take whatever the others do not: with one of them the sources are all there."""


@remembered
def of_evaluation(evaluation: Evaluation) -> tuple[Relation, ...]:
    """All relations of the table."""
    return (*_funds(evaluation), *_total(evaluation), *_weights(evaluation), *_blocks(evaluation))


def _funds(evaluation: Evaluation) -> Iterator[Relation]:
    lines = evaluation.funds.lines
    total = _total_row(lines)
    if total is not None and len(lines) > 1:
        yield from _sums(lines, total)
    scored = execution_line(evaluation)
    for number, line in enumerate(lines):
        main = scored is not None and scored[0] == number
        if main or number == total or (line.rate is not None and not line.rate.is_blank):
            row = f"/funds/lines/{number}"
            yield Relation(
                "funds.rate",
                f"{row}/rate",
                Formula.RATE,
                (f"{row}/outturn", f"{row}/revised_budget"),
                say.RATE_OF_EXECUTION(),
                citation="form.execution_rate",
                rounding="rounding.rate_places",
            )
    if scored is not None:
        row = f"/funds/lines/{scored[0]}"
        yield Relation(
            "funds.score",
            f"{row}/score",
            Formula.POINTS,
            (f"{row}/outturn", f"{row}/revised_budget", f"{row}/weight"),
            say.SCORE_OF_EXECUTION(),
            citation="form.execution_score",
            rounding="rounding.score_places",
        )


def _total_row(lines: tuple[FundLine, ...]) -> int | None:
    """Where the row of the total stands; ``None`` where none does, or two."""
    rows = [number for number, line in enumerate(lines) if line.source == "total"]
    return rows[0] if len(rows) == 1 else None


def _sums(lines: tuple[FundLine, ...], total: int) -> Iterator[Relation]:
    rows = [number for number in range(len(lines)) if number != total]
    sources = [lines[number].source for number in rows]
    if "named" in sources or len(set(sources)) < len(sources):
        parts, words = Parts.NESTED, say.ANY_SOURCE()
    elif _RESIDUAL.intersection(sources):
        parts, words = Parts.ALL, say.SOURCES_ADDED()
    else:
        parts, words = Parts.SOME, say.SOURCES_AMONG()
    for column in MONEY:
        yield Relation(
            "funds.sum",
            f"/funds/lines/{total}/{column}",
            Formula.SUM,
            tuple(f"/funds/lines/{number}/{column}" for number in rows),
            words,
            citation="form.funds_sum",
            parts=parts,
        )


def _total(evaluation: Evaluation) -> Iterator[Relation]:
    scores = _column(len(evaluation.indicators), "score")
    if not scores:
        return
    scored = execution_line(evaluation) if counts_execution(evaluation) else None
    yield Relation(
        "total",
        "/total",
        Formula.TOTAL,
        (*scores, f"/funds/lines/{scored[0]}/score") if scored else scores,
        say.SCORES_ADDED() if scored else say.INDICATORS_ADDED(),
        citation="form.total",
        rounding="rounding.score_places",
        quantity=Quantity.POINTS,
    )


def _weights(evaluation: Evaluation) -> Iterator[Relation]:
    weights = _column(len(evaluation.indicators), "weight")
    if not weights:
        return
    total = _total_row(evaluation.funds.lines)
    yield Relation(
        "weights",
        "/total_weight",
        Formula.WEIGHTS,
        (*weights, f"/funds/lines/{total}/weight") if total is not None else weights,
        say.WEIGHTS_ADDED(),
        citation="form.weights",
        quantity=Quantity.POINTS,
        given=True,
    )


@lru_cache(maxsize=256)
def _column(rows: int, field: str) -> tuple[str, ...]:
    """Pointers to one field of all indicators."""
    return tuple(f"/indicators/{number}/{field}" for number in range(rows))


def _blocks(evaluation: Evaluation) -> Iterator[Relation]:
    if not evaluation.declared:
        return
    weights = _column(len(evaluation.indicators), "weight")
    levels = [(_block(i.level1), _block(i.level2)) for i in evaluation.indicators]
    for number, declared in enumerate(evaluation.declared):
        name = _block(declared.label)
        rows = tuple(weight for weight, both in zip(weights, levels, strict=True) if name in both)
        if rows:
            yield Relation(
                "weights.block",
                f"/declared/{number}/points",
                Formula.WEIGHTS,
                rows,
                say.BLOCK_ADDED(),
                citation="form.block_weights",
                quantity=Quantity.POINTS,
                given=True,
            )


@lru_cache(maxsize=512)
def _block(text: str) -> str:
    """A level by its bare name: 产出指标（50分） and 产出 are one block."""
    return _HINT.sub("", unicodedata.normalize("NFKC", text)).removesuffix("指标")


def execution_line(evaluation: Evaluation) -> tuple[int, FundLine] | None:
    """The money row whose execution is scored: the total row, else the only row that carries a weight or a score."""
    lines = evaluation.funds.lines
    total = next(((i, line) for i, line in enumerate(lines) if line.source == "total"), None)
    if total and _carries_points(total[1]):
        return total
    carrying = [(i, line) for i, line in enumerate(lines) if _carries_points(line)]
    if len(carrying) == 1:
        return carrying[0]
    return total or ((0, lines[0]) if len(lines) == 1 else None)


def _carries_points(line: FundLine) -> bool:
    return any(figure is not None and not figure.is_blank for figure in (line.weight, line.score))


def points(figure: Figure | None, *, weight: bool = False) -> Decimal | None:
    """The number of a points cell; ``None`` where nothing stands in it or it is no number of points. A ``weight`` may
    be written in percent.
    """
    if figure is None or figure.value is None:
        return None
    return figure.value if figure.unit in (_WEIGHT_UNITS if weight else _POINT_UNITS) else None


def no_points(figure: Figure) -> bool:
    """Whether a points cell says that there are none: empty, a dash, 不适用."""
    return figure.is_blank or figure.raw in _NO_POINTS


@remembered
def counts_execution(evaluation: Evaluation) -> bool:
    """Whether the score of the money block is a part of the total.

    It is not where the indicators alone make up the whole: the form scores no execution, or it stands among the
    indicators with the weight that it has in the money block.
    """
    weights = [_weight(indicator) for indicator in evaluation.indicators]
    known = [weight for weight in weights if weight is not None]
    if not known or any(
        weight is None and not _blank(i) for weight, i in zip(weights, evaluation.indicators, strict=True)
    ):
        return True
    total = sum(known, Decimal(0))
    line = execution_line(evaluation)
    if line is not None and total == HUNDRED and _among(evaluation, points(line[1].weight, weight=True)):
        return False
    if line is not None and any(_printed(line[1], field) for field in ("weight", "score")):
        return True
    whole = evaluation.total_weight.value if evaluation.total_weight is not None else None
    return total != (whole if whole is not None else HUNDRED)


def _weight(indicator: Indicator) -> Decimal | None:
    return points(indicator.weight, weight=True)


def _blank(indicator: Indicator) -> bool:
    """Whether no weight is given, as opposed to one that was not read."""
    figure = indicator.weight
    return indicator.doubt("weight") is None if figure is None else no_points(figure)


def _printed(line: FundLine, field: str) -> bool:
    figure: Figure | None = getattr(line, field)
    return line.doubt(field) is not None if figure is None else not no_points(figure)


def _among(evaluation: Evaluation, weight: Decimal | None) -> bool:
    """Whether one of the indicators is the execution rate, with this weight."""
    return weight is not None and any(
        _weight(i) == weight and "预算执行" in i.level1 + i.level2 + i.name for i in evaluation.indicators
    )
