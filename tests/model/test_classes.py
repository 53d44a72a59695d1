"""A cheap dataclass does what a standard one does."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from jixiao.model import classes
from jixiao.model.place import Place


def _pair(make: Callable[[Callable[..., Any]], type]) -> tuple[type, type]:
    """The same class by the standard decorator and by ours."""
    return make(dataclasses.dataclass), make(classes.dataclass)


def _frozen(dataclass: Callable[..., Any]) -> type:
    @dataclass(frozen=True, slots=True)
    class Base:
        """A record."""

        raw: str
        prefix: str = ""

    @dataclass(frozen=True, slots=True)
    class Made(Base):
        """A record with more."""

        number: int = dataclasses.field(default=3, compare=False)
        parts: list[int] = dataclasses.field(default_factory=list, repr=False)
        unit: str = dataclasses.field(default="x", kw_only=True)

    return Made


def _mutable(dataclass: Callable[..., Any]) -> type:
    @dataclass(slots=True)
    class Made:
        """A record in the making."""

        name: str
        length: int = dataclasses.field(init=False)
        kept: str = dataclasses.field(default="k", init=False)
        seen: list[int] = dataclasses.field(default_factory=list, init=False)

        def __post_init__(self) -> None:
            self.length = len(self.name)

    return Made


@pytest.mark.parametrize("make", [_frozen, _mutable])
def test_made_shown_and_compared_alike(make: Callable[[Callable[..., Any]], type]) -> None:
    standard, ours = _pair(make)
    a, b = standard("甲"), ours("甲")
    assert repr(a) == repr(b)
    assert [f.name for f in dataclasses.fields(a)] == [f.name for f in dataclasses.fields(b)]
    assert standard.__match_args__ == ours.__match_args__
    assert list(inspect.signature(standard).parameters) == list(inspect.signature(ours).parameters)
    assert b == ours("甲") != ours("乙")
    assert a != b
    assert dataclasses.asdict(a) == dataclasses.asdict(b)
    assert dataclasses.replace(b, **{ours.__match_args__[0]: "丙"}) == ours("丙")
    assert copy.deepcopy(b) == copy.copy(b) == b
    assert (ours.__hash__ is None) == (standard.__hash__ is None)


def test_fields_left_out_of_the_comparison() -> None:
    _, ours = _pair(_frozen)
    assert ours("a", number=1) == ours("a", number=2)
    assert ours("a", "p") != ours("a", "q")
    assert ours("a").parts is not ours("a").parts
    with pytest.raises(TypeError, match="unhashable"):
        hash(ours("a"))


@pytest.mark.parametrize(("given", "named"), [((), {}), (("a", "b", 1, [], "u"), {}), (("a",), {"nothing": 1})])
def test_a_wrong_call_is_refused_alike(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    standard, ours = _pair(_frozen)
    with pytest.raises(TypeError) as expected:
        standard(*given, **named)
    with pytest.raises(TypeError) as found:
        ours(*given, **named)
    assert str(found.value).split("()", 1)[1] == str(expected.value).split("()", 1)[1]


def test_frozen_means_frozen() -> None:
    _, ours = _pair(_frozen)
    made = ours("a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.raw = "b"
    with pytest.raises(dataclasses.FrozenInstanceError):
        del made.raw
    assert made.raw == "a"


def test_a_record_of_the_model_travels() -> None:
    place = Place("cn/hunan", ("湖南省", "湖南"))
    assert pickle.loads(pickle.dumps(place)) == place
    assert hash(pickle.loads(pickle.dumps(place))) == hash(place)


def test_own_methods_are_kept_and_identity_where_asked() -> None:
    @classes.dataclass(frozen=True, slots=True, eq=False)
    class One:
        """Compared by what it is."""

        name: str

        def __repr__(self) -> str:
            return "one"

    assert repr(One("a")) == "one"
    assert One("a") != One("a")
    assert len({One("a"), One("a")}) == 2
