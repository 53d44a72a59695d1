"""The words of the field as types. Nothing here reads a file format, knows a rule or computes a score.

What enters: plain values. What leaves: frozen records of a dossier, documents, positions, derivations, findings.

Each name is loaded when it is first asked for: who needs a figure or a message does not wait for the records.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lazy import loaded_from

if TYPE_CHECKING:
    from .base import Doubt, Filed, Frozen, Item, Record, Scope, State, Unknown
    from .case import Case, SourceFile
    from .derivation import Citation, Derivation, Fault, Held, Input, Partial, Scored, Undecided
    from .document import Block, Cell, Document, Paragraph, Row, Table, UnreadableError
    from .dossier import SCHEMA, Dossier
    from .figure import Figure, Interval
    from .finding import Finding, Severity
    from .message import Message, Phrase, Term
    from .records.base_data import BaseData, Building, SpendingLine, Staff
    from .records.evaluation import DeclaredPoints, Evaluation, Extra, FundLine, Funds, FundSource, Indicator, SplitItem
    from .records.report import Basis, Claim, ClaimKind, Passage, Report, Section
    from .trace import Position, Trace, Unplaced, locate

__all__ = [
    "SCHEMA",
    "BaseData",
    "Basis",
    "Block",
    "Building",
    "Case",
    "Cell",
    "Citation",
    "Claim",
    "ClaimKind",
    "DeclaredPoints",
    "Derivation",
    "Document",
    "Dossier",
    "Doubt",
    "Evaluation",
    "Extra",
    "Fault",
    "Figure",
    "Filed",
    "Finding",
    "Frozen",
    "FundLine",
    "FundSource",
    "Funds",
    "Held",
    "Indicator",
    "Input",
    "Interval",
    "Item",
    "Message",
    "Paragraph",
    "Partial",
    "Passage",
    "Phrase",
    "Position",
    "Record",
    "Report",
    "Row",
    "Scope",
    "Scored",
    "Section",
    "Severity",
    "SourceFile",
    "SpendingLine",
    "SplitItem",
    "Staff",
    "State",
    "Table",
    "Term",
    "Trace",
    "Undecided",
    "Unknown",
    "Unplaced",
    "UnreadableError",
    "locate",
]

_HOMES = {
    "base": ("Doubt", "Filed", "Frozen", "Item", "Record", "Scope", "State", "Unknown"),
    "case": ("Case", "SourceFile"),
    "derivation": ("Citation", "Derivation", "Fault", "Held", "Input", "Partial", "Scored", "Undecided"),
    "document": ("Block", "Cell", "Document", "Paragraph", "Row", "Table", "UnreadableError"),
    "dossier": ("SCHEMA", "Dossier"),
    "figure": ("Figure", "Interval"),
    "finding": ("Finding", "Severity"),
    "message": ("Message", "Phrase", "Term"),
    "records.base_data": ("BaseData", "Building", "SpendingLine", "Staff"),
    "records.evaluation": (
        "DeclaredPoints",
        "Evaluation",
        "Extra",
        "FundLine",
        "Funds",
        "FundSource",
        "Indicator",
        "SplitItem",
    ),
    "records.report": ("Basis", "Claim", "ClaimKind", "Passage", "Report", "Section"),
    "trace": ("Position", "Trace", "Unplaced", "locate"),
}

__getattr__ = loaded_from(__name__, _HOMES)
