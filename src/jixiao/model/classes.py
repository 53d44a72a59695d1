"""Dataclasses that are cheap to declare: their methods are written when they are first called.

The standard decorator compiles six small functions for every frozen class while it is imported. A command loads some
two hundred classes, makes records of half of them and compares few: a sixth of the time of a short check went there.
Here the comparison, the hash and the shown form are plain functions over the fields, and ``__init__`` is written at
the first record.

For everybody else they are dataclasses: ``fields``, ``replace``, patterns, copies and type checkers find what they
know.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, FrozenInstanceError, fields
from dataclasses import dataclass as _dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass as dataclass  # to a type checker they are the standard ones
else:

    def dataclass(*, frozen: bool = False, slots: bool, eq: bool = True) -> Callable[[type], type]:
        """The standard decorator of the same name for classes with slots, and for these options of it."""
        assert slots

        def made(plain: type) -> type:
            own = vars(plain)
            given = {name for name in ("__init__", "__repr__", "__eq__", "__hash__") if own.get(name)}
            cls = _dataclass(init=False, repr=False, eq=False, slots=True)(plain)
            methods: dict[str, Any] = {"__init__": _first_init(cls), "__repr__": _repr}
            if eq:
                methods |= {"__eq__": _eq(cls), "__hash__": _hash(cls) if frozen else None}
            for name, method in methods.items():
                if name not in given:
                    setattr(cls, name, method)
            if frozen:
                cls.__setattr__, cls.__delattr__ = _no_set, _no_delete
                cls.__getstate__, cls.__setstate__ = _state, _restore
            return cls

        return made


def _first_init(cls: type) -> Callable[..., None]:
    def __init__(self: Any, *given: Any, **named: Any) -> None:  # noqa: N807
        written = _written_init(cls)
        cls.__init__ = written  # type: ignore[misc]
        written(self, *given, **named)

    return __init__


def _written_init(cls: type) -> Callable[..., None]:
    """``__init__`` as the standard decorator writes it; each slot is set by its own setter, also where the class is
    frozen.
    """
    names: dict[str, Any] = {"MISSING": MISSING}
    plain, named, body = ["self"], list[str](), list[str]()
    for field in fields(cls):
        name = field.name
        names[f"set_{name}"] = getattr(cls, name).__set__
        value = name
        if field.default_factory is not MISSING:
            names[f"make_{name}"] = field.default_factory
            value = f"make_{name}() if {name} is MISSING else {name}" if field.init else f"make_{name}()"
        elif field.default is not MISSING:
            names[f"default_{name}"] = field.default
            value = name if field.init else f"default_{name}"
        elif not field.init:
            continue
        if field.init:
            (named if field.kw_only else plain).append(f"{name}{_default(field)}")
        body.append(f"    set_{name}(self, {value})")
    if hasattr(cls, "__post_init__"):
        body.append("    self.__post_init__()")
    head = ", ".join([*plain, *(["*", *named] if named else [])])
    exec("\n".join([f"def __init__({head}):", *(body or ["    pass"])]), names)
    written: Callable[..., None] = names["__init__"]
    written.__qualname__ = f"{cls.__qualname__}.__init__"
    return written


def _default(field: Field[Any]) -> str:
    if field.default_factory is not MISSING:
        return "=MISSING"
    return f"=default_{field.name}" if field.default is not MISSING else ""


def _key(names: list[str]) -> Callable[[Any], Any]:
    """What gives the values of the fields as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda record: tuple(getattr(record, name) for name in names)


def _eq(cls: type) -> Callable[[Any, object], Any]:
    key = _key([field.name for field in fields(cls) if field.compare])

    def __eq__(self: Any, other: object) -> Any:  # noqa: N807
        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

    return __eq__


def _hash(cls: type) -> Callable[[Any], int]:
    key = _key([field.name for field in fields(cls) if (field.compare if field.hash is None else field.hash)])
    return lambda self: hash(key(self))


def _repr(self: Any) -> str:
    shown = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in fields(self) if field.repr)
    return f"{self.__class__.__qualname__}({shown})"


def _no_set(self: Any, name: str, value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _no_delete(self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for field, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
