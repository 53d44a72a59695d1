"""``jixiao rules``: the catalogue of rules, or the page of one."""

from __future__ import annotations

from typing import Annotated

import typer

from .complaints import readable, unknown_rule
from .options import Format, FormatOption, LangOption, language, print_json


def rules(
    which: Annotated[str | None, typer.Argument(help="编号、前缀或名称。A code, prefix or name.")] = None,
    format: FormatOption = Format.TEXT,  # noqa: A002
    lang: LangOption = None,
) -> None:
    """列出核查规则；给出编号时显示说明。List the rules, or show the page of one."""
    from jixiao.audit import declarations

    with readable(lang):
        try:
            found = declarations([which] if which else [])
        except KeyError:
            raise unknown_rule(str(which)) from None
    if format is Format.JSON:
        from .show_rules import rules_json

        print_json(rules_json(found))
        return
    from .show_rules import show_page, show_rules

    if which and len(found) == 1:
        show_page(found[0], language(lang))
    else:
        show_rules(found, language(lang))
