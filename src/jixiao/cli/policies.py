"""``jixiao policies``: which policies there are, and what each says with its source."""

from __future__ import annotations

import click

from .commands import command
from .complaints import readable
from .options import FORMAT, LANG, Format, Lang, language, print_json


@command("policies")
@click.argument("which", required=False, help="政策编号或 YAML 文件。A policy id or file.")
@FORMAT
@LANG
def policies(which: str | None, format: Format, lang: Lang | None) -> None:  # noqa: A002
    """Print the list of policies, or one."""
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
