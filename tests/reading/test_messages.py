"""What the reader says has both languages with the same values."""

from __future__ import annotations

import re

import pytest

from jixiao.model import messages as of_model
from jixiao.model.message import Phrase, Term
from jixiao.reading import messages

CHINESE = re.compile(r"[\u3400-\u9fff]")
PHRASES = [p for module in (messages, of_model) for p in vars(module).values() if isinstance(p, Phrase)]


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.key)
def test_both_languages_say_the_same_of_the_same_values(phrase: Phrase) -> None:
    assert phrase.key.startswith(("reading.", "model."))
    assert phrase.names("zh") == phrase.names("en")
    values = {name: f"<{name}>" for name in phrase.names()}
    assert not CHINESE.search(phrase(**values).text("en"))
    assert all(value in phrase(**values).text("en") for value in values.values())


def test_terms_have_both_languages() -> None:
    terms = [term for term in vars(messages).values() if isinstance(term, Term)]
    assert terms
    assert not any(CHINESE.search(term.text("en")) for term in terms)
