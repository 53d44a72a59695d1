"""TX115: an attachment that the report names is not there."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import BaseData, Dossier, Evaluation, Finding, Held, Phrase, Report, Severity, Undecided
from jixiao.model.parts import projects
from jixiao.values.pattern import lazy

_MARK = lazy(r"^附\s*件\s*[：:]?\s*")
_RANGE = lazy(r"(\d+)\s*[-－]\s*(\d+)\s*(?:至|到|—|~|～)\s*(\d+)\s*[-－]\s*(\d+)")

_REPORT_ALONE = Phrase(
    "audit.TX115.report-alone",
    "只打开了报告，没有附表，附件是否齐全未核对",
    "only the report was opened and no table: whether the attachments are complete was not checked",
)


@rule(
    "TX115",
    "attachment-missing",
    title="报告所列附件不全",
    severity=Severity.WARNING,
    basis="text.outline",
    since="0.1",
    asks_all=True,
    zh={
        "": "报告列有附件“{name}”，材料中没有这张表",
        "count": "报告列有附件“{name}”，应有 {expected} 张，材料中有 {found} 张",
    },
    en={
        "": "the report names the attachment “{name}”; it is not among the files",
        "count": "the report names the attachment “{name}”, {expected} tables; {found} are there",
    },
)
def attachment_missing(dossier: Dossier) -> Iterator[Outcome]:
    """报告附件说明所列的基础数据表、自评表，应当都在材料里，张数相符。

    为什么重要：附件不全，正文的数无从核对，公开也不完整。
    怎样修改：补齐附件，或改正附件说明。
    何时不适用：只检查一份报告、没有把附表一并打开的，列为未决。
    """
    alone = not dossier.every(Evaluation) and not dossier.every(BaseData)
    for number, report in dossier.each(Report):
        if alone and report.attachments:
            yield Undecided(_REPORT_ALONE(), f"{number}/attachments")
            continue
        for place, printed in enumerate(report.attachments):
            at = f"{number}/attachments/{place}"
            name = _MARK.sub("", printed)
            found = _found(dossier, name)
            if found is None:
                continue
            expected = _expected(name)
            if not found:
                yield Finding(at=at, values={"name": name})
            elif expected and expected != found:
                values = {"name": name, "expected": expected, "found": found}
                yield Finding(at=at, values=values, variant="count")
            else:
                yield Held(at)


def _found(dossier: Dossier, name: str) -> int | None:
    """How many of the named tables are there; ``None`` for an attachment that is no table of ours."""
    if "基础数据" in name:
        return len(dossier.every(BaseData))
    if "自评表" not in name and "自评价表" not in name:
        return None
    if "整体" in name:
        return len([e for e in dossier.every(Evaluation) if e.scope == "unit"])
    if "项目" in name:
        return len(projects(dossier))
    return len(dossier.every(Evaluation))


def _expected(name: str) -> int | None:
    match = _RANGE.search(name)
    if match is None or match[1] != match[3]:
        return None
    return int(match[4]) - int(match[2]) + 1
