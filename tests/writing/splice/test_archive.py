"""Packages with some members changed: those hold what was asked, every other byte of the rest is as it was."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import IO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.writing.splice import spliced

_NAMES = st.sampled_from(
    ["[Content_Types].xml", "word/document.xml", "word/媒体/图1.png", "xl/a.bin", "docProps/app.xml"]
)
_CONTENT = st.binary(max_size=300) | st.binary(max_size=6).map(lambda some: some * 200)
_DATES = st.tuples(
    st.integers(1980, 2107), st.integers(1, 12), st.integers(1, 28), st.integers(0, 23), st.integers(0, 59), st.just(0)
)


class Pipe(io.RawIOBase):
    """A stream that only goes forward: sizes then stand behind the bytes, in a descriptor."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, more: object) -> int:
        self.data += bytes(more)  # type: ignore[call-overload]
        return len(bytes(more))  # type: ignore[call-overload]


@st.composite
def packages(draw: st.DrawFn) -> bytes:
    """Zip files as various programs write them."""
    streamed, before = draw(st.booleans()), draw(st.sampled_from([b"", b"#!stub\n"]))
    sink: IO[bytes] = Pipe() if streamed else io.BytesIO()  # type: ignore[assignment]
    if not streamed:
        sink.write(before)
    with zipfile.ZipFile(sink, "w") as archive:
        for name in draw(st.lists(_NAMES, unique=True, min_size=1)):
            info = zipfile.ZipInfo(name, draw(_DATES))
            info.compress_type = draw(st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
            info.external_attr = draw(st.sampled_from([0, 0o100644 << 16, 0x20]))
            info.create_system = draw(st.sampled_from([0, 3]))
            info.extra = draw(st.sampled_from([b"", struct.pack("<2H4s", 0xA220, 4, b"room")]))
            info.comment = draw(st.sampled_from([b"", "备注".encode()]))
            with archive.open(info, "w", force_zip64=draw(st.booleans())) as member:
                member.write(draw(_CONTENT))
        archive.comment = draw(st.sampled_from([b"", b"made by hand"]))
    return bytes(sink.data) if isinstance(sink, Pipe) else sink.getvalue()  # type: ignore[attr-defined]


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


def records(data: bytes) -> dict[str, bytes]:
    """What stands in the file for each member, up to the next."""
    archive = opened(data)
    starts = sorted(info.header_offset for info in archive.infolist())
    ends = dict(zip(starts, [*starts[1:], archive.start_dir], strict=True))
    return {i.filename: data[i.header_offset : ends[i.header_offset]] for i in archive.infolist()}


def told(info: zipfile.ZipInfo) -> tuple[object, ...]:
    """What the directory says of a member, other than of its content."""
    return (
        info.filename,
        info.date_time,
        info.compress_type,
        info.external_attr,
        info.internal_attr,
        info.create_system,
        info.comment,
        info.flag_bits & 0x800,
    )


@given(packages(), st.dictionaries(_NAMES, st.none() | _CONTENT, max_size=3))
def test_only_what_is_named_changes(data: bytes, parts: dict[str, bytes | None]) -> None:
    result = spliced(data, parts)
    before, after = opened(data), opened(result)
    assert after.testzip() is None
    kept = [name for name in before.namelist() if parts.get(name, b"") is not None]
    added = [name for name, content in parts.items() if content is not None and name not in kept]
    assert after.namelist() == kept + added
    for name in kept:
        assert told(after.getinfo(name)) == told(before.getinfo(name))
        if name not in parts or parts[name] == before.read(name):
            assert records(result)[name] == records(data)[name]
            assert after.getinfo(name).extra == before.getinfo(name).extra
    assert {name: after.read(name) for name in kept + added} == {
        name: content if (content := parts.get(name)) is not None else before.read(name) for name in kept + added
    }
    assert after.comment == before.comment
    assert result[: min(i.header_offset for i in before.infolist())] == data[: before.infolist()[0].header_offset]


@given(packages(), st.dictionaries(_NAMES, st.none() | _CONTENT, max_size=3))
def test_twice_is_once(data: bytes, parts: dict[str, bytes | None]) -> None:
    once = spliced(data, parts)
    assert spliced(data, parts) == once
    assert spliced(once, parts) == once


@given(packages())
def test_nothing_named_nothing_changed(data: bytes) -> None:
    archive = opened(data)
    assert spliced(data, {}) is data
    assert spliced(data, {name: archive.read(name) for name in archive.namelist()}) is data
    assert spliced(data, {"not/there.xml": None}) is data


def test_a_package_without_members() -> None:
    empty = package([])
    assert opened(spliced(empty, {"a": b"1"})).read("a") == b"1"
    assert spliced(package([("a", b"1")]), {"a": None}) == empty


def test_more_members_than_a_small_directory_counts() -> None:
    many = {f"{n}": b"" for n in range(0xFFFF + 3)}
    result = spliced(package([("first", b"1")]), dict(many))
    assert len(opened(result).namelist()) == len(many) + 1
    assert len(opened(spliced(result, {"first": b"2"})).namelist()) == len(many) + 1


def test_a_directory_that_tells_places_in_the_large_form() -> None:
    data = package([("a", b"1"), ("b", b"2" * 50)])
    info = opened(data).getinfo("b")
    entry = data.rindex(b"PK\x01\x02")
    head = data[entry : entry + 46]
    large = struct.pack("<2H3Q", 1, 24, info.file_size, info.compress_size, info.header_offset)
    changed = head[:20] + b"\xff" * 8 + head[28:30] + struct.pack("<H", len(large)) + head[32:42] + b"\xff" * 4
    tail = bytearray(data[entry + 47 :])
    struct.pack_into("<I", tail, 12, struct.unpack_from("<I", tail, 12)[0] + len(large))
    odd = data[:entry] + changed + b"b" + large + tail
    assert opened(odd).read("b") == b"2" * 50
    result = opened(spliced(odd, {"a": b"longer than before"}))
    assert (result.read("a"), result.read("b")) == (b"longer than before", b"2" * 50)
    assert opened(spliced(odd, {"b": b"3"})).read("b") == b"3"


def package(members: list[tuple[str, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


def encrypted() -> bytes:
    data = bytearray(package([("a", b"secret")]))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def doubled() -> bytes:
    return package([("a", b"1"), ("b", b"2")]).replace(b"b", b"a")


def overlapping() -> bytes:
    data = bytearray(package([("a", b"1"), ("b", b"1")]))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 42 : entry + 46] = bytes(4)
    return bytes(data)


def astray() -> bytes:
    data = bytearray(package([("a", b"1"), ("b", b"2")]))
    data[30 + 1 + 1] = 0x51  # the second record no longer begins as one
    return bytes(data)


@pytest.mark.parametrize("data", [b"", b"no zip", encrypted(), doubled(), overlapping(), astray()])
def test_what_cannot_be_changed_without_guessing_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        spliced(data, {"a": b"2"})


def test_beside_an_encrypted_or_doubled_member_others_can_change() -> None:
    result = spliced(doubled() + b"", {"c": b"3"})
    assert opened(result).namelist() == ["a", "a", "c"]
    assert opened(spliced(encrypted(), {"c": b"3"})).read("c") == b"3"
