"""A file put on disk whole or not at all: bytes enter under a temporary name, which becomes the file's at the end."""

from __future__ import annotations

import os
from pathlib import Path


def save_new(target: Path, data: bytes) -> None:
    """Write a file that is not there yet. ``FileExistsError`` where it is; an interrupted write leaves none."""
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with draft.open("xb") as file:
            file.write(data)
        if target.exists():
            raise FileExistsError(str(target))
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
