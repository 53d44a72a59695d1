"""What is missing from an open record is not yet wrong; the same in a complete one is. Any part of a dossier is looked
at without an exception.
"""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jixiao.audit import catalogue, check
from jixiao.forms.skeleton import skeleton
from jixiao.model import Dossier, Filed, Severity
from jixiao.model.store import from_json, load, to_json
from jixiao.writing.word import write_word

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = load(ROOT / "examples" / "consistent" / "dossier")


def closed(dossier: Dossier) -> Dossier:
    return dossier.mapped(Filed, lambda record: record.model_copy(update={"state": "complete"}))


def opened(dossier: Dossier) -> Dossier:
    return dossier.mapped(Filed, lambda record: record.model_copy(update={"state": "open"}))


def test_an_empty_dossier_is_not_wrong_yet() -> None:
    new = skeleton(unit="某县某局", year=2026, projects=["甲项目"])
    assert all(record.is_open for record in new.records if isinstance(record, Filed))
    audit = check(new)
    assert [f.code for f in audit.findings if f.severity is Severity.ERROR] == []
    asking = {rule.code for rule in catalogue() if rule.asks_all}
    assert {f.code for f in audit.findings} & asking == set()
    assert {u.code for u in audit.undecided} & asking
    assert {f.code for f in check(closed(new)).findings} & asking


@pytest.mark.parametrize("code", [rule.code for rule in catalogue() if rule.asks_all])
def test_rules_that_ask_for_all_are_told_by_their_mark(code: str) -> None:
    assert code[:2] in {"FM", "TG", "IX", "TX", "SC"}


def _places(data: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every key and item of plain data that may be missing."""
    found: list[tuple[Any, ...]] = []
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        here = (*at, key)
        if not (len(here) == 3 and key in ("kind", "id")) and here != ("schema",):
            found.append(here)
        found += _places(value, here)
    return found


DATA = to_json(EXAMPLE)
PLACES = _places(DATA)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(gone=st.sets(st.sampled_from(PLACES), min_size=1, max_size=60))
def test_any_part_of_a_dossier_loads_and_is_scored_checked_and_written(
    gone: set[tuple[Any, ...]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = copy.deepcopy(DATA)
    for *path, last in sorted(gone, key=lambda p: (len(p), str(p)), reverse=True):
        here: Any = data
        try:
            for part in path:
                here = here[part]
            del here[last]
        except (LookupError, TypeError):
            continue
    part = opened(from_json(data))
    audit = check(part)
    assert audit.faults == ()
    assert to_json(from_json(to_json(part))) == to_json(part)
    write_word(part, tmp_path_factory.mktemp("part") / "part.docx")
    assert check(closed(part)).faults == ()
