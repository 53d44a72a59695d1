"""``jixiao policies``: which policies there are, and what each says with its source."""

from __future__ import annotations

from typing import Annotated

import typer

from .complaints import readable
from .options import Format, FormatOption, LangOption, language, print_json


def policies(
    which: Annotated[str | None, typer.Argument(help="政策编号或 YAML 文件。A policy id or file.")] = None,
    format: FormatOption = Format.TEXT,  # noqa: A002
    lang: LangOption = None,
) -> None:
    """列出政策；给出编号时列出各项参数和出处。List the policies, or the parameters of one with their sources."""
    from jixiao.policy import available, resolve

    from .show_policies import policy_json, show_policies, show_policy

    if which is None:
        listed = available()
        if format is Format.JSON:
            print_json([{"id": p.id, "title": p.title, "title_en": p.title_en} for p in listed])
        else:
            show_policies(listed, language(lang))
        return
    with readable(lang):
        policy = resolve(policy=which)
    if format is Format.JSON:
        print_json(policy_json(policy))
    else:
        show_policy(policy, language(lang))
