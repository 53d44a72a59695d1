"""All rules, found in ``jixiao.audit.rules``: a rule is registered by being there.

A code, a prefix or a name enters; rules leave. Which file declares which rule is read from the files themselves
(:mod:`.declaration`), so that one rule is had without loading the others, and no list can go stale.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import pkgutil
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from types import FunctionType

from . import rules
from .declaration import selected
from .rule import Rule


@cache
def catalogue() -> tuple[Rule, ...]:
    """Every rule, in the order of the codes. ``ValueError`` where a code or a name stands twice."""
    return _loaded(found.name for found in pkgutil.walk_packages(rules.__path__, f"{rules.__name__}."))


def chosen(select: Iterable[str] = (), ignore: Iterable[str] = (), own: Iterable[Rule] = ()) -> tuple[Rule, ...]:
    """The rules whose code starts with, or whose name is, one of ``select`` (all where empty) and none of ``ignore``.

    Loads no others. ``KeyError`` names a selector that no rule answers to, also none of an office's ``own``: a slip
    must not silently check nothing.
    """
    mine = tuple(own)
    wanted, unwanted = tuple(select), tuple(ignore)
    if not wanted and not unwanted:
        return catalogue()
    asked = [[s for s in given if not any(_is(rule, s) for rule in mine)] for given in (wanted, unwanted)]
    if wanted and not asked[0]:
        selected((), asked[1])
        return ()
    return _loaded(selected(*asked))


def with_own(
    rules: tuple[Rule, ...], own: Iterable[Rule], select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> tuple[Rule, ...]:
    """The chosen rules and those of an office's own that are chosen too. ``ValueError`` where two share a code."""
    wanted, unwanted = tuple(select), tuple(ignore)
    mine = [
        rule
        for rule in own
        if (not wanted or any(_is(rule, s) for s in wanted)) and not any(_is(rule, s) for s in unwanted)
    ]
    return _ordered([*rules, *mine]) if mine else rules


def _is(rule: Rule, selector: str) -> bool:
    return rule.code.startswith(selector) or rule.name == selector


def rules_in(file: Path) -> tuple[Rule, ...]:
    """The rules of an office's own, declared in a Python file as those of the catalogue are. The file is run: give it
    only what you trust. ``ValueError`` where it cannot be run, or declares none.
    """
    name = f"jixiao_own_{hashlib.sha256(str(file.resolve()).encode()).hexdigest()[:12]}"
    spec = importlib.util.spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise ValueError(f"{file} is no Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error
    found = _declared_in(name)
    if not found:
        raise ValueError("no rule is declared in it")
    return _ordered(found)


def _loaded(modules: Iterable[str]) -> tuple[Rule, ...]:
    """The rules of these modules in the order of their codes. ``ValueError`` where two share a code or a name."""
    return _ordered([declared for module in modules for declared in _declared_in(module)])


def _ordered(found: Sequence[Rule]) -> tuple[Rule, ...]:
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
