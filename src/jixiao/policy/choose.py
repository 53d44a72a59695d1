"""Which policy applies: a unit's name, a place, a year or an explicit policy enters, a :class:`Policy` leaves that
says why.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from jixiao.model.place import NATION, Nearest, Place, gazetteer, nearest, nearest_to

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
    layers, reason = _by_name(place or unit, "地方" if place else "单位名称")
    return assemble(layers, year, reason + _for_year(year))


def load(path: Path | str, *, year: int | None = None) -> Policy:
    """The policy of a YAML file, over the base that it names (the national one unless it says otherwise). Proven for
    all years.

    ``PolicyError`` lists every fault with file, key and remedy.
    """
    path, year = Path(path), _sane(year)
    layers = _user_layers(path)
    return assemble(layers, year, f"使用指定的政策文件 {path.name}（以“{layers[-2].title}”为底）{_for_year(year)}")


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
        return assemble(layers, year, f"按指定选用“{layers[-1].title}”{_for_year(year)}")
    path = Path(policy)
    if path.suffix.lower() in {".yaml", ".yml"} or path.is_file():
        return load(path, year=year)
    found = _nearest(policy)
    if found is None:
        known = [name for info in available() for name in (info.id, *info.names)]
        near = difflib.get_close_matches(policy, known, n=3)
        remedy = (
            f"是不是 {'、'.join(near)}？"
            if near
            else f"可用的政策：{'、'.join(_shipped())}；也可以给出 YAML 文件的路径"
        )
        raise PolicyError([Problem(policy, "", "没有这个政策", remedy)])
    layers = _layers(found.id)
    return assemble(layers, year, f"按指定的“{policy}”选用“{layers[-1].title}”{_for_year(year)}")


@lru_cache(maxsize=256)
def _by_name(text: str, what: str) -> tuple[Layers, str]:
    """The layers for a name, and the reason."""
    base = _layers(BASE)
    if not text:
        return base, f"未提供单位名称和地方，选用“{base[-1].title}”"
    found = _nearest(text)
    if found is None:
        return base, f"{what}“{text}”没有对应的地方政策，选用“{base[-1].title}”"
    layers = _layers(found.id)
    below = "（下级地方，暂按上级政策）" if found.below else ""
    return layers, f"{what}中有“{found.mention.name}”{below}，选用“{layers[-1].title}”"


def _nearest(text: str) -> Nearest | None:
    """The policy nearest to the place that a text speaks of; ``None`` where that place has none of its own."""
    found = nearest_to(text, _shipped(), _places().values())
    return found if found and found.told else None


def _sane(year: int | None) -> int | None:
    """The year, unless it is none that a calendar has: what was misread from a form must not stop the check."""
    return year if year is not None and 1900 <= year <= 2999 else None


def _for_year(year: int | None) -> str:
    return f"，按{year}年度取值" if year else "，年度不明，按最新取值"


def _user_layers(path: Path) -> Layers:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise PolicyError([Problem(str(path), "", "打不开", "检查路径和权限")]) from error
    except UnicodeDecodeError as error:
        raise PolicyError([Problem(path.name, "", "不是 UTF-8 文本", "用 UTF-8 另存后再试")]) from error
    return _proven(text, path.name)


@lru_cache(maxsize=32)
def _proven(text: str, file: str) -> Layers:
    own = parse_policy(text, file, file)
    base = own.base or BASE
    if base not in _shipped():
        near = difflib.get_close_matches(base, _shipped(), n=1)
        remedy = f"是不是 {near[0]}？" if near else f"可用的政策：{'、'.join(_shipped())}"
        raise PolicyError([Problem(file, "base", f"没有上级政策“{base}”", remedy)])
    layers = (*_layers(base), own)
    prove(layers)
    return layers
