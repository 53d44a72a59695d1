"""Every sentence of the comparisons: both languages, the same values, and the words of a cell byte for byte."""

from __future__ import annotations

import re

import pytest

from jixiao.model.message import Message, Phrase, Term
from jixiao.model.value import Direction
from jixiao.values import compare, direction, messages, parse

PHRASES = [item for item in vars(messages).values() if isinstance(item, Phrase)]
_CHINESE = re.compile("[㐀-鿿]")


def test_keys_belong_to_the_package_and_stand_once() -> None:
    assert len(PHRASES) > 100
    assert len({phrase.key for phrase in PHRASES}) == len(PHRASES)
    assert all(phrase.key.startswith("values.") for phrase in PHRASES)


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda p: p.key)
def test_both_languages_say_the_same_values(phrase: Phrase) -> None:
    assert phrase.names("zh") == phrase.names("en")
    assert _CHINESE.search(phrase.zh) or phrase is messages.SEVERAL
    said = phrase.en
    for quoted in ("近 (nearly)", "余 (and more)", "以上"):
        said = said.replace(quoted, "")
    assert not _CHINESE.search(said)


WRITTEN = [
    ("≥30件", "完成，达到目标"),
    ("≥30件", "未达到目标，完成 90%"),
    ("≥30件", "20件，  10件"),
    ("2024年底前完成", "实际 2024年 12月，目标 2024年12月，晚于期限"),
    ("无投诉", "只完成一部分，须由人判断"),
    ("按季度检查", "说不清，{share}%"),
    ("前3名", "名次 未公布，{target}"),
]


@pytest.mark.parametrize(("target", "actual"), WRITTEN)
def test_the_words_of_a_cell_come_through_byte_for_byte(target: str, actual: str) -> None:
    outcome = compare(parse(target), parse(actual), direction=direction(parse(target))[0])
    quoted = outcome.reason["actual"]
    assert quoted in actual
    for language in ("zh", "en"):
        assert f"“{quoted}”" in outcome.reason.text(language)


def test_evidence_is_not_taken_apart() -> None:
    said = compare(parse("≥30件"), parse("完成，达到目标"), direction=Direction.POSITIVE).reason
    assert said == messages.NO_PART_ANSWERS(actual="完成，达到目标", target="≥30件")
    assert said.text("en") == "“完成，达到目标” has several parts, none of which can be set against “≥30件”"


def test_reasons_of_several_parts_are_kept_apart() -> None:
    target = parse("≥90%且无投诉")
    reason = compare(target, parse("95%，无投诉"), direction=direction(target)[0]).reason
    assert isinstance(reason["first"], Message)
    assert str(reason) == f"{reason['first']}；{reason['then']}"
    assert reason.text("en") == f"{reason['first'].text('en')}; {reason['then'].text('en')}"


def test_periods_have_a_word_in_both_languages() -> None:
    reason = compare(parse("5次/周", unit=""), parse("5次", unit=""), direction=Direction.POSITIVE).reason
    assert reason["per"] == Term("周", "week")
    assert "per week" in reason.text("en")
