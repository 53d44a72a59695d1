"""FM210: main rows of the base data table are left blank."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import BaseData, Finding, Held, Severity

_ROWS = ("three_public", "projects", "public_funds", "basic")
_COLUMNS = ("budget", "outturn")


@rule(
    "FM210",
    "base-data-blank",
    title="基础数据表主要栏目空白",
    severity=Severity.WARNING,
    basis="format.required",
    since="0.1",
    asks_all=True,
    zh="基础数据表{rows}的预算数或决算数没有填写",
    en="budget or outturn is blank in the base data rows {rows}",
)
def base_data_blank(base: BaseData) -> Iterator[Outcome]:
    """基础数据表的“三公”经费、项目支出、公用经费、基本支出应填写预算数和决算数。

    为什么重要：整体支出的执行率、控制率都从这些数算出，空着就无法核对。
    怎样修改：填写预算数和决算数；没有发生的填 0。
    何时不适用：整行没有填（本单位没有这一项）的、填斜线或横线的不算；表样没有这一行、这一栏的不要求。
    """
    filled, places, rows = False, [], []
    for number, line in enumerate(base.lines):
        cells = [(column, getattr(line, column)) for column in _COLUMNS if line.key in _ROWS]
        if not any(figure is not None and figure.value is not None for _, figure in cells):
            continue
        filled = True
        blank = [column for column, figure in cells if figure is not None and not figure.raw]
        if blank:
            places += [f"/lines/{number}/{column}" for column in blank]
            rows.append(line.label.strip())
    if places:
        yield Finding(at=places[0], also=tuple(places[1:]), values={"rows": tuple(rows)})
    elif filled:
        yield Held("/lines")
