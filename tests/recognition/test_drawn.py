"""Tables drawn by lot: every field right or reported, none silently wrong, lost or invented.

``pytest tests/recognition/test_drawn.py -s`` prints the figures.
"""

from __future__ import annotations

import random
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.docx_builder import C, P, T, build_docx

from jixiao.model import Evaluation, Table
from jixiao.reading import read_document
from jixiao.recognition import recognise

from .drawn import Drawn, drawn
from .tally import Tally, tally

_TABLES = 250
_SILENT = 5
"""How many fields in ten thousand may be silently wrong: rows that lack name and target, as merged over several, and
something else besides.
"""


def _read(table: Drawn) -> Tally:
    found = recognise([table.document])
    (evaluation,) = found.dossier.every(Evaluation)
    return tally(table, found, evaluation, "/records/0")


def test_tables_by_lot() -> None:
    total = Tally()
    for seed in range(_TABLES):
        one = _read(drawn(random.Random(seed)))
        total.counts += one.counts
        total.silent += [f"{seed}: {what}" for what in one.silent]
    print(f"\n{_TABLES} tables: {dict(total.counts)}")
    print("\n".join(total.silent))
    fields = total.counts.total()
    assert len(total.silent) * 10_000 <= _SILENT * fields
    assert total.counts["reported"] * 100 < 4 * fields


@given(st.integers(0, 2**32))
@settings(max_examples=40)
def test_any_table(seed: int) -> None:
    """One table may hide a row that reads as another row does; it may not go wrong as a whole."""
    one = _read(drawn(random.Random(seed)))
    assert len(one.silent) * 8 <= one.counts.total()


def test_the_same_out_of_a_word_file(tmp_path: Path) -> None:
    """What was made in memory is what a file of the same cells gives, short rows included."""
    made = [drawn(random.Random(seed)) for seed in range(60)]
    tables = [block for one in made for block in one.document.blocks if isinstance(block, Table) and _storable(block)]
    assert len(tables) > 10
    path = tmp_path / "表.docx"
    path.write_bytes(build_docx([block for table in tables for block in (P("续"), _word(table))]))
    read = [block for block in read_document(path).blocks if isinstance(block, Table)]
    assert [_cells(one) for one in read] == [_cells(one) for one in tables]


def _storable(table: Table) -> bool:
    """Whether a Word file can say the same: no columns left out, and what goes on is below what it goes on from."""
    above: set[tuple[int, int]] = set()
    for row in table.rows:
        here = {(cell.column, cell.span) for cell in row.cells}
        if any(cell.continues and (cell.column, cell.span) not in above for cell in row.cells):
            return False
        if row.cells[-1].column + row.cells[-1].span != sum(cell.span for cell in row.cells):
            return False
        above = here
    return table.merges_known


def _word(table: Table) -> T:
    heads = {
        (row.number, cell.index)
        for row, below in zip(table.rows, table.rows[1:], strict=False)
        for cell in row.cells
        if any(c.continues and c.column == cell.column for c in below.cells)
    }
    return T(
        [
            [
                C(
                    cell.text,
                    span=cell.span,
                    vmerge="continue" if cell.continues else "restart" if (row.number, cell.index) in heads else None,
                )
                for cell in row.cells
            ]
            for row in table.rows
        ]
    )


def _cells(table: Table) -> list[list[tuple[str, int, int, bool]]]:
    return [[(c.text, c.column, c.span, c.continues) for c in row.cells] for row in table.rows]


def test_the_tally_sees_what_is_wrong() -> None:
    """The measure itself: what is changed, dropped or added after reading is counted as silent."""
    table = drawn(random.Random(1))
    found = recognise([table.document])
    (evaluation,) = found.dossier.every(Evaluation)
    row = evaluation.indicators[0]
    changed = evaluation.model_copy(
        update={
            "name": "别的项目",
            "implementer": None,
            "conclusion": "表上没有",
            "indicators": (row.model_copy(update={"name": "别的指标"}), *evaluation.indicators[1:-1]),
        }
    )
    before = tally(table, found, evaluation, "/records/0")
    after = tally(table, found, changed, "/records/0")
    new = [what.split(":")[0] for what in after.silent if what not in before.silent]
    assert {"wrong /name", "lost /implementer", "invented /conclusion", "wrong /indicators/0/name"} <= set(new)
    assert any(what.startswith(f"lost /indicators/{table.rows - 1}/") for what in new)
