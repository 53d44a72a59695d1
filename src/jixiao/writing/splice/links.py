"""How the parts of a package know each other: relations and content types (ECMA-376 part 2). XML enters; what it says,
or the same with one more entry, leaves.
"""

from __future__ import annotations

import posixpath
from xml.sax.saxutils import quoteattr

from lxml import etree

from jixiao.model.classes import dataclass

from .markup import Markup

TYPES_PART = "[Content_Types].xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


Part = tuple[bytes, etree._Element]
"""The bytes of a part and its tree."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part is to another part of the same package."""

    key: str
    kind: str
    part: str


def relations_part(part: str) -> str:
    """The name of the part that holds the relations of a part."""
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def relations(root: etree._Element | None, part: str) -> tuple[Relation, ...]:
    """The relations of a part to others inside the package; what it refers to outside is left out."""
    return tuple(
        Relation(item.get("Id", ""), item.get("Type", ""), _target(part, item.get("Target", "")))
        for item in (() if root is None else root.iter(f"{{{_RELATIONS}}}Relationship"))
        if item.get("TargetMode") != "External"
    )


def with_relation(links: Part | None, part: str, kind: str, target: str) -> bytes:
    """The relations of ``part`` (``None`` where it had none so far) with one more, under the first free id."""
    near = posixpath.relpath(target, posixpath.dirname(part) or ".")
    key = free_key(links)
    if links is None:
        entry = f'<Relationship Id="{key}" Type={quoteattr(kind)} Target={quoteattr(near)}/>'
        return f'{_DECLARATION}<Relationships xmlns="{_RELATIONS}">{entry}</Relationships>'.encode()
    data, root = links
    prefix = f"{root.prefix}:" if root.prefix else ""
    entry = f'<{prefix}Relationship Id="{key}" Type={quoteattr(kind)} Target={quoteattr(near)}/>'
    return _appended(data, root, entry)


def free_key(links: Part | None) -> str:
    """The id that the next relation will have."""
    taken = {item.get("Id") for item in (() if links is None else links[1])}
    return next(name for n in range(1, len(taken) + 2) if (name := f"rId{n}") not in taken)


def without_relation(links: Part, part: str, target: str) -> bytes | None:
    """The relations of ``part`` without those to ``target``; ``None`` where none is left."""
    data, root = links
    items = list(root.iter(f"{{{_RELATIONS}}}Relationship"))
    gone = [
        item
        for item in items
        if item.get("TargetMode") != "External" and _target(part, item.get("Target", "")) == target
    ]
    return None if len(gone) == len(items) else _cut(data, root, gone)


def type_of(root: etree._Element, part: str) -> str:
    """The content type of a part: its own, else that of its extension; empty where none is said."""
    extension = part.rpartition(".")[2].lower()
    by_extension = (
        item.get("ContentType", "")
        for item in root.iterchildren(f"{{{_TYPES}}}Default")
        if item.get("Extension", "").lower() == extension
    )
    return _own_type(root, part) or next(by_extension, "")


def with_type(types: Part, part: str, content_type: str) -> bytes:
    """The content types with that of a part; unchanged where it is said already. ``ValueError`` where the part has
    another of its own.
    """
    data, root = types
    if type_of(root, part) == content_type:
        return data
    if _own_type(root, part):
        raise ValueError(f"{part} is something else")
    prefix = f"{root.prefix}:" if root.prefix else ""
    entry = f"<{prefix}Override PartName={quoteattr('/' + part)} ContentType={quoteattr(content_type)}/>"
    return _appended(data, root, entry)


def with_extension(types: Part, extension: str, content_type: str) -> bytes:
    """The content types with that of all parts of an extension; unchanged where it is said already. ``ValueError``
    where it is another.
    """
    data, root = types
    said = type_of(root, f".{extension}")
    if said and said != content_type:
        raise ValueError(f"parts called .{extension} are something else")
    prefix = f"{root.prefix}:" if root.prefix else ""
    entry = f"<{prefix}Default Extension={quoteattr(extension)} ContentType={quoteattr(content_type)}/>"
    return data if said else _appended(data, root, entry)


def without_type(types: Part, part: str) -> bytes:
    """The content types without that of a part of its own; an extension is named as ``.vml``."""
    data, root = types
    if part.startswith("."):
        return _cut(data, root, [one for one in root if one.get("Extension", "").lower() == part[1:]])
    return _cut(data, root, [one for one in root if one.get("PartName", "").lower() == f"/{part}".lower()])


def _cut(data: bytes, root: etree._Element, gone: list[etree._Element]) -> bytes:
    markup = Markup(data, root)
    for item in gone:
        markup.cut(item)
    return markup.written()


def _own_type(root: etree._Element, part: str) -> str:
    named = f"/{part}".lower()
    own = (item for item in root.iterchildren(f"{{{_TYPES}}}Override") if item.get("PartName", "").lower() == named)
    return next((item.get("ContentType", "") for item in own), "")


def _appended(data: bytes, root: etree._Element, entry: str) -> bytes:
    markup = Markup(data, root)
    markup.put(markup.last(root), entry)
    return markup.written()


def _target(part: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
