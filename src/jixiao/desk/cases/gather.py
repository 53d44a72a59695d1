"""What lies in the paths that a person gives: files, folders and zips enter; one :class:`Source` for every file worth
reading leaves, in an order of its own, and the names of what was left out.

Nothing is read here but the directories of zips. Names in zips are taken as UTF-8 or, as older Windows programs write
them, as GBK.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from jixiao.model import UnreadableError, store
from jixiao.reading import limits
from jixiao.reading.file import read_bytes

from .. import messages as say

_READ = frozenset({".docx", ".docm", ".dotx", ".xlsx", ".xlsm", ".xltx", ".txt"})
_PAPERS = frozenset(
    {".doc", ".wps", ".xls", ".et", ".pdf", ".rtf", ".ofd", ".html", ".htm", ".mht", ".rar", ".7z", ".csv"}
)
"""Papers that cannot be read yet: each is said, for its content is missing in its case."""
_JUNK = frozenset({"thumbs.db", "desktop.ini", "__macosx", ".ds_store"})
_DEPTH = 3
"""Zips within zips."""
_MEMBERS = 20_000


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: ``path`` as a person finds it (``材料.zip/局/表.docx``), ``root`` the file on disk, ``members``
    the way through zips to it, each by its name as stored. ``folders`` are the folders below what was given, outermost
    first. ``dossier`` where it is a dossier of ours.
    """

    path: str
    root: str
    members: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    dossier: bool = False

    @property
    def name(self) -> str:
        """The name of the file."""
        return PurePosixPath(self.path.replace("\\", "/")).name

    @property
    def below(self) -> PurePosixPath:
        """Where it lies below what was given: the place of its papers."""
        return PurePosixPath(*self.folders, self.name)

    def read(self) -> bytes:
        """Its bytes; ``UnreadableError`` where they cannot be had."""
        if not self.members:
            return read_bytes(Path(self.root))
        data: bytes | Path = Path(self.root)
        for member in self.members:
            data = _member(data, member, self.name)
        assert isinstance(data, bytes)
        return data


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was found: sources in order, what cannot be opened at all, and what is no paper (by its path)."""

    sources: tuple[Source, ...] = ()
    refused: tuple[tuple[str, UnreadableError], ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(slots=True)
class _Pile:
    sources: list[Source] = field(default_factory=list)
    refused: list[tuple[str, UnreadableError]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def gather(paths: Iterable[Path | str]) -> Gathered:
    """Everything in these paths, the same in whatever order they are given. ``UnreadableError`` where a path leads
    nowhere.
    """
    pile = _Pile()
    given = [Path(path) for path in paths]
    for path in given:
        if not path.exists():
            raise UnreadableError(str(path), say.NO_FILE(), say.CHECK_PATH())
    for path in sorted(dict.fromkeys(given), key=str):
        if store.is_dossier(path):
            pile.sources.append(Source(str(path), str(path), folders=_above(path), dossier=True))
        elif path.is_dir():
            _folder(path, (), pile)
        else:
            _file(path, _above(path), pile, asked=True)
    pile.sources.sort(key=lambda source: source.path)
    return Gathered(tuple(pile.sources), tuple(pile.refused), tuple(sorted(pile.left_out)))


def _above(path: Path) -> tuple[str, ...]:
    """The folder that a single file lies in, as far as it was said."""
    return tuple(part for part in path.parent.parts if part not in ("", ".", "..", path.anchor))[-1:]


def _folder(folder: Path, above: tuple[str, ...], pile: _Pile) -> None:
    try:
        inside = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError:
        pile.refused.append((str(folder), UnreadableError(folder.name, say.FOLDER_CLOSED(), say.ASK_RIGHTS())))
        return
    for path in inside:
        if is_junk(path.name) or path.is_symlink():
            continue
        if not path.is_dir():
            _file(path, above, pile, asked=False)
        elif store.is_dossier(path):
            pile.sources.append(Source(str(path), str(path), folders=above, dossier=True))
        else:
            _folder(path, (*above, path.name), pile)


def _file(path: Path, above: tuple[str, ...], pile: _Pile, *, asked: bool) -> None:
    suffix = path.suffix.lower()
    if suffix == ".zip":
        _zip_on_disk(path, above, pile)
    elif asked or suffix in _READ or suffix in _PAPERS:
        pile.sources.append(Source(str(path), str(path), folders=above))
    else:
        pile.left_out.append(str(path))


def _zip_on_disk(path: Path, above: tuple[str, ...], pile: _Pile) -> None:
    try:
        _zip(path, _Zip(str(path), str(path), (), (*above, path.name)), pile, 1)
    except UnreadableError as error:
        pile.refused.append((str(path), error))


@dataclass(frozen=True, slots=True)
class _Zip:
    path: str
    root: str
    members: tuple[str, ...]
    folders: tuple[str, ...]


def _zip(data: bytes | Path, zipped: _Zip, pile: _Pile, depth: int) -> None:
    """The papers in a zip, each with the way to it."""
    name = PurePosixPath(zipped.path).name
    if depth > _DEPTH:
        raise UnreadableError(name, say.ZIP_DEEP(depth=_DEPTH), say.UNPACK_IT())
    with _opened(data, name) as archive:
        members = archive.infolist()
    if len(members) > _MEMBERS:
        raise UnreadableError(name, say.ZIP_LONG(count=_MEMBERS), say.UNPACK_IT())
    for member in sorted(members, key=_spelled):
        parts = [part for part in _spelled(member).replace("\\", "/").split("/") if part not in ("", ".", "..")]
        if member.is_dir() or not parts or any(is_junk(part) for part in parts):
            continue
        path = "/".join((zipped.path, *parts))
        inner = _Zip(path, zipped.root, (*zipped.members, member.filename), (*zipped.folders, *parts[:-1]))
        suffix = PurePosixPath(parts[-1]).suffix.lower()
        if suffix == ".zip":
            try:
                below = _Zip(path, inner.root, inner.members, (*inner.folders, parts[-1]))
                _zip(_member(data, member.filename, parts[-1]), below, pile, depth + 1)
            except UnreadableError as error:
                pile.refused.append((path, error))
        elif suffix in _READ or suffix in _PAPERS:
            pile.sources.append(Source(path, inner.root, inner.members, inner.folders))
        else:
            pile.left_out.append(path)


def _opened(data: bytes | Path, name: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(data if isinstance(data, Path) else io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise UnreadableError(name, say.ZIP_BROKEN(), say.PACK_AGAIN()) from error


def _member(data: bytes | Path, member: str, name: str) -> bytes:
    """The bytes of one member within the limit."""
    with _opened(data, name) as archive:
        try:
            info = archive.getinfo(member)
            if info.flag_bits & 0x1:
                raise UnreadableError(name, say.ZIP_LOCKED(), say.UNPACK_IT())
            with archive.open(info) as file:
                found = file.read(limits.FILE + 1)
        except UnreadableError:
            raise
        except Exception as error:  # zipfile raises a good dozen kinds on damaged members
            raise UnreadableError(name, say.ZIP_BROKEN(), say.PACK_AGAIN()) from error
    if len(found) > limits.FILE:
        raise UnreadableError(name, say.ZIP_LARGE(size=limits.FILE // 2**20), say.UNPACK_IT())
    return found


def _spelled(member: zipfile.ZipInfo) -> str:
    """The name of a member as it was meant. A zip says whether a name is UTF-8; where it does not, Mac programs write
    UTF-8 all the same, and Chinese Windows programs GBK.
    """
    if member.flag_bits & 0x800:
        return member.filename
    try:
        stored = member.filename.encode("cp437")
    except UnicodeEncodeError:
        return member.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return stored.decode(encoding)
        except UnicodeDecodeError:
            continue
    return member.filename


def is_junk(name: str) -> bool:
    """What office programs and systems leave lying about: lock files, previews, hidden files."""
    return name.startswith(("~$", ".")) or name.lower() in _JUNK
