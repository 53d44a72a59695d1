"""The folder that papers are written into. What a run before wrote there, and nobody has touched since, is replaced;
anything else keeps its place, and the new paper takes a free name beside it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from jixiao.model.whole import put

_KEPT = PurePosixPath(".jixiao", "written.json")


@dataclass(slots=True)
class Outputs:
    """A folder of papers. ``ours`` are the papers of earlier runs, each with the hash that it had when written."""

    folder: Path
    ours: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        try:
            known = json.loads((self.folder / _KEPT).read_text(encoding="utf-8"))
            self.ours = {str(name): str(sha) for name, sha in known.items()}
        except (OSError, ValueError, AttributeError):
            self.ours = {}

    def write(self, place: PurePosixPath, data: bytes) -> Path:
        """Write a paper whole or not at all; gives where it is."""
        target = self._free(place, hashlib.sha256(data).hexdigest())
        put(target, data)
        return target

    def _free(self, place: PurePosixPath, sha: str) -> Path:
        number = 1
        while True:
            name = place.name if number == 1 else f"{place.stem}-{number}{place.suffix}"
            target = self.folder / place.parent / name
            if not target.exists() or hash_of(target) in {sha, self.ours.get(str(place.parent / name), "")}:
                return target
            number += 1

    def remember(self, written: Iterable[Path]) -> None:
        """Keep what this run wrote, for the next one to know as ours."""
        for path in written:
            place = PurePosixPath(path.relative_to(self.folder).as_posix())
            self.ours[str(place)] = hash_of(path)
        kept = {name: sha for name, sha in sorted(self.ours.items()) if (self.folder / name).exists()}
        put(self.folder / _KEPT, (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode())


def hash_of(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
