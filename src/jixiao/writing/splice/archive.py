"""A zip package with some of its members replaced, added or left out: bytes in, bytes out.

Every other member is copied as it stands: header, packed bytes, descriptor, date, attributes, order. The same input
gives the same bytes. Only the form of the container is looked at here; whoever reads the members has checked their
size (:class:`jixiao.reading.package.Package`).
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from jixiao.model.classes import dataclass

_LOCAL = struct.Struct("<4s5H3I2H")
_ENTRY = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_END_64 = struct.Struct("<4sQ2H2I4Q")
_LOCATOR_64 = struct.Struct("<4sIQI")
_ZIP64 = 1
"""The kind of extra field that holds what does not fit into 32 bits."""

_ENCRYPTED, _DESCRIPTOR, _EFFORT, _UTF8 = 0x1, 0x8, 0x6, 0x800
_DAY_ONE = 0x21
"""1 January 1980, the first date that a zip file can tell: a new member has no date of its own."""

_MANY, _LARGE = 0xFFFF, 0xFFFFFFFF


class _Head(NamedTuple):
    """The header that stands before the bytes of a member."""

    sign: bytes
    needed: int
    flags: int
    method: int
    time: int
    date: int
    crc: int
    packed: int
    size: int
    name: int
    extra: int


class _Fields(NamedTuple):
    """An entry of the directory, up to its name."""

    sign: bytes
    made: int
    needed: int
    flags: int
    method: int
    time: int
    date: int
    crc: int
    packed: int
    size: int
    name: int
    extra: int
    comment: int
    disk: int
    inner: int
    outer: int
    offset: int


@dataclass(frozen=True, slots=True)
class _Member:
    """A member as it stands in the file: its record (header, packed bytes, descriptor) and its entry."""

    name: str
    start: int
    record: bytes
    entry: bytes


def spliced(data: bytes, parts: Mapping[str, bytes | None]) -> bytes:
    """The package with these parts: bytes replace a member or come behind the last one, ``None`` leaves it out.

    A part that already holds these bytes is not packed again; where nothing changes, ``data`` itself comes back.
    ``ValueError`` where the package is no zip file, or cannot be changed without guessing: a named member is there
    twice or is encrypted, or records overlap.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = _members(data, archive)
        changes = _changes(archive, members, parts)
    except (zipfile.BadZipFile, struct.error, NotImplementedError, zlib.error, EOFError, RuntimeError) as error:
        raise ValueError("no zip package that can be changed") from error
    if not changes:
        return data
    kept = [_changed(member, changes) for member in members]
    there = {member.name for member in members}
    added = [_new(name, content) for name, content in changes.items() if name not in there and content is not None]
    first = min((member.start for member in members), default=archive.start_dir)
    return _written(data[:first], [m for m in kept if m is not None] + added, archive.comment)


def _members(data: bytes, archive: zipfile.ZipFile) -> list[_Member]:
    """All members in the order of the directory. A record reaches to the next one: gaps are copied along."""
    starts = sorted(info.header_offset for info in archive.filelist)
    ends = dict(zip(starts, [*starts, archive.start_dir][1:], strict=True))
    if len(ends) < len(starts):
        raise ValueError("two members share one record")
    members, at = [], archive.start_dir
    for info in archive.filelist:
        fields = _Fields(*_ENTRY.unpack_from(data, at))
        size = _ENTRY.size + fields.name + fields.extra + fields.comment
        start, end = info.header_offset, ends[info.header_offset]
        head = _Head(*_LOCAL.unpack_from(data, start))
        if head.sign != b"PK\x03\x04" or start + _LOCAL.size + head.name + head.extra + info.compress_size > end:
            raise ValueError(f"the record of {info.filename} is not where the directory says")
        members.append(_Member(info.filename, start, data[start:end], data[at : at + size]))
        at += size
    return members


def _changes(
    archive: zipfile.ZipFile, members: list[_Member], parts: Mapping[str, bytes | None]
) -> dict[str, bytes | None]:
    """The parts that differ from what is there."""
    names = [member.name for member in members]
    changes: dict[str, bytes | None] = {}
    for name, content in parts.items():
        if names.count(name) > 1:
            raise ValueError(f"{name} is there twice")
        if name not in names:
            if content is not None:
                changes[name] = content
            continue
        if archive.getinfo(name).flag_bits & _ENCRYPTED:
            raise ValueError(f"{name} is encrypted")
        if content is None or archive.read(name) != content:
            changes[name] = content
    return changes


def _changed(member: _Member, changes: Mapping[str, bytes | None]) -> _Member | None:
    """The member with its new content and all else that was said of it; ``None`` where it is left out."""
    if member.name not in changes:
        return member
    content = changes[member.name]
    if content is None:
        return None
    head, fields = _Head(*_LOCAL.unpack_from(member.record)), _Fields(*_ENTRY.unpack_from(member.entry))
    name = member.entry[_ENTRY.size : _ENTRY.size + fields.name]
    told = member.entry[_ENTRY.size + fields.name :]
    method = fields.method if fields.method == zipfile.ZIP_STORED else zipfile.ZIP_DEFLATED
    flags = fields.flags & ~(_DESCRIPTOR | _EFFORT)
    packed = _packed(content, method)
    sizes = (zlib.crc32(content), len(packed), len(content))
    beside = _without_zip64(member.record[_LOCAL.size + head.name : _LOCAL.size + head.name + head.extra])
    local = head._replace(
        flags=flags, method=method, crc=sizes[0], packed=sizes[1], size=sizes[2], name=len(name), extra=len(beside)
    )
    extra = _without_zip64(told[: fields.extra])
    entry = fields._replace(flags=flags, method=method, crc=sizes[0], packed=sizes[1], size=sizes[2], extra=len(extra))
    return replace(
        member,
        record=_LOCAL.pack(*local) + name + beside + packed,
        entry=_ENTRY.pack(*entry._replace(disk=0, offset=0)) + name + extra + told[fields.extra :],
    )


def _new(name: str, content: bytes) -> _Member:
    """A member that was not there."""
    raw = name.encode()
    flags = 0 if name.isascii() else _UTF8
    packed = _packed(content, zipfile.ZIP_DEFLATED)
    same = (20, flags, zipfile.ZIP_DEFLATED, 0, _DAY_ONE, zlib.crc32(content), len(packed), len(content), len(raw), 0)
    record = _LOCAL.pack(b"PK\x03\x04", *same) + raw + packed
    return _Member(name, _LARGE, record, _ENTRY.pack(b"PK\x01\x02", 20, *same, 0, 0, 0, 0, 0) + raw)


def _packed(content: bytes, method: int) -> bytes:
    if method == zipfile.ZIP_STORED:
        return content
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


def _without_zip64(extra: bytes) -> bytes:
    """Extra fields without the one of large sizes: what is written anew is small."""
    kept, at = b"", 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<2H", extra, at)
        if kind != _ZIP64:
            kept += extra[at : at + 4 + size]
        at += 4 + size
    return kept + extra[at:]


def _written(before: bytes, members: list[_Member], comment: bytes) -> bytes:
    """The file: records in the order of the old file, the directory in its own."""
    pieces, offsets, at = [before], {}, len(before)
    for member in sorted(members, key=lambda one: one.start):
        pieces.append(member.record)
        offsets[member.name, member.start] = at
        at += len(member.record)
    directory = b"".join(_moved(member.entry, offsets[member.name, member.start]) for member in members)
    if at + len(directory) >= _LARGE:
        raise ValueError("the package is too large")
    count = len(members)
    if count >= _MANY:
        pieces += [directory, _END_64.pack(b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, len(directory), at)]
        pieces.append(_LOCATOR_64.pack(b"PK\x06\x07", 0, at + len(directory), 1))
        count = _MANY
    else:
        pieces.append(directory)
    pieces += [_END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), at, len(comment)), comment]
    return b"".join(pieces)


def _moved(entry: bytes, offset: int) -> bytes:
    """A directory entry whose record stands at ``offset`` now."""
    fields = _Fields(*_ENTRY.unpack_from(entry))
    if fields.offset != _LARGE:
        return _ENTRY.pack(*fields._replace(offset=offset)) + entry[_ENTRY.size :]
    at = _ENTRY.size + fields.name
    end = at + fields.extra
    while at + 4 <= end:
        kind, size = struct.unpack_from("<2H", entry, at)
        if kind == _ZIP64:
            # sizes stand before the offset, those only that do not fit into their own fields
            place = at + 4 + 8 * [fields.size, fields.packed].count(_LARGE)
            return entry[:place] + struct.pack("<Q", offset) + entry[place + 8 :]
        at += 4 + size
    raise ValueError("a directory entry does not say where its record stands")
