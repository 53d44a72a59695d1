"""The dictionary of labels: what the words on the official forms mean, block by block.

The name of a block enters; its words, their index and its patterns leave. The data are YAML, read when first asked
for: blocks that several kinds of form share in ``data/labels``, those of one kind in its folder. A word may stand in
several blocks with different keys (合计, 实际完成情况, 得分): it is always looked up within a block.

Words are given in normal form (:func:`.labels.label`): without spaces, units, and hints such as (A) or (50分). The
first word of a key is its usual one. Sources: the central form of 2020 and published tables of Hunan, Sichuan, Hubei,
Yunnan, Ningxia, Anhui, Hebei, Shanghai.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jixiao.model.classes import dataclass

from .datafiles import FORMS, read

LEVELS = "levels"
"""The block of the names of levels: ``level1`` and ``level2``."""


@dataclass(frozen=True, slots=True)
class Block:
    """``words``: key → the words in use; ``index``: word → the first key that has it; ``patterns`` (key, pattern) say
    what a label means where no word fits: the first that matches counts.
    """

    words: Mapping[str, tuple[str, ...]]
    index: Mapping[str, str]
    patterns: tuple[tuple[str, str], ...]


@cache
def block(name: str) -> Block:
    """A block of the dictionary; ``KeyError`` where there is none of that name."""
    data = read(_files()[name])
    words = {key: tuple(text.split()) for key, text in data["words"].items()}
    index: dict[str, str] = {}
    for key, spelt in words.items():
        for word in spelt:
            index.setdefault(word, key)
    return Block(words, index, tuple((pattern["key"], pattern["is"]) for pattern in data.get("patterns", ())))


@cache
def patterns(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns of a block, compiled."""
    return tuple((key, re.compile(pattern)) for key, pattern in block(name).patterns)


def blocks() -> tuple[str, ...]:
    """The names of all blocks."""
    return tuple(sorted(_files()))


@cache
def _files() -> Mapping[str, Path]:
    """Every block with its file. A block has one file: two kinds that share it keep it in ``data/labels``."""
    found: dict[str, Path] = {}
    for path in sorted((*FORMS.glob("data/labels/*.yaml"), *FORMS.glob("*/labels/*.yaml"))):
        if found.setdefault(path.stem, path) != path:
            raise ValueError(f"two files are the block {path.stem}: {found[path.stem]}, {path}")
    return found
