"""What the papers say has both languages with the same values."""

from __future__ import annotations

import re

import pytest

from jixiao.model.message import Phrase
from jixiao.writing import messages

CHINESE = re.compile(r"[\u3400-\u9fff]")
PHRASES = [phrase for phrase in vars(messages).values() if isinstance(phrase, Phrase)]


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.key)
def test_both_languages_say_the_same_of_the_same_values(phrase: Phrase) -> None:
    assert phrase.key.startswith("writing.")
    assert phrase.names("zh") == phrase.names("en")
    values = {name: f"<{name}>" for name in phrase.names()}
    assert not CHINESE.search(phrase(**values).text("en"))
    assert all(value in phrase(**values).text("en") for value in values.values())
