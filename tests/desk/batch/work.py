"""Work for the runners of the tests: functions of a module, as spawned processes need them."""

from __future__ import annotations

import os
import time
from pathlib import Path


def double(number: int) -> int:
    """A sound piece of work."""
    return 2 * number


def odd_work(number: int) -> int:
    """1 raises, 2 dies, 3 hangs; anything else is doubled."""
    match number:
        case 1:
            raise ValueError("one")
        case 2:
            os._exit(7)
        case 3:
            time.sleep(60)
    return 2 * number


def process(folder: str) -> int:
    """Which process works; leaves a trace, so that one can be found twice at work."""
    (Path(folder) / str(os.getpid())).touch()
    time.sleep(0.2)
    return os.getpid()
