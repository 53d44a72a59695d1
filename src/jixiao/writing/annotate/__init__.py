"""Findings as comments in the user's own Word file: source, findings and trace in, a commented copy out.

The places are those of the reader, found by the reader's own walk, so that the two cannot count differently. The
comments and their marks are put into the parts concerned; every other byte of the file stays.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from lxml import etree

from jixiao.model.classes import dataclass

from ...model import Finding, Trace
from ...reading.file import read_bytes
from ...reading.package import W
from ...reading.word import places
from . import comments, marks, threads
from .comments import AUTHOR
from .says import lines
from .where import place_of
from .word import CommentedFile

__all__ = ["AUTHOR", "AnnotateResult", "annotate", "annotated"]


@dataclass(frozen=True, slots=True)
class AnnotateResult:
    """How many comments were written, and the findings that have no place in this file."""

    written: int
    not_placed: tuple[Finding, ...]


def annotate(
    source: Path,
    findings: Sequence[Finding],
    trace: Trace,
    target: Path,
    *,
    lang: str = "zh",
    names: Mapping[str, str] | None = None,
) -> AnnotateResult:
    """Write a copy of ``source`` (.docx) to ``target`` with a comment for each finding at its place in this file.

    A finding stands at its main place or, where that is in another file, at the first related place in this one. What
    follows from it makes further paragraphs of the same comment. Comments that this program put there earlier are
    replaced, those of others stay. ``names`` tells the names of the other files that the trace speaks of, by their
    identity. ``FileExistsError`` where the target is already there: nothing is overwritten; ``UnreadableError`` where
    the source cannot be read or takes no comments.
    """
    if target.exists():
        raise FileExistsError(str(target))
    data, result = annotated(read_bytes(source), source.name, findings, trace, lang=lang, names=names)
    with target.open("xb") as file:
        file.write(data)
    return result


def annotated(
    data: bytes,
    name: str,
    findings: Sequence[Finding],
    trace: Trace,
    *,
    lang: str = "zh",
    names: Mapping[str, str] | None = None,
) -> tuple[bytes, AnnotateResult]:
    """The same from bytes to bytes: the file with its comments. ``name`` is for messages."""
    # a place belongs to a file by the hash of its bytes; traces of older versions know the name only
    file = (hashlib.sha256(data).hexdigest(), name)
    word = CommentedFile(data, name)
    try:
        return _commented(word, file, findings, trace, names or {}, lang)
    except ValueError as error:  # what cannot be changed without guessing
        raise word.refused() from error


def _commented(
    word: CommentedFile,
    file: Collection[str],
    findings: Sequence[Finding],
    trace: Trace,
    names: Mapping[str, str],
    lang: str,
) -> tuple[bytes, AnnotateResult]:
    there = word.comments
    tree = None if there is None else there[1]
    text, root = _without_ours(word, comments.ours(tree))
    body = root.find(W + "body")
    if body is None:
        raise word.refused(word.main)
    found = places(body, word.name)
    ranges = [place_of(finding, trace, found, file) for finding in findings]
    placed = [(finding, where) for finding, where in zip(findings, ranges, strict=True) if where is not None]
    said = [lines(finding, trace, file, names, lang) for finding, _ in placed]
    todo = comments.plan(tree, said, marks.numbers(root))
    marked = [(where, number) for (_, where), number in zip(placed, todo.numbers, strict=True)]
    parts = {word.main: marks.with_marks(text, root, marked)}
    part = None
    if todo.changes:
        parts |= threads.without(word.relations, word.read, todo.gone)
        part = comments.fresh(todo) if there is None else comments.changed(*there, todo)
    lost = tuple(finding for finding, where in zip(findings, ranges, strict=True) if where is None)
    return word.with_parts(parts, part), AnnotateResult(len(placed), lost)


def _without_ours(word: CommentedFile, ours: Collection[str]) -> tuple[bytes, etree._Element]:
    """The text and its tree without our earlier marks, so that a second run finds what the first one found."""
    text, root = word.text
    bare = marks.without(text, root, ours)
    return (text, root) if bare is text else (bare, word.parse(bare))
