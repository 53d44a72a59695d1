"""XD115: basic or project spending in the overall table is not what the base data table says."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.amounts import amount, first_base, overall_tables, same_amount, unit_slip
from jixiao.model import BaseData, Dossier, Finding, Held, Severity

_KEYS = {"基本支出": "basic", "项目支出": "projects"}


@rule(
    "XD115",
    "split-against-base-data",
    title="整体支出自评表与基础数据表的支出不符",
    severity=Severity.WARNING,
    basis="form.cross_table",
    since="0.1",
    zh="整体支出自评表{label} {stated}，基础数据表预算数 {budget}、决算数 {outturn}，都不相等",
    en="{label} is {stated} in the overall table; the base data have {budget} budgeted and {outturn} spent",
    after=("XD103",),
)
def split_against_base_data(dossier: Dossier) -> Iterator[Outcome]:
    """整体支出自评表里的基本支出、项目支出，应等于基础数据表的预算数或决算数。

    为什么重要：两张表同时报送，同一个数不一致，说明取数的时点或来源不同。
    怎样修改：以部门决算为准统一，并在表中注明是预算数还是决算数。
    何时不适用：基础数据表没有相应栏目，或该栏为 0、只填调整额的，不作判断。
    """
    for at, evaluation in overall_tables(dossier)[:1]:
        for number, item in enumerate(evaluation.funds.by_expenditure):
            key = next((k for word, k in _KEYS.items() if word in item.label), "")
            place = f"{at}/funds/by_expenditure/{number}/amount"
            stated = amount(place, item.amount, evaluation.funds.unit)
            if not key or stated is None or not dossier.every(BaseData):
                continue
            line = first_base(dossier, key)
            known = [line[c] for c in ("revised", "outturn") if c in line]
            if len(known) < 2 or not all(a.value for a in known) or not stated.value:
                continue
            small = key == "basic" and max(a.value for a in known) * 2 < stated.value
            if any(same_amount(stated, a) for a in known):
                yield Held(place)
                continue
            if small or any(unit_slip(stated, a) for a in known):
                continue
            yield Finding(
                at=place,
                evidence=tuple(a.at for a in known),
                values={
                    "label": item.label.strip(),
                    "stated": stated.figure,
                    "budget": known[0].figure,
                    "outturn": known[1].figure,
                },
            )
