"""Numbers with more digits than one computes with: a slip of the keyboard or a damaged file breaks no rule down."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from jixiao.audit import check
from jixiao.desk import open_case
from jixiao.model.figure import rounded
from jixiao.model.store import from_json, to_json

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "yueyang-2024" / "dossier"
LONG = ("9" * 40, "0." + "3" * 40, "1" * 60 + "." + "7" * 50, "-" + "8" * 35)
_FIGURES = {
    "outturn",
    "revised_budget",
    "initial_budget",
    "weight",
    "score",
    "total",
    "points",
    "rate",
    "actual",
    "target",
}


def replaced(data: Any, number: str, every: int, seen: list[int]) -> Any:
    """The data with every so-manieth figure another number."""
    if isinstance(data, dict):
        return {
            name: _other(value, number, every, seen)
            if name in _FIGURES and isinstance(value, str)
            else replaced(value, number, every, seen)
            for name, value in data.items()
        }
    return [replaced(one, number, every, seen) for one in data] if isinstance(data, list) else data


def _other(value: str, number: str, every: int, seen: list[int]) -> str:
    seen.append(1)
    return number if len(seen) % every == 0 else value


@pytest.mark.parametrize("number", LONG)
@pytest.mark.parametrize("every", [1, 3, 7])
def test_no_rule_breaks_down_on_a_long_number(number: str, every: int) -> None:
    data = replaced(to_json(open_case([EXAMPLE]).dossier), number, every, [])
    assert check(from_json(data)).faults == ()


def test_a_long_number_is_rounded_like_any_other() -> None:
    assert rounded(Decimal("9" * 40 + ".125"), 2) == Decimal("9" * 40 + ".13")
    assert rounded(Decimal("2.5"), 0) == 3
