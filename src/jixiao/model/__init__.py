"""The words of the field as types. Nothing here reads a file format, knows a rule or computes a score.

What enters: plain values. What leaves: frozen records of a dossier, documents, positions, derivations, findings.
"""

from .base import Doubt, Filed, Frozen, Item, Record, Scope, State, Unknown
from .case import Case, SourceFile
from .derivation import Citation, Derivation, Fault, Held, Input, Scored, Undecided
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
