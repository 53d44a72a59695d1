"""Names of units: when two spellings are one unit, and which unit the name of a file or folder speaks of.

Nothing is guessed: a short name stands for a long one only where that is the only long one it could stand for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from jixiao.values.numerals import years_in_figures
from jixiao.values.pattern import lazy

_ADDED = lazy(r"[(\[〔【](?:盖章|公章|签章|章|本级|机关|汇总|公开|填报单位|单位|全称)[)\]〕】]")
_SIGNS = lazy(r"[\s()\[\]〔〕【】,.:;、。·_\-—'\"“”‘’]+")
_BODY = lazy(
    r"(?:局|委|委员会|厅|院|校|学校|中学|小学|幼儿园|园|中心|支队|大队|中队|总队|队|所|站|馆|会|联|办|办公室|集团|公司"
    r"|政府|街道|办事处|镇|乡|库|台|社|部|署|团|银行|医院|学院|大学|管理处|事务处|服务处|管委会)$"
)
_SECTION = lazy(r"(?:科|股|室|组|各科室|各部门|财务部|综合部|行政部|人事部|项目部|业务部)$")
_OFFICES = lazy(r"^(?:办公室|综合办|党政办|财务办|总务处|教务处|政教处|后勤处|机关党委|工会)$")
_PAPER_WORDS = lazy(
    r"(?:预算|支出|绩效|自评|评价|项目|整体|部门|单位|基础|数据|报告|年度|情况|附件|材料|公开|上报|报送|定稿|最终|终稿|修改|修订"
    r"|版|表|的|扫描|电子|副本|汇总|明细|专项|资金|财政|转移支付|评分|打分|说明|送审|正式|合集|资料)"
)
_CHINESE = lazy(r"[\u4e00-\u9fff]+")
_YEAR_SAID = lazy(r"(?<!\d)(20\d\d)(?:\s*年\s*度|\s*年度)")
_YEAR = lazy(r"(?<!\d)(20\d\d)(?!\d)")
_SHORTEST = 3
_PLACE_ENDS = "省市县区州旗镇乡局委厅院府"


@lru_cache(maxsize=4096)
def core(name: str) -> str:
    """The name without blanks, signs, and what forms add to it: 某局（盖章） and 某 局 are one."""
    text = unicodedata.normalize("NFKC", name)
    return _SIGNS.sub("", _ADDED.sub("", re.sub(r"\s+", "", text)))


def is_body(name: str) -> bool:
    """Whether the name is that of a body of its own, not of a section of one (财务科, 办公室)."""
    text = core(name)
    return len(text) > _SHORTEST and bool(_BODY.search(text)) and not _SECTION.search(text) and not _OFFICES.match(text)


def shortens(short: str, long: str) -> bool:
    """Whether a name, as :func:`core` has it, is the other one without what stands before it: 交通局 for 岳阳市交通局,
    市交通局 for the same; never 通局.
    """
    if len(short) < _SHORTEST or len(short) >= len(long) or not long.endswith(short):
        return False
    before = long[: -len(short)]
    return before[-1] in _PLACE_ENDS or (short[0] in "省市县区州" and len(before) >= 2)


@dataclass(slots=True)
class Register:
    """The units that are spoken of, each by one name. ``listed`` maps a spelling (:func:`core`) to the name that a list
    of units gives it: renamed units and their successors are one there.
    """

    listed: Mapping[str, str] = field(default_factory=dict)
    _known: dict[str, str] = field(default_factory=dict)
    _short: dict[str, str] = field(default_factory=dict)
    _ends: dict[str, list[str]] = field(default_factory=dict)
    _told: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, units: Iterable[tuple[str, Sequence[str]]], spoken: Iterable[str]) -> Register:
        """Of a list of units (name, other names) and of the names that papers give their units."""
        listed: dict[str, str] = {}
        for name, others in units:
            for spelling in (name, *others):
                listed[core(spelling)] = name
        register = cls(listed)
        for name in spoken:
            if core(name) and core(name) not in listed:
                register._known.setdefault(core(name), name)
        register._settle()
        return register

    def _settle(self) -> None:
        # every name by its possible endings: with thousands of units nobody compares each with each
        for name in (*self._known, *(name for name in self.listed if name not in self._known)):
            for start in range(1, len(name) - _SHORTEST + 1):
                self._ends.setdefault(name[start:], []).append(name)
        for short in self._known:
            longer = {self._full(long) for long in self._longer(short)}
            # 交通局 and 市交通局 both shorten the same long name: the longest is meant
            longer = {name for name in longer if not any(shortens(core(name), core(other)) for other in longer)}
            if len(longer) == 1:
                self._short[short] = longer.pop()

    def _longer(self, short: str) -> list[str]:
        return [name for name in self._ends.get(short, ()) if shortens(short, name)]

    def _full(self, spelling: str) -> str:
        return self.listed.get(spelling) or self._known[spelling]

    def unit(self, name: str) -> str:
        """The unit's one name; "" where nobody knows it."""
        spelling = core(name)
        if spelling in self.listed:
            return self.listed[spelling]
        if spelling in self._short:
            return self._short[spelling]
        if spelling in self._known:
            return self._known[spelling]
        longer = {self._one(long) for long in self._longer(spelling)}
        return longer.pop() if len(longer) == 1 else ""

    def _one(self, spelling: str) -> str:
        return self.listed.get(spelling) or self._short.get(spelling) or self._known[spelling]

    def told_by(self, text: str) -> str:
        """The one unit that the name of a file or folder speaks of; "" where it is none or several."""
        if text not in self._told:
            self._told[text] = self._unit_told_by(text)
        return self._told[text]

    def _unit_told_by(self, text: str) -> str:
        whole = core(text)
        spellings = (*self._known, *self.listed)
        inside = {s for s in spellings if len(s) > _SHORTEST and s in whole}
        inside = {s for s in inside if not any(s != other and s in other for other in inside)}
        found = {self._one(s) for s in inside}
        if not found:
            found = {unit for word in _words(text) if (unit := self.unit(word))}
        return found.pop() if len(found) == 1 else ""


def _words(text: str) -> Iterable[str]:
    """The parts of a file's name that are no words of papers, and no years."""
    for run in _CHINESE.findall(unicodedata.normalize("NFKC", text)):
        yield from (word for word in _PAPER_WORDS.split(run) if len(word) >= _SHORTEST)


def year_of(text: str) -> int | None:
    """The year that the name of a file or folder speaks of; ``None`` where it is none or several."""
    written = years_in_figures(unicodedata.normalize("NFKC", text))
    for pattern in (_YEAR_SAID, _YEAR):
        years = {int(year) for year in pattern.findall(written)}
        if years:
            return years.pop() if len(years) == 1 else None
    return None


def only(values: Collection[str]) -> str:
    """The one thing that all of them are, "" where they differ or there is none."""
    different = {value for value in values if value}
    return different.pop() if len(different) == 1 else ""
