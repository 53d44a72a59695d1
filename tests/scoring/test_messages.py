"""What scoring, the equations of the forms and correcting say: one thing in two languages."""

from __future__ import annotations

import re

import pytest

import jixiao.forms.messages
import jixiao.scoring.messages
import jixiao.writing.messages
from jixiao.forms.terms import TERMS
from jixiao.model import Phrase

PACKAGES = (jixiao.forms.messages, jixiao.scoring.messages, jixiao.writing.messages)
PHRASES = [phrase for package in PACKAGES for phrase in vars(package).values() if isinstance(phrase, Phrase)]
_CHINESE = re.compile(r"[\u3400-\u9fff]")


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.key)
def test_a_phrase_names_the_same_values_in_both_languages(phrase: Phrase) -> None:
    assert phrase.names("zh") == phrase.names("en")
    assert not _CHINESE.search(phrase.template("en"))
    # a template of nothing but values and signs is the same in both
    assert _CHINESE.search(phrase.template("zh")) or not re.search("[A-Za-z]{3}", re.sub(r"\{\w+\}", "", phrase.en))


def test_a_key_begins_with_its_package() -> None:
    for package in PACKAGES:
        name = package.__name__.split(".")[1]
        assert all(p.key.startswith(f"{name}.") for p in vars(package).values() if isinstance(p, Phrase))


def test_every_column_has_its_word_in_both_languages() -> None:
    for term in TERMS.values():
        assert _CHINESE.search(term.zh)
        assert not _CHINESE.search(term.en)
