"""Parameters of evaluation as dated, cited, layered data: a place and a year enter, a :class:`Policy` leaves.

The national base and the overlays of places live in ``data/places`` (the folder tree is the administrative tree), the
sources that rules rest on in ``data/basis``. A policy holds parameters; ``jixiao.scoring`` applies them.

Sources are there at once; what resolves a policy is loaded with the first of its names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.model.lazy import loaded_from

from .basis import Basis, basis, basis_entries
from .errors import PolicyError, Problem

if TYPE_CHECKING:
    from .choose import PolicyInfo, available, load, resolve
    from .files import Dated
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
    "Dated",
    "Execution",
    "Inverse",
    "InverseFormula",
    "NotApplicableRule",
    "OverTarget",
    "Policy",
    "PolicyError",
    "PolicyInfo",
    "Positive",
    "Problem",
    "Qualitative",
    "Rounding",
    "Satisfaction",
    "Step",
    "Steps",
    "Total",
    "Weights",
    "available",
    "basis",
    "basis_entries",
    "load",
    "resolve",
]

_HOMES = {
    "choose": ("PolicyInfo", "available", "load", "resolve"),
    "files": ("Dated",),
    "parameters": (
        "Band",
        "Bands",
        "Checks",
        "Execution",
        "Inverse",
        "InverseFormula",
        "NotApplicableRule",
        "OverTarget",
        "Policy",
        "Positive",
        "Qualitative",
        "Rounding",
        "Satisfaction",
        "Step",
        "Steps",
        "Total",
        "Weights",
    ),
}

__getattr__ = loaded_from(__name__, _HOMES)
