"""The words of the field as types. Nothing here reads a file format, knows a rule or computes a score.

What enters: plain values. What leaves: frozen records of a dossier, documents, positions, derivations, findings.
"""

from .base import Doubt, Frozen, Record
from .base_data import BaseData, Building, SpendingLine, Staff
from .derivation import Citation, Derivation, Fault, Held, Input, Partial, Scored, Undecided
from .document import Block, Cell, Document, Paragraph, Row, Table, UnreadableError
from .dossier import SCHEMA, Dossier
from .evaluation import DeclaredPoints, Evaluation, Extra, FundLine, Funds, FundSource, Indicator, SplitItem
from .figure import Figure, Interval
from .finding import Finding, Severity
from .message import Message, Phrase, Term
from .report import Basis, Claim, ClaimKind, Report, Section
from .trace import Position, Trace, Unplaced, locate

__all__ = [
    "SCHEMA",
    "BaseData",
    "Basis",
    "Block",
    "Building",
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
    "Finding",
    "Frozen",
    "FundLine",
    "FundSource",
    "Funds",
    "Held",
    "Indicator",
    "Input",
    "Interval",
    "Message",
    "Paragraph",
    "Partial",
    "Phrase",
    "Position",
    "Record",
    "Report",
    "Row",
    "Scored",
    "Section",
    "Severity",
    "SpendingLine",
    "SplitItem",
    "Staff",
    "Table",
    "Term",
    "Trace",
    "Undecided",
    "Unplaced",
    "UnreadableError",
    "locate",
]
