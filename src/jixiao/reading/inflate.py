"""The usual member of a zip file unpacked without detours: the bytes of the file and an entry of its directory in, the
bytes of the member out.

A stream of the library costs more than the unpacking itself where parts are small, as those of office files are.
"""

from __future__ import annotations

import struct
import zipfile
import zlib

_HEADER = struct.Struct("<4sHHHHHLLLHH")
"""Of a member: signature, version, flags, method, time, date, checksum, both sizes, lengths of name and extra field."""

_KNOWN_FLAGS = 0b1000_0000_1110
"""Level of packing, sizes behind the data, names in UTF-8."""


def inflated(data: bytes, member: zipfile.ZipInfo) -> bytes | None:
    """The member, if it is packed the usual way and its size and checksum are as the directory says. ``None`` where
    anything is out of the ordinary: then the library tells what.
    """
    start = member.header_offset
    if member.compress_type != zipfile.ZIP_DEFLATED or start < 0 or start + _HEADER.size > len(data):
        return None
    signature, _, flags, *_, name, extra = _HEADER.unpack_from(data, start)
    if signature != b"PK\x03\x04" or (flags | member.flag_bits) & ~_KNOWN_FLAGS:
        return None
    begin = start + _HEADER.size
    packed = begin + name + extra
    end = getattr(member, "_end_offset", None)  # newer libraries know where the next member begins
    if end is not None and packed + member.compress_size > end:
        return None
    stored = data[begin : begin + name]
    if not stored.isascii() or stored != member.orig_filename.encode("utf-8", "replace"):
        return None
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        found = stream.decompress(data[packed : packed + member.compress_size], member.file_size + 1)
    except zlib.error:
        return None
    whole = stream.eof and len(found) == member.file_size
    return found if whole and zlib.crc32(found) == member.CRC else None
