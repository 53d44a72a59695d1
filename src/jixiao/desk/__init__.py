"""The desk: files, folders and dossiers enter; cases, their assessment and papers leave. The one recipe for everything
that a consumer asks: command line, library, and any screen get equal results because they all ask here.

>>> from datetime import date
>>> from jixiao.desk import assess, open_cases
>>> assessment = assess(open_cases(["report.docx"]), as_of=date(2026, 5, 20))   # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.model.lazy import loaded_from

if TYPE_CHECKING:
    from .assessing import Assessed, Assessment, assess
    from .assessment import SCHEMA, assessment_json
    from .comparing import Comparison, compare
    from .comparison import COMPARISON_SCHEMA, comparison_json
    from .correcting import corrected
    from .layouts import layouts_seen
    from .mending import mended
    from .opening import broken_references, open_case, open_cases
    from .papers import Paper, annotated, marked_page, notes_on, write_papers
    from .waivers import read_waivers

__all__ = [
    "COMPARISON_SCHEMA",
    "SCHEMA",
    "Assessed",
    "Assessment",
    "Comparison",
    "Paper",
    "annotated",
    "assess",
    "assessment_json",
    "broken_references",
    "compare",
    "comparison_json",
    "corrected",
    "layouts_seen",
    "marked_page",
    "mended",
    "notes_on",
    "open_case",
    "open_cases",
    "read_waivers",
    "write_papers",
]
_HOMES = {
    "assessing": ("Assessed", "Assessment", "assess"),
    "assessment": ("SCHEMA", "assessment_json"),
    "comparing": ("Comparison", "compare"),
    "comparison": ("COMPARISON_SCHEMA", "comparison_json"),
    "correcting": ("corrected",),
    "layouts": ("layouts_seen",),
    "mending": ("mended",),
    "opening": ("broken_references", "open_case", "open_cases"),
    "papers": ("Paper", "annotated", "marked_page", "notes_on", "write_papers"),
    "waivers": ("read_waivers",),
}

# who only opens a file does not wait for the rules
__getattr__ = loaded_from(__name__, _HOMES)
