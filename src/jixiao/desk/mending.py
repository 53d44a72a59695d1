"""A case assessed and one of its files → a copy of that file with the corrections in it, and what became of each."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.model.whole import whole

from .assessing import Assessed
from .correcting import corrected

if TYPE_CHECKING:
    from jixiao.writing.mend import MendResult


def mended(
    assessed: Assessed,
    source: Path,
    target: Path,
    *,
    tracked: bool = False,
    ask: bool = False,
    as_of: date | None = None,
    lang: str = "zh",
) -> MendResult:
    """Write a copy of one of the case's Word or Excel files with every correction that has its place in it.

    ``tracked`` makes them tracked changes (Word only), as of the day ``as_of``, by default that of the assessment;
    ``ask`` puts the open questions beside them as comments. ``FileExistsError`` where the target is already there,
    ``UnreadableError`` where the source cannot be read or changed. An interrupted write leaves nothing behind.
    """
    from jixiao.reading.file import read_bytes
    from jixiao.writing.mend import AUTHOR, Tracking
    from jixiao.writing.mend import mended as mended_bytes

    if target.exists():
        raise FileExistsError(str(target))
    day = as_of or assessed.audit.as_of
    tracking = Tracking(AUTHOR, f"{day.isoformat()}T00:00:00Z" if day else "") if tracked else None
    correction, case = corrected(assessed), assessed.case
    data, result = mended_bytes(
        read_bytes(source), source.name, correction, case.trace, tracking=tracking, ask=ask, lang=lang
    )
    with whole([target]) as parts:
        parts[target].write_bytes(data)
    return result
