"""What every reader gives, whatever the format."""

from __future__ import annotations

from typing import NamedTuple

from jixiao.model import Block
from jixiao.model.message import Message


class Content(NamedTuple):
    """Blocks in reading order, and notes on what was not read."""

    blocks: tuple[Block, ...]
    notes: tuple[Message, ...] = ()
