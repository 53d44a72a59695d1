"""The official tables as data.

``lay_out(record, at)`` gives the laid out table that Word, Excel and HTML draw; ``layout_for(record, place=…, year=…)``
the layout behind it; ``complete(dossier)`` what a dossier reads like once it was written.
"""

from ..reports import report_title
from .catalogue import available, load, parse
from .choose import Chosen, choose, chosen, is_table, layout_for, layout_in
from .complete import as_printed, complete, completed
from .lay_out import lay_out
from .notes import notes
from .schema import BlockSpec, CellSpec, ColumnSpec, Layout, RowSpec
from .table import LaidCell, LaidRow, LaidTable

__all__ = [
    "BlockSpec",
    "CellSpec",
    "Chosen",
    "ColumnSpec",
    "LaidCell",
    "LaidRow",
    "LaidTable",
    "Layout",
    "RowSpec",
    "as_printed",
    "available",
    "choose",
    "chosen",
    "complete",
    "completed",
    "is_table",
    "lay_out",
    "layout_for",
    "layout_in",
    "load",
    "notes",
    "parse",
    "report_title",
]
