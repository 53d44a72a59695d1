"""The working paper (工作底稿) of a check: published assessments enter, one ``.xlsx`` is written. What people typed
into the last one under 处理情况, and in columns of their own, is in the new one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jixiao.model.whole import whole

if TYPE_CHECKING:
    from jixiao.writing.workpaper import Trouble


def working_paper(
    assessments: Mapping[str, Any] | Iterable[Mapping[str, Any]],
    target: Path,
    *,
    earlier: Path | None = None,
    lang: str = "zh",
    unreadable: Iterable[Mapping[str, Any]] = (),
    not_handed_in: Iterable[Mapping[str, Any]] = (),
) -> None:
    """Write the working paper of one assessment, or of many that are taken one by one: data as
    :func:`~jixiao.desk.assessment_json` gives them, also from files.

    ``unreadable`` and ``not_handed_in`` list what there is no case for, or what a case lacks: ``what`` (a path, a
    table), ``message`` (with ``zh`` and ``en``) and, where it is known, ``unit`` and ``year``.

    ``FileExistsError`` where the target is already there, ``UnreadableError`` where ``earlier`` is no working paper.
    An interrupted run leaves nothing behind.
    """
    from jixiao.writing.workpaper import read_earlier, words
    from jixiao.writing.workpaper import working_paper as drawn

    if target.exists():
        raise FileExistsError(str(target))
    known = read_earlier(earlier) if earlier is not None else None
    many = [assessments] if isinstance(assessments, Mapping) else assessments
    troubles = [
        *(_trouble(words.UNREADABLE.text(lang), one, lang) for one in unreadable),
        *(_trouble(words.NOT_HANDED_IN.text(lang), one, lang) for one in not_handed_in),
    ]
    data = drawn(many, earlier=known, troubles=troubles, lang=lang)
    with whole([target]) as parts:
        parts[target].write_bytes(data)


def _trouble(sort: str, one: Mapping[str, Any], lang: str) -> Trouble:
    from jixiao.writing.workpaper import Trouble

    return Trouble(sort, one.get("unit", ""), one.get("year"), str(one["what"]), one["message"][lang])
