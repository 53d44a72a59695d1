"""XD107: the text counts other projects than the tables show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import Claim, Dossier, Evaluation, Finding, Held, Report, Severity
from jixiao.model.pointer import resolve
from jixiao.values.pattern import lazy

from .coverage import coverage

_BEHIND = lazy(
    r"\s*[个项]?\s*(?:预算|专项|支出|一级|二级|特定目标类|部门)?(?:支出)?项目(?!组|部|办|负责|公司|点|地|区|经理|管理)"
)
_BEFORE = lazy(r"(?:共|设|有|涉及|安排|实施|包括|合计|总计|开展)[^，,。；;]{0,8}$")
_OTHER = lazy(r"建设|工程|招商|民生实事|扶贫|帮扶|重点项目|产业|课题|科研|投资|子|检查|检测|服务|宣传")


@rule(
    "XD107",
    "project-count",
    title="正文所称项目数与表不符",
    severity=Severity.WARNING,
    basis="cross.coverage",
    since="0.1",
    zh={
        "": "正文说有 {stated} 个项目，项目自评表有 {tables} 张",
        "items": "正文说有 {stated} 个项目，基础数据表列 {count} 项项目支出",
    },
    en={
        "": "the text speaks of {stated} projects, there are {tables} project tables",
        "items": "the text speaks of {stated} projects, the base data list {count} spending items",
    },
    after=("XD106",),
)
def project_count(dossier: Dossier) -> Iterator[Outcome]:
    """报告正文所称的项目个数，应与项目自评表张数、基础数据表的项目支出项数一致。

    为什么重要：个数对不上，说明有项目没有自评，或者正文没有更新。
    怎样修改：核对项目清单，补齐自评表，或改正文的个数并说明哪些支出不单独自评。
    何时不适用：正文说的是工程、课题、招商等事务项目，不是预算项目的，不比较；没有项目自评表时只比基础数据表。
    """
    tables = [n for n, e in dossier.each(Evaluation) if e.scope == "project"]
    found = coverage(dossier)
    items = [i for i in found.items if any(a.value for a in i.amounts.values())] if found else []
    for number, report in dossier.each(Report):
        for place, claim in enumerate(report.claims):
            stated = _projects(report, claim)
            if stated is None:
                continue
            at, here = f"{number}{claim.paragraph}", f"{number}/claims/{place}"
            values = {"stated": stated, "tables": len(tables), "count": len(items)}
            if tables and stated != len(tables):
                missing = [i.at for i in items if not i.table]
                yield Finding(at=at, evidence=(here, *(missing or tables)), values=values)
            elif items and stated != len(items):
                different = [i.at for i in items if not i.table] or [i.at for i in items]
                yield Finding(at=at, evidence=(here, *different), values=values, variant="items")
            elif tables or items:
                yield Held(at)


def _projects(report: Report, claim: Claim) -> int | None:
    """The number of budget projects that a claim states, ``None`` where it counts something else."""
    if claim.kind != "count" or not claim.exact or claim.figure is None or claim.figure.value is None:
        return None
    paragraph = str(resolve(report, claim.paragraph))
    before = re.split(r"[。；;]", paragraph[: claim.start])[-1]
    behind = paragraph[claim.end : claim.end + 16]
    if not _BEHIND.match(behind) or not _BEFORE.search(before) or _OTHER.search(before[-8:] + behind[:6]):
        return None
    return int(claim.figure.value)
