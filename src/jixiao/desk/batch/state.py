"""What an interrupted run leaves for the next one: the outlines of the files looked at, the results of cases.

A folder of plain JSON. A file is known by its bytes, a result by everything it came from: a changed file, rule, policy,
option, day or version finds nothing here and is worked again.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jixiao import __version__
from jixiao.model.whole import put


@dataclass(frozen=True, slots=True)
class State:
    """The folder in which a run keeps what it has done."""

    folder: Path

    @classmethod
    def of(cls, paths: Iterable[Path]) -> State:
        """The state of runs over these paths, in the user's own cache: nobody else can read or plant it."""
        key = digest(sorted(str(path.resolve()) for path in paths))
        return cls(_cache() / "jixiao" / "runs" / key[:16])

    def outline(self, sha256: str) -> dict[str, Any] | None:
        """The outline of a file that was looked at by this version."""
        return _read(self._outline(sha256))

    def keep_outline(self, sha256: str, data: dict[str, Any]) -> None:
        """Keep the outline of a file."""
        _write(self._outline(sha256), data)

    def result(self, key: str) -> Path:
        """Where the result of a case is kept, or will be."""
        return self.folder / "cases" / f"{key}.json"

    def keep_result(self, key: str, data: dict[str, Any]) -> None:
        """Keep the result of a case."""
        _write(self.result(key), data)

    def finished(self) -> None:
        """Nothing of a run that came to its end needs to be kept."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _outline(self, sha256: str) -> Path:
        return self.folder / "files" / f"{sha256}-{__version__}.json"


def digest(data: Any) -> str:
    """The SHA-256 of plain data: equal data, equal digest."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def load(path: Path) -> dict[str, Any]:
    """A kept result."""
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


def _cache() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def _read(path: Path) -> dict[str, Any] | None:
    try:
        return load(path)
    except (OSError, ValueError):  # never there, or cut off by an interruption
        return None


def _write(path: Path, data: dict[str, Any]) -> None:
    """Whole or not at all: a result that was cut off would be taken for one."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    put(path, json.dumps(data, ensure_ascii=False).encode())
