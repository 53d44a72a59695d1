"""The shape of a policy file: plain YAML values enter, typed parameters leave, or a :class:`BadValueError` that says
what to write instead.

``PARAMETERS`` is the whole vocabulary: parameter → title and fields. What is not in it is an unknown key.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from jixiao.model import Message, Phrase, Term
from jixiao.model.classes import dataclass

from . import messages as say
from .parameters import Band, Bands, Step, Steps

HUNDRED = Decimal(100)


class BadValueError(ValueError):
    """A value that does not fit: where inside the value, what is wrong, what to do."""

    def __init__(self, problem: Message, remedy: Message, at: str = "") -> None:
        self.problem, self.remedy, self.at = problem, remedy, at
        super().__init__(str(problem))


Reader = Callable[[Any], Any]


def number(low: Decimal, high: Decimal | None, what: Term) -> Reader:
    """A reader of numbers from ``low`` to ``high``."""
    bounds = say.BETWEEN(low=low, high=high) if high is not None else say.AT_LEAST(low=low)

    def read(raw: Any) -> Decimal:
        if isinstance(raw, bool) or not isinstance(raw, (int, Decimal)):
            raise BadValueError(say.FOUND_NO_NUMBER(given=repr(raw)), say.WRITE_BARE(what=what, bounds=bounds))
        value = Decimal(raw)
        if value < low or (high is not None and value > high):
            # as written: a hostile exponent must not become a million digits
            raise BadValueError(say.OUT_OF_RANGE(given=str(value)), say.WRITE_WITHIN(what=what, bounds=bounds))
        return value

    return read


def whole(low: int, high: int) -> Reader:
    """A reader of whole numbers."""

    def read(raw: Any) -> int:
        if isinstance(raw, bool) or not isinstance(raw, int) or not low <= raw <= high:
            raise BadValueError(say.FOUND(given=repr(raw)), say.WRITE_WHOLE(low=low, high=high))
        return raw

    return read


def choice(*words: str | None) -> Reader:
    """A reader of one of the words; ``None`` among them allows null."""
    listed = tuple("null" if word is None else word for word in words)

    def read(raw: Any) -> str | None:
        if raw not in words or isinstance(raw, bool):
            raise BadValueError(say.FOUND(given=repr(raw)), say.ONLY(words=listed))
        return raw  # type: ignore[no-any-return]

    return read


def flag(raw: Any) -> bool:
    """true or false."""
    if not isinstance(raw, bool):
        raise BadValueError(say.FOUND(given=repr(raw)), say.WRITE_FLAG())
    return raw


def optional(inner: Reader) -> Reader:
    """A reader that lets null pass."""
    return lambda raw: None if raw is None else inner(raw)


points = number(Decimal(0), HUNDRED, say.POINTS)
share = number(Decimal(0), Decimal(1), say.SHARE)
percent = number(Decimal(0), HUNDRED, say.PERCENT)
ratio = number(Decimal(1), None, say.RATIO)
growth = number(Decimal(-1), None, say.GROWTH)


_SUCH_BLOCKS = "{产出指标: 50, 效益指标: 30, 满意度指标: 10}"


def blocks(raw: Any) -> Mapping[str, Decimal]:
    """First-level indicators and their points."""
    if not isinstance(raw, dict) or not raw:
        raise BadValueError(say.NO_BLOCKS(), say.SUCH_BLOCKS(blocks=_SUCH_BLOCKS))
    return MappingProxyType({str(name): _inside(points, value, str(name)) for name, value in raw.items()})


def alternatives(raw: Any) -> tuple[Mapping[str, Decimal], ...]:
    """Other splits that are allowed as well."""
    return tuple(_inside(blocks, item, f"[{i}]") for i, item in enumerate(_list(raw)))


def bands(top: Decimal) -> Reader:
    """A reader of bands that cover 0–``top`` once and only once."""
    edge = number(Decimal(0), top, say.EDGE)

    def band(raw: Any) -> Band:
        _keys(raw, {"name", "from", "to"})
        if not isinstance(raw["name"], str) or not raw["name"]:
            raise BadValueError(say.BAND_UNNAMED(), say.NAME_BAND(name="优"))
        low, high = _inside(edge, raw["from"], "from"), _inside(edge, raw["to"], "to")
        if low >= high:
            problem = say.BAND_UPSIDE_DOWN(name=raw["name"], low=str(low), high=str(high))
            raise BadValueError(problem, say.LOW_AND_HIGH())
        return Band(raw["name"], low, high)

    def read(raw: Any) -> Bands:
        items = [_inside(band, item, f"[{i}]") for i, item in enumerate(_list(raw))]
        items.sort(key=lambda b: b.low, reverse=True)
        if not items or items[0].high != top or items[-1].low != 0:
            found = _between(items[-1].low, items[0].high) if items else say.NOTHING
            raise BadValueError(say.NOT_COVERED(top=top, found=found), say.COVER(top=top))
        for upper, lower in pairwise(items):
            if lower.high < upper.low:
                raise _unlike(say.BAND_GAP, lower, upper, lower.high, upper.low)
            if lower.high > upper.low:
                raise _unlike(say.BAND_OVERLAP, lower, upper, upper.low, lower.high)
        if len({b.name for b in items}) < len(items):
            raise BadValueError(say.BAND_TWICE(), say.NAME_APART())
        return Bands(tuple(items))

    return read


def _unlike(phrase: Phrase, lower: Band, upper: Band, low: Decimal, high: Decimal) -> BadValueError:
    """Two bands that do not meet: what lies between them, and where the lower one should end."""
    problem = phrase(lower=lower.name, upper=upper.name, low=str(low), high=str(high))
    return BadValueError(problem, say.MOVE_BOUND(name=lower.name, bound=str(upper.low)))


def _between(low: Decimal, high: Decimal) -> Message:
    return say.BETWEEN(low=str(low), high=str(high))


def steps(start: Reader, *, rising: Message) -> Reader:
    """A reader of a ladder whose steps start at different places and whose shares rise with them."""

    def step(raw: Any) -> Step:
        _keys(raw, {"from", "share"})
        return Step(_inside(start, raw["from"], "from"), _inside(share, raw["share"], "share"))

    def read(raw: Any) -> Steps:
        items = [_inside(step, item, f"[{i}]") for i, item in enumerate(_list(raw))]
        items.sort(key=lambda s: s.start, reverse=True)
        for upper, lower in pairwise(items):
            if upper.start == lower.start:
                raise BadValueError(say.STEP_TWICE(start=str(upper.start)), say.MERGE_STEPS())
            if upper.share < lower.share:
                texts = map(str, (upper.start, upper.share, lower.start, lower.share))
                named = dict(zip(("upper", "less", "lower", "more"), texts, strict=True))
                raise BadValueError(say.STEP_FALLS(**named), rising)
        return Steps(tuple(items))

    return read


def _list(raw: Any) -> list[Any]:
    if not isinstance(raw, list):
        raise BadValueError(say.FOUND_NO_LIST(given=repr(raw)), say.ONE_PER_LINE())
    return raw


def _keys(raw: Any, expected: set[str]) -> None:
    if not isinstance(raw, dict) or set(raw) != expected:
        found = tuple(map(str, raw)) if isinstance(raw, dict) else repr(raw)
        raise BadValueError(say.FOUND_KEYS(keys=found or say.NOTHING), say.ONLY_KEYS(keys=tuple(sorted(expected))))


def _inside(reader: Reader, raw: Any, at: str) -> Any:
    """Read an inner value; what is wrong with it says where it stands."""
    try:
        return reader(raw)
    except BadValueError as bad:
        inner = bad.at if not bad.at or bad.at.startswith("[") else f".{bad.at}"
        raise BadValueError(bad.problem, bad.remedy, at + inner) from None


@dataclass(frozen=True, slots=True)
class Parameter:
    """One dated parameter: its titles and its fields. A parameter with the single field ``""`` is a bare value."""

    title: str
    title_en: str
    fields: Mapping[str, Reader]

    @property
    def called(self) -> Term:
        """Its title in both languages."""
        return Term(self.title, self.title_en)


def _check(title: str, title_en: str, reader: Reader) -> Parameter:
    return Parameter(title, title_en, {"": reader})


_MORE_IS_MORE = say.MORE_IS_MORE()

PARAMETERS: Mapping[str, Parameter] = MappingProxyType(
    {
        "weights": Parameter(
            "分值权重", "Weights", {"execution": points, "blocks": blocks, "alternatives": alternatives}
        ),
        "rounding": Parameter(
            "修约",
            "Rounding",
            {
                "score_places": whole(0, 6),
                "rate_places": whole(0, 6),
                "mode": choice("half_up", "half_even", "down"),
            },
        ),
        "execution": Parameter(
            "预算执行率计分",
            "Execution score",
            {"formula": choice("proportional", "steps"), "steps": steps(percent, rising=_MORE_IS_MORE)},
        ),
        "positive": Parameter(
            "正向指标计分",
            "Positive indicators",
            {"formula": choice("proportional", "all_or_nothing"), "pass_share": share},
        ),
        "inverse": Parameter(
            "反向指标计分", "Inverse indicators", {"formula": choice("hyperbola", "linear", "all_or_nothing", None)}
        ),
        "qualitative": Parameter("定性指标档次", "Qualitative bands", {"bands": bands(Decimal(1))}),
        "satisfaction": Parameter(
            "满意度计分",
            "Satisfaction",
            {"mode": choice("proportional", "intervals"), "intervals": steps(percent, rising=_MORE_IS_MORE)},
        ),
        "over_target": Parameter(
            "超额完成",
            "Far above target",
            {"explain_from": ratio, "deduct": steps(ratio, rising=_MORE_IS_MORE), "exempt_if_reason": flag},
        ),
        "not_applicable": Parameter(
            "不适用指标", "Rows that do not apply", {"mode": choice("zero_weight", "omit", "rescale_to_100")}
        ),
        "grades": Parameter("评价等级", "Grades", {"bands": bands(HUNDRED)}),
        "total": Parameter("总分封顶", "Cap of the total", {"cap": optional(points)}),
        "checks.proportional_tolerance": _check("偏离比例计分的容许度", "Tolerance of proportional scores", share),
        "checks.score_ratio_gap": _check("两表得分率之差", "Gap between score ratios", share),
        "checks.budget_change": _check("预算调整幅度", "Budget change", growth),
        "checks.three_public_change": _check("三公经费变动率", "Change of the three public expenses", growth),
        "checks.dominant_weight": _check("单项指标分值占比", "Weight of one indicator", share),
        "checks.few_indicators": _check("三级指标最少个数", "Fewest indicators", whole(1, 100)),
        "checks.name_length": _check("指标名称字数", "Length of an indicator's name", whole(1, 200)),
        "checks.full_score_share": _check("满分指标占比", "Share of full scores", share),
        "checks.similarity": _check("文字相似度", "Similarity of texts", share),
    }
)

OPTIONAL: Mapping[str, Any] = MappingProxyType(
    {
        "weights.alternatives": (),
        "execution.steps": Steps(),
        "positive.pass_share": Decimal(0),
        "satisfaction.intervals": Steps(),
    }
)
"""Fields that a base may leave out, with what then holds."""
