"""Files written whole or not at all: targets enter, parts beside them to write into; at the end they take their names.

A disk that is full, a Ctrl-C or an error in the middle leaves neither half a file nor one file of three.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

_NAME = 100
"""Characters of a name that the part keeps: names have an end on every system."""


@contextmanager
def whole(targets: Sequence[Path]) -> Iterator[Mapping[Path, Path]]:
    """For each target the part to write; folders are made. ``FileExistsError`` before anything is made where a target
    is already there: nothing is ever overwritten. Where the block fails nothing is left, folders made for it included.
    """
    for target in targets:
        if target.exists():
            raise FileExistsError(str(target))
    made: list[Path] = []
    parts = {target: target.with_name(f".{target.name[:_NAME]}.{os.getpid()}.part") for target in targets}
    done = False
    try:
        for target in targets:
            _make(target.parent, made)
        yield parts
        for target, part in parts.items():
            part.rename(target)
        done = True
    except OSError as error:
        _name_target(error, parts)
        raise
    finally:
        for part in parts.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)
        if not done:
            for folder in reversed(made):
                with suppress(OSError):  # somebody else has put something there meanwhile
                    folder.rmdir()


def put(target: Path, data: bytes) -> None:
    """A file of our own, new or in place of what stands there: whole or not at all. Its folder is made."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name[:_NAME]}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _make(folder: Path, made: list[Path]) -> None:
    """Make a folder with those above it, and remember which were not there."""
    missing = [folder, *folder.parents]
    for one in reversed([path for path in missing if not path.exists()]):
        one.mkdir(exist_ok=True)
        made.append(one)


def _name_target(error: OSError, parts: Mapping[Path, Path]) -> None:
    """An error tells the file that a person asked for, not the part."""
    for target, part in parts.items():
        if error.filename is not None and os.fspath(error.filename) == os.fspath(part):
            error.filename = str(target)
