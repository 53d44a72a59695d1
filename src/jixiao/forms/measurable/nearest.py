"""Which measurable indicators a vague target could become. Its words and whose it is enter; the nearest few leave.

Only indicators of the same second level are near, and only where a word of the target tells their subject. Words that
merely repeat the level (可持续, 符合标准) prove nothing, except of satisfaction, whose level says what is measured.
"""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.model.classes import dataclass

from .library import Measurable, general_words, indicators
from .telling import Told, sectors_of

MOST = 3
"""No more than this many are proposed for one target."""

_KINDS = (
    ("满意", "满意"),
    ("可持续", "可持续"),
    ("数量", "数量"),
    ("质量", "质量"),
    ("时效", "时效"),
    ("社会成本", ""),
    ("生态环境成本", ""),
    ("生态成本", ""),
    ("成本", "成本"),
    ("经济效益", "经济效益"),
    ("社会效益", "社会效益"),
    ("生态效益", "生态效益"),
    ("环境效益", "生态效益"),
)
"""What the second levels are called in the tables of all places → in ours; "" for one that has no indicators here."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An indicator that could stand in place of a vague one: by what the sector was told, and which ``words`` of the
    target led here.
    """

    indicator: Measurable
    told: Told
    words: tuple[str, ...]


def proposals(
    target: str, name: str = "", *, unit: str = "", project: str = "", level2: str = "", level1: str = ""
) -> tuple[Proposal, ...]:
    """At most three, the nearest first; none where sector, level or subject cannot be told.

    ``target`` and ``name`` are those of the vague indicator; ``unit`` and ``project`` say whose it is. ``level1`` is
    only asked where there is no second level, as for satisfaction.
    """
    kind = _kind(level2) if level2.strip() else "满意" if "满意" in level1 else ""
    if not kind:
        return ()
    text = "".join(f"{name} {target}".split())
    near: list[tuple[int, Proposal]] = []
    for told in sectors_of(unit, project):
        for indicator in indicators(told.sector.id):
            if kind in indicator.level2:
                words = _outermost([word for word in indicator.words if word in text])
                if kind == "满意" or set(words) - general_words():
                    near.append((sum(map(len, words)), Proposal(indicator, told, tuple(words))))
    near.sort(key=lambda pair: -pair[0])  # of equal ones the surer sector, then the order of the library
    return tuple(proposal for score, proposal in near[:MOST] if score and score * 2 >= near[0][0])


def _kind(level2: str) -> str:
    flat = "".join(level2.split())
    return next((kind for word, kind in _KINDS if word in flat), "")


def _outermost(words: Sequence[str]) -> list[str]:
    """The words that lie in no other of them: 市容环境 and not 市容, which would count its letters twice."""
    return [word for word in words if not any(word != other and word in other for other in words)]
