"""TX105: the grade in the text is not the grade of the score."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import Dossier, Evaluation, Finding, Held, Severity, Term
from jixiao.policy import Policy
from jixiao.scoring import grade_of
from jixiao.values.pattern import lazy

from .statements import statements

_RANKS = {
    "优秀": "优",
    "优": "优",
    "良好": "良",
    "良": "良",
    "一般": "中",
    "中": "中",
    "合格": "中",
    "较差": "差",
    "差": "差",
    "不合格": "差",
}
_GRADES = {
    "优": Term("优", "excellent"),
    "良": Term("良", "good"),
    "中": Term("中", "fair"),
    "差": Term("差", "poor"),
}
_PARTLY = lazy(r"考核|服务|人员|卫生|质量|安全|文明|满意|指标|党建|单位被|获")


@rule(
    "TX105",
    "text-grade",
    title="正文等级与得分不符",
    severity=Severity.WARNING,
    basis="text.scores",
    since="0.1",
    zh={
        "": "正文写等级“{stated}”，“{name}”得分 {score}，按等级划分为“{grade}”",
        "adjective": (
            "正文称绩效“{stated}”，“{name}”得分 {score}，按等级划分为“{grade}”；若指等级应改，若是评语宜换说法"
        ),
    },
    en={
        "": "the text says grade “{stated}”; “{name}” scored {score}, which is “{grade}”",
        "adjective": "the text calls the performance “{stated}”; “{name}” scored {score}, which is “{grade}”",
    },
    after=("TX104",),
)
def text_grade(dossier: Dossier, policy: Policy) -> Iterator[Outcome]:
    """报告正文所写等级，应与自评得分按等级划分标准对应的等级一致。

    为什么重要：等级关系到结果应用；得分优秀而写良好，或相反，读者无从判断。
    怎样修改：按得分改正等级；只是一般评语的，换一个不与等级混淆的词。
    何时不适用：“绩效良好”之类没有写明是等级的，只作提示；说的是人员考核、服务质量等其他评定的，不比较。
    """
    for item in statements(dossier, "grade"):
        word = _RANKS.get(item.claim.grade)
        if word is None or _PARTLY.search(item.claim.subject):
            continue
        tables = [(n, e) for n, e in dossier.each(Evaluation) if e.scope == item.report.scope]
        if len(tables) > 1 and item.report.scope == "project" and not item.claim.each:
            named = [(n, e) for n, e in tables if e.name and e.name in item.claim.quote + item.claim.subject]
            tables = named[:1]
        for number, evaluation in tables:
            total = evaluation.total
            if total is None or total.value is None:
                continue
            grade = grade_of(total.value, policy)
            if grade is None:
                continue
            if _RANKS.get(grade, grade) == word:
                yield Held(item.at)
                continue
            plain = not item.claim.unit
            yield Finding(
                at=item.at,
                evidence=(item.fact, f"{number}/total"),
                values={
                    "stated": item.claim.grade,
                    "name": evaluation.name or evaluation.title,
                    "score": total,
                    "grade": _GRADES.get(grade, grade),
                },
                variant="adjective" if plain else "",
                severity=Severity.INFO if plain else None,
            )
