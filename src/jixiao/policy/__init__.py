"""Parameters of evaluation as dated, cited, layered data: a place and a year enter, a :class:`Policy` leaves.

The national base and the overlays of places live in ``data/places`` (the folder tree is the administrative tree), the
sources that rules rest on in ``data/basis``. A policy holds parameters; ``jixiao.scoring`` applies them.
"""

from .basis import Basis, basis, basis_entries
from .errors import PolicyError, Problem
from .parameters import (
    Band,
    Bands,
    Checks,
    Execution,
    Inverse,
    InverseFormula,
    NotApplicableRule,
    OverTarget,
    Policy,
    Positive,
    Qualitative,
    Rounding,
    Satisfaction,
    Step,
    Steps,
    Total,
    Weights,
)

__all__ = [
    "Band",
    "Bands",
    "Basis",
    "Checks",
    "Execution",
    "Inverse",
    "InverseFormula",
    "NotApplicableRule",
    "OverTarget",
    "Policy",
    "PolicyError",
    "Positive",
    "Problem",
    "Qualitative",
    "Rounding",
    "Satisfaction",
    "Step",
    "Steps",
    "Total",
    "Weights",
    "basis",
    "basis_entries",
]
