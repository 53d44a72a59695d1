"""Expressions compiled at first use behave like compiled ones, and every one of them compiles."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import jixiao.audit.rules
import jixiao.recognition.claims
import jixiao.values
from jixiao.values.pattern import lazy


def _everywhere() -> Iterator[tuple[str, Any]]:
    for package in (jixiao.values, jixiao.recognition.claims, jixiao.audit.rules):
        for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            for name, item in vars(importlib.import_module(module.name)).items():
                if type(item) is type(lazy("")):
                    yield f"{module.name}.{name}", item


def test_every_expression_compiles() -> None:
    found = dict(_everywhere())
    assert len(found) > 100
    for item in found.values():
        re.compile(item.pattern)


def test_it_answers_like_a_compiled_expression() -> None:
    number = lazy(r"(?P<whole>[0-9]+)(?:\.[0-9]+)?")
    assert number.pattern.startswith("(?P<whole>")
    assert [m["whole"] for m in number.finditer("12.5 和 7")] == ["12", "7"]
    assert number.sub("*", "12.5 和 7") == "* 和 *"
    assert number.groupindex == {"whole": 1}
    assert number.match("x") is None
    assert number.fullmatch("12.5")
