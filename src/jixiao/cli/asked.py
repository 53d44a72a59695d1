"""The options of a call of ``jixiao check``, for whoever carries it out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from .choosing import Choice
from .options import Format, Lang


class Bar(StrEnum):
    """From which severity on findings make the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


class Level(StrEnum):
    """From which severity on findings are sent back as comments."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True)
class Asked:
    """The options of a call, as they were written."""

    choice: Choice
    format: Format
    fail_on: Bar
    protocol: bool
    out: Path | None
    annotate: bool
    html: bool
    xlsx: bool
    severity: Level
    jobs: int | None
    time_limit: float
    verbose: bool
    lang: Lang | None

    @property
    def one_case(self) -> bool:
        """Whether all that is given is one filing."""
        return self.choice.one_case
