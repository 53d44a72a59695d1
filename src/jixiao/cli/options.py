"""Options that several commands share, the language of what is printed, and JSON."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from .languages import Lang, language

__all__ = [
    "Files",
    "Format",
    "FormatOption",
    "Lang",
    "LangOption",
    "PolicyOption",
    "language",
    "print_json",
]


class Format(StrEnum):
    """How a result is printed."""

    TEXT = "text"
    JSON = "json"


Files = Annotated[
    list[Path],
    typer.Argument(
        help="Word（.docx）、Excel（.xlsx）、文本导出或卷宗；几份合为一份卷宗。Files that make one dossier."
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", help="输出形式。Output as text or JSON.")]
LangOption = Annotated[
    Lang | None, typer.Option("--lang", help="语言；默认中文，终端显示不了中文时用英文。Language of messages.")
]
PolicyOption = Annotated[
    str | None,
    typer.Option("--policy", help="政策编号或 YAML 文件；不给时按单位名称和年度选。Policy id or file."),
]
FormOption = Annotated[
    list[str],
    typer.Option(
        "--form", help="版式编号（见 jixiao forms）或 YAML 文件，可多次给出；不给时按地方和年度选。Layout id or file."
    ),
]


def print_json(data: object) -> None:
    """One JSON object, UTF-8 whatever the console's encoding is."""
    import json

    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(text)
        return
    sys.stdout.flush()
    buffer.write(text.encode("utf-8"))
    buffer.flush()
