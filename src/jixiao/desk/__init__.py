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
    from .batch.options import BatchOptions
    from .batch.overview import Overview, overview_json, write_overview_papers
    from .batch.papers import Papers, write_all_papers
    from .batch.run import Progress, run_batch
    from .batch.runner import InProcess, Spawned
    from .batch.work import Judged
    from .cases.gather import gather
    from .comparing import Comparison, compare
    from .comparison import COMPARISON_SCHEMA, comparison_json
    from .config import Config, find_config, read_config
    from .correcting import corrected
    from .filling import Filling, fill_in_workbook, progress, progress_message, save_template
    from .layouts import layouts_seen
    from .mending import mended
    from .opening import Opened, broken_references, nothing_in, open_all, open_case, open_cases
    from .papers import AnnotatedFile, Paper, annotated, annotated_all, marked_page, notes_on, write_papers
    from .waivers import read_waivers
    from .workpaper import working_paper

__all__ = [
    "COMPARISON_SCHEMA",
    "SCHEMA",
    "AnnotatedFile",
    "Assessed",
    "Assessment",
    "BatchOptions",
    "Comparison",
    "Config",
    "Filling",
    "InProcess",
    "Judged",
    "Opened",
    "Overview",
    "Paper",
    "Papers",
    "Progress",
    "Spawned",
    "annotated",
    "annotated_all",
    "assess",
    "assessment_json",
    "broken_references",
    "compare",
    "comparison_json",
    "corrected",
    "fill_in_workbook",
    "find_config",
    "gather",
    "layouts_seen",
    "marked_page",
    "mended",
    "notes_on",
    "nothing_in",
    "open_all",
    "open_case",
    "open_cases",
    "overview_json",
    "own_rules",
    "progress",
    "progress_message",
    "read_config",
    "read_waivers",
    "run_batch",
    "save_template",
    "working_paper",
    "write_all_papers",
    "write_overview_papers",
    "write_papers",
]
_HOMES = {
    "assessing": ("Assessed", "Assessment", "assess", "own_rules"),
    "assessment": ("SCHEMA", "assessment_json"),
    "batch.options": ("BatchOptions",),
    "batch.overview": ("Overview", "overview_json", "write_overview_papers"),
    "batch.papers": ("Papers", "write_all_papers"),
    "batch.run": ("Progress", "run_batch"),
    "batch.runner": ("InProcess", "Spawned"),
    "batch.work": ("Judged",),
    "cases.gather": ("gather",),
    "comparing": ("Comparison", "compare"),
    "comparison": ("COMPARISON_SCHEMA", "comparison_json"),
    "config": ("Config", "find_config", "read_config"),
    "correcting": ("corrected",),
    "filling": ("Filling", "fill_in_workbook", "progress", "progress_message", "save_template"),
    "layouts": ("layouts_seen",),
    "mending": ("mended",),
    "opening": ("Opened", "broken_references", "nothing_in", "open_all", "open_case", "open_cases"),
    "papers": ("AnnotatedFile", "Paper", "annotated", "annotated_all", "marked_page", "notes_on", "write_papers"),
    "waivers": ("read_waivers",),
    "workpaper": ("working_paper",),
}

# who only opens a file does not wait for the rules
__getattr__ = loaded_from(__name__, _HOMES)
