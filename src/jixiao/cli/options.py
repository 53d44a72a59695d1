"""Options that several commands share, and how an unreadable input ends a command."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
    typer.Argument(help="Word（.docx）、文本导出或卷宗；几份文件合为一份卷宗。Files that make one dossier."),
]
FormatOption = Annotated[Format, typer.Option("--format", help="输出形式。Output as text or JSON.")]
LangOption = Annotated[
    Lang | None, typer.Option("--lang", help="语言；默认中文，终端显示不了中文时用英文。Language of messages.")
]
PolicyOption = Annotated[
    str | None,
    typer.Option("--policy", help="政策编号或 YAML 文件；不给时按单位名称和年度选。Policy id or file."),
]


def language(chosen: Lang | None) -> str:
    """The chosen language; without a choice Chinese, or English where the console cannot show Chinese."""
    if chosen is not None:
        return chosen.value
    try:
        "绩效".encode(sys.stdout.encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return "en"
    return "zh"


@contextmanager
def readable() -> Iterator[None]:
    """Unreadable input ends the command with exit code 2 and one message that names file, place and remedy."""
    from jixiao.model import UnreadableError

    try:
        yield
    except UnreadableError as error:
        typer.echo(f"读不了 / cannot read: {error}", err=True)
        raise typer.Exit(2) from None


def misuse(message: str) -> typer.Exit:
    """Tell what was wrong with the call; the caller raises what comes back (exit code 2)."""
    typer.echo(message, err=True)
    return typer.Exit(2)


def policy_for(dossier: Dossier, chosen: str | None) -> Policy:
    """The policy asked for, or the one that unit, year and place choose. Exit code 2 where it is unknown or faulty."""
    from jixiao.policy import PolicyError, resolve

    try:
        return resolve(unit=dossier.unit, year=dossier.year, place=dossier.place, policy=chosen)
    except PolicyError as error:
        raise misuse(str(error)) from None


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
