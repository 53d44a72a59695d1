"""Excel workbooks (.xlsx): bytes in, the same blocks as from a Word file out, by a walk of our own over the XML.

What is read is what a person sees: cells as displayed, hidden sheets, rows and columns left out. Macros, comments,
headers and footers are not read.

The way of a cell: ``cells`` (as stored) → ``shown`` (as displayed, by ``strings``, ``styles`` and ``formats``) →
``grid`` (hidden ones out, merged ranges resolved) → ``blocks`` (tables, and paragraphs around them).
"""

from __future__ import annotations

from .read import read_excel, read_texts

__all__ = ["read_excel", "read_texts"]
