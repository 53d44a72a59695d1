"""A value in one line, for tests: "合格率|≥95%", "by 2024-12-31", "zero 投诉"."""

from __future__ import annotations

from jixiao.model.value import (
    Approx,
    BudgetRelative,
    Compound,
    DateValue,
    Empty,
    Frequency,
    Grade,
    NotApplicable,
    Number,
    Placeholder,
    Rank,
    Ratio,
    Value,
    Verdict,
    ZeroEvents,
)
from jixiao.values.outcome import printed

_PLAIN = {Empty: "empty", NotApplicable: "n/a", Placeholder: "placeholder"}


def reading(value: Value) -> str:
    """How the grammar understood a text."""
    prefix = f"{value.prefix}|" if value.prefix else ""
    return prefix + _of(value)


def _of(value: Value) -> str:
    match value:
        case Number():
            return _number(value)
        case DateValue():
            return _date(value)
        case Frequency():
            count = "" if value.count is None else f"{value.sign.value}{printed(value.count)}{value.unit} "
            return f"{count}per {value.period}".strip()
        case Ratio():
            return f"{value.sign.value}{printed(value.left)}:{printed(value.right)}"
        case BudgetRelative():
            return "budget reached" if value.reached else "budget"
        case ZeroEvents():
            return f"zero {value.what}".strip()
        case Grade():
            return f"grade {value.sign.value}{value.word}"
        case Rank():
            return f"place {value.sign.value}{value.place}"
        case Verdict():
            return f"verdict {value.reached.value}"
        case Compound():
            return " & ".join(reading(part) for part in value.parts)
    return _PLAIN.get(type(value), "text")


def _number(value: Number) -> str:
    amount = printed(value.high) if value.low == value.high else f"{printed(value.low)}-{printed(value.high)}"
    sign = "" if value.low != value.high else value.sign.value
    before = value.approx.value if value.approx not in (Approx.EXACT, Approx.OVER) else ""
    after = "余" if value.approx is Approx.OVER else ""
    per = f"/{value.per}" if value.per else ""
    doubt = "?" if value.suspicion else ""
    return f"{value.change}{before}{sign}{amount}{after}{value.unit}{per}{doubt}"


def _date(value: DateValue) -> str:
    quarter = f"Q{value.quarter}" if value.quarter else ""
    parts = [str(part) for part in (value.year, quarter, value.month, value.day) if part]
    return " ".join(word for word in (value.relation, "-".join(parts), "whole" if value.whole else "") if word)
