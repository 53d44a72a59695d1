"""TX124: what is left over, and the money of one source, as the text and the table have it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.amounts import Amount, same_amount, total_amounts
from jixiao.model import Dossier, Evaluation, Figure, Finding, Held, Severity
from jixiao.values.pattern import lazy

from .meant import source_row
from .statements import COLUMNS, Statement, sentences_between, stated_amounts

_LEFT = lazy(r"(?:资金|年末|期末|预算)*(?:结转)?(?:结余|剩余)(?:结转)?(?:资金)?")
_NEAR = Decimal("0.2")


@rule(
    "TX124",
    "text-balance",
    title="正文的结余、各来源资金算不出来",
    severity=Severity.WARNING,
    basis="text.balances",
    since="0.1",
    zh={
        "": "正文写结余 {stated}，预算 {budget} 减支出 {outturn} 为 {expected}",
        "source": "正文写“{name}”{stated}，自评表“{row}”{column}为 {table}",
    },
    en={
        "": "the text has {stated} left over; budget {budget} less outturn {outturn} is {expected}",
        "source": "{name} is {stated} in the text, the row “{row}” of the table has {table} ({column})",
    },
    after=("TX102", "TX103", "TX108"),
)
def text_balance(dossier: Dossier) -> Iterator[Outcome]:
    """正文的结余应等于全年预算减支出；上年结转、财政资金、单位资金等各来源的数，应与自评表资金栏同一行相同。

    为什么重要：结余要按规定收回或结转使用，各来源的数决定财政承担多少。
    怎样修改：以决算为准重新计算；口径不同（如含结转、只算财政资金）的，写明口径。
    何时不适用：没有写明是全部资金的结余，分不清是哪张自评表、哪一行的，以及与表相差很大的，不比较。
    """
    items = list(stated_amounts(dossier))
    for item in items:
        if item.amount is None:
            continue
        if item.claim.basis == "carry_over" and _LEFT.fullmatch(item.claim.subject):
            yield from _left(items, item, item.amount, dossier)
        else:
            yield from _source(item, item.amount, dossier)


def _left(items: list[Statement], item: Statement, stated: Amount, dossier: Dossier) -> Iterator[Outcome]:
    pairs = [p for p in (_beside(items, item), _table(item, dossier)) if p is not None]
    for budget, spent in pairs:
        left = budget.interval - spent.interval
        rounded = len({a.figure.places for a in (budget, spent, stated)}) > 1
        if stated.value == budget.value - spent.value or (rounded and left.meets(stated.interval)):
            yield Held(item.at)
            return
    for budget, spent in pairs[:1]:
        left_over = budget.value - spent.value
        if abs(left_over - stated.value) > _NEAR * budget.value:
            return
        yield Finding(
            at=item.at,
            evidence=(item.fact, budget.at, spent.at),
            values={
                "stated": item.printed,
                "budget": budget.figure,
                "outturn": spent.figure,
                "expected": Figure(f"{left_over}万元"),
            },
        )


def _beside(items: list[Statement], item: Statement) -> tuple[Amount, Amount] | None:
    """Budget and outturn of the whole stated before it, in the same paragraph."""
    before = [i for i in items if i.at == item.at and i.number < item.number and i.amount and i.claim.part_of is None]
    budgets = [i for i in before if i.claim.basis in ("revised", "budget")]
    spent = [i for i in before if i.claim.basis == "outturn"]
    if not budgets or not spent or budgets[-1].claim.subject != spent[-1].claim.subject:
        return None
    if sentences_between(spent[-1], item) > 1:
        return None
    one, other = budgets[-1], spent[-1]
    return (_at(one), _at(other)) if one.amount and other.amount else None


def _at(item: Statement) -> Amount:
    assert item.amount is not None
    return Amount(item.fact, item.amount.figure, item.amount.value, item.amount.interval)


def _table(item: Statement, dossier: Dossier) -> tuple[Amount, Amount] | None:
    """Budget and outturn of the one table that the report is about."""
    tables = [(n, e) for n, e in dossier.each(Evaluation) if e.scope == item.report.scope]
    if len(tables) != 1 or item.claim.part_of is not None:
        return None
    columns = total_amounts(tables[0][1], tables[0][0])
    return (columns["revised"], columns["outturn"]) if "revised" in columns and "outturn" in columns else None


def _source(item: Statement, stated: Amount, dossier: Dossier) -> Iterator[Outcome]:
    """The amount of one source against its row: every column the words allow."""
    found = source_row(item, dossier)
    if found is None:
        return
    label, columns = found
    basis = item.claim.basis
    wanted: tuple[str, ...] = (
        ("outturn",) if basis == "outturn" else ("revised", "initial", "outturn") if basis == "carry_over" else ()
    )
    if basis in ("budget", "revised"):
        wanted = ("revised", "initial")
    known = [(c, columns[c]) for c in wanted if c in columns]
    if not known:
        return
    if any(same_amount(stated, a) for _, a in known):
        yield Held(item.at)
        return
    column, table = known[0]
    if abs(table.value - stated.value) <= _NEAR * abs(table.value):
        yield Finding(
            at=item.at,
            evidence=(item.fact, table.at),
            values={
                "name": item.claim.subject,
                "stated": item.printed,
                "row": label,
                "column": COLUMNS[column],
                "table": table.figure,
            },
            variant="source",
        )
