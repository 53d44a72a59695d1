"""Workbooks with something broken in them, for the fuzz test: a seed and sound parts in, changed parts out."""

from __future__ import annotations

import re
from random import Random

Parts = dict[str, bytes]

_NASTY = (
    b"", b"0", b"-1", b"1", b"99999999", b"1E+308", b"1E-308", b"nan", b"x", b"A1", b"A0", b"XFD1048576", b"A1:XFD9",
    b"B2:A1", b"inlineStr", b"s", b"str", b"d", b"e", b"true", b"hidden", b"rId1", b"../../x", b"General;;;@",
    b'"', b"&amp;#10;", b"&#0;", b"&#xD800;", b"_x0000_", "\u6587".encode(), b"\xff\xfe", b"[h]:mm;[&lt;0]0,,;#?/?",
)  # fmt: skip
_PIECES = (
    b"<c/>", b"<c>", b"</c>", b"<v/>", b"<v>1</v>", b"<f/>", b"<row/>", b"<row>", b"<is><t>x</t></is>", b"<!-- x -->",
    b"<![CDATA[<c>]]>", b"<?x y?>", b"<!DOCTYPE x>", b'<mergeCell ref="A1:C3"/>', b"</sheetData>", b"<sheetData>",
    b'<x:c xmlns:x="urn:x"/>', b"<r><rPr><strike/></rPr><t>y</t></r>", b"\x00", b"&x;",
)  # fmt: skip
_ATTRIBUTE, _TAG, _TEXT = re.compile(rb'="([^"]*)"'), re.compile(rb"<[^<>]*>"), re.compile(rb">([^<>]+)<")


def mutated(parts: Parts, random: Random) -> Parts:
    """The parts with one to four changes."""
    changed = dict(parts)
    for _ in range(random.randint(1, 4)):
        name = random.choice([name for name in changed if not name.startswith("docProps")] or list(changed))
        if random.random() < 0.03:
            del changed[name]
            if not changed:
                return dict(parts)
        else:
            changed[name] = random.choice(_WAYS)(changed[name], random)
    return changed


def _value(data: bytes, random: Random) -> bytes:
    return _replace(data, random, _ATTRIBUTE, random.choice(_NASTY))


def _text(data: bytes, random: Random) -> bytes:
    return _replace(data, random, _TEXT, random.choice(_NASTY))


def _replace(data: bytes, random: Random, pattern: re.Pattern[bytes], new: bytes) -> bytes:
    found = list(pattern.finditer(data))
    if not found:
        return data
    spot = random.choice(found)
    return data[: spot.start(1)] + new + data[spot.end(1) :]


def _insert(data: bytes, random: Random) -> bytes:
    spots = [spot.end() for spot in _TAG.finditer(data)] or [0]
    spot = random.choice(spots)
    return data[:spot] + random.choice(_PIECES) * random.choice((1, 1, 1, 50)) + data[spot:]


def _cut(data: bytes, random: Random) -> bytes:
    spots = [spot.span() for spot in _TAG.finditer(data)] or [(0, 0)]
    first, last = random.choice(spots), random.choice(spots)
    if random.random() < 0.5:
        return data[: first[0]] + data[first[1] :]
    start, end = min(first, last)[0], max(first, last)[0]
    return data[:start] + data[end:] if end - start < len(data) // 2 else data[:start]


def _twice(data: bytes, random: Random) -> bytes:
    spots = [spot.start() for spot in _TAG.finditer(data)] or [0]
    start, end = sorted((random.choice(spots), random.choice(spots)))
    return data[:end] + data[start : min(end, start + 5000)] + data[end:]


def _flip(data: bytes, random: Random) -> bytes:
    if not data:
        return data
    spot = random.randrange(len(data))
    return data[:spot] + bytes([data[spot] ^ (1 << random.randrange(8))]) + data[spot + 1 :]


_WAYS = (_value, _value, _value, _text, _text, _insert, _cut, _twice, _flip)
