"""XD201: one body under two names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import Dossier, Evaluation, Finding, Held, Report, Severity
from jixiao.values.pattern import lazy

_SEAL = lazy(
    r"[（(](?:公章|盖章|单位盖章|印章)[）)]|^(?:报告单位|填报单位|单位名称|单位|部门)\s*[：:]|^[0-9A-Za-z]+[-—_]|\s"
)
_SHORTEST = 6
_LONGEST_GAP = 4
_LONG, _OFTEN = 10, 2
_NUMBERED = lazy(r"[0-9一二三四五六七八九十甲乙丙丁东西南北上下]")


@rule(
    "XD201",
    "unit-name-variant",
    title="单位名称前后不一致",
    severity=Severity.WARNING,
    basis="text.names",
    since="0.1",
    zh="单位名称写作“{stated}”，其他各处写作“{usual}”",
    en="the body is called “{stated}” here and “{usual}” elsewhere",
)
def unit_name_variant(dossier: Dossier) -> Iterator[Outcome]:
    """同一个单位在报告标题、落款和各张表里应当用同一个名称。

    为什么重要：名称不一致，公开后检索不到，也分不清是笔误还是另一个单位。
    怎样修改：统一使用批复的全称；机构改名的，用报告年度末的名称并在正文说明。
    何时不适用：主管部门、上级单位是另一个名称，不比较；差别超过四个字的，视为另一个单位。
    """
    own, implementers = list(_own_names(dossier)), list(_implementers(dossier))
    counts = Counter(name for name, _ in own)
    counts.update(name for name, _ in implementers if name in counts or not own)
    known = Counter(name for name, _ in own + implementers)
    usual = {name: _usual(name, counts) for name, _ in own}
    slips = [(name, at, usual[name]) for name, at in own if usual[name]]
    for name, at in implementers:
        # another body may carry out a project: only a long name that is met once is surely a slip
        if len(name) >= _LONG and known[name] == 1 and known[meant := _usual(name, known)] >= _OFTEN:
            slips.append((name, at, meant))
    for name, at, meant in slips:
        elsewhere = next(place for other, place in own + implementers if other == meant)
        yield Finding(at=at, evidence=(elsewhere,), values={"stated": name, "usual": meant})
    if own and len(own) + len(implementers) > 1 and not slips:
        yield Held(own[0][1])


def _usual(name: str, counts: Counter[str]) -> str:
    """The commoner name that this one is a slip of."""
    close = [
        (count, other)
        for other, count in counts.items()
        if other != name and (count, other) > (counts[name], name) and _slip(name, other)
    ]
    return max(close)[1] if close else ""


def _slip(one: str, other: str) -> bool:
    """Whether one name is the other with a few characters left out inside, or with one changed that is no number."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _SHORTEST or len(longer) - len(shorter) > _LONGEST_GAP:
        return False
    if shorter[:2] != longer[:2] or shorter[-1] != longer[-1]:
        return False
    if len(shorter) == len(longer):
        changed = [a + b for a, b in zip(one, other, strict=True) if a != b]
        return len(changed) == 1 and not _NUMBERED.search(changed[0])
    rest = iter(longer)
    return all(char in rest for char in shorter)


def _own_names(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Every place that must name the body itself: title and signature of the reports, name of the overall table."""
    departments = {_plain(e.department) for e in dossier.every(Evaluation) if e.department}
    # a bureau is often the department of its own projects
    departments -= {_plain(e.name) for e in dossier.every(Evaluation) if e.scope == "unit"}
    departments -= {_plain(r.unit) for r in dossier.every(Report)}
    for number, report in dossier.each(Report):
        yield from _named(report.unit, f"{number}/unit", departments)
        yield from _named(report.signature, f"{number}/signature", departments)
    for number, evaluation in dossier.each(Evaluation):
        if evaluation.scope == "unit":
            yield from _named(evaluation.name, f"{number}/name", departments)


def _implementers(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Who carries out the projects: mostly the body itself, sometimes another."""
    departments = {_plain(e.department) for e in dossier.every(Evaluation) if e.department}
    for number, evaluation in dossier.each(Evaluation):
        yield from _named(evaluation.implementer, f"{number}/implementer", departments)


def _named(text: str | None, at: str, departments: set[str]) -> Iterator[tuple[str, str]]:
    name = _plain(text)
    if name and name not in departments:
        yield name, at


def _plain(text: str | None) -> str:
    return _SEAL.sub("", text or "")
