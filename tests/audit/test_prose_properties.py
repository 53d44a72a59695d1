"""Sentences made from random figures by right arithmetic, rounded or cut off as writers do: nobody complains."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jixiao.audit import check

from .test_prose import report, said

AMOUNTS = st.decimals(min_value="1", max_value="5000", places=2, allow_nan=False)
COUNTS = st.integers(min_value=5, max_value=5000)
PLACES = st.integers(min_value=0, max_value=2)
ROUNDINGS = st.sampled_from([ROUND_HALF_UP, ROUND_DOWN])
VERBS = st.sampled_from(["较上年", "比上年", "同比", "比2023年"])


def shown(value: Decimal, places: int, rounding: str = ROUND_HALF_UP) -> str:
    return format(value.quantize(Decimal(1).scaleb(-places), rounding), "f")


def percent(part: Decimal | int, whole: Decimal | int, places: int, rounding: str) -> str:
    return shown(Decimal(part) * 100 / Decimal(whole), places, rounding)


def silent(sentence: str) -> None:
    for kind in ("unit", "project"):
        assert said(kind, sentence) == [], sentence


@settings(max_examples=60, deadline=None)
@given(AMOUNTS, AMOUNTS, PLACES, PLACES, ROUNDINGS, VERBS, st.booleans())
def test_a_change(
    now: Decimal, before: Decimal, places: int, money: int, rounding: str, against: str, swapped: bool
) -> None:
    assume(now != before)
    word, grew = ("增加", "增长") if now > before else ("减少", "下降")
    parts = [
        f"{word}{shown(abs(now - before), money)}万元",
        f"{grew}{percent(abs(now - before), before, places, rounding)}%",
    ]
    first, second = reversed(parts) if swapped else parts
    silent(f"办公费支出{shown(now, money)}万元，{against}{first}，{second}。")
    silent(f"办公费由上年的{shown(before, money)}万元调整为{shown(now, money)}万元，{first}，{second}。")


@settings(max_examples=60, deadline=None)
@given(AMOUNTS, AMOUNTS, AMOUNTS, PLACES, ROUNDINGS, st.sampled_from(["head", "last", "sum"]))
def test_a_change_behind_an_enumeration(
    one: Decimal, other: Decimal, more: Decimal, places: int, rounding: str, of: str
) -> None:
    whole = one + other
    now = {"head": whole, "last": other, "sum": whole}[of]
    change = f"较上年增加{more}万元，增长{percent(more, now - more, places, rounding)}%" if now > more else ""
    assume(change and percent(more, now - more, places, rounding) != "0")
    silent(f"办公费支出{whole}万元，其中印刷费{one}万元、邮寄费{other}万元，{change}。")
    if of != "head":
        silent(f"支出印刷费{one}万元、邮寄费{other}万元，{change}。")


@settings(max_examples=60, deadline=None)
@given(st.lists(AMOUNTS, min_size=2, max_size=4), PLACES, ROUNDINGS, st.booleans())
def test_shares_and_sums(amounts: list[Decimal], places: int, rounding: str, severally: bool) -> None:
    whole = sum(amounts, Decimal(0))
    names = ["印刷费", "邮寄费", "水费", "电费"][: len(amounts)]
    shares = [f"{percent(a, whole, places, rounding)}%" for a in amounts]
    listed = "、".join(f"{name}{a}万元" for name, a in zip(names, amounts, strict=True))
    if severally:
        silent(f"办公费支出{whole}万元，其中：{listed}，分别占{'、'.join(shares[:-1])}和{shares[-1]}。")
    else:
        told = "，".join(f"{n}{a}万元，占{s}" for n, a, s in zip(names, amounts, shares, strict=True))
        silent(f"办公费支出{whole}万元，其中：{told}。")
    silent(f"{listed}，合计{whole}万元。")


@settings(max_examples=60, deadline=None)
@given(COUNTS, st.data(), PLACES, ROUNDINGS)
def test_ratios(sent: int, data: st.DataObject, places: int, rounding: str) -> None:
    back = data.draw(st.integers(1, sent))
    content = data.draw(st.integers(1, back))
    silent(
        f"发放问卷{sent}份，回收{back}份，回收率{percent(back, sent, places, rounding)}%，"
        f"满意{content}份，满意率{percent(content, back, places, rounding)}%。"
    )
    silent(f"发现问题{sent}个，已整改{back}个，整改率{percent(back, sent, places, rounding)}%。")
    silent(f"编制{sent}人，在职{back}人，在职人员控制率{percent(back, sent, places, rounding)}%。")


@settings(max_examples=60, deadline=None)
@given(COUNTS, st.integers(1, 20000), PLACES)
def test_products(number: int, each: int, places: int) -> None:
    total = shown(Decimal(number) * each / 10000, places)
    assume(Decimal(total) > 0)
    silent(f"发放补贴{number}户，每户{each}元，合计{total}万元。")
    silent(f"补贴资金{total}万元，惠及{number}户，户均{shown(Decimal(total) * 10000 / number, 0)}元。")


@settings(max_examples=60, deadline=None)
@given(st.decimals("50", "100", places=2), st.decimals("50", "100", places=2), st.integers(1, 2))
def test_points(before: Decimal, now: Decimal, places: int) -> None:
    one, other = shown(before, places), shown(now, places)
    assume(one != other)
    word = "提高" if Decimal(other) > Decimal(one) else "下降"
    silent(f"满意率由{one}%到{other}%，{word}{shown(abs(now - before), places)}个百分点。")
    silent(f"满意率{other}%，较上年的{one}%{word}{shown(abs(now - before), places)}个百分点。")


@settings(max_examples=60, deadline=None)
@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_budgets(initial: Decimal, added: Decimal, cut: Decimal) -> None:
    assume(initial > cut)
    silent(f"年初预算{initial}万元，年中追加{added}万元，调减{cut}万元，全年预算{initial + added - cut}万元。")


PIECES = st.sampled_from(
    [
        "支出",
        "其中",
        "办公费",
        "公用经费",
        "回收",
        "回收率",
        "满意",
        "整改率",
        "户均",
        "每人每月",
        "培训",
        "合计",
        "共",
        "分别占",
        "较上年",
        "增长",
        "减少",
        "提高",
        "由",
        "到",
        "调整为",
        "年初预算",
        "追加",
        "全年预算",
        "至少",
        "近",
        "不足",
        "未支付",
        "上年的",
        "12.5万元",
        "0万元",
        "3200元",
        "95%",
        "0%",
        "-0.5%",
        "3.3个百分点",
        "500份",
        "40人",
        "3期",
        "120人次",
        "98分",
        "90-95分",
        "12月",
        "，",
        "、",
        "和",
        "。",
        "；",
        "：",
        "（",
        "）",
        "2023年",
        "万",
        "余",
        "以上",
        "左右",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=24).map("".join), st.sampled_from(["unit", "project"]))
def test_whatever_a_sentence_says_no_rule_breaks_down(sentence: str, kind: str) -> None:
    audit = check(report(kind, sentence), select=["TX"])
    assert not audit.faults
    for finding in audit.findings:
        assert finding.text("zh")
        assert finding.text("en")
