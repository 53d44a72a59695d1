"""The official tables as data.

``lay_out(record, at)`` gives the laid out table that Word, Excel and HTML draw; ``layout_for(record)`` the layout
file behind it; ``complete(dossier)`` what a dossier reads like once it was written.
"""

from .catalogue import available, layout_for, load, parse
from .complete import complete, completed, report_title
from .lay_out import lay_out
from .schema import BlockSpec, CellSpec, ColumnSpec, Layout, RowSpec
from .table import LaidCell, LaidRow, LaidTable

__all__ = [
    "BlockSpec",
    "CellSpec",
    "ColumnSpec",
    "LaidCell",
    "LaidRow",
    "LaidTable",
    "Layout",
    "RowSpec",
    "available",
    "complete",
    "completed",
    "lay_out",
    "layout_for",
    "load",
    "parse",
    "report_title",
]
