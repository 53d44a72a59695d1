"""The working paper (工作底稿): the published data of any number of cases enter; one workbook leaves, and what people
typed into the last one is in it again.

A stream of cases is taken one by one, and only the rows to be printed are kept of each: ``rows`` (what a line is),
``match`` (which line of the last paper is which), ``earlier`` (the last paper), ``book`` (which sheets there are),
``sheets`` and ``summary`` (what stands on them), ``look`` (how).
"""

from __future__ import annotations

from .book import working_paper
from .earlier import Earlier, read_earlier
from .rows import Trouble

__all__ = ["Earlier", "Trouble", "read_earlier", "working_paper"]
