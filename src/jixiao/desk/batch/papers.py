"""What a case of a batch is written as: copies of its files with comments, and its marked page.

Everything lands in one folder that mirrors the one that was given.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from jixiao.model import UnreadableError

from ..assessing import Assessed
from ..cases.gather import Source
from ..papers import annotated_bytes, marked_page
from .outputs import Outputs

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def write_case(one: Assessed, sources: Sequence[Source], out: Path) -> list[Path]:
    """The papers of a case into the folder ``out``; gives what was written."""
    outputs = Outputs(out)
    written = []
    for source in sources:
        if source.dossier:
            continue
        target = mirrored(source.below, "批注")
        try:
            data = _annotated(one, source)
        except UnreadableError:  # a file that takes no comments is marked on the page all the same
            continue
        if data:
            written.append(outputs.write(target, data))
    written.append(outputs.write(page_of(one, sources), marked_page(one).encode("utf-8")))
    return written


def mirrored(below: PurePosixPath, added: str) -> PurePosixPath:
    """The place of a paper made from a file: where it lay, its name with what was done to it."""
    *folders, name = (_FORBIDDEN.sub("_", part) for part in below.parts)
    stem, dot, suffix = name.rpartition(".")
    return PurePosixPath(*folders, f"{stem}-{added}{dot}{suffix}" if dot else f"{name}-{added}")


def page_of(one: Assessed, sources: Sequence[Source]) -> PurePosixPath:
    """The place of the marked page: in the folder that all files of the case lie in, named after unit and year."""
    folders = [source.folders for source in sources]
    common = [parts[0] for parts in zip(*folders, strict=False) if len(set(parts)) == 1]
    name = " ".join(filter(None, (one.case.dossier.unit or sources[0].name, str(one.case.dossier.year or ""))))
    parts = (_FORBIDDEN.sub("_", part) for part in (*common, f"{name[:80]}-核查.html"))
    return PurePosixPath(*parts)


def _annotated(one: Assessed, source: Source) -> bytes:
    """The file with its comments; nothing where none has a place in it."""
    data, result = annotated_bytes(one, source.read(), source.name)
    return data if result.written else b""
