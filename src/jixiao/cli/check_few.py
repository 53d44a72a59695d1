"""A few files checked here and told in full: every finding of every case."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .opened import assessed_by
from .options import Format, language, print_json

if TYPE_CHECKING:
    from jixiao.desk import BatchOptions, Opened, Papers

    from .asked import Asked


def check_few(paths: Sequence[Path], how: BatchOptions, papers: Papers | None, asked: Asked) -> tuple[bool, str]:
    """Check, print and write; gives whether anything failed, and the gravest severity of a finding."""
    opened = _opened(paths, how, asked)
    assessment = assessed_by(opened.cases, how)
    lang = language(asked.lang)
    if asked.format is Format.JSON:
        from jixiao.desk import assessment_json

        print_json(assessment_json(assessment))
    else:
        from .console import show_border
        from .show_audit import show_assessed
        from .show_overview import show_rest
        from .show_protocol import show_protocol

        for number, one in enumerate(assessment.cases):
            if number:
                show_border()
            show_assessed(one, lang, verbose=asked.verbose)
            if asked.protocol:
                show_protocol(one, lang)
        show_rest(opened, lang)
    if papers is not None:
        from jixiao.desk import write_all_papers

        from .show_writing import show_papers

        written = write_all_papers(assessment, opened, paths, papers)
        show_papers(written, papers, lang, quiet=asked.format is Format.JSON)
    if how.waivers:
        from .waivers import tell_unused

        tell_unused(assessment, how.waivers, asked.lang)
    if asked.format is Format.TEXT:
        from .next_steps import show_next_steps

        show_next_steps(assessment, paths, asked, lang)
    found = [f.severity for one in assessment.cases for f in one.audit.findings if f.severity]
    worst = max(found, key=lambda severity: severity.rank, default="")
    return assessment.incomplete or bool(opened.unread), str(worst)


def _opened(paths: Sequence[Path], how: BatchOptions, asked: Asked) -> Opened:
    from jixiao.desk import Opened, nothing_in, open_all, open_case

    if asked.one_case:
        return Opened((open_case(paths),))
    opened = open_all(paths, units=how.units)
    if not opened.cases:
        raise nothing_in(opened, [str(path) for path in paths])
    return opened
