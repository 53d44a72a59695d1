"""All rules, found by walking ``jixiao.audit.rules``: a rule is registered by being there."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from functools import cache

from .rule import Rule


@cache
def catalogue() -> tuple[Rule, ...]:
    """Every rule, in the order of the codes. ``ValueError`` where a code or a name stands twice."""
    from . import rules

    found: list[Rule] = []
    for module in pkgutil.walk_packages(rules.__path__, rules.__name__ + "."):
        if module.ispkg:
            continue
        for item in vars(importlib.import_module(module.name)).values():
            declared = getattr(item, "rule", None)
            if isinstance(declared, Rule) and item.__module__ == module.name:
                found.append(declared)
    found.sort(key=lambda r: r.code)
    for attribute in ("code", "name"):
        values = [getattr(r, attribute) for r in found]
        twice = {v for v in values if values.count(v) > 1}
        if twice:
            raise ValueError(f"rules share a {attribute}: {', '.join(sorted(twice))}")
    return tuple(found)


def chosen(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules whose code starts with, or whose name is, one of ``select`` (all where empty) and none of ``ignore``.

    ``KeyError`` names a selector that no rule answers to: a slip must not silently check nothing.
    """
    wanted, unwanted = tuple(select), tuple(ignore)
    rules = catalogue()
    for selector in (*wanted, *unwanted):
        if not any(_answers(r, selector) for r in rules):
            raise KeyError(selector)
    return tuple(
        r
        for r in rules
        if (not wanted or any(_answers(r, s) for s in wanted)) and not any(_answers(r, s) for s in unwanted)
    )


def _answers(declared: Rule, selector: str) -> bool:
    return declared.code.startswith(selector.upper()) or declared.name == selector
