"""Every score with its derivation: an evaluation and a policy enter, an :class:`Appraisal` leaves.

Two re-scorings, never mixed: ``readded`` (复加) adds up the scores as stated; ``rescored`` (复算) scores each
indicator by the policy.
"""

from .appraisal import Appraisal, IndicatorAppraisal

__all__ = ["Appraisal", "IndicatorAppraisal"]
