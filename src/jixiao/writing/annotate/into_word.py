"""Findings as comments in a Word file: its bytes, findings and trace enter, the file with its comments leaves.

The places are those of the reader, found by the reader's own walk, so that the two cannot count differently. The
comments and their marks are put into the parts concerned; every other byte of the file stays.
"""

from __future__ import annotations

from collections.abc import Collection

from lxml import etree

from ...model import Finding
from ...reading.package import W
from ...reading.styles import Styles
from ...reading.word import places
from . import comments, marks, threads
from .asked import Asked
from .result import AnnotateResult
from .where import Range, Where
from .word import CommentedFile


def word_annotated(data: bytes, name: str, asked: Asked) -> tuple[bytes, AnnotateResult]:
    """The Word file with a comment at every place. ``UnreadableError`` where it takes none."""
    word = CommentedFile(data, name)
    try:
        return _commented(word, asked)
    except ValueError as error:  # what cannot be changed without guessing
        raise word.refused() from error


def _commented(word: CommentedFile, asked: Asked) -> tuple[bytes, AnnotateResult]:
    there = word.comments
    tree = None if there is None else there[1]
    text, root = _without_ours(word, comments.ours(tree))
    body = root.find(W + "body")
    if body is None:
        raise word.refused(word.main)
    where = Where(places(body, word.name, word.package), asked.file, Styles.of(word.package))
    at: dict[Range, list[Finding]] = {}
    lost: list[Finding] = []
    for finding in asked.findings:
        place = where.of(finding, asked.trace, asked.dossier)
        if place is None:
            lost.append(finding)
        else:
            at.setdefault(place, []).append(finding)
    todo = comments.plan(tree, [asked.said(findings) for findings in at.values()], marks.numbers(root))
    parts = {word.main: marks.with_marks(text, root, list(zip(at, todo.numbers, strict=True)))}
    part = None
    if todo.changes:
        parts |= threads.without(word.relations, word.read, todo.gone)
        part = comments.fresh(todo) if there is None else comments.changed(*there, todo)
    count = len(asked.findings) - len(lost)
    return word.with_parts(parts, part), AnnotateResult(len(at), count, len(at), tuple(lost), word.notes)


def _without_ours(word: CommentedFile, ours: Collection[str]) -> tuple[bytes, etree._Element]:
    """The text and its tree without our earlier marks, so that a second run finds what the first one found."""
    text, root = word.text
    bare = marks.without(text, root, ours)
    return (text, root) if bare is text else (bare, word.parse(bare))
