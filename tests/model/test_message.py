"""Messages: both languages from one place, values kept as they are, kept in a dossier and read again."""

from __future__ import annotations

import pickle
from decimal import Decimal

import pytest

from jixiao.model import Figure
from jixiao.model.message import Message, Phrase, Term, message_from, shown, words

BLANK = Phrase("test.blank", "{field}空白", "{field} is blank")
SAID = Phrase("test.said", "“{quote}”不是分数：{why}", "“{quote}” is no number of points: {why}")


def test_says_one_thing_in_two_languages() -> None:
    message = BLANK(field=Term("得分", "score"))
    assert (message.text("zh"), message.text("en")) == ("得分空白", "score is blank")
    assert str(message) == "得分空白"


def test_words_of_people_go_through_untouched() -> None:
    wrote = "完成，达到目标{x}\n（见 附件）"
    assert wrote in SAID(quote=wrote, why=BLANK(field=Term("分值", "weight"))).text("en")


def test_prints_values_as_on_paper() -> None:
    assert shown(Figure("9.50")) == "9.50"
    assert shown(Decimal("1E+2")) == "100"
    assert shown((Figure("1"), None), "en") == "1, —"
    assert shown(("甲", "乙")) == "甲、乙"


def test_a_key_has_one_phrase() -> None:
    with pytest.raises(ValueError, match=r"test\.blank"):
        Phrase("test.blank", "另一句", "another")


def test_is_kept_and_read_again() -> None:
    message = SAID(quote="约3", why=BLANK(field=Term("得分", "score")))
    assert message_from(message.as_data()) == message
    assert message_from("手写的说明") == words("手写的说明")
    assert pickle.loads(pickle.dumps(message)) == message
    with pytest.raises(ValueError, match="key"):
        message_from(3)


def test_an_unknown_key_still_says_what_it_holds() -> None:
    assert "甲" in Message("newer.unknown", (("name", "甲"),)).text()


def test_names_what_it_takes() -> None:
    assert SAID.names() == SAID.names("en") == {"quote", "why"}


def test_gives_both_texts_to_whoever_reads_without_the_program() -> None:
    assert BLANK(field="甲").as_json() == {
        "key": "test.blank",
        "values": {"field": "甲"},
        "zh": "甲空白",
        "en": "甲 is blank",
    }
