"""TX118: staff numbers of the text differ from the base data table."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import BaseData, Dossier, Figure, Finding, Held, Severity
from jixiao.values.pattern import lazy

from .statements import of_the_year, statements

_POSTS = lazy(r"(?:单位|部门|全局|全院|全校|大队)?(?:人员|核定|批复|总|核定人员|人员总)?编制(?:总?人?数|人员)?")
_PEOPLE = lazy(r"(?:年末|期末)?(?:实际|实有)?在职(?:人员|职工|干部职工|在编人员|人数)*|实有在职人员|实有在编人员")


@rule(
    "TX118",
    "text-staff",
    title="正文人数与基础数据表不符",
    severity=Severity.WARNING,
    basis="form.text_table",
    since="0.1",
    zh="正文写“{name}”{stated}人，基础数据表写 {table}",
    en="the text says {stated} for “{name}”, the base data say {table}",
)
def text_staff(dossier: Dossier) -> Iterator[Outcome]:
    """报告正文的编制数、在职人数，应与基础数据表的财政供养人员情况相同。

    为什么重要：在职人员控制率由这两个数算出，公用经费也按人数安排。
    怎样修改：以编制部门批复和年末工资名册为准，改正错的一处。
    何时不适用：正文写的是行政、事业、工勤等某一类编制，或临聘人员的，不比较；不是年末人数的，说明时点。
    """
    for item in statements(dossier, "count"):
        figure, subject = item.claim.figure, item.claim.subject
        if figure is None or figure.value is None or item.claim.unit not in {"人", "名"} or not item.claim.exact:
            continue
        if not of_the_year(item, dossier):
            continue
        field = "establishment" if _POSTS.fullmatch(subject) else "in_post" if _PEOPLE.fullmatch(subject) else ""
        for number, base in dossier.each(BaseData) if field else ():
            table: Figure | None = getattr(base.staff, field, None)
            if table is None or table.value is None:
                continue
            if table.value == figure.value:
                yield Held(item.at)
            else:
                yield Finding(
                    at=item.at,
                    evidence=(item.fact, f"{number}/staff/{field}"),
                    values={"name": subject, "stated": figure, "table": table},
                )
