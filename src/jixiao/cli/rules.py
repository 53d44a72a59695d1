"""``jixiao rules``: the catalogue of rules, or the page of one."""

from __future__ import annotations

import click

from .commands import command
from .complaints import readable, unknown_rule
from .options import FORMAT, LANG, Format, Lang, language, print_json


@command("rules")
@click.argument("which", required=False, help="编号、前缀或名称。A code, prefix or name.")
@FORMAT
@LANG
def rules(which: str | None, format: Format, lang: Lang | None) -> None:  # noqa: A002
    """Print the catalogue, a family of it, or one page."""
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
