"""Documents out of a dossier: Word, Excel, HTML, and corrections.

``write_word(dossier, path)``, ``write_excel(dossier, path)`` and ``html(dossier)`` draw the same laid out tables;
``correct(dossier, findings, policy)`` computes what follows from other figures and asks for the rest;
``annotate(source, findings, trace, target)`` comments the user's own Word file or workbook. Imported where they are
used: each brings its own library.
"""

from .annotate import AnnotateResult, annotate
from .correct import Change, Correction, Question, correct
from .excel import write_excel
from .html import html
from .word import write_word

__all__ = [
    "AnnotateResult",
    "Change",
    "Correction",
    "Question",
    "annotate",
    "correct",
    "html",
    "write_excel",
    "write_word",
]
