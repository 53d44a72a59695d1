"""What must hold for every text and every number."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.model.value import Approx, Direction, Met, Number, Sign
from jixiao.values import chinese_number, compare, direction, parse
from jixiao.values import messages as say
from jixiao.values.unit_slips import unit_slip
from tests.values.numerals import in_chinese

_AMOUNTS = st.decimals(min_value=0, max_value=10**7, places=2, allow_nan=False, allow_infinity=False)
_UNITS = st.sampled_from(["%", "次", "万元", "个工作日", "公里", "人次", ""])
_PIECES = st.sampled_from(
    (
        *"≥≤><近约余/·人次%万元百一二无已未年月日前底-~，且()级优名第:，",
        *("不低于", "控制在", "以上", "以内", "每月", "投诉", "预算", "完成", "提高", "下降", "个百分点", "\u3000"),
        *("2024", "12", "31", "0", "95", "1.5", "3,000", "**"),
    )
)
_CELLS = st.lists(_PIECES, max_size=9).map("".join)


@settings(max_examples=100)
@given(st.one_of(st.text(max_size=60), _CELLS), st.one_of(st.just(""), _UNITS), st.text(max_size=8))
def test_every_text_is_a_value_that_keeps_it(text: str, unit: str, name: str) -> None:
    value = parse(text, unit=unit, name=name)
    assert value.raw == text
    assert parse(value.raw, unit=unit, name=name) == value


@settings(max_examples=100)
@given(_CELLS, _CELLS)
def test_any_two_values_compare(wanted: str, done: str) -> None:
    target, actual = parse(wanted), parse(done)
    way, why = direction(target)
    outcome = compare(target, actual, direction=way, budget=Decimal(10), outturn=Decimal(9), year=2024)
    assert why
    assert outcome.reason
    assert outcome.direction is way


@settings(max_examples=60)
@given(_AMOUNTS, _UNITS)
def test_every_spelling_of_a_floor_reads_alike(amount: Decimal, unit: str) -> None:
    printed = f"{amount}{unit}"
    spellings = [
        *(
            f"{sign}{printed}"
            for sign in ("≥", "≧", "⩾", ">=", "》=", "＞＝", "＞=", "> =", "≮", "大于等于", "大于或等于")
        ),
        *(f"{word}{printed}" for word in ("不低于", "不少于", "不小于", "不得低于", "至少")),
        *(f"{printed}{word}" for word in ("以上", "（含）以上", "及以上")),
    ]
    readings = {_without_raw(parse(spelling)) for spelling in spellings}
    assert len(readings) == 1
    assert readings.pop()[0] is Sign.AT_LEAST


@settings(max_examples=60)
@given(_AMOUNTS, _UNITS)
def test_every_spelling_of_a_ceiling_reads_alike(amount: Decimal, unit: str) -> None:
    printed = f"{amount}{unit}"
    spellings = [
        *(f"{sign}{printed}" for sign in ("≤", "≦", "⩽", "<=", "《=", "＜＝", "≯", "小于等于", "小于或等于")),
        *(f"{word}{printed}" for word in ("不高于", "不超过", "不多于", "不大于", "不得超过", "至多")),
        *(f"{printed}{word}" for word in ("以内", "之内", "以下", "（含）以下")),
        f"控制在{printed}以内",
        f"控制在{printed}",
    ]
    readings = {_without_raw(parse(spelling)) for spelling in spellings}
    assert len(readings) == 1
    assert readings.pop()[0] is Sign.AT_MOST


def _without_raw(value: object) -> tuple[Sign, Decimal, Decimal, str, Approx]:
    assert isinstance(value, Number)
    return value.sign, value.low, value.high, value.unit, value.approx


@settings(max_examples=80)
@given(_AMOUNTS, _AMOUNTS, _AMOUNTS, st.sampled_from(["", "≥", "=", ">"]), st.sampled_from(["%", "次", "万元"]))
def test_more_done_never_turns_met_into_short(
    wanted: Decimal, one: Decimal, other: Decimal, sign: str, unit: str
) -> None:
    target = parse(f"{sign}{wanted}{unit}")
    less, more = sorted((one, other))
    way = Direction.EQUAL if sign == "=" else Direction.POSITIVE
    if sign == "=" and wanted == 0:  # "none" asks for none
        return
    with_less = compare(target, parse(f"{less}{unit}"), direction=way)
    with_more = compare(target, parse(f"{more}{unit}"), direction=way)
    assert with_less.met is not Met.UNDECIDED
    assert not (with_less.met is Met.MET and with_more.met is not Met.MET)
    if with_less.ratio is not None and with_more.ratio is not None:
        assert with_less.ratio <= with_more.ratio


@settings(max_examples=60)
@given(_AMOUNTS, _AMOUNTS)
def test_less_of_a_bad_thing_never_turns_met_into_short(wanted: Decimal, done: Decimal) -> None:
    target = parse(f"≤{wanted}次")
    outcome = compare(target, parse(f"{done}次"), direction=Direction.INVERSE)
    assert (outcome.met is Met.MET) == (done <= wanted)
    assert not outcome.over


@settings(max_examples=60)
@given(_AMOUNTS, _AMOUNTS)
def test_money_compares_alike_in_yuan_and_in_ten_thousands(wanted: Decimal, done: Decimal) -> None:
    target = parse(f"≥{wanted}万元")
    in_tens = compare(target, parse(f"{done}万元"), direction=Direction.POSITIVE)
    yuan = parse(f"{done * 10000:,}元")
    assert isinstance(target, Number)
    assert isinstance(yuan, Number)
    in_yuan = compare(target, yuan, direction=Direction.POSITIVE)
    if unit_slip(target, yuan) is not None:
        assert in_yuan.met is Met.UNDECIDED
        return
    assert (in_tens.met, in_tens.over) == (in_yuan.met, in_yuan.over)


@settings(max_examples=60)
@given(
    _AMOUNTS.filter(lambda amount: amount >= 10),
    st.sampled_from([("米", "公里"), ("亩", "公顷"), ("元", "万元"), ("人", "万人"), ("公斤", "吨"), ("分钟", "小时")]),
    st.sampled_from(list(Direction)),
    st.booleans(),
)
def test_one_figure_under_two_units_decides_nothing(
    amount: Decimal, pair: tuple[str, str], way: Direction, swapped: bool
) -> None:
    one, other = reversed(pair) if swapped else pair
    outcome = compare(parse(f"{amount}{one}"), parse(f"{amount}{other}"), direction=way)
    assert (outcome.met, outcome.ratio) == (Met.UNDECIDED, None)
    assert outcome.reason.key == say.UNITS_CONTRADICT.key


@settings(max_examples=60)
@given(_AMOUNTS.filter(lambda amount: amount >= 10))
def test_one_amount_in_two_units_is_met(amount: Decimal) -> None:
    outcome = compare(parse(f"≥{amount}米"), parse(f"{amount / 1000}公里"), direction=Direction.POSITIVE)
    assert outcome.met is Met.MET


@settings(max_examples=100)
@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_a_chinese_numeral_reads_back(number: int) -> None:
    assert chinese_number(in_chinese(number)) == number


@settings(max_examples=40)
@given(st.text(alphabet="零一二两三四五六七八九十百千万亿点", max_size=12))
def test_any_run_of_numeral_characters_is_a_number_or_none(text: str) -> None:
    value = chinese_number(text)
    assert value is None or value >= 0
