"""Which policy applies: a unit's name, a place, a year or an explicit policy enters, a :class:`Policy` leaves that
says why.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from jixiao.model import Message, Term
from jixiao.model.classes import dataclass
from jixiao.model.messages import CHECK_PATH, DID_YOU_MEAN, NOT_OPENED, NOT_UTF8, SAVE_AS_UTF8
from jixiao.model.place import NATION, Nearest, Place, gazetteer, nearest, nearest_to

from . import messages as say
from .errors import PolicyError, Problem
from .files import Dated, PolicyFile, parse_policy
from .layers import Layers, assemble, prove
from .parameters import Policy

BASE = NATION
_FOLDER = Path(__file__).parent / "data" / "places"


@dataclass(frozen=True, slots=True)
class PolicyInfo:
    """A shipped policy for lists and the catalogue: titles, names of its place, its base, every dated value with its
    source.
    """

    id: str
    title: str
    title_en: str
    names: tuple[str, ...]
    within: tuple[str, ...]
    parent: str
    values: tuple[Dated, ...]

    @property
    def verified(self) -> bool:
        """Whether the original of every value was read."""
        return all(value.citation.verified for value in self.values)


def resolve(*, unit: str = "", year: int | None = None, place: str = "", policy: str | None = None) -> Policy:
    """The policy for a unit's year.

    ``policy`` is explicit: an id (``cn/hunan/yueyang``), the name of a place, or the path of a YAML file. Else the
    ``place`` decides, else the name of the unit, else the national base. ``PolicyError`` where an explicit policy is
    unknown or broken.
    """
    year = _sane(year)
    if policy:
        return _explicit(policy, year)
    layers, reason = _by_name(place or unit, say.PLACE if place else say.UNIT)
    return assemble(layers, year, _for_year(reason, year))


def load(path: Path | str, *, year: int | None = None) -> Policy:
    """The policy of a YAML file, over the base that it names (the national one unless it says otherwise). Proven for
    all years.

    ``PolicyError`` lists every fault with file, key and remedy.
    """
    path, year = Path(path), _sane(year)
    layers = _user_layers(path)
    reason = say.FROM_FILE(file=path.name, base=layers[-2].called)
    return assemble(layers, year, _for_year(reason, year))


@lru_cache(maxsize=1)
def available() -> tuple[PolicyInfo, ...]:
    """The shipped policies, base first."""
    return tuple(
        PolicyInfo(f.id, f.title, f.title_en or f.title, place.names, place.within, _parent(f.id), f.values)
        for f in _shipped().values()
        if (place := _places().get(f.id, Place(f.id)))
    )


@lru_cache(maxsize=1)
def _shipped() -> Mapping[str, PolicyFile]:
    """The shipped files by id, base first. The folder tree is the administrative tree: ``cn/hunan`` lies under
    ``cn``.
    """
    files = {}
    for path in sorted(_FOLDER.rglob("*.yaml"), key=lambda p: (len(p.parts), p.parts)):
        name = path.relative_to(_FOLDER).as_posix()
        files[name.removesuffix(".yaml")] = parse_policy(path.read_text("utf-8"), name, name.removesuffix(".yaml"))
    return MappingProxyType(files)


@lru_cache(maxsize=1)
def _places() -> Mapping[str, Place]:
    """The places with their names: those of the gazetteer, and what policies say of their own."""
    own = {f.id: Place(f.id, f.names, f.within) for f in _shipped().values() if f.names or f.within}
    return MappingProxyType({**gazetteer(), **own})


def _parent(policy_id: str) -> str:
    """The nearest place above that has a policy; empty for the base."""
    return nearest(policy_id.rpartition("/")[0], _shipped())


@lru_cache(maxsize=64)
def _layers(policy_id: str) -> Layers:
    parent = _parent(policy_id)
    return (*(_layers(parent) if parent else ()), _shipped()[policy_id])


def _explicit(policy: str, year: int | None) -> Policy:
    if policy in _shipped():
        layers = _layers(policy)
        return assemble(layers, year, _for_year(say.AS_ASKED(title=layers[-1].called), year))
    path = Path(policy)
    if path.suffix.lower() in {".yaml", ".yml"} or path.is_file():
        return load(path, year=year)
    found = _nearest(policy)
    if found is None:
        known = [name for info in available() for name in (info.id, *info.names)]
        near = difflib.get_close_matches(policy, known, n=3)
        remedy = DID_YOU_MEAN(near=tuple(near)) if near else say.POLICIES_OR_PATH(known=tuple(_shipped()))
        raise PolicyError([Problem(policy, "", say.NO_POLICY(), remedy)])
    layers = _layers(found.id)
    return assemble(layers, year, _for_year(say.AS_ASKED_FOR(asked=policy, title=layers[-1].called), year))


@lru_cache(maxsize=256)
def _by_name(text: str, what: Term) -> tuple[Layers, Message]:
    """The layers for a name, and the reason."""
    base = _layers(BASE)
    if not text:
        return base, say.NOTHING_KNOWN(title=base[-1].called)
    found = _nearest(text)
    if found is None:
        return base, say.NONE_HERE(what=what, text=text, title=base[-1].called)
    layers = _layers(found.id)
    holds = say.HOLDS_BELOW if found.below else say.HOLDS
    return layers, holds(what=what, name=found.mention.name, title=layers[-1].called)


def _nearest(text: str) -> Nearest | None:
    """The policy nearest to the place that a text speaks of; ``None`` where that place has none of its own."""
    found = nearest_to(text, _shipped(), _places().values())
    return found if found and found.told else None


def _sane(year: int | None) -> int | None:
    """The year, unless it is none that a calendar has: what was misread from a form must not stop the check."""
    return year if year is not None and 1900 <= year <= 2999 else None


def _for_year(reason: Message, year: int | None) -> Message:
    return say.FOR_YEAR(reason=reason, year=year) if year else say.NO_YEAR(reason=reason)


def _user_layers(path: Path) -> Layers:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise PolicyError([Problem(str(path), "", NOT_OPENED(), CHECK_PATH())]) from error
    except UnicodeDecodeError as error:
        raise PolicyError([Problem(path.name, "", NOT_UTF8(), SAVE_AS_UTF8())]) from error
    return _proven(text, path.name)


@lru_cache(maxsize=32)
def _proven(text: str, file: str) -> Layers:
    own = parse_policy(text, file, file)
    base = own.base or BASE
    if base not in _shipped():
        near = difflib.get_close_matches(base, _shipped(), n=1)
        remedy = DID_YOU_MEAN(near=near[0]) if near else say.POLICIES(known=tuple(_shipped()))
        raise PolicyError([Problem(file, "base", say.NO_BASE(base=base), remedy)])
    layers = (*_layers(base), own)
    prove(layers)
    return layers
