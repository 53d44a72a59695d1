"""What rules on the setting of indicators share: rows enter; those that count, plain names, merged rows once leave."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from jixiao.model import Evaluation
from jixiao.model.memo import remembered
from jixiao.scoring import Appraisal
from jixiao.values.pattern import lazy

from .rows import Row, filled, rows

_BRACKETS = lazy(r"\([^()]*\)|\[[^\[\]]*\]|〔[^〔〕]*〕")
_BLANKS = lazy(r"\s+")
_NUMBER = lazy(r"^(?:\(?[0-9]{1,2}[)).、]|[①-⑳]|指标[0-9一二三四五六七八九十]+[::、.])")
_EDGE = "，。；、,.;:!！ "
_PERSONNEL = lazy(
    r"工资|薪|人员(?:经费|支出|类)|社会?保险?缴|公积金|津贴补贴|津补贴|离退休|遗属|奖金|养老保险|医疗保险|工会经费|公用经费"
)


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """A name without blanks, bracketed remarks, leading numbers and marks at its ends; half-width."""
    flat = _BLANKS.sub("", unicodedata.normalize("NFKC", text))
    previous = ""
    while previous != flat:
        previous, flat = flat, _BRACKETS.sub("", flat)
    return _NUMBER.sub("", flat).strip(_EDGE)


def applicable(evaluation: Evaluation, appraisal: Appraisal) -> Iterator[Row]:
    """The rows that say something: named, with a target, and neither left out nor marked as not applicable."""
    return iter(_applicable(evaluation, appraisal))


@remembered
def _applicable(evaluation: Evaluation, appraisal: Appraisal) -> tuple[Row, ...]:
    return tuple(row for row in rows(evaluation, appraisal) if filled(row) and plain(row.indicator.name))


def each_once(found: Iterable[Row]) -> list[Row]:
    """The rows in order, only the first of those that share one printed (merged) target."""
    seen: set[str] = set()
    result: list[Row] = []
    for row in found:
        group = row.indicator.group
        if group and group in seen:
            continue
        seen.add(group or "")
        result.append(row)
    return result


def is_personnel(evaluation: Evaluation) -> bool:
    """Whether a project pays for staff or running costs only: many places let such tables have few indicators."""
    return evaluation.scope == "project" and bool(_PERSONNEL.search(evaluation.name))
