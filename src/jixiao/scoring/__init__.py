"""Every score with its derivation: an evaluation and a policy enter, an :class:`Appraisal` leaves.

Two re-scorings, never mixed: ``readded`` (复加) adds up the scores as stated; ``rescored`` (复算) scores each
indicator by the policy. Pointers in derivations are relative to the evaluation.
"""

from .appraisal import Appraisal, IndicatorAppraisal
from .evaluation import appraise
from .execution import exact_rate, execution_rate, execution_score
from .formulas import execution as execution_share
from .grades import claimed_band, grade_of
from .row import actual_of, direction_of, target_of
from .sums import sum_of_stated_scores

__all__ = [
    "Appraisal",
    "IndicatorAppraisal",
    "actual_of",
    "appraise",
    "claimed_band",
    "direction_of",
    "exact_rate",
    "execution_rate",
    "execution_score",
    "execution_share",
    "grade_of",
    "sum_of_stated_scores",
    "target_of",
]
