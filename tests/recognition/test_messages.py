"""What recognition says has both languages with the same values, and every phrase is said somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jixiao.model.message import Phrase, Term
from jixiao.recognition import kinds, messages
from jixiao.recognition.kinds import kind_of_paper, kind_of_table

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_PHRASES = {name: p for name, p in vars(messages).items() if isinstance(p, Phrase)}


@pytest.mark.parametrize("phrase", _PHRASES.values(), ids=lambda phrase: phrase.key)
def test_both_languages_say_the_same_of_the_same_values(phrase: Phrase) -> None:
    assert phrase.key.startswith("recognition.")
    assert phrase.names("zh") == phrase.names("en")
    values = {name: f"<{name}>" for name in phrase.names()}
    assert not _CHINESE.search(phrase(**values).text("en"))
    assert all(value in phrase(**values).text("en") for value in values.values())


def test_every_phrase_is_said() -> None:
    folder = Path(str(messages.__file__)).parent
    source = "\n".join(path.read_text("utf-8") for path in folder.rglob("*.py") if path.name != "messages.py")
    assert [name for name in _PHRASES if f"say.{name}(" not in source] == []


def test_terms_have_both_languages() -> None:
    said = [kind_of_table("绩效目标申报表", ()), kind_of_paper("绩效运行监控报告")]
    terms = [term for module in (messages, kinds) for term in vars(module).values() if isinstance(term, Term)]
    assert len(terms) > 8
    assert not any(_CHINESE.search(term.text("en")) for term in [*terms, *said] if term is not None)
    assert None not in said
