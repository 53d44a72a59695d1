"""``jixiao rules``: the catalogue of rules by family, the page of one, or those that speak of something."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from .commands import command
from .complaints import readable, unknown_rule
from .options import FORMAT, LANG, Format, Lang, language, print_json

if TYPE_CHECKING:
    from jixiao.audit import Declaration


@command("rules")
@click.argument(
    "which",
    required=False,
    nargs=-1,
    help="编号、前缀、名称，或要找的词（如 总分）。A code, prefix, name or words to search.",
)
@FORMAT
@LANG
def rules(which: tuple[str, ...], format: Format, lang: Lang | None) -> None:  # noqa: A002
    """Print the catalogue, a family of it, one page, or what a search finds."""
    with readable(lang):
        found, searched = _chosen(which)
    if format is Format.JSON:
        from .show_rules import rules_json

        print_json(rules_json(found))
        return
    from .show_rules import show_page, show_rules

    if which and len(found) == 1:
        show_page(found[0], language(lang))
    else:
        show_rules(found, language(lang), searched)


def _chosen(which: Sequence[str]) -> tuple[Sequence[Declaration], str]:
    """The rules of that code, prefix or name; else those in whose title, name, messages or page every word stands,
    best first. ``MisuseError`` where there are none.
    """
    from jixiao.audit import declarations

    if not which:
        return declarations(), ""
    if len(which) == 1:
        try:
            return declarations(which), ""
        except KeyError:
            pass
    found = sorted(filter(None, (_found(rule, which) for rule in declarations())), key=lambda one: one[:2])
    if not found:
        raise unknown_rule(" ".join(which), searched=True)
    return [rule for _, _, rule in found], " ".join(which)


def _found(rule: Declaration, words: Sequence[str]) -> tuple[int, str, Declaration] | None:
    """How far from the title the words stand, at the most: title, name, what it says, its page. ``None`` where one of
    them stands nowhere.
    """
    told = (rule.title, rule.name, " ".join((*rule.zh.values(), *rule.en.values())), rule.page)
    places = [next((n for n, text in enumerate(told) if word.lower() in text.lower()), None) for word in words]
    known = [place for place in places if place is not None]
    return (max(known), rule.code, rule) if len(known) == len(places) else None
