"""Formulas of quantitative indicators as pure functions: actual over target enters, the share of the weight (0–1)
leaves.

Sources: 财预〔2020〕10号 for the positive one; the three inverse ones are in use side by side and the policy names
one of them.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from jixiao.model import Message, Phrase
from jixiao.policy import InverseFormula, Policy

from . import messages as say

ZERO, ONE = Decimal(0), Decimal(1)


def earned(weight: Decimal, share: Decimal, policy: Policy) -> Decimal:
    """A share of the weight in points, rounded, but never rounded above the weight itself."""
    return min(policy.rounding.score(weight * share), weight)


def execution(percent: Decimal, policy: Policy) -> Decimal:
    """The share of its weight that an execution rate earns: in proportion and never more than all, or by steps."""
    if policy.execution.formula == "steps":
        return policy.execution.steps.share(percent)
    return min(max(percent / 100, ZERO), ONE)


def positive(ratio: Decimal, policy: Policy) -> Decimal:
    """Short of the target: in proportion; below the pass line, or where the policy says all or nothing, zero."""
    if policy.positive.formula == "all_or_nothing" or ratio < policy.positive.pass_share:
        return ZERO
    return min(max(ratio, ZERO), ONE)


def hyperbola(ratio: Decimal) -> Decimal:
    """T ÷ A: never quite zero."""
    return ONE if ratio <= ONE else ONE / ratio


def linear(ratio: Decimal) -> Decimal:
    """1 − (A − T) ÷ T: zero from twice the limit on."""
    return ONE if ratio <= ONE else max(2 - ratio, ZERO)


def all_or_nothing(ratio: Decimal) -> Decimal:
    """Nothing for a limit that is not kept, by however little."""
    return ZERO


INVERSE: dict[InverseFormula, tuple[Phrase, Callable[[Decimal], Decimal]]] = {
    "hyperbola": (say.HYPERBOLA, hyperbola),
    "linear": (say.LINEAR, linear),
    "all_or_nothing": (say.NONE_ABOVE, all_or_nothing),
}


def inverse(ratio: Decimal, policy: Policy) -> tuple[Decimal, Decimal, Message]:
    """Least and greatest share with the formula's words: one share where the policy names a formula, else over all in
    use.
    """
    named = policy.inverse.formula
    if named is not None:
        words, formula = INVERSE[named]
        return formula(ratio), formula(ratio), words()
    shares = [formula(ratio) for _, formula in INVERSE.values()]
    return min(shares), max(shares), say.OPEN_INVERSE()


def over_target(ratio: Decimal, policy: Policy) -> Decimal:
    """The share taken away for a result far above the target; zero where the policy takes nothing."""
    return policy.over_target.deduct.share(ratio)
