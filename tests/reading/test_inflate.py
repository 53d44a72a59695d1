"""Members unpacked without the library are what the library gives; anything odd about one is left to the library."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.reading.inflate import inflated

NAME = "xl/workbook.xml"


def packed(content: bytes, method: int = zipfile.ZIP_DEFLATED, name: str = NAME) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr(name, content)
    return file.getvalue()


def member(data: bytes) -> zipfile.ZipInfo:
    return zipfile.ZipFile(io.BytesIO(data)).infolist()[0]


@given(st.binary(max_size=300), st.integers(1, 400), st.binary(max_size=20))
def test_the_same_as_by_the_library(content: bytes, times: int, before: bytes) -> None:
    data = before + packed(content * times)
    assert inflated(data, member(data)) == content * times


@given(st.binary(min_size=1, max_size=300), st.data())
def test_never_other_than_by_the_library(content: bytes, draw: st.DataObject) -> None:
    broken = bytearray(packed(content))
    for _ in range(draw.draw(st.integers(1, 3))):
        broken[draw.draw(st.integers(0, len(broken) - 1))] = draw.draw(st.integers(0, 255))
    try:
        with zipfile.ZipFile(io.BytesIO(bytes(broken))) as archive:
            (first, *_) = archive.infolist()
            found = inflated(bytes(broken), first)
            assert found is None or found == archive.read(first)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return  # no directory: nothing to unpack


def test_a_name_that_is_not_ascii_is_left_to_the_library() -> None:
    data = packed(b"x", name="附表.xml")
    assert inflated(data, member(data)) is None


def test_a_stored_member_is_left_to_the_library() -> None:
    data = packed(b"x", zipfile.ZIP_STORED)
    assert inflated(data, member(data)) is None


@pytest.mark.parametrize("declared", [5, 4999, 5001])
def test_a_declared_size_is_a_claim(declared: int) -> None:
    data = packed(b"0" * 5000)
    entry = member(data)
    entry.file_size = declared
    assert inflated(data, entry) is None


@pytest.mark.parametrize("attribute", ["CRC", "header_offset", "compress_size", "flag_bits"])
def test_what_the_directory_says_must_hold(attribute: str) -> None:
    data = packed(b"0" * 5000)
    entry = member(data)
    setattr(entry, attribute, getattr(entry, attribute) ^ 1)
    assert inflated(data, entry) is None
