"""Options that several commands share, the language of what is printed, and JSON."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

if TYPE_CHECKING:
    from jixiao.model import Dossier
    from jixiao.policy import Policy


class Format(StrEnum):
    """How a result is printed."""

    TEXT = "text"
    JSON = "json"


class Lang(StrEnum):
    """The language of messages."""

    ZH = "zh"
    EN = "en"


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


def language(chosen: Lang | None, stream: TextIO | None = None) -> str:
    """The chosen language; without a choice Chinese, or English where the console cannot show Chinese."""
    if chosen is not None:
        return chosen.value
    return "zh" if can_show("绩效", stream) else "en"


def can_show(text: str, stream: TextIO | None = None) -> bool:
    """Whether a console (that of the results without ``stream``) has these characters."""
    try:
        text.encode((stream or sys.stdout).encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def policy_for(dossier: Dossier, chosen: str | None) -> Policy:
    """The policy asked for, or the one that unit, year and place choose. ``PolicyError`` where it is unknown or
    faulty.
    """
    from jixiao.policy import resolve

    return resolve(unit=dossier.unit, year=dossier.year, place=dossier.place, policy=chosen)


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
