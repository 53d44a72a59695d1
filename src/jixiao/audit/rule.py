"""What a rule is: a decorated generator. It is given one subject of its kind and yields what is wrong with it; the
decorator holds all that is known about the rule.

A decorated function enters; the same function leaves, with a :class:`Rule` attached as ``function.rule``. The subject
is the type of the first parameter; further parameters are filled by type (see :data:`COMPANIONS`).
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar, cast

from jixiao.model import (
    BaseData,
    Claim,
    Dossier,
    Evaluation,
    Filed,
    Finding,
    FundLine,
    Held,
    Indicator,
    Record,
    Report,
    Section,
    Severity,
    SpendingLine,
    Undecided,
)
from jixiao.model.classes import dataclass
from jixiao.model.message import Message, Phrase
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

_REMEDY = re.compile(r"^怎样修改：(.+)$", re.MULTILINE)

_TYPES = {known.__name__: known for known in (*SUBJECTS, *COMPANIONS)}


@dataclass(frozen=True, slots=True)
class Rule:
    """All that is known about a rule. ``phrases`` maps a variant ("" is the usual one) to what it says.

    ``after`` names codes of rules whose finding causes this one: where both share a fact, this one becomes a
    consequence. ``formerly`` are codes and names of rules that became part of this one: it answers to them too.
    """

    code: str
    name: str
    title: str
    severity: Severity
    basis: str
    since: str
    status: str
    phrases: Mapping[str, Phrase]
    after: tuple[str, ...]
    check: Check
    subject: type
    companions: tuple[type, ...]
    formerly: tuple[str, ...] = ()
    asks_all: bool = False

    @property
    def family(self) -> str:
        """The two letters: SC, EX, TG, IX, TX, XD, XY, LG, FM, DS or PR."""
        return self.code[:2]

    @property
    def page(self) -> str:
        """Why it matters, how to mend it, when it does not apply."""
        return inspect.getdoc(self.check) or ""

    @property
    def remedy(self) -> str:
        """How to mend it, as its page says; Chinese, as the pages are. Empty where the page does not say."""
        said = _REMEDY.search(self.page)
        return said[1].strip() if said else ""

    @property
    def zh(self) -> Mapping[str, str]:
        """The Chinese template of each variant."""
        return {variant: phrase.zh for variant, phrase in self.phrases.items()}

    @property
    def en(self) -> Mapping[str, str]:
        """The English template of each variant."""
        return {variant: phrase.en for variant, phrase in self.phrases.items()}

    def message(self, finding: Finding) -> Message:
        """What a finding of this rule says. ``ValueError`` where it has no such variant, or lacks one of its values."""
        phrase = self.phrases.get(finding.variant)
        if phrase is None:
            raise ValueError(f"{self.code} has no variant {finding.variant!r}")
        if missing := phrase.names() - finding.values.keys():
            raise ValueError(f"{self.code} says nothing of {', '.join(sorted(missing))}")
        return phrase(**finding.values)


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
    formerly: tuple[str, ...] = (),
    asks_all: bool = False,
) -> Callable[[_F], _F]:
    """Declare a rule.

    ``code`` is never reused; ``name`` is the file's name with hyphens; ``basis`` is a key of ``jixiao.policy.basis``;
    ``status`` is stable, preview or deprecated. Templates take the names in ``Finding.values``; both languages have
    the same variants. ``asks_all`` marks a rule that asks whether something is filled in, or is there at all: of a
    record that is still open it says "not yet" in place of a fault. ``TypeError`` where the first parameter is no
    known subject.
    """

    def attach(function: _F) -> _F:
        near = function.__globals__
        given = [_type_of(kind, near) for name, kind in function.__annotations__.items() if name != "return"]
        subject, companions = given[0], given[1:]
        if not _may_be_looked_at(subject) or not all(map(_may_enclose, companions)):
            shown = ", ".join(map(str, function.__annotations__.values()))
            raise TypeError(f"{code}: a rule takes a subject and companions by type, not ({shown})")
        declared = Rule(
            code=code,
            name=name,
            title=title,
            severity=Severity(severity),
            basis=basis,
            since=since,
            status=status,
            phrases=_phrases(code, zh, en),
            after=after,
            check=function,
            subject=cast(type, subject),
            companions=cast("tuple[type, ...]", tuple(companions)),
            formerly=formerly,
            asks_all=asks_all,
        )
        cast(Any, function).rule = declared
        return function

    return attach


def _type_of(annotation: Any, near: Mapping[str, Any]) -> type | None:
    """A parameter's type by its name: to resolve annotations in full would cost more than all else of a declaration.
    What is not usual is looked up ``near`` the function: any record of a kind may be a subject.
    """
    name = annotation if isinstance(annotation, str) else getattr(annotation, "__name__", "")
    found = _TYPES.get(name) or near.get(name)
    return found if isinstance(found, type) else None


def _may_be_looked_at(kind: type | None) -> bool:
    """Whether a rule can have this type as its subject: one of the usual, or a record of any kind."""
    return kind is not None and (kind in SUBJECTS or issubclass(kind, Record))


def _may_enclose(kind: type | None) -> bool:
    """Whether a rule can ask for this type besides its subject."""
    return kind is not None and (kind in COMPANIONS or issubclass(kind, Filed))


def _phrases(code: str, zh: str | Mapping[str, str], en: str | Mapping[str, str]) -> dict[str, Phrase]:
    """The phrases of a rule by variant. ``ValueError`` where the two languages have not the same variants."""
    chinese = {"": zh} if isinstance(zh, str) else zh
    english = {"": en} if isinstance(en, str) else en
    if chinese.keys() != english.keys():
        raise ValueError(f"{code}: both languages need the same variants")
    return {
        variant: Phrase(f"audit.{code}.{variant}".rstrip("."), text, english[variant])
        for variant, text in chinese.items()
    }
