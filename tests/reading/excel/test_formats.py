"""What a spreadsheet displays for a stored number: number formats, dates, General."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jixiao.reading.excel.formats import CODES, exact, format_of, general, serial_of


def shown(code: str | int, raw: str, from_1904: bool = False) -> str:
    value = exact(raw)
    assert value is not None
    return format_of(CODES[code] if isinstance(code, int) else code).number(value, from_1904)


@pytest.mark.parametrize(
    ("code", "raw", "text"),
    [
        ("0.0%", "0.97199999999999998", "97.2%"),
        ("0.0%", "0.97194", "97.2%"),
        ("0%", "0.285", "29%"),
        ("0.00%", "1", "100.00%"),
        ("0%%", "0.5", "5000%%"),
        ("0.00", "8", "8.00"),
        ("0.00_ ", "9.719999999999999", "9.72"),
        ("0", "0.5", "1"),
        ("0", "2.5", "3"),
        ("0.00", "1.005", "1.01"),
        ("0.0", "-0.25", "-0.3"),
        ("#,##0.00", "1674.52", "1,674.52"),
        ("#,##0.00", "1234567890.125", "1,234,567,890.13"),
        ("#,##0", "999.5", "1,000"),
        ("#,##0.00_ ;[Red]\\-#,##0.00\\ ", "-1674.52", "-1,674.52"),
        ("0.00_);(0.00)", "-12.5", "(12.50)"),
        ("0;0", "-5", "5"),
        ("0.00;-0.00;;@", "0", ""),
        ("0.00;-0.00;;@", "-1", "-1.00"),
        ("+0;-0;0", "3", "+3"),
        (";;;", "5", ""),
        ("", "5.5", "5.5"),
    ],
)
def test_numbers(code: str, raw: str, text: str) -> None:
    assert shown(code or "General", raw) == text


@pytest.mark.parametrize(
    ("code", "raw", "text"),
    [
        ('0.00"万元"', "25", "25.00万元"),
        ("0.00元", "25", "25.00元"),
        ('"≥"0%', "0.95", "≥95%"),
        ('"第"0"期"', "3", "第3期"),
        ('General"次"', "12.5", "12.5次"),
        ("G/通用格式次", "12", "12次"),
        ("0 %", "0.5", "50 %"),
        ("0.00,", "12345", "12.35"),
        ('0.0,,"百万"', "12345678", "12.3百万"),
        ('0!.0,"万"', "12345", "1.2万"),
        ('0\\.0,"万"', "123456", "12.3万"),
        ('[>=10000]0!.0,"万";0', "12345", "1.2万"),
        ('[>=10000]0!.0,"万";0', "123", "123"),
        ('[=0]"无";[<100]0.0;0', "0", "无"),
        ('[=0]"无";[<100]0.0;0', "99.5", "99.5"),
        ('[=0]"无";[<100]0.0;0', "100", "100"),
        ('[<0]"亏"0;0', "-5", "亏5"),
        ("[Red]0.0", "-1", "-1.0"),
        ("[红色]0.0", "1", "1.0"),
        ("[$¥-804]#,##0.00", "1674.5", "¥1,674.50"),
        ('"¥"#,##0;"¥"\\-#,##0', "-3", "¥-3"),
        ('_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', "1674.5", "1,674.50"),
        ('_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', "0", "-"),
        ('"达标"', "-1", "达标"),
        ("General;General", "-1", "-1"),
        ("General;[Red]-General", "-1", "-1"),
        ("0.00;0.00;0", "-1", "1.00"),
    ],
)
def test_words_signs_scales_and_conditions(code: str, raw: str, text: str) -> None:
    assert shown(code, raw) == text


@pytest.mark.parametrize(
    ("code", "raw", "text"),
    [
        ("0.###", "5", "5."),
        ("0.0##", "5.25", "5.25"),
        ("#.##", "0.5", ".5"),
        (".00", "12.5", "12.50"),
        ("0.??", "5.5", "5.5"),
        ("0.#0", "5", "5.00"),
        ("00000", "42", "00042"),
        ("000-0000-0000", "13812345678", "138-1234-5678"),
        ("# ?/?", "1.25", "1 1/4"),
        ("# ??/??", "12.3", "12 3/10"),
        ("# ?/?", "3", "3"),
        ("# ?/?", "0.999", "1"),
        ("?/?", "1.2", "6/5"),
        ("# ?/8", "2.5", "2 4/8"),
        ("# ?/?", "0", "0"),
        ("0.00E+00", "12345", "1.23E+04"),
        ("0.00E-00", "12345", "1.23E04"),
        ("0.0E+0", "0.00099999", "1.0E-3"),
        ("##0.0E+0", "12345", "12.3E+3"),
        ("0.00E+00", "0", "0.00E+00"),
        ("[DBNum1]General", "12345", "一万二千三百四十五"),
        ("[DBNum1]General", "10", "十"),
        ("[DBNum1]General", "20010", "二万〇一十"),
        ("[DBNum1]General", "105.2", "一百〇五.二"),
        ("[DBNum1]0", "2024", "二〇二四"),
        ("[DBNum2]General", "1005", "壹仟零伍"),
        ("[DBNum1]General", "100000001", "一亿〇一"),
        ("[DBNum2]General", "0", "零"),
        ("#,###", "1234567", "1,234,567"),
        ("# ? / ?", "1.5", "1 1/2"),
        ("[$€-zz]0", "5", "€5"),
        ("[$-zz]0", "5", "5"),
    ],
)
def test_digits_as_they_may_be_asked_for(code: str, raw: str, text: str) -> None:
    assert shown(code, raw) == text


@pytest.mark.parametrize(
    ("number", "raw", "text"),
    [
        (1, "1.5", "2"),
        (2, "1", "1.00"),
        (4, "1234.5", "1,234.50"),
        (9, "0.5", "50%"),
        (10, "0.972", "97.20%"),
        (14, "45657", "2024/12/31"),
        (31, "45657", "2024年12月31日"),
        (57, "45657", "2024年12月"),
        (58, "45657", "12月31日"),
        (22, "45657.5", "2024/12/31 12:00"),
        (41, "0", "-"),
        (44, "12", "¥12.00"),
        (46, "1.5", "36:00:00"),
        (49, "12.50", "12.5"),
    ],
)
def test_built_in_formats(number: int, raw: str, text: str) -> None:
    assert shown(number, raw) == text


@pytest.mark.parametrize(
    ("code", "raw", "text"),
    [
        ('yyyy"年"m"月"d"日"', "45657", "2024年12月31日"),
        ("yyyy年m月", "45657", "2024年12月"),
        ("yyyy-mm-dd", "45296", "2024-01-05"),
        ("yyyy.mm.dd", "45296", "2024.01.05"),
        ("yyyymmdd", "45296", "20240105"),
        ('yyyy"年度"', "45657", "2024年度"),
        ("e年", "45657", "2024年"),
        ("yy/m/d", "45296", "24/1/5"),
        ("m/d", "45296", "1/5"),
        ("d-mmm-yy", "45296", "5-Jan-24"),
        ("mmmm", "45296", "January"),
        ("mmmmm", "45296", "J"),
        ("ddd", "45296", "Fri"),
        ("dddd", "45296", "Friday"),
        ("aaa", "45296", "五"),
        ("aaaa", "45296", "星期五"),
        ("[$-804]ddd", "45296", "周五"),
        ("[$-804]mmmm", "45296", "一月"),
        ("[$-F800]dddd, mmmm dd, yyyy", "45296", "2024年1月5日"),
        ("[$-F400]h:mm:ss AM/PM", "45296.25", "6:00:00"),
        ('[DBNum1][$-804]yyyy"年"m"月"d"日"', "45657", "二〇二四年十二月三十一日"),
        ("h:mm", "0.75", "18:00"),
        ("hh:mm:ss", "0.000011574", "00:00:01"),
        ("h:mm AM/PM", "0.5", "12:00 PM"),
        ("h:mm A/P", "0", "12:00 A"),
        ('上午/下午h"时"mm"分"', "0.75", "下午6时00分"),
        ("[h]:mm", "1.5", "36:00"),
        ("[mm]:ss", "0.5", "720:00"),
        ("[s]", "0.5", "43200"),
        ("mm:ss.0", "0.0000057870", "00:00.5"),
        ("yyyy/m/d", "45657.999999", "2024/12/31"),
        ("yyyy/m/d h:mm:ss", "45657.9999999", "2025/1/1 0:00:00"),
        ("yyyy/m/d", "60", "1900/2/29"),
        ("yyyy/m/d", "61", "1900/3/1"),
        ("yyyy/m/d", "59", "1900/2/28"),
        ("yyyy/m/d", "1", "1900/1/1"),
        ("yyyy/m/d", "0", "1900/1/0"),
        ("yyyy/m/d", "2958465", "9999/12/31"),
        ("yyyy/m/d", "2958466", "2958466"),
        ("yyyy/m/d", "-1", "-1"),
        ("0;yyyy", "-1", "1900"),
    ],
)
def test_dates_and_times(code: str, raw: str, text: str) -> None:
    assert shown(code, raw) == text


def test_days_of_1904() -> None:
    assert shown("yyyy/m/d", "0", from_1904=True) == "1904/1/1"
    assert shown("yyyy/m/d", "44195", from_1904=True) == "2024/12/31"
    assert shown("dddd", "44195", from_1904=True) == "Tuesday"


@pytest.mark.parametrize(
    ("text", "serial"),
    [
        ("2024-12-31", "45657"),
        ("2024-12-31T12:00:00Z", "45657.5"),
        ("1900-02-28", "59"),
        ("1900-03-01", "61"),
        ("2024-13-01", None),
        ("昨天", None),
        ("2024-12-31Tx:1", None),
    ],
)
def test_dates_written_as_such(text: str, serial: str | None) -> None:
    assert serial_of(text, False) == (Decimal(serial) if serial else None)
    if text == "2024-12-31":
        assert serial_of(text, True) == 44195


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("8", "8"),
        ("9.50", "9.5"),
        ("0.30000000000000004", "0.3"),
        ("0.97199999999999998", "0.972"),
        ("33.333333333333336", "33.33333333"),
        ("0.333333333333333", "0.333333333"),
        ("-0.333333333333333", "-0.333333333"),
        ("1234567.891234", "1234567.891"),
        ("12345678901", "12345678901"),
        ("12345678901.5", "12345678902"),
        ("123456789012", "1.23457E+11"),
        ("430602210000000123", "4.30602E+17"),
        ("1E-3", "0.001"),
        ("0.00001", "0.00001"),
        ("0.000012345678", "1.23457E-05"),
        ("1e+20", "1E+20"),
        ("0", "0"),
        ("-0", "0"),
    ],
)
def test_general(raw: str, text: str) -> None:
    value = exact(raw)
    assert value is not None
    assert general(value) == text


@pytest.mark.parametrize("raw", ["", "x", "nan", "inf", "1E+999", "1,5", "１２x"])
def test_what_is_no_number(raw: str) -> None:
    assert exact(raw) is None


def test_texts_under_a_format() -> None:
    assert format_of('0.00;-0.00;;@"分"').text("9") == "9分"
    assert format_of("_ @_ ").keeps_text
    assert format_of("0.00").text("9") == "9"
    assert format_of(";;;").text("9") == ""
    assert format_of("@").text("９") == "９"


_NUMBERS = st.decimals(-(10**9), 10**9, places=4)


@given(_NUMBERS, st.integers(0, 4))
@example(Decimal("-0.0005"), 3)
def test_fixed_places_round_half_up(number: Decimal, places: int) -> None:
    code = "#,##0" + ("." + "0" * places if places else "")
    text = shown(code, f"{number:f}")
    assert Decimal(text.replace(",", "")) == number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@given(_NUMBERS)
def test_a_binary_number_is_the_decimal_it_was_typed_as(number: Decimal) -> None:
    assert exact(f"{float(number):.17g}") == number
    assert exact(repr(float(number))) == number


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_general_is_short_and_near(number: float) -> None:
    value = exact(repr(number))
    if value is None:  # beyond what a spreadsheet holds
        return
    text = general(value)
    assert len(text.lstrip("-")) <= 12  # an exponent may have three digits
    assert abs(Decimal(text) - value) <= abs(value) * Decimal("5.1E-6")


@given(
    st.text('0#?.,%/;_*\\!"[]@-+()yemdhsaEgA> 年元General1', max_size=24),
    st.sampled_from(["0", "-1.5", "45657.25", "1E+300", "1E-300", "12345678.9"]),
    st.booleans(),
)
def test_every_code_shows_something(code: str, raw: str, from_1904: bool) -> None:
    value = exact(raw)
    assert value is not None
    form = format_of(code)
    assert isinstance(form.number(value, from_1904), str)
    assert isinstance(form.text("文字"), str)


def test_a_code_without_end_is_general() -> None:
    assert shown("0" * 300, "5.5") == "5.5"
    assert shown('0"', "5") == "5"
    assert shown("0[", "5") == "5["
    assert shown("0\\", "5") == "5\\"
