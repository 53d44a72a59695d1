"""What rules say: templates of both languages take the same values; English holds no Chinese but people's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from jixiao.audit import Rule, catalogue
from jixiao.model import Figure, Message, Phrase, Term
from jixiao.model.message import phrases
from jixiao.model.store import to_json

from .cases import ALL, Case, audited, found_in

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_BLANKS = re.compile(r"\s+")


@pytest.mark.parametrize("phrase", [p for p in phrases() if p.key.startswith("audit.")], ids=lambda p: p.key)
def test_both_languages_take_the_same_values(phrase: Phrase) -> None:
    assert phrase.names("zh") == phrase.names("en")


@pytest.mark.parametrize("rule", catalogue(), ids=lambda r: r.code)
def test_english_templates_hold_no_chinese(rule: Rule) -> None:
    for template in rule.en.values():
        assert not _CHINESE.search(template)


@pytest.mark.parametrize("case", ALL, ids=lambda c: f"{c.file}: {c.title}")
def test_all_that_is_chinese_in_english_stands_in_the_dossier(case: Case) -> None:
    """A plain string is a person's own words: where the dossier has it not, the program owes its English."""
    audit = audited(case)
    written = _flat(str(to_json(audit.dossier)))
    for finding in found_in(audit):
        for words in _strings(tuple(finding.values.values())):
            assert all(_flat(part) in written for part in words.split("…")), f"{words!r} is nobody's words"
        assert not _CHINESE.search(_without_words(finding.message).text("en"))
    for undecided in audit.undecided:
        assert isinstance(undecided.reason, Message)
        assert not _CHINESE.search(_without_words(undecided.reason).text("en"))


def _flat(text: str) -> str:
    return _BLANKS.sub("", text.replace("\\n", ""))


def _strings(value: Any) -> Iterator[str]:
    """The plain strings in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings(part)
    elif isinstance(value, Message):
        yield from _strings(tuple(part for _, part in value.values))


def _without_words(value: Any) -> Any:
    """The same with people's words, and the units they print behind figures, left out."""
    if isinstance(value, (str, Figure)):
        return "…"
    if isinstance(value, tuple):
        return tuple(map(_without_words, value))
    if isinstance(value, Message):
        return Message(value.key, tuple((name, _without_words(part)) for name, part in value.values))
    assert value is None or isinstance(value, (Term, int)) or not _CHINESE.search(str(value))
    return value
