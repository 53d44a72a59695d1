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

from jixiao.model import Citation

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
def assemble(layers: Layers, year: int | None, because: str = "") -> Policy:
    """The policy of the layers for a year; without a year the newest values. ``PolicyError`` lists what the whole
    lacks.
    """
    picked = _Picked(layers, year)
    problems = [*picked.problems()]
    if problems:
        raise PolicyError(problems)
    return _policy(picked, because)


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
        self.warnings: list[str] = []
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
            first = min(value.since for value in early)
            then = "按最早的取值计算" if is_base else "按上级政策计算"
            self.warnings.append(f"“{layer.title}”自{first.year}年起施行，{self.year}年度的{_titles(early)}{then}")
        if expired:
            self.warnings.append(f"“{layer.title}”的{_titles(expired)}在{self.year}年度已过期，仍按原取值计算")

    def unverified(self) -> Iterator[str]:
        """One warning a layer that has unread sources in force. The bars of the checks are ours: nothing to read
        there.
        """
        in_force = {id(value) for _, value in self.sources.values()}
        for layer in self.layers:
            unread = [v for v in layer.values if id(v) in in_force and not v.citation.verified and not v.is_bar]
            if unread:
                yield f"“{layer.title}”的{_titles(unread)}未核对原文"

    def problems(self) -> Iterator[Problem]:
        """What is wrong with the whole."""
        top = self.layers[-1].file
        missing = False
        for parameter, shape in PARAMETERS.items():
            for field in shape.fields:
                key = f"{parameter}.{field}" if field else parameter
                if key not in self.fields:
                    missing = True
                    yield Problem(
                        top, f"parameters.{parameter}", f"缺少{shape.title}（{key}）", "补上，或以 base 指明上级政策"
                    )
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
                yield Problem(
                    layer.file,
                    f"{value.key}.value{field}",
                    f"预算执行率{execution}+{added}={total}，不等于100",
                    "改分值，使合计为100",
                )

    def _ladders(self) -> Iterator[Problem]:
        for parameter, field, mode, ladder in (
            ("execution", "formula", "steps", "steps"),
            ("satisfaction", "mode", "intervals", "intervals"),
        ):
            if self.fields[f"{parameter}.{field}"] == mode and not self.fields[f"{parameter}.{ladder}"]:
                layer, value = self.sources[parameter]
                key = f"{value.key}.value.{ladder}"
                yield Problem(layer.file, key, "选了分段计分，却没有分段", "写出各段的 from 和 share")

    def citations(self) -> Mapping[str, Citation]:
        """Every parameter and field with its source."""
        found = {key: value.citation for key, (_, value) in self.sources.items()}
        found["checks.over_target_ratio"] = found["over_target.explain_from"]
        return MappingProxyType(found)


def _titles(values: list[Dated]) -> str:
    """The titles of the values, cut after the third."""
    titles = "、".join(value.title for value in values[:3])
    return titles if len(values) <= 3 else f"{titles}等{len(values)}项"


def _in_force(values: tuple[Dated, ...], year: int | None) -> Dated | None:
    """The newest value that has begun by the end of the year; ``None`` where all begin later."""
    return next((v for v in reversed(values) if year is None or v.since <= date(year, 12, 31)), None)


def _policy(picked: _Picked, because: str) -> Policy:
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
