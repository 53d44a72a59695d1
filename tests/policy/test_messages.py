"""What policies say is said in both languages: why one was chosen, what to beware of, what is wrong with a file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jixiao.policy import PolicyError, available, basis, load, resolve

from .policies import overlay, write
from .test_broken import BROKEN

_CHINESE = re.compile(r"[\u3400-\u9fff]")


@pytest.mark.parametrize("unit", ["", "某县某局", "岳阳市某局", "岳阳县某局"])
@pytest.mark.parametrize("year", [None, 2018, 2024])
def test_why_a_policy_was_chosen(unit: str, year: int | None) -> None:
    policy = resolve(unit=unit, year=year)
    for said in (policy.chosen_because, *policy.warnings):
        english = said.text("en")
        for words in filter(None, (unit, "岳阳市", "岳阳县", *(info.title_en for info in available()))):
            english = english.replace(words, "")
        assert not _CHINESE.search(english)


def test_a_policy_that_is_not_there() -> None:
    with pytest.raises(PolicyError) as error:
        resolve(policy="nowhere")
    assert error.value.text("en").startswith("nowhere: there is no such policy. The policies are: cn")


def test_every_fault_is_told_in_both_languages(tmp_path: Path) -> None:
    with pytest.raises(PolicyError) as caught:
        load(write(tmp_path, overlay("total: {cap: 300}", "weight: {}")))
    assert caught.value.text("en").splitlines() == [
        "own.yaml, parameters.weight: unknown key. Did you mean weights?",
        "own.yaml, parameters.total[0].value.cap: 300 is out of range. Write points, 0–100",
    ]
    assert "parameters.total[0].value.cap：300 超出范围。写成分值，0–100" in str(caught.value)


@pytest.mark.parametrize("text", [b[1] for b in BROKEN], ids=[b[0] for b in BROKEN])
def test_all_that_is_chinese_in_english_stands_in_the_file(tmp_path: Path, text: str) -> None:
    with pytest.raises(PolicyError) as caught:
        load(write(tmp_path, text))
    for problem in caught.value.problems:
        english = problem.problem.text("en")
        for words in resolve().weights.blocks:  # a file that leaves them out has those of the base
            english = english.replace(words, "")
        assert set(_CHINESE.findall(english)) <= set(text)
        assert problem.text("en") != problem.text("zh")


def test_a_source_that_nobody_read_says_so_in_english() -> None:
    assert basis("national.caiyu_2020_10").text("en").endswith(" (original not checked)")
