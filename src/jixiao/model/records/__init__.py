"""The kinds of records, one file each. To register a kind, import its class here and name it in ``CLASSES``."""

from __future__ import annotations

from ..base import Filed, Unknown
from .base_data import BaseData
from .evaluation import Evaluation
from .report import Report

CLASSES: tuple[type[Filed], ...] = (Evaluation, BaseData, Report)
"""Every class of records, in the order in which a dossier that was read keeps them."""

KINDS: dict[str, type[Filed]] = {kind: record for record in CLASSES for kind in record.kinds}
"""Kind → its class."""

Unknown.known = tuple(KINDS)


def class_of(kind: str) -> type[Filed]:
    """The class of a kind; :class:`Unknown` for one that a newer version may know."""
    return KINDS.get(kind, Unknown)
