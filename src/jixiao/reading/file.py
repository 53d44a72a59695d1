"""From a path to a document: the file is opened, told by its content, and handed to the reader of its format."""

from __future__ import annotations

import hashlib
from pathlib import Path

from jixiao.model import Document, UnreadableError

from . import limits
from .sniff import sniff


def read_document(path: Path) -> Document:
    """The file as paragraphs and tables. Word files (.docx) and tab-indented text exports; the suffix does not matter.

    ``UnreadableError`` says what is wrong and what to do; nothing else is raised for any file.
    """
    data = read_bytes(path)
    name = path.name
    if sniff(data, name) == "zip":
        from .word import read_word

        content = read_word(data, name)
    else:
        from .text import read_text

        content = read_text(data, name)
    return Document(name, hashlib.sha256(data).hexdigest(), content.blocks, content.notes)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file within the limit. ``UnreadableError`` where it is missing, a folder, locked or too large."""
    try:
        if path.is_dir():
            raise UnreadableError(path.name, "这是文件夹，不是文件", "请选择其中的文件")
        if not path.is_file():
            raise UnreadableError(path.name, "找不到这个文件", "请检查路径和文件名")
        with path.open("rb") as file:
            data = file.read(limits.FILE + 1)
    except OSError as error:
        raise UnreadableError(path.name, "打不开", "请检查权限，或关闭正在使用它的程序后再试") from error
    if len(data) > limits.FILE:
        raise UnreadableError(path.name, f"文件超过 {limits.FILE // 2**20} MB", "请压缩或删去其中的图片后再试")
    return data
