"""Options that several commands share, the language of what is printed, and JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import click

from .languages import Lang, language

__all__ = [
    "CONFIG",
    "FORM",
    "FORMAT",
    "LANG",
    "ONE_CASE",
    "ONE_PATH",
    "PATHS",
    "POLICY",
    "Among",
    "Format",
    "Lang",
    "language",
    "print_json",
    "selectors",
]


class Format(StrEnum):
    """How a result is printed."""

    TEXT = "text"
    JSON = "json"


_E = TypeVar("_E", bound=StrEnum)


class Among(click.Choice[_E]):
    """One of an enumeration, written by its value; a person's word comes out as its member."""

    def normalize_choice(self, choice: object, ctx: click.Context | None) -> str:
        """The value, as it is: small letters are not guessed from capitals."""
        return str(choice)


ONE_PATH = click.Path(path_type=Path, readable=False)
"""A path as given; whether anything is there and may be read, the rooms below say better."""

PATHS = click.argument(
    "paths",
    nargs=-1,
    required=True,
    type=ONE_PATH,
    help="Word、Excel、压缩包、文件夹或卷宗；按单位和年度分开核查。Files, zips, folders or dossiers.",
)
CONFIG = click.option(
    "--config", type=ONE_PATH, help="设置文件；不给时用最近的 jixiao.toml。Settings; the nearest jixiao.toml without."
)
ONE_CASE = click.option(
    "--one-case", is_flag=True, help="给出的全部算一份材料，不按单位和年度分。All of it is one filing."
)
FORMAT = click.option(
    "--format",
    type=Among(Format),
    default=Format.TEXT.value,
    show_default=True,
    help="输出形式。Output as text or JSON.",
)
LANG = click.option("--lang", type=Among(Lang), help="语言；默认中文，终端显示不了中文时用英文。Language of messages.")
POLICY = click.option("--policy", help="政策编号或 YAML 文件；不给时按单位名称和年度选。Policy id or file.")
FORM = click.option(
    "--form",
    multiple=True,
    help="版式编号（见 jixiao forms）或 YAML 文件，可多次给出；不给时按地方和年度选。Layout id or file.",
)


def selectors(given: Iterable[str]) -> tuple[str, ...]:
    """Selectors as they may be written: one an option, or several with commas."""
    return tuple(word for text in given for word in text.replace("，", ",").replace(",", " ").split())


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
