"""What a rule is: a decorated generator. It is given one subject of its kind and yields what is wrong with it; the
decorator holds all that is known about the rule.

A decorated function enters; the same function leaves, with a :class:`Rule` attached as ``function.rule``. The subject
is the type of the first parameter; further parameters are filled by type (see :data:`COMPANIONS`).
"""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from jixiao.model import (
    BaseData,
    Claim,
    Dossier,
    Evaluation,
    Finding,
    FundLine,
    Held,
    Indicator,
    Report,
    Section,
    Severity,
    SpendingLine,
    Undecided,
)
from jixiao.policy import Policy
from jixiao.scoring import Appraisal, IndicatorAppraisal

Outcome = Finding | Undecided | Held
"""Finding: something is wrong. Held: it was checked and is right. Undecided: it could not be checked, and why. Nothing
yielded: there was nothing of the kind to check.
"""

Check = Callable[..., Iterator[Outcome]]
_F = TypeVar("_F", bound=Check)

SUBJECTS: tuple[type, ...] = (Dossier, Report, Section, Claim, BaseData, SpendingLine, Evaluation, FundLine, Indicator)
"""What a rule can look at."""

COMPANIONS: tuple[type, ...] = (Policy, Dossier, Report, BaseData, Evaluation, Appraisal, IndicatorAppraisal)
"""What a rule can ask for besides: the policy, whatever encloses the subject, and the appraisal of its evaluation or
indicator.
"""


@dataclass(frozen=True, slots=True)
class Rule:
    """All that is known about a rule. ``zh`` and ``en`` map a variant ("" is the usual one) to its message template.

    ``after`` names codes of rules whose finding causes this one: where both share a fact, this one becomes a
    consequence.
    """

    code: str
    name: str
    title: str
    severity: Severity
    basis: str
    since: str
    status: str
    zh: Mapping[str, str]
    en: Mapping[str, str]
    after: tuple[str, ...]
    check: Check
    subject: type
    companions: tuple[type, ...]
    page: str

    @property
    def family(self) -> str:
        """The two letters: SC, EX, TG, IX, TX, XD, XY, LG, FM, DS or PR."""
        return self.code[:2]


def rule(
    code: str,
    name: str,
    *,
    title: str,
    severity: Severity,
    basis: str,
    since: str,
    zh: str | Mapping[str, str],
    en: str | Mapping[str, str],
    status: str = "stable",
    after: tuple[str, ...] = (),
) -> Callable[[_F], _F]:
    """Declare a rule.

    ``code`` is never reused; ``name`` is the file's name with hyphens; ``basis`` is a key of ``jixiao.policy.basis``;
    ``status`` is stable, preview or deprecated. Templates take the names in ``Finding.values``. ``TypeError`` where
    the first parameter is no known subject.
    """

    def attach(function: _F) -> _F:
        hints = typing.get_type_hints(function)
        parameters = [hints.get(p) for p in inspect.signature(function).parameters]
        subject, companions = parameters[0], parameters[1:]
        if subject not in SUBJECTS or any(c not in COMPANIONS for c in companions):
            raise TypeError(f"{code}: a rule takes a subject and companions by type, not {parameters}")
        declared = Rule(
            code=code,
            name=name,
            title=title,
            severity=severity,
            basis=basis,
            since=since,
            status=status,
            zh={"": zh} if isinstance(zh, str) else zh,
            en={"": en} if isinstance(en, str) else en,
            after=after,
            check=function,
            subject=typing.cast(type, subject),
            companions=typing.cast("tuple[type, ...]", tuple(companions)),
            page=inspect.getdoc(function) or "",
        )
        typing.cast(Any, function).rule = declared
        return function

    return attach
