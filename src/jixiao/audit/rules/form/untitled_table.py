"""FM201: a table does not say whose, or of which year, it is."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import Dossier, Evaluation, Finding, Held, Severity, Term


@rule(
    "FM201",
    "untitled-table",
    title="自评表没有名称或年度",
    severity=Severity.WARNING,
    basis="format.title",
    since="0.1",
    asks_all=True,
    zh={"": "自评表没有填写{what}名称", "year": "自评表和报告都没有写年度"},
    en={"": "the table does not name its {what}", "year": "neither the table nor a report tells the year"},
)
def untitled_table(evaluation: Evaluation, dossier: Dossier) -> Iterator[Outcome]:
    """自评表应写明项目（单位）名称和年度。

    为什么重要：没有名称和年度，表就无法归到项目、无法与预算和决算核对。
    怎样修改：补填项目支出名称或部门名称，在表题写明年度。
    何时不适用：名称读到了但拿不准的，另列为未判断。
    """
    if not evaluation.name.strip() and evaluation.doubt("name") is None:
        what = Term("项目", "project") if evaluation.scope == "project" else Term("单位", "unit")
        yield Finding(at="/name", values={"what": what})
    elif evaluation.name.strip():
        yield Held("/name")
    if evaluation.year is None and dossier.year is None and evaluation.doubt("year") is None:
        yield Finding(at="/year", variant="year")
    elif evaluation.year is not None or dossier.year is not None:
        yield Held("/year")
