"""Every sentence that the program says stands in both languages, and what people wrote comes through them untouched."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
import re
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

import jixiao
from jixiao.audit import catalogue
from jixiao.model import Phrase
from jixiao.model.message import Term, phrases

_CHINESE = re.compile(r"[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]")

_QUOTED = ("近 (nearly)", "余 (and more)", "以上")
"""Words of the paper of which a sentence speaks."""


_FOLDER = Path(str(jixiao.__file__)).parent
_SAYING = [path for suffix in ("py", "j2") for path in _FOLDER.rglob(f"*.{suffix}")]
_WORDS = Counter(re.findall(r"\w+", "\n".join(path.read_text("utf-8") for path in _SAYING)))
"""How often each name stands in the program: once where it is only declared."""


def _messages(package: str) -> ModuleType:
    return importlib.import_module(f"jixiao.{package}.messages")


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
    said = [value for value in vars(_messages(package)).values() if isinstance(value, Phrase)]
    assert said
    assert all(phrase.key.startswith(f"{package}.") for phrase in said)


@pytest.mark.parametrize("package", _packages())
def test_terms_have_both_languages(package: str) -> None:
    terms = [term for term in vars(_messages(package)).values() if isinstance(term, Term)]
    assert not [term for term in terms if _CHINESE.search(term.text("en")) or not term.text("zh")]


@pytest.mark.parametrize("package", _packages())
def test_every_sentence_is_said_somewhere(package: str) -> None:
    names = {name for name, value in vars(_messages(package)).items() if isinstance(value, Phrase | Term)}
    assert [name for name in names if _WORDS[name] < 2] == []


@given(st.text(), st.sampled_from(_all()))
def test_quotations_come_through_byte_for_byte(words: str, phrase: Phrase) -> None:
    said = phrase(**dict.fromkeys(phrase.names(), words))
    for lang in ("zh", "en"):
        text = said.text(lang)
        assert text == phrase.template(lang).format_map(dict.fromkeys(phrase.names(), words))
        assert words in text or not phrase.names()
