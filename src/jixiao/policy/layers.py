"""Layers put together: policy files (base first) and a year enter, one :class:`Policy` with its warnings leaves.

A field comes from the last layer that states it for the year. What only the whole can prove is proven here: nothing
is missing, weights add up to 100, ladders are there where a formula needs them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from jixiao.model import Citation, Message, Term

from . import messages as say
from .errors import PolicyError, Problem
from .fields import HUNDRED, OPTIONAL, PARAMETERS
from .files import Dated, PolicyFile
from .parameters import (
    Checks,
    Execution,
    Inverse,
    NotApplicableRule,
    OverTarget,
    Policy,
    Positive,
    Qualitative,
    Rounding,
    Satisfaction,
    Total,
    Weights,
)

Layers = tuple[PolicyFile, ...]


@lru_cache(maxsize=256)
def assemble(layers: Layers, year: int | None, because: Message | None = None) -> Policy:
    """The policy of the layers for a year; without a year the newest values. ``PolicyError`` lists what the whole
    lacks.
    """
    picked = _Picked(layers, year)
    problems = [*picked.problems()]
    if problems:
        raise PolicyError(problems)
    return _policy(picked, because or say.AS_GIVEN())


def prove(layers: Layers) -> None:
    """Prove the layers for every year in which something changes. ``PolicyError`` lists each fault once."""
    years = sorted({value.since.year for layer in layers for value in layer.values})
    problems = dict.fromkeys(p for year in (*years, None) for p in _Picked(layers, year).problems())
    if problems:
        raise PolicyError(problems)


class _Picked:
    """The values in force: each field with the layer and the entry it comes from, and what is to be warned of."""

    def __init__(self, layers: Layers, year: int | None) -> None:
        self.layers, self.year = layers, year
        self.fields: dict[str, Any] = dict(OPTIONAL)
        self.sources: dict[str, tuple[PolicyFile, Dated]] = {}
        self.warnings: list[Message] = []
        for number, layer in enumerate(layers):
            self._add(layer, is_base=number == 0)

    def _add(self, layer: PolicyFile, *, is_base: bool) -> None:
        early: list[Dated] = []
        expired: list[Dated] = []
        for parameter in dict.fromkeys(value.parameter for value in layer.values):
            values = layer.of(parameter)
            value = _in_force(values, self.year)
            if value is None:
                early.append(values[0])
                if not is_base:
                    continue
                value = values[0]
            if self.year is not None and value.until and value.until < date(self.year, 1, 1):
                expired.append(value)
            if value.fields.get("execution", self.fields.get("weights.execution")) != self.fields.get(
                "weights.execution"
            ):
                # other splits of the base add up to 100 with the base's execution weight only
                self.fields["weights.alternatives"] = ()
            for field, content in value.fields.items():
                self.fields[f"{parameter}.{field}" if field else parameter] = content
                self.sources[f"{parameter}.{field}" if field else parameter] = layer, value
            self.sources[parameter] = layer, value
        self._warn_of_time(layer, early, expired, is_base=is_base)

    def _warn_of_time(self, layer: PolicyFile, early: list[Dated], expired: list[Dated], *, is_base: bool) -> None:
        if early:
            first = min(value.since for value in early).year
            then = say.OLDEST_COUNTS if is_base else say.ABOVE_COUNTS
            self.warnings.append(then(title=layer.called, since=first, year=self.year, values=_titles(early)))
        if expired:
            self.warnings.append(say.EXPIRED(title=layer.called, values=_titles(expired), year=self.year))

    def unverified(self) -> Iterator[Message]:
        """One warning a layer that has unread sources in force. The bars of the checks are ours: nothing to read
        there.
        """
        in_force = {id(value) for _, value in self.sources.values()}
        for layer in self.layers:
            unread = [v for v in layer.values if id(v) in in_force and not v.citation.verified and not v.is_bar]
            if unread:
                yield say.UNVERIFIED(title=layer.called, values=_titles(unread))

    def problems(self) -> Iterator[Problem]:
        """What is wrong with the whole."""
        top = self.layers[-1].file
        missing = False
        for parameter, shape in PARAMETERS.items():
            for field in shape.fields:
                key = f"{parameter}.{field}" if field else parameter
                if key not in self.fields:
                    missing = True
                    lacks = say.LACKS(title=shape.called, key=key)
                    yield Problem(top, f"parameters.{parameter}", lacks, say.ADD_OR_BASE())
        if not missing:
            yield from self._weights()
            yield from self._ladders()

    def _weights(self) -> Iterator[Problem]:
        execution: Decimal = self.fields["weights.execution"]
        splits = [("blocks", self.fields["weights.blocks"])]
        splits += [(f"alternatives[{i}]", split) for i, split in enumerate(self.fields["weights.alternatives"])]
        for name, split in splits:
            total = execution + sum(split.values(), Decimal(0))
            if total != HUNDRED:
                layer, value = self.sources["weights"]
                field = f".{name}" if name.partition("[")[0] in value.fields else ""
                added = "+".join(f"{label}{points}" for label, points in split.items())
                problem = say.NOT_HUNDRED(execution=str(execution), added=added, total=str(total))
                yield Problem(layer.file, f"{value.key}.value{field}", problem, say.MAKE_HUNDRED())

    def _ladders(self) -> Iterator[Problem]:
        for parameter, field, mode, ladder in (
            ("execution", "formula", "steps", "steps"),
            ("satisfaction", "mode", "intervals", "intervals"),
        ):
            if self.fields[f"{parameter}.{field}"] == mode and not self.fields[f"{parameter}.{ladder}"]:
                layer, value = self.sources[parameter]
                key = f"{value.key}.value.{ladder}"
                yield Problem(layer.file, key, say.NO_STEPS(), say.WRITE_STEPS())

    def citations(self) -> Mapping[str, Citation]:
        """Every parameter and field with its source."""
        found = {key: value.citation for key, (_, value) in self.sources.items()}
        found["checks.over_target_ratio"] = found["over_target.explain_from"]
        return MappingProxyType(found)


def _titles(values: list[Dated]) -> tuple[Term, ...] | Message:
    """The titles of the values, cut after the third."""
    titles = tuple(value.called for value in values[:3])
    return titles if len(values) <= 3 else say.AMONG(values=titles, count=len(values))


def _in_force(values: tuple[Dated, ...], year: int | None) -> Dated | None:
    """The newest value that has begun by the end of the year; ``None`` where all begin later."""
    return next((v for v in reversed(values) if year is None or v.since <= date(year, 12, 31)), None)


def _policy(picked: _Picked, because: Message) -> Policy:
    f = picked.fields
    top = picked.layers[-1]
    explain_from = f["over_target.explain_from"]
    return Policy(
        id=top.id,
        title=top.title,
        title_en=top.title_en or top.title,
        year=picked.year,
        weights=Weights(f["weights.execution"], f["weights.blocks"], f["weights.alternatives"]),
        rounding=Rounding(f["rounding.score_places"], f["rounding.rate_places"], f["rounding.mode"]),
        execution=Execution(f["execution.formula"], f["execution.steps"]),
        positive=Positive(f["positive.formula"], f["positive.pass_share"]),
        inverse=Inverse(f["inverse.formula"]),
        qualitative=Qualitative(f["qualitative.bands"]),
        satisfaction=Satisfaction(f["satisfaction.mode"], f["satisfaction.intervals"]),
        over_target=OverTarget(explain_from, f["over_target.deduct"], f["over_target.exempt_if_reason"]),
        not_applicable=NotApplicableRule(f["not_applicable.mode"]),
        grades=f["grades.bands"],
        total=Total(f["total.cap"]),
        checks=Checks(
            over_target_ratio=explain_from,
            **{name.removeprefix("checks."): f[name] for name in PARAMETERS if name.startswith("checks.")},
        ),
        citations=picked.citations(),
        layers=tuple(layer.id for layer in picked.layers),
        warnings=(*picked.warnings, *picked.unverified()),
        chosen_because=because,
    )
