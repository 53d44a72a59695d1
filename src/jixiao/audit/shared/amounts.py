"""Amounts of different tables side by side: printed figures enter, intervals in 万元 and verdicts leave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from jixiao.model import BaseData, Dossier, Evaluation, Figure, Interval, SpendingLine

from .money import Agreement, explained, mixed_units


class Amount(NamedTuple):
    """A printed amount with its place: ``value`` and ``interval`` are in 万元."""

    at: str
    figure: Figure
    value: Decimal
    interval: Interval


def amount(at: str, figure: Figure | None, unit: str) -> Amount | None:
    """The amount at a pointer; ``None`` where nothing, or no amount, is printed."""
    measured = None if figure is None else _measured(figure, unit)
    return None if figure is None or measured is None else Amount(at, figure, *measured)


@lru_cache(maxsize=1 << 13)
def _measured(figure: Figure, unit: str) -> tuple[Decimal, Interval] | None:
    """Value and interval in 万元. Remembered: every rule on amounts asks for the same few figures."""
    value, interval = figure.wan(unit), figure.wan_allowed(unit)
    return None if value is None or interval is None else (value, interval)


def compare_sum(stated: Amount, parts: Iterable[Amount]) -> tuple[Agreement, Decimal]:
    """A stated sum against its parts, and the sum of the parts in 万元."""
    listed = list(parts)
    total = sum((p.value for p in listed), Decimal(0))
    if total == stated.value:
        return Agreement.SAME, total
    return explained(stated.interval, Interval.total([p.interval for p in listed])), total


def same_amount(one: Amount, other: Amount) -> bool:
    """Whether both can be one quantity: equal where equally precise, else one value fits both."""
    if one.value == other.value:
        return True
    widths = {a.interval.high - a.interval.low for a in (one, other)}
    return len(widths) > 1 and one.interval.meets(other.interval)


def unit_slip(one: Amount, other: Amount) -> bool:
    """Whether the two differ by the factor between 元 and 万元, as if one stood under the wrong unit."""
    return mixed_units(one.value, other.value)


_FIELDS = {"initial": "initial_budget", "revised": "revised_budget", "outturn": "outturn"}


def row_of_amounts(evaluation: Evaluation, base: str, wanted: Mapping[str, Decimal]) -> tuple[str, list[Amount]] | None:
    """The row of a project's money, but for total and fiscal, that holds these amounts (万元) in these columns.

    Its label and amounts; ``None`` where no row does, or one of the amounts is zero.
    """
    for number, line in enumerate(evaluation.funds.lines):
        if line.source in ("total", "fiscal"):
            continue
        at = f"{base}/funds/lines/{number}"
        cells = [amount(f"{at}/{_FIELDS[c]}", getattr(line, _FIELDS[c]), evaluation.funds.unit) for c in wanted]
        known = [cell for cell in cells if cell is not None and cell.value]
        if [cell.value for cell in known] == list(wanted.values()):
            return line.label.strip(), known
    return None


def total_amounts(evaluation: Evaluation, base: str) -> dict[str, Amount]:
    """The total row's ``initial``, ``revised`` and ``outturn`` as far as printed; ``base`` points at the evaluation."""
    line = evaluation.funds.line("total")
    if line is None:
        return {}
    at = f"{base}/funds/lines/{evaluation.funds.lines.index(line)}"
    found = {k: amount(f"{at}/{f}", getattr(line, f), evaluation.funds.unit) for k, f in _FIELDS.items()}
    return {k: a for k, a in found.items() if a is not None}


def line_amounts(line: SpendingLine, unit: str, at: str) -> dict[str, Amount]:
    """A base data row's ``prior``, ``revised`` (the year's budget) and ``outturn`` as far as printed."""
    columns = {"prior": "prior_outturn", "revised": "budget", "outturn": "outturn"}
    found = {k: amount(f"{at}/{f}", getattr(line, f), unit) for k, f in columns.items()}
    return {k: a for k, a in found.items() if a is not None}


def keyed(base: BaseData, at: str, key: str) -> dict[str, Amount]:
    """The amounts of the base data row with that canonical key; ``at`` is the table's pointer."""
    for position, line in enumerate(base.lines):
        if line.key == key:
            return line_amounts(line, base.unit, f"{at}/lines/{position}")
    return {}


def first_base(dossier: Dossier, key: str) -> dict[str, Amount]:
    """The amounts of that row of the first base data table; empty where the dossier has none."""
    at, base = next(dossier.each(BaseData), ("", None))
    return keyed(base, at, key) if base is not None else {}


def overall_tables(dossier: Dossier) -> list[tuple[str, Evaluation]]:
    """The tables of overall spending with their pointers."""
    return [(n, e) for n, e in dossier.each(Evaluation) if e.scope == "unit"]
