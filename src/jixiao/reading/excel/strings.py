"""The texts of a workbook: the table of shared strings, or one text in its cell, in; texts out.

A text may be made of runs with looks of their own. What is crossed out is no part of it; phonetic guides are none
either.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

from .names import MAIN, X

_SI, _T, _R, _R_PR, _STRIKE = X + "si", X + "t", X + "r", X + "rPr", X + "strike"
_PLAIN = re.compile(r"<si><t(?: xml:space=\"preserve\")?>([^<]*)</t>(?:<phoneticPr [^<>]*/>)?</si>|<si><t/></si>")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|[\ud800-\udfff]")


_ENTITY = re.compile(r"&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));")
_SIGNS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_NAMED = f' xmlns="{MAIN}"'.encode()


class Text(NamedTuple):
    """A text without what is crossed out in it; ``struck`` says whether anything is.

    ``firm`` is what stays where the font of the whole cell crosses out: runs with looks of their own.
    """

    text: str
    struck: bool = False
    firm: str = ""


def shared_strings(data: bytes, parse: Callable[[bytes], etree._Element]) -> list[Text | str]:
    """The shared strings in their order; those without runs as they are."""
    quick = _quick(data)
    return [_item(item) for item in parse(data).iterchildren(_SI)] if quick is None else quick


def _item(item: etree._Element) -> Text | str:
    text = text_of(item)
    return text if item.find(_R) is not None else text.text


def _quick(data: bytes) -> list[Text | str] | None:
    """The strings of a table that is written the usual way and has no runs; ``None`` for any other."""
    start, end = data.find(b"<si>"), data.rfind(b"</si>") + 5
    if start < 0 or b"<!" in data or data[end:].strip() != b"</sst>" or not usual(data[:start], b"<sst"):
        return None
    try:
        body = data[start:end].decode()
    except UnicodeDecodeError:
        return None
    found = _PLAIN.findall(body)
    if len(found) != body.count("<si") or "<r" in body:
        return None
    if "&" in body or "_x" in body or _ODD.search(body):
        return [decoded(unescaped(text)) for text in found]
    return found


def usual(head: bytes, root: bytes) -> bool:
    """Whether what stands before the content of a part is UTF-8 and names the main namespace without a prefix."""
    declaration, _, rest = head.partition(root)
    encoding = re.search(rb"encoding=[\"']([\w-]+)", declaration)
    return _NAMED in rest and (encoding is None or encoding[1].lower() == b"utf-8")


def text_of(item: etree._Element) -> Text:
    """The text of a shared string, or of a string kept in its cell."""
    pieces: list[str] = []
    firm: list[str] = []
    struck = False
    for child in item.iterchildren(_T, _R):
        if child.tag == _T:
            pieces.append(child.text or "")
            continue
        look = child.find(_R_PR)
        text = "".join(part.text or "" for part in child.iterchildren(_T))
        if look is not None and is_struck(look):
            struck = struck or bool(text.strip())
            continue
        pieces.append(text)
        if look is not None:
            firm.append(text)
    return Text(decoded("".join(pieces)), struck, decoded("".join(firm)))


def is_struck(font: etree._Element) -> bool:
    """Whether a font crosses out."""
    mark = font.find(_STRIKE)
    return mark is not None and mark.get("val", "1") not in {"0", "false", "off"}


def unescaped(text: str) -> str:
    """A text as it stands between tags, with its entities resolved."""
    return _ENTITY.sub(_sign, text) if "&" in text else text


def _sign(found: re.Match[str]) -> str:
    if found[1]:
        return _SIGNS[found[1]]
    code = int(found[2]) if found[2] else int(found[3], 16)
    return chr(code) if code < 0x110000 else ""


def decoded(text: str) -> str:
    """The text with the characters that XML cannot hold (``_x000D_``) put back, or left out where nothing prints."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isprintable() else _CONTROL.sub("", text)
