"""All rules, found in ``jixiao.audit.rules``: a rule is registered by being there.

A code, a prefix or a name enters; rules leave. Which file declares which rule is read from the files themselves
(:mod:`.declaration`), so that one rule is had without loading the others, and no list can go stale.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from functools import cache
from types import FunctionType

from . import rules
from .declaration import selected
from .rule import Rule


@cache
def catalogue() -> tuple[Rule, ...]:
    """Every rule, in the order of the codes. ``ValueError`` where a code or a name stands twice."""
    return _loaded(found.name for found in pkgutil.walk_packages(rules.__path__, f"{rules.__name__}."))


def chosen(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules whose code starts with, or whose name is, one of ``select`` (all where empty) and none of ``ignore``.

    Loads no others. ``KeyError`` names a selector that no rule answers to: a slip must not silently check nothing.
    """
    select, ignore = tuple(select), tuple(ignore)
    return _loaded(selected(select, ignore)) if select or ignore else catalogue()


def _loaded(modules: Iterable[str]) -> tuple[Rule, ...]:
    """The rules of these modules in the order of their codes. ``ValueError`` where two share a code or a name."""
    found = [declared for module in modules for declared in _declared_in(module)]
    for attribute in ("code", "name"):
        values = [getattr(r, attribute) for r in found]
        twice = {v for v in values if values.count(v) > 1}
        if twice:
            raise ValueError(f"rules share a {attribute}: {', '.join(sorted(twice))}")
    return tuple(sorted(found, key=lambda r: r.code))


def _declared_in(module: str) -> list[Rule]:
    functions = (item for item in vars(importlib.import_module(module)).values() if isinstance(item, FunctionType))
    declared = (getattr(function, "rule", None) for function in functions)
    return [r for r in declared if isinstance(r, Rule) and r.check.__module__ == module]
