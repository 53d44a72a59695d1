"""How a printed figure becomes a spreadsheet number, and to how many places a live formula rounds. Figures enter,
formats and numbers leave.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext

from ...forms.relations import Formula, Relation
from ...model import Figure
from ...scoring import HUNDRED

_EXACT = 10**15
"""Beyond 15 digits a spreadsheet no longer keeps a number; such a figure stays text."""


def number_format(figure: Figure) -> str:
    """The spreadsheet format that shows a figure as printed; empty where it is to stay text."""
    if figure.value is None or figure.unit not in ("", "%") or abs(figure.value) >= _EXACT:
        return ""
    if len(figure.value.as_tuple().digits) > 15:
        return ""
    whole = "#,##0" if "," in figure.raw else "0"
    return whole + (f".{'0' * figure.places}" if figure.places else "") + ("%" if figure.unit == "%" else "")


def stored(number: Decimal, like: Figure) -> float:
    """What the cell holds: a percentage as a share."""
    return float(number / HUNDRED if like.unit == "%" else number)


def rounded(number: Decimal, like: Figure) -> Decimal:
    """A number to the places of a figure; a rounding mode that spreadsheets share (四舍五入)."""
    with localcontext(prec=60):
        return number.quantize(Decimal(1).scaleb(-like.places), ROUND_HALF_UP)


def shown(number: Decimal, like: Figure) -> str:
    """A computed number in a note: two places or those of the figure, zeros at the end left out, with its unit."""
    places = max(like.places, 2)
    text = f"{rounded(number, Figure('0.' + '0' * places)):f}"
    return text.rstrip("0").rstrip(".") + like.unit


def precision(relation: Relation, expected: Decimal, figure: Figure) -> Figure:
    """To how many places a live formula rounds: two or more, so that it stays right when a part is edited; fewer only
    where the paper shows a rounded result that the finer one would replace.
    """
    rate = relation.formula is Formula.RATE
    sign = "%" if rate and (figure.unit == "%" or figure.value is None) else ""
    fine = Figure(f"{Decimal(0):.{max(2, figure.places)}f}{sign}")
    if figure.value is None or rounded(expected, fine) == figure.value:
        return fine
    return Figure(f"{Decimal(0):.{figure.places}f}{sign}")


def live_format(relation: Relation, figure: Figure, like: Figure) -> str:
    """The format of a live formula that rounds to ``like``; points show only the places they need."""
    if relation.formula in (Formula.POINTS, Formula.TOTAL) and figure.places < 2:
        return "General"
    return number_format(like if like.places > figure.places else figure) or number_format(like)
