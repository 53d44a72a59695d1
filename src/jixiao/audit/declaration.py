"""What a rule says of itself, read from the text of its file: nothing of the rule is run, and nothing that it needs is
loaded. Codes and names enter; modules, or declarations to be shown, leave.

A rule is declared as ``@rule("CODE", "name", …)`` over its function, with the page as the function's docstring and
everything else a literal: that is all this module knows, and a test holds it against the loaded rules.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jixiao.model import Severity
from jixiao.model.classes import dataclass

_HEAD = re.compile(rb'^@rule\(\s*"(\w+)",\s*"([\w-]+)"', re.MULTILINE)
_CODE = re.compile(r"[A-Z]{2}\d{3}")
_FORMERLY = re.compile(rb"^    formerly=\(([^)]*)\),$", re.MULTILINE)
_WHOLE = re.compile(r'^@(rule\(.*?^\))\ndef \w+\(\s*\w+: (\w+).*?"""(.*?)"""', re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Declaration:
    """A rule as shown to people: the same words as those of :class:`~jixiao.audit.rule.Rule`; ``subject`` by name."""

    code: str
    name: str
    title: str
    severity: Severity
    basis: str
    since: str
    zh: Mapping[str, str]
    en: Mapping[str, str]
    page: str
    subject: str
    status: str = "stable"
    after: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    asks_all: bool = False


@cache
def index() -> Mapping[str, tuple[str, ...]]:
    """Code and name of the rule that each module declares, then what it was called formerly. Modules without a rule
    are helpers.
    """
    from . import rules

    folder = Path(rules.__path__[0])
    found: dict[str, tuple[str, ...]] = {}
    for file in sorted(folder.rglob("*.py")):
        text = file.read_bytes()
        if match := _HEAD.search(text):
            module = ".".join(file.relative_to(folder).with_suffix("").parts)
            formerly = _FORMERLY.search(text)
            earlier: tuple[str, ...] = ast.literal_eval(f"({formerly[1].decode()},)") if formerly else ()
            found[f"{rules.__name__}.{module}"] = (match[1].decode(), match[2].decode(), *earlier)
    return found


def codes() -> frozenset[str]:
    """Every code that a rule answers to, also those of rules that became part of another."""
    return frozenset(word for known in index().values() for word in known if _CODE.fullmatch(word))


def selected(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[str, ...]:
    """The modules of the rules whose code starts with, or whose name is, one of ``select`` (all where empty) and none
    of ``ignore``. ``KeyError`` names a selector that no rule answers to.
    """
    wanted, unwanted = tuple(select), tuple(ignore)
    known = index()
    for selector in (*wanted, *unwanted):
        if not any(_answers(rule, selector) for rule in known.values()):
            raise KeyError(selector)
    return tuple(
        module
        for module, rule in known.items()
        if (not wanted or any(_answers(rule, s) for s in wanted)) and not any(_answers(rule, s) for s in unwanted)
    )


def _answers(rule: tuple[str, ...], selector: str) -> bool:
    code, *names = rule
    return code.startswith(selector.upper()) or selector in names or selector.upper() in names


def declarations(select: Iterable[str] = ()) -> tuple[Declaration, ...]:
    """The chosen rules as they declare themselves, in the order of the codes. ``KeyError`` as :func:`selected`."""
    return tuple(sorted((_read(module) for module in selected(select)), key=lambda d: d.code))


def _read(module: str) -> Declaration:
    """The declaration of a module's rule. ``ValueError`` where it is not written as declarations are."""
    from . import rules

    parts = module.removeprefix(f"{rules.__name__}.").split(".")
    text = Path(rules.__path__[0], *parts).with_suffix(".py").read_text(encoding="utf-8")
    match = _WHOLE.search(text)
    if match is None:
        raise ValueError(f"{module}: the rule is not declared as rules are")
    call = ast.parse(match[1], mode="eval").body
    assert isinstance(call, ast.Call)
    code, name = map(ast.literal_eval, call.args)
    told = {keyword.arg or "": _value(keyword.value) for keyword in call.keywords}
    told |= {language: _by_variant(told[language]) for language in ("zh", "en")}
    return Declaration(code=code, name=name, page=inspect.cleandoc(match[3]), subject=match[2], **told)


def _value(node: ast.expr) -> Any:
    return Severity[node.attr] if isinstance(node, ast.Attribute) else ast.literal_eval(node)


def _by_variant(templates: str | Mapping[str, str]) -> Mapping[str, str]:
    return {"": templates} if isinstance(templates, str) else templates
