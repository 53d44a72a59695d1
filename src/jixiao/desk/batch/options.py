"""What a check is asked for, of few files or of many. By itself, since every check needs it and few run a batch."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jixiao.audit import Waiver


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """What a run is asked for: the day, the policy, the rules, accepted findings, and the list of units."""

    as_of: date
    policy: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    units: tuple[tuple[str, tuple[str, ...]], ...] = ()
    rules: tuple[Path, ...] = ()
