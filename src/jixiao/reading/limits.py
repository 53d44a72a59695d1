"""How large a file may be: far above any real report, low enough that no file can exhaust the machine.

Sizes are in bytes. A self-evaluation with six tables has about 70,000 XML elements and 2,000 cells.
"""

from __future__ import annotations

FILE = 100 * 2**20
"""A whole file on disk."""

TEXT = 32 * 2**20
"""A text file."""

LINE = 1_000_000
"""Characters of one line of a text file."""

PART = 48 * 2**20
"""One unpacked XML part."""

TOTAL = 512 * 2**20
"""All parts of a file unpacked, as declared."""

RATIO = 200
"""Unpacked over packed size of a part larger than :data:`RATIO_FROM`; office suites write 20 to 40."""

RATIO_FROM = 4 * 2**20

DIRECTORY = 2 * 2**20
"""The directory of a zip file, some 20,000 members."""

SHEETS = 80 * 2**20
"""All sheets of a workbook that are read, unpacked."""

MARKS = 1_200_000
"""Tags and attributes of one XML part that is made into a tree."""

ROWS = 20_000
CELLS = 200_000
OWN_CELLS = 1_500_000
"""Cells of a working paper of ours over thousands of files; other files are far smaller."""

PARAGRAPHS = 200_000

NESTING = 40
"""Containers, text boxes and tables inside each other."""
