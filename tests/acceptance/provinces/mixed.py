"""Any facts on any form: the facts of these files on forms drawn by lot.

Labels are drawn from all words in use, broken over lines anywhere; columns change places; levels are merged, repeated
or left blank; widths are uneven, margins and remarks stand around; digits are full-width; titles stand over or in
the table.
"""

from __future__ import annotations

from random import Random

from jixiao.forms.labels import words
from jixiao.model import Dossier, Evaluation, Figure
from tests.docx_builder import C, P, R, T

from .kit import MONEY, Filing, Form, Page, table

_WIDE = str.maketrans("0123456789.%", "０１２３４５６７８９．％")
_COLUMNS = ("level1", "level2", "name", "target", "actual", "weight", "score", "audit_score", "explanation")
_UNASKED = ("code", "problems", "measures", "conclusion")


def _broken(text: str, lot: Random) -> str:
    if len(text) < 4 or lot.random() > 0.4:
        return text
    place = lot.randrange(1, len(text))
    return f"{text[:place]}\n{text[place:]}"


def drawn(evaluations: list[Evaluation], seed: int) -> Filing | None:
    """A filing of one of the evaluations; ``None`` where the lot gives two columns the same label."""
    lot = Random(seed)
    e = lot.choice(evaluations).model_copy(update={**dict.fromkeys(_UNASKED), "extra": ()})
    form = _form(e, lot)
    columns = [label.replace("\n", "") for _, label in form.columns]
    if len(set(columns)) < len(columns):
        return None
    if not form.points:
        e = e.model_copy(update={"declared": ()})
    rows = [row if isinstance(row, R) else R(row) for row in table(_wide(e, lot), form).rows]
    title = _title(e, lot)
    inside = lot.random() < 0.3
    rows = _around(rows, lot)
    if inside:
        rows = [R([C("\n".join(title), span=_width(rows[0]))]), *rows]
    above = [] if inside else [P(text) for text in title]
    return Filing(
        f"{e.name} {seed}", Dossier(year=e.year, records=(e,)), lambda _: [Page("表.docx", [*above, T(rows)])]
    )


def _form(e: Evaluation, lot: Random) -> Form:
    def word(block: str, key: str) -> str:
        return _broken(lot.choice(words(block, key)), lot)

    columns = [n for n in _COLUMNS if any(getattr(i, n) is not None for i in e.indicators)]
    if "weight" in columns and lot.random() < 0.4:
        columns.remove("weight")
        columns.insert(columns.index("target"), "weight")
    money = [n for n in MONEY if any(getattr(line, n) is not None for line in e.funds.lines)]
    head: list[list[tuple[str, str]]] = [[(word("head", "unit_name" if e.scope == "unit" else "project_name"), "name")]]
    if e.department:
        pair = [(word("head", "department"), "department"), (word("head", "implementer"), "implementer")]
        head += [pair] if lot.random() < 0.7 else [[item] for item in pair]
    return Form(
        head=head,
        money=[(n, word("money", "execution_rate" if n == "rate" else n)) for n in money],
        columns=[(n, word("indicators", n)) for n in columns],
        money_head=f"{lot.choice(('项目资金', '预算执行情况', '资金情况'))}（{e.funds.unit}）",
        goals=(word("goals", "expected"), word("goals", "actual")),
        goals_head=lot.choice(("年度总体目标", "年度\n总体\n目标", "总体目标")),
        spine=lot.choice(("绩\n效\n指\n标", "绩效指标", "年度绩效指标", "")),
        levels=lot.choice(("merge", "blank", "repeat")),
        points=lot.choice(("（{}分）", "\n({}分)", "{}分", "\n\n（ {} 分）", "")),
        total=lot.choice(("总分", "合计", "总计", "总 分", "总　得　分")) if e.total else "",
        width=lot.choice((16, 18, 20, 24, 27, 30, 36)),
    )


def _wide(e: Evaluation, lot: Random) -> Evaluation:
    if lot.random() > 0.3:
        return e
    rows = []
    for row in e.indicators:
        figures = {n: Figure(f.raw.translate(_WIDE)) for n in ("weight", "score") if (f := getattr(row, n)) is not None}
        rows.append(row.model_copy(update=figures))
    return e.model_copy(update={"indicators": tuple(rows)})


def _title(e: Evaluation, lot: Random) -> list[str]:
    name = "项目支出绩效自评表" if e.scope == "project" else "部门整体支出绩效自评表"
    return lot.choice(
        (
            [f"{e.year}年度{name}"],
            [name, f"（{e.year}年度）"],
            [f"{e.year}年度", name],
            [f"附件2：{e.year}年{name}"],
        )
    )


def _around(rows: list[R], lot: Random) -> list[R]:
    """Widths that nobody drew evenly, margins drawn as columns, a signature in the last row."""
    if lot.random() < 0.25:
        rows = [R([_uneven(cell, lot) for cell in row.cells]) for row in rows]
    if lot.random() < 0.2:
        rows = [R([C(""), *row.cells]) for row in rows]
    if lot.random() < 0.2:
        rows = [R([*row.cells, C("")]) for row in rows]
    if lot.random() < 0.2:
        rows.append(R([C(lot.choice(("填表人：张甲  联系电话：0000-000", "注：无")), span=_width(rows[0]))]))
    return rows


def _uneven(cell: object, lot: Random) -> C:
    assert isinstance(cell, C)
    return C(cell.content, cell.span + (lot.random() < 0.1), cell.vmerge)


def _width(row: R) -> int:
    return sum(cell.span for cell in row.cells if isinstance(cell, C))
