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
    from .assessing import Assessed, Assessment, assess, own_rules
    from .assessment import SCHEMA, assessment_json
    from .config import Config, find_config, read_config
    from .correcting import corrected
    from .layouts import layouts_seen
    from .opening import Opened, broken_references, open_all, open_case, open_cases
    from .papers import Paper, annotated, marked_page, notes_on, write_papers
    from .waivers import read_waivers

__all__ = [
    "SCHEMA",
    "Assessed",
    "Assessment",
    "Config",
    "Opened",
    "Paper",
    "annotated",
    "assess",
    "assessment_json",
    "broken_references",
    "corrected",
    "find_config",
    "layouts_seen",
    "marked_page",
    "notes_on",
    "open_all",
    "open_case",
    "open_cases",
    "own_rules",
    "read_config",
    "read_waivers",
    "write_papers",
]
_HOMES = {
    "assessing": ("Assessed", "Assessment", "assess", "own_rules"),
    "assessment": ("SCHEMA", "assessment_json"),
    "config": ("Config", "find_config", "read_config"),
    "correcting": ("corrected",),
    "layouts": ("layouts_seen",),
    "opening": ("Opened", "broken_references", "open_all", "open_case", "open_cases"),
    "papers": ("Paper", "annotated", "marked_page", "notes_on", "write_papers"),
    "waivers": ("read_waivers",),
}

# who only opens a file does not wait for the rules
__getattr__ = loaded_from(__name__, _HOMES)
