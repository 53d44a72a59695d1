"""What proves a finding, for a working paper: the facts that it names with what is printed there, what the rule held
them against (事实及判定), and the amount of money at stake (金额).

A case's addresses and a finding enter; plain data leave. Nothing is computed that the rule did not compute.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from jixiao.audit.shared.money import mixed_units
from jixiao.forms.terms import FIELDS, MONEY, SPENDING
from jixiao.forms.whereabouts import Part, joined
from jixiao.model import BaseData, Claim, Evaluation, Figure, Finding
from jixiao.model.message import shown
from jixiao.model.records.report import Passage

from . import messages as say
from .addresses import Addresses

MOST = 6
"""Facts that are told one by one; the addresses of all stand in ``evidence``."""

_LONG = 48
_WAN = "万元"
_MONEY = {*MONEY, *SPENDING, "amount", "budget_investment", "actual_investment"}
_SAID = (
    (say.STATED, ("stated",)),
    (say.HELD_AGAINST, ("expected", "table")),
    (say.APART, ("difference",)),
)
"""What the values of rules are called, wherever a rule has one of that name."""


# --- the facts ---


def facts_of(at: Addresses, finding: Finding) -> list[dict[str, Any]]:
    """Every fact with something printed, the place of the fault first: address, place, text. A place is told as far as
    it differs from that of the fault.
    """
    return [_fact(at, finding, pointer, text) for pointer, text in _printed(at, finding)]


def _fact(at: Addresses, finding: Finding, pointer: str, text: str) -> dict[str, Any]:
    item = at.item(pointer)
    # the words of a claim are what is printed: its place is its paragraph
    steps = _nearby(at, finding.at, _paragraph(pointer, item) if isinstance(item, Claim) else pointer)
    if steps[-1] == text:
        steps = (*steps[:-1], FIELDS.get(pointer.rpartition("/")[2], FIELDS["text"]))
    place = joined(steps)
    return {"at": at.stable(pointer), "place": {"zh": place.text("zh"), "en": place.text("en")}, "value": text}


def _printed(at: Addresses, finding: Finding) -> Iterator[tuple[str, str]]:
    items = {pointer: at.item(pointer) for pointer in finding.facts}
    quoted = {_paragraph(pointer, item) for pointer, item in items.items() if isinstance(item, Claim)}
    for pointer, item in items.items():
        match item:
            case Figure():
                yield pointer, item.raw
            case Claim():
                yield pointer, _excerpt(item.quote, finding)
            case Passage() if pointer not in quoted:
                yield pointer, _excerpt(item.text, finding)
            case str():
                yield pointer, _excerpt(item, finding)


def _paragraph(pointer: str, claim: Claim) -> str:
    return pointer.partition("/claims/")[0] + claim.paragraph


def _nearby(at: Addresses, fault: str, pointer: str) -> tuple[Part, ...]:
    """The steps to a fact from where the fault is: the last one alone where both are of one row."""
    here, there = at.found(fault), at.found(pointer)
    if here.head != there.head:
        return (there.head, *there.steps)
    shared = 0
    for one, other in zip(here.steps[:-1], there.steps[:-1], strict=False):
        if one != other:
            break
        shared += 1
    return there.steps[shared:] or (there.head,)


def _excerpt(text: str, finding: Finding) -> str:
    """The text; of a long one the part around the first value that the finding speaks of."""
    text = " ".join(text.split())
    if len(text) <= _LONG:
        return text
    spoken = (text.find(value) for value in map(shown, finding.values.values()) if len(value) > 1)
    middle = next((place for place in spoken if place >= 0), 0)
    start = max(0, min(middle - _LONG // 2, len(text) - _LONG))
    return f"{'…' if start else ''}{text[start : start + _LONG]}{'…' if start + _LONG < len(text) else ''}"


# --- the judgement ---


def judgement_of(finding: Finding) -> list[dict[str, Any]]:
    """What is stated, what the rule held it against, and how far apart both are: as many of these as the rule says."""
    found = ((phrase, next((finding.values[n] for n in names if n in finding.values), None)) for phrase, names in _SAID)
    return [phrase(value=value).as_json() for phrase, value in found if value is not None]


# --- the money ---


def amount_of(at: Addresses, finding: Finding) -> str | None:
    """The difference in 万元, where all that the finding compares is money in 万元; else nothing. Of several columns
    the largest. Where 元 and 万元 are mixed up no money is missing.
    """
    sums = [_is_wan(at, pointer) for pointer in finding.facts]
    if not any(sums) or False in sums:
        return None
    apart = _apart(finding)
    return None if not apart else f"{apart:f}"


def _apart(finding: Finding) -> Decimal | None:
    values = finding.values
    stated, other = (_number(values.get(name)) for name in ("stated", "expected" if "expected" in values else "table"))
    if stated is not None and other is not None and mixed_units(stated, other):
        return None
    told = [n for name in ("difference", "missing") for n in _numbers(values.get(name))]
    if told:
        return max(map(abs, told))
    return abs(stated - other) if stated is not None and other is not None else None


def _numbers(value: Any) -> list[Decimal]:
    many = value if isinstance(value, (tuple, list)) else (value,)
    return [number for one in many if (number := _number(one)) is not None]


def _number(value: Any) -> Decimal | None:
    if isinstance(value, Figure):
        return value.value
    return value if isinstance(value, Decimal) else None


def _is_wan(at: Addresses, pointer: str) -> bool | None:
    """Whether a fact is an amount in 万元; ``None`` where it is no quantity at all."""
    item = at.item(pointer)
    if isinstance(item, Claim):
        return item.kind == "money" and item.unit == _WAN and not (item.per or item.change)
    if isinstance(item, Figure):
        unit = item.unit or _unit_of(at, pointer)
        return pointer.rpartition("/")[2] in _MONEY and unit == _WAN
    return None


def _unit_of(at: Addresses, pointer: str) -> str:
    record = at.item("/".join(pointer.split("/")[:3]))
    if isinstance(record, Evaluation):
        return record.funds.unit
    return record.unit if isinstance(record, BaseData) else ""
