"""Addresses: by position and by id."""

from __future__ import annotations

import pytest

from jixiao.model import Dossier, Evaluation, Figure, FundLine, Funds, Indicator
from jixiao.model.pointer import escape, find, join, resolve, segments

DOSSIER = Dossier(
    aliases={"甲": ("乙",)},
    records=(
        Evaluation(
            kind="project-evaluation",
            name="办案费",
            funds=Funds(lines=(FundLine(source="total", label="总额", outturn=Figure("32.26")),)),
            indicators=(Indicator(name="培训"), Indicator(name="宣传", score=Figure("4"))),
        ),
    ),
)


def test_by_position_and_by_id() -> None:
    assert resolve(DOSSIER, "/records/0/indicators/1/score") == Figure("4")
    assert resolve(DOSSIER, "/records/project-办案费/funds/lines/total/outturn") == Figure("32.26")
    assert resolve(DOSSIER, "/aliases/甲/0") == "乙"
    assert resolve(DOSSIER, "") is DOSSIER


def test_positional_form() -> None:
    assert find(DOSSIER, "/records/project-办案费/indicators/宣传/score") == "/records/0/indicators/1/score"


@pytest.mark.parametrize("wrong", ["/records/7", "/nothing", "/records/0/name/x", "/aliases/丙"])
def test_nowhere(wrong: str) -> None:
    with pytest.raises(LookupError, match="leads nowhere"):
        resolve(DOSSIER, wrong)


def test_joining_and_escaping() -> None:
    assert join("/a", "b/c") == "/a/b~1c"
    assert join("/a", "/b/c") == "/a/b/c"
    assert join("/a", "") == "/a"
    assert join("/a", 3) == "/a/3"
    assert segments("/a~1b/~0c") == ["a/b", "~c"]
    assert escape("a~/b") == "a~0~1b"
    with pytest.raises(ValueError, match="starts with"):
        segments("a/b")
