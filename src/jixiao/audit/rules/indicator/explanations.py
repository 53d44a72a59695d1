"""Whether anybody says why a budget changed: a dossier and an evaluation of it enter, the telling sentence leaves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from jixiao.audit.shared.pairing import normal, same_name
from jixiao.model import BaseData, Dossier, Evaluation, Report
from jixiao.model.classes import dataclass
from jixiao.model.memo import remembered
from jixiao.model.parts import projects
from jixiao.values.pattern import lazy

_SENTENCE = lazy(r"[^。；;！!\n]+")
_BUDGET = lazy(r"预算|资金|经费|拨款|指标文")
_CHANGE = lazy(
    r"追加|追减|调增|调减|调整|增加|增长|新增|核增|核减|压减|压缩|下达|划入|并入|年中安排|收回|结转|变动|变更|减少"
)
_CAUSE = lazy(
    r"由于|原因|因为|鉴于|系因|主要是|主要为|所致|导致|为了|为保障|为支持|用于新增|"
    r"因(?!公|此|素|地制宜|果|而)"
)
_PROJECTS = lazy(r"项目|专项")
_LATER = lazy(r"下一步|下一年|来年|明年|今后|下年")
_REORGANISED = lazy(r"机构改革|机构调整|职能划转|划转|并入|划入|撤并|新设|增人|人员增加|调入|提标|调标|政策性")


def explained(dossier: Dossier, evaluation: Evaluation) -> str:
    """The sentence that gives a reason for the changed budget, empty where there is none.

    For a project: a sentence on budget, change and cause that names the project, or the sentence after one that
    names it, or one on projects in general. For overall spending a reorganisation told anywhere will do.
    """
    own = (sentence for text in _own_texts(evaluation) for sentence in _sentences(text) if _tells(sentence))
    if found := next(own, ""):
        return found
    names = _names(dossier, evaluation)
    for told in _told(dossier):
        if evaluation.scope == "unit" and told.reorganised:
            return told.sentence
        general = told.general and not told.projects - {normal(evaluation.name)}
        if told.tells and (general or any(name in told.around for name in names)):
            return told.sentence
    return ""


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence that gives a reason for a changed budget, or tells of a reorganisation: with the one before it
    (``around``), whether it speaks of projects in general, and which of them it names.
    """

    sentence: str
    tells: bool
    reorganised: bool
    around: str
    general: bool
    projects: frozenset[str]


@remembered
def _told(dossier: Dossier) -> tuple[_Told, ...]:
    """The telling sentences of reports and base data, in order."""
    names = frozenset(filter(None, (normal(e.name) for e in projects(dossier))))
    return tuple(found for text in _paragraphs(dossier) for found in _telling(_sentences(text), names))


def _telling(sentences: Sequence[str], names: frozenset[str]) -> Iterator[_Told]:
    for number, sentence in enumerate(sentences):
        tells, reorganised = _tells(sentence), _REORGANISED.search(sentence) is not None
        if tells or reorganised:
            plain = normal(sentence)
            around = normal(sentence + (sentences[number - 1] if number else ""))
            named = frozenset(name for name in names if name in plain)
            yield _Told(sentence, tells, reorganised, around, _PROJECTS.search(sentence) is not None, named)


def _tells(sentence: str) -> bool:
    return bool(
        _BUDGET.search(sentence)
        and _CHANGE.search(sentence)
        and _CAUSE.search(sentence)
        and not _LATER.search(sentence)
        and "非税" not in sentence
    )


def _names(dossier: Dossier, evaluation: Evaluation) -> list[str]:
    further = [
        name
        for key, group in dossier.aliases.items()
        for name in (key, *group)
        if any(same_name(evaluation.name, n) for n in (key, *group))
    ]
    return [normal(name) for name in (evaluation.name, *further) if len(normal(name)) > 1]


def _own_texts(evaluation: Evaluation) -> Iterator[str]:
    """What the table itself says outside its indicators."""
    for text in (evaluation.goal_actual, evaluation.conclusion, evaluation.problems, evaluation.measures):
        yield text or ""
    for extra in evaluation.extra:
        yield extra.text


def _paragraphs(dossier: Dossier) -> Iterator[str]:
    for report in dossier.every(Report):
        for section in report.sections:
            yield from section.texts
    for base in dossier.every(BaseData):
        yield base.thrift or ""


@lru_cache(maxsize=1024)
def _sentences(text: str) -> tuple[str, ...]:
    return tuple(s for s in (m[0].strip() for m in _SENTENCE.finditer(text)) if s)
