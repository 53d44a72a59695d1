"""Bound, approximation, range and denial: one table of wordings, read in sentences and in cells alike."""

from __future__ import annotations

import pytest

from jixiao.model.value import Approx, Number, Sign
from jixiao.recognition.claims import paragraph_claims
from jixiao.values import parse
from jixiao.values.bounds import SIGN_BEHIND, hedge

_NONE, _EXACT = Sign.NONE, Approx.EXACT
ROUND = Approx.CONTRADICTORY

WORDINGS: dict[str, tuple[Sign, Approx]] = {
    # at least
    "至少90%": (Sign.AT_LEAST, _EXACT),
    "不低于90%": (Sign.AT_LEAST, _EXACT),
    "不少于90%": (Sign.AT_LEAST, _EXACT),
    "不小于90%": (Sign.AT_LEAST, _EXACT),
    "不得低于90%": (Sign.AT_LEAST, _EXACT),
    "没有低于90%": (Sign.AT_LEAST, _EXACT),
    "未低于90%": (Sign.AT_LEAST, _EXACT),
    "最低90%": (Sign.AT_LEAST, _EXACT),
    "起码90%": (Sign.AT_LEAST, _EXACT),
    "下限90%": (Sign.AT_LEAST, _EXACT),
    "≥90%": (Sign.AT_LEAST, _EXACT),
    "≧90%": (Sign.AT_LEAST, _EXACT),
    ">=90%": (Sign.AT_LEAST, _EXACT),
    "大于等于90%": (Sign.AT_LEAST, _EXACT),
    "90%以上": (Sign.AT_LEAST, _EXACT),
    "90%及以上": (Sign.AT_LEAST, _EXACT),
    "达到90%以上": (Sign.AT_LEAST, _EXACT),
    "控制在90%以上": (Sign.AT_LEAST, _EXACT),
    # more
    "超过90%": (Sign.MORE, _EXACT),
    "超90%": (Sign.MORE, _EXACT),
    "突破90%": (Sign.MORE, _EXACT),
    "突破了90%": (Sign.MORE, _EXACT),
    "高于90%": (Sign.MORE, _EXACT),
    "大于90%": (Sign.MORE, _EXACT),
    ">90%": (Sign.MORE, _EXACT),
    "＞90%": (Sign.MORE, _EXACT),
    "超过90%以上": (Sign.MORE, _EXACT),
    # at most
    "不超过90%": (Sign.AT_MOST, _EXACT),
    "不高于90%": (Sign.AT_MOST, _EXACT),
    "未超过90%": (Sign.AT_MOST, _EXACT),
    "没有超过90%": (Sign.AT_MOST, _EXACT),
    "未突破90%": (Sign.AT_MOST, _EXACT),
    "没有突破90%": (Sign.AT_MOST, _EXACT),
    "至多90%": (Sign.AT_MOST, _EXACT),
    "最多90%": (Sign.AT_MOST, _EXACT),
    "最高90%": (Sign.AT_MOST, _EXACT),
    "上限90%": (Sign.AT_MOST, _EXACT),
    "上限为90%": (Sign.AT_MOST, _EXACT),
    "≤90%": (Sign.AT_MOST, _EXACT),
    "90%以下": (Sign.AT_MOST, _EXACT),
    "90%以内": (Sign.AT_MOST, _EXACT),
    "控制在90%": (Sign.AT_MOST, _EXACT),
    "控制在90%以内": (Sign.AT_MOST, _EXACT),
    # less
    "不足90%": (Sign.LESS, _EXACT),
    "不到90%": (Sign.LESS, _EXACT),
    "不满90%": (Sign.LESS, _EXACT),
    "低于90%": (Sign.LESS, _EXACT),
    "未达90%": (Sign.LESS, _EXACT),
    "未达到90%": (Sign.LESS, _EXACT),
    "没有达到90%": (Sign.LESS, _EXACT),
    "尚未达到90%": (Sign.LESS, _EXACT),
    "未能达到90%": (Sign.LESS, _EXACT),
    "未达到90%以上": (Sign.LESS, _EXACT),
    "<90%": (Sign.LESS, _EXACT),
    # exactly
    "等于90%": (Sign.EQUAL, _EXACT),
    "正好90%": (Sign.EQUAL, _EXACT),
    "达到90%": (_NONE, _EXACT),
    "为90%": (_NONE, _EXACT),
    # approximately
    "约90%": (_NONE, Approx.ABOUT),
    "大约90%": (_NONE, Approx.ABOUT),
    "约为90%": (_NONE, Approx.ABOUT),
    "90%左右": (_NONE, Approx.ABOUT),
    "90%上下": (_NONE, Approx.ABOUT),
    "近90%": (_NONE, Approx.NEARLY),
    "接近90%": (_NONE, Approx.NEARLY),
    "将近90%": (_NONE, Approx.NEARLY),
    "逾90%": (_NONE, Approx.OVER),
    # both
    "控制在约90%": (Sign.AT_MOST, Approx.ABOUT),
}
COUNTED: dict[str, tuple[Sign, Approx]] = {
    "90余人": (_NONE, Approx.OVER),
    "90多人": (_NONE, Approx.OVER),
    "近90余人": (_NONE, ROUND),
    "至少90余人": (Sign.AT_LEAST, Approx.OVER),
    "90人左右": (_NONE, Approx.ABOUT),
}
CONTRADICTIONS = ("近90%以上", "约90余人", "不足90余人", "不超过90%以上", "接近90人左右")


def _claim(text: str):  # type: ignore[no-untyped-def]
    (claim,) = paragraph_claims(f"全年培训合格率{text}。", "/p", 2024)
    return claim


@pytest.mark.parametrize("wording", {**WORDINGS, **COUNTED})
def test_a_sentence_says_how_its_figure_binds(wording: str) -> None:
    claim = _claim(wording)
    assert (claim.bound, claim.approx) == {**WORDINGS, **COUNTED}[wording]
    assert str(claim.figure) == "90"
    assert claim.exact is (claim.bound in (_NONE, Sign.EQUAL) and claim.approx is _EXACT)
    assert all(word in wording for word in claim.hedges)


@pytest.mark.parametrize("wording", {**WORDINGS, **COUNTED})
def test_a_cell_says_the_same(wording: str) -> None:
    value = parse(f"合格率{wording}")
    assert isinstance(value, Number), value
    assert (value.sign, value.approx) == {**WORDINGS, **COUNTED}[wording]
    assert value.low == 90
    assert value.suspicion is None


@pytest.mark.parametrize("wording", CONTRADICTIONS)
def test_two_words_may_contradict_each_other(wording: str) -> None:
    claim = _claim(wording)
    assert claim.approx is ROUND
    assert len(claim.hedges) == 2


RANGES = {
    "90-95%": ("90", "95", "%"),
    "90%-95%": ("90", "95", "%"),
    "90%至95%": ("90", "95", "%"),
    "90～95分": ("90", "95", "分"),
    "90分到95分": ("90", "95", "分"),
    "3至5个": ("3", "5", "个"),
    "30万元—50万元": ("30", "50", "万元"),
    "1,200-1,500元": ("1,200", "1,500", "元"),
}


@pytest.mark.parametrize("wording", RANGES)
def test_a_range_has_two_ends(wording: str) -> None:
    claim = _claim(f"在{wording}之间")
    assert claim.bound is Sign.RANGE
    assert (str(claim.figure), str(claim.upper), claim.unit) == RANGES[wording]
    assert not claim.exact


@pytest.mark.parametrize("text", ["由92.3%到95.6%", "从90%至95%", "95%至90%"])
def test_a_move_is_no_range(text: str) -> None:
    found = paragraph_claims(f"合格率{text}。", "/p", 2024)
    assert all(claim.bound is _NONE and claim.upper is None for claim in found)


DENIED = {
    "尚未支付工程款20万元。": "20",
    "未使用资金35万元。": "35",
    "支出不是12万元。": "12",
    "并非96分。": "96",
    "没有开展培训3次。": "3",
    "暂无结余5万元。": "5",
}


@pytest.mark.parametrize("text", DENIED)
def test_what_is_denied_is_not_stated(text: str) -> None:
    (claim,) = paragraph_claims(text, "/p", 2024)
    assert (str(claim.figure), claim.negated, claim.exact) == (DENIED[text], True, False)
    assert claim.basis != "outturn"


@pytest.mark.parametrize(
    "text",
    [
        "未成年人35人。",
        "未来社区建设3个。",
        "是不是3个？",
        "不断增加3万元。",
        "预算12万元，未超支，支出12万元。",
        "未央区公厕35座。",
    ],
)
def test_other_words_deny_nothing(text: str) -> None:
    assert not any(claim.negated for claim in paragraph_claims(text, "/p", 2024))


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("最近3次检查", "3"),
        ("附近5个社区", "5"),
        ("节约5万元", "5"),
        ("签约5家企业", "5"),
        ("=93.33%", "93.33"),
        ("赶超3家", "3"),
    ],
)
def test_ends_of_other_words_bind_nothing(text: str, figure: str) -> None:
    (claim,) = paragraph_claims(f"全年{text}。", "/p", 2024)
    assert (str(claim.figure), claim.hedges) == (figure, ())
    assert claim.exact


EACH = {
    "项目评价得分均在96分以上。": True,
    "各项目得分都达到95分。": True,
    "两个项目全部达到95分。": True,
    "项目平均得分95分。": False,
    "年均得分95分。": False,
    "各项工作得分95分。": False,
}


@pytest.mark.parametrize("text", EACH)
def test_what_is_said_of_each(text: str) -> None:
    (claim,) = (c for c in paragraph_claims(text, "/p", 2024) if c.kind == "score")
    assert claim.each is EACH[text]


PER = {
    "户均补贴500元。": "户",
    "每户补贴500元。": "户",
    "每人每月补助50元。": "人/月",
    "每期培训40人。": "期",
    "每个村5万元。": "村",
    "每名学生500元。": "名",
    "补贴均为500元。": "",
    "全村均达到500元。": "",
    "每个项目支出5万元。": "个",
}


@pytest.mark.parametrize("text", PER)
def test_what_a_figure_counts_per(text: str) -> None:
    (claim,) = paragraph_claims(text, "/p", 2024)
    assert claim.per == PER[text]


def test_a_word_behind_a_figure_is_not_missed_for_what_it_begins_with() -> None:
    """Whether one may stand there is told by the next character: all of these, after any blank, mark or bracket."""
    for word in (*SIGN_BEHIND, "左右", "上下", "有余", "开外", "出头"):
        for between in ("", " ", "\u3000", "\xa0", "”", '"', "（含）", "(含本数)"):
            text = f"满意度达到95%{between}{word}。"
            assert hedge(text, 5, 8).words[-1:] == (word,), text
