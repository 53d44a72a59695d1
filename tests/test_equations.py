"""Every equation of the examples, once: where one input is broken, the rule, the correction, the workbook and the hint
of the cell say the same.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openpyxl.utils import get_column_letter

from jixiao.audit import check
from jixiao.forms.binding import bound
from jixiao.forms.layouts import complete, lay_out
from jixiao.forms.relations import Formula, Relation, records_with_relations, relations_of
from jixiao.model import Dossier, Figure, Finding
from jixiao.model.pointer import join, resolve
from jixiao.model.store import load
from jixiao.policy import Policy
from jixiao.policy import resolve as resolve_policy
from jixiao.scoring import Agreement, Computed, agreement, comparable, compute, stated
from jixiao.writing import Correction, correct, write_excel
from jixiao.writing.correct import replaced
from tests.writing.dossiers import dossier
from tests.writing.workbook import Workbook

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
RULES = {
    "funds.sum": "EX101",
    "funds.rate": "EX102",
    "funds.score": "EX103",
    "spending.sum": "EX201",
    "spending.part": "EX202",
    "staff.rate": "EX205",
    "building.scale": "EX206",
    "building.investment": "EX206",
    "total": "SC101",
    "weights": "SC102",
    "weights.block": "SC103",
}
"""The rule that reads an equation."""


@lru_cache(maxsize=4)
def example(name: str) -> Dossier:
    """An example as it is printed; ``made`` is that of the tests, with a building."""
    return complete(bound(dossier() if name == "made" else load(EXAMPLES / name / "dossier")))


def policy_of(dossier: Dossier) -> Policy:
    return resolve_policy(unit=dossier.unit, year=dossier.year, place=dossier.place)


def judged(relation: Relation, record: Any, policy: Policy) -> tuple[Figure, Computed, Agreement] | None:
    """A printed figure with what its relation gives."""
    figure = stated(relation, record)
    computed = compute(relation, record, policy)
    if not isinstance(figure, Figure) or not comparable(relation, figure) or not isinstance(computed, Computed):
        return None
    return figure, computed, agreement(computed, figure, record, policy)


def _equations() -> Iterator[tuple[str, str, Relation]]:
    for name in ("consistent", "yueyang-2024", "made"):
        whole = example(name)
        for at, record in records_with_relations(whole):
            for relation in relations_of(record):
                found = judged(relation, record, policy_of(whole))
                if found is not None and found[2] in (Agreement.SAME, Agreement.OPEN):
                    yield name, at, relation


EQUATIONS = list(_equations())


def broken(relation: Relation, record: Any, policy: Policy) -> Any:
    """The record with one input changed so far that no rounding explains it and the figure can be no part of it."""
    factor = Decimal("0.5") if relation.formula in (Formula.RATE, Formula.POINTS) else Decimal(99)
    for pointer in relation.inputs:
        figure = resolve(record, pointer)
        if isinstance(figure, Figure) and figure.value:
            changed = replaced(record, pointer, Figure(f"{figure.value * factor:f}{figure.unit}"))
            found = judged(relation, changed, policy)
            if found is not None and found[2] is Agreement.APART:
                return changed
    return pytest.fail("no single input breaks it")


def raw_cell(path: Path, place: tuple[str, int, int]) -> tuple[str, str]:
    """Formula and note of a cell of the only table of a workbook, from the parts of the file."""
    ref = f"{get_column_letter(place[2])}{place[1]}"
    with zipfile.ZipFile(path) as archive:
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet2.xml"))
        notes = etree.fromstring(archive.read("xl/comments1.xml"))
    formula = sheet.xpath(f"string(//*[local-name()='c'][@r='{ref}']/*[local-name()='f'])")
    return formula, notes.xpath(f"string(//*[local-name()='comment'][@ref='{ref}'])")


def calculated(formula: str, sheet: Any) -> Decimal:
    """A formula of ours: SUM, ROUND, MIN, IF and LOOKUP over cells of one sheet."""

    def value(ref: str) -> Decimal:
        return Decimal(str(sheet[ref].value or 0))

    def cells(match: re.Match[str]) -> str:
        if ":" not in match[0]:
            return f"[value('{match[0]}')]" if match[0] else ""
        return f"[value(c.coordinate) for row in sheet['{match[0]}'] for c in row]"

    def rounded(number: Decimal, places: int) -> Decimal:
        return number.quantize(Decimal(1).scaleb(-places), "ROUND_HALF_UP")

    text = formula.removeprefix("=")
    inner = re.fullmatch(r"ROUND\(SUM\((.*)\),(\d+)\)", text)
    if inner:
        lists = "+".join(re.sub(r"[A-Z]+\d+(?::[A-Z]+\d+)?", cells, part) for part in inner[1].split(","))
        return rounded(sum(eval(lists, {"value": value, "sheet": sheet}), Decimal(0)), int(inner[2]))
    guarded = re.fullmatch(r'IF\([A-Z]+\d+=0,"",(.*)\)', text)
    assert guarded, formula
    expression = re.sub(r"\b([A-Z]+\d+)\b", r"value('\1')", guarded[1])
    names = {"value": value, "ROUND": rounded, "MIN": min}
    return Decimal(eval(expression, names))


def computed(book: Workbook, at: str) -> Decimal:
    """What the formula of a cell gives, worked out from the cells it names."""
    return calculated(book.cell(at).value, book.values[book.places[at][0]])


def same(one: Decimal | float | None, other: Decimal | float | None) -> bool:
    return one is not None and other is not None and abs(Decimal(str(one)) - Decimal(str(other))) < Decimal("0.00005")


def found_by_rule(dossier: Dossier, policy: Policy, relation: Relation, at: str) -> Finding | None:
    place = join(at, relation.at)
    findings = check(dossier, policy, select=[RULES[relation.key]]).findings
    return next((f for f in findings if place in (f.at, f"{f.at}/points") or _about(f, relation, at)), None)


def _about(finding: Finding, relation: Relation, at: str) -> bool:
    """The sum of weights is told at the rows it is made of."""
    return relation.key == "weights" and finding.at.startswith(join(at, "/indicators"))


def test_the_examples_hold_every_equation() -> None:
    assert {relation.key for _, _, relation in EQUATIONS} == set(RULES)


@lru_cache(maxsize=32)
def alone(name: str, at: str) -> tuple[Dossier, str]:
    """A dossier that files one record of an example alone, and where it stands there."""
    whole = example(name)
    record = resolve(whole, at)
    filed = Dossier(unit=whole.unit, year=whole.year, place=whole.place)
    return filed.model_copy(update={"records": (record,)}), "/records/0"


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Workbook]:
    """The workbook of a record of an example, written once."""
    folder = tmp_path_factory.mktemp("books")

    @cache
    def of(name: str, at: str) -> Workbook:
        filed = alone(name, at)[0]
        return Workbook(filed, folder / f"{name}{at.replace('/', '-')}.xlsx", policy_of(filed))

    return of


@pytest.mark.parametrize(("name", "at", "relation"), EQUATIONS, ids=lambda part: getattr(part, "at", part))
def test_readers_of_an_equation_agree(
    name: str, at: str, relation: Relation, books: Callable[[str, str], Workbook], tmp_path: Path
) -> None:
    filed, place = alone(name, at)
    policy, record = policy_of(filed), resolve(filed, place)
    holds = _holds(relation, record, policy)
    assert not holds or found_by_rule(filed, policy, relation, place) is None
    laid = {cell.at: cell for cell in lay_out(record, place).cells() if cell.at}
    printed = join(place, relation.at) in laid
    if printed:
        assert laid[join(place, relation.at)].computed == relation.hint
        if holds and relation.follows:
            _reads_live(books(name, at), resolve(record, relation.at), join(place, relation.at))

    changed = broken(relation, record, policy)
    damaged = replaced(filed, place, changed)
    figure, computed, _ = judged(relation, changed, policy) or pytest.fail("it was judged before")
    finding = found_by_rule(damaged, policy, relation, place)
    assert finding is not None, "the rule is silent"
    told = str(finding.values["expected" if relation.key != "weights" else "stated"]).split("–")
    assert Decimal(told[0]) <= computed.value <= Decimal(told[-1])
    correction = correct(damaged, check(damaged, policy, select=[finding.code]).findings, policy)
    _corrects(relation, place, computed, correction, policy)
    if printed:
        write_excel(damaged, tmp_path / "damaged.xlsx", policy)
        formula, note = raw_cell(tmp_path / "damaged.xlsx", books(name, at).places[join(place, relation.at)])
        assert not formula, "a formula would silently replace what is stated"
        assert str(relation.words) in note
        assert figure.raw in note


def _holds(relation: Relation, record: Any, policy: Policy) -> bool:
    found = judged(relation, record, policy)
    return found is not None and found[2] is Agreement.SAME


def _reads_live(book: Workbook, figure: Figure, place: str) -> None:
    """The cell is a formula that gives what it shows, and that is what is stated, or finer."""
    scale = 100 if figure.unit == "%" else 1
    if str(book.cell(place).value).startswith("="):
        assert same(computed(book, place), book.cached(place))
        assert abs(Decimal(str(book.cached(place))) * scale - (figure.value or 0)) < Decimal(1).scaleb(-figure.places)
    else:
        assert same(Decimal(str(book.cell(place).value)) * scale, figure.value)


def _corrects(relation: Relation, at: str, computed: Computed, correction: Correction, policy: Policy) -> None:
    """A figure that follows is changed to what is computed, unless the input itself is; what is given, or supported by
    its rate, is asked about.
    """
    place = join(at, relation.at)
    change = next((change for change in correction.changes if change.at == place), None)
    if change is not None:
        assert relation.follows
        assert same(Figure(change.after).value, computed.value)
        assert change.why.text("zh") != change.why.text("en")
    found = judged(relation, resolve(correction.dossier, at), policy)
    asked = {pointer for question in correction.open for pointer in (question.at, *question.related)}
    mended = found is not None and found[2] is not Agreement.APART
    assert mended or any(pointer.startswith(place.rpartition("/")[0]) for pointer in asked)
