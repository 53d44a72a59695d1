"""Every score with its derivation: an evaluation and a policy enter, an :class:`Appraisal` leaves.

Two re-scorings, never mixed: ``readded`` (复加) adds up the scores as stated; ``rescored`` (复算) scores each
indicator by the policy. Pointers in derivations are relative to the evaluation.
"""

from .agree import HUNDRED, Agreement, explained
from .appraisal import Appraisal, IndicatorAppraisal
from .evaluation import appraise
from .execution import execution_rate, execution_score
from .formulas import execution as execution_share
from .grades import claimed_band, grade_of
from .relations import Computed, agreement, comparable, compute, stated, working
from .row import actual_of, direction_of, target_of
from .sums import sum_of_stated_scores

__all__ = [
    "HUNDRED",
    "Agreement",
    "Appraisal",
    "Computed",
    "IndicatorAppraisal",
    "actual_of",
    "agreement",
    "appraise",
    "claimed_band",
    "comparable",
    "compute",
    "direction_of",
    "execution_rate",
    "execution_score",
    "execution_share",
    "explained",
    "grade_of",
    "stated",
    "sum_of_stated_scores",
    "target_of",
    "working",
]
