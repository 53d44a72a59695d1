"""All rules, found in ``jixiao.audit.rules``: a rule is registered by being there.

A code, a prefix or a name enters; rules leave. Which file declares which code is read from the files themselves, so
that one rule is had without importing the others, and no list can go stale.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from .rule import Rule

_DECLARED = re.compile(rb'^@rule\(\s*"(\w+)",\s*"([\w-]+)"', re.MULTILINE)


@cache
def catalogue() -> tuple[Rule, ...]:
    """Every rule, in the order of the codes. ``ValueError`` where a code or a name stands twice."""
    return _loaded(_index())


def find(code: str) -> Rule | None:
    """The rule with that code, loading its file alone; ``None`` where no rule has it."""
    return next(iter(_loaded(module for module, (known, _) in _index().items() if known == code)), None)


def chosen(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules whose code starts with, or whose name is, one of ``select`` (all where empty) and none of ``ignore``.

    Loads no others. ``KeyError`` names a selector that no rule answers to: a slip must not silently check nothing.
    """
    wanted, unwanted = tuple(select), tuple(ignore)
    if not wanted and not unwanted:
        return catalogue()
    index = _index()
    for selector in (*wanted, *unwanted):
        if not any(_answers(known, selector) for known in index.values()):
            raise KeyError(selector)
    return _loaded(
        module
        for module, known in index.items()
        if (not wanted or any(_answers(known, s) for s in wanted)) and not any(_answers(known, s) for s in unwanted)
    )


def _answers(known: tuple[str, str], selector: str) -> bool:
    code, name = known
    return code.startswith(selector.upper()) or name == selector


@cache
def _index() -> Mapping[str, tuple[str, str]]:
    """Code and name of the rule that each module declares, as its text has them. Modules without a rule are helpers."""
    from . import rules

    folder = Path(rules.__path__[0])
    found: dict[str, tuple[str, str]] = {}
    for file in sorted(folder.rglob("*.py")):
        if match := _DECLARED.search(file.read_bytes()):
            module = ".".join(file.relative_to(folder).with_suffix("").parts)
            found[f"{rules.__name__}.{module}"] = match[1].decode(), match[2].decode()
    return found


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
    declared = (getattr(item, "rule", None) for item in vars(importlib.import_module(module)).values())
    return [r for r in declared if isinstance(r, Rule) and r.check.__module__ == module]
