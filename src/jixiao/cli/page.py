"""One page of the catalogue of rules, printed without the parser of options: that is slower to load than the page."""

from __future__ import annotations

from collections.abc import Sequence


def shown(arguments: Sequence[str]) -> bool:
    """Print the page where the call is ``rules WHICH`` and one rule answers. ``False`` where it is any other call:
    nothing was printed then.
    """
    if len(arguments) != 2 or arguments[0] != "rules" or arguments[1].startswith("-"):
        return False
    from jixiao.audit import declarations

    try:
        found = declarations(arguments[1:])
    except KeyError:
        return False
    if len(found) != 1:
        return False
    from .languages import language
    from .show_rules import show_page

    show_page(found[0], language(None))
    return True
