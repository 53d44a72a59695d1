"""Where the shared facts (the real report, sample files) lie on this machine, if they do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def shared_path(name: str) -> Path:
    """A file of the shared folder: ``JIXIAO_SHARED`` or the sibling folder ``../shared``. Skips the test where it is
    absent.
    """
    base = Path(os.environ.get("JIXIAO_SHARED", ROOT.parent / "shared"))
    path = base / name
    if not path.exists():
        pytest.skip(f"shared file {name} is not on this machine (set JIXIAO_SHARED)")
    return path
