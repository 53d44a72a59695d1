"""TX116: the report names problems and every score is full."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.forms.outlines import chapter_keys
from jixiao.model import Dossier, Evaluation, Finding, Held, Report, Severity
from jixiao.values.pattern import lazy

_NONE = lazy(r"^(?:[（(]?[一二三四五六七八九十0-9]+[）)、.．])?\s*(?:暂?无|没有|不存在|未发现|无存在)")
_MONEY = lazy(r"预算|资金|支付|支出|执行|拨付|付款|结转|进度")
_SHORTEST = 15


@rule(
    "TX116",
    "problems-without-deduction",
    title="报告写有问题，得分却全是满分",
    severity=Severity.WARNING,
    basis="text.problems",
    since="0.1",
    zh="报告“{chapter}”写有问题，自评表却全部满分（{tables} 张）",
    en="the report names problems under “{chapter}”, yet every score is full ({tables} tables)",
)
def problems_without_deduction(dossier: Dossier) -> Iterator[Outcome]:
    """报告指出了问题，自评表至少应有一项指标因此扣分，或写明为什么不影响得分。

    为什么重要：有问题而不扣分，自评就失去意义；这是抽查最常指出的情况。
    怎样修改：把问题落到具体指标上扣分并写原因，或在报告中说明问题与本年指标无关。
    何时不适用：问题一章写“无”的；任何一张自评表有一项没有得满分的；问题说的是资金、进度而执行率已扣分的。
    """
    for number, report in dossier.each(Report):
        place = _problems(report)
        tables = list(enumerate(dossier.every(Evaluation)))
        if place is None or not tables:
            continue
        if not all(_is_full(e) for _, e in tables):
            yield Held(f"{number}/sections/{place}/title")
            continue
        if any(_spent_less(e) for _, e in tables) and _MONEY.search("".join(_texts(report, place))):
            yield Held(f"{number}/sections/{place}/title")
            continue
        yield Finding(
            at=f"{number}/sections/{place}/title",
            evidence=tuple(f"{n}/total" for n, _ in tables),
            values={"chapter": report.sections[place].title, "tables": len(tables)},
        )


def _problems(report: Report) -> int | None:
    """The place of the chapter on problems, where it names some."""
    for place, section in enumerate(report.sections):
        if "problems" not in chapter_keys(section.title, report.scope):
            continue
        texts = _texts(report, place)
        if any(len(text) >= _SHORTEST and not _NONE.search(text) for text in texts):
            return place
    return None


def _texts(report: Report, place: int) -> list[str]:
    """The paragraphs of a chapter with those of its parts."""
    section = report.sections[place]
    texts = list(section.texts)
    for later in report.sections[place + 1 :]:
        if later.level <= section.level:
            break
        texts += later.texts
    return texts


def _spent_less(evaluation: Evaluation) -> bool:
    """Whether points are lost on the execution of the budget."""
    line = evaluation.funds.line("total")
    if line is None or line.weight is None or line.score is None:
        return False
    return line.score.value is not None and line.weight.value is not None and line.score.value < line.weight.value


def _is_full(evaluation: Evaluation) -> bool:
    """Every indicator has its full score, and there is at least one that carries points."""
    pairs = [(i.weight, i.score) for i in evaluation.indicators if i.weight is not None and i.weight.value]
    return bool(pairs) and all(s is not None and w is not None and s.value == w.value for w, s in pairs)
