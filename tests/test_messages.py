"""Every sentence that the program says stands in both languages, and what people wrote comes through them untouched."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import jixiao
from jixiao.audit import catalogue
from jixiao.model import Phrase
from jixiao.model.message import phrases

_CHINESE = re.compile(r"[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]")

_QUOTED = ("近 (nearly)", "余 (and more)", "以上")
"""Words of the paper of which a sentence speaks."""


def _packages() -> list[str]:
    """The packages that say something."""
    return [p.name for p in pkgutil.iter_modules(jixiao.__path__) if p.ispkg and _says(p.name)]


def _says(package: str) -> bool:
    return importlib.util.find_spec(f"jixiao.{package}.messages") is not None


def _all() -> list[Phrase]:
    for package in _packages():
        importlib.import_module(f"jixiao.{package}.messages")
    catalogue()
    return sorted((p for p in phrases() if p.key.partition(".")[0] in _packages()), key=lambda p: p.key)


def test_every_package_that_a_person_hears_is_walked() -> None:
    assert {p.key.partition(".")[0] for p in _all()} == set(_packages())
    assert {"model", "values", "reading", "policy", "scoring", "audit", "writing", "desk", "cli"} <= set(_packages())


@pytest.mark.parametrize("phrase", _all(), ids=lambda p: p.key)
def test_both_languages_say_the_same(phrase: Phrase) -> None:
    assert phrase.zh.strip()
    assert phrase.en.strip()
    assert phrase.names("zh") == phrase.names("en")
    said = phrase.en
    for quoted in _QUOTED:
        said = said.replace(quoted, "")
    assert not _CHINESE.search(said)


@pytest.mark.parametrize("package", _packages())
def test_a_package_says_only_what_is_its_own(package: str) -> None:
    module = importlib.import_module(f"jixiao.{package}.messages")
    said = [value for value in vars(module).values() if isinstance(value, Phrase)]
    assert said
    assert all(phrase.key.startswith(f"{package}.") for phrase in said)


@given(st.text(), st.sampled_from(_all()))
def test_quotations_come_through_byte_for_byte(words: str, phrase: Phrase) -> None:
    said = phrase(**dict.fromkeys(phrase.names(), words))
    for lang in ("zh", "en"):
        text = said.text(lang)
        assert text == phrase.template(lang).format_map(dict.fromkeys(phrase.names(), words))
        assert words in text or not phrase.names()
