"""The library of measurable indicators, printed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jixiao.forms.measurable import Measurable, Sector, indicators, sectors

from .console import console
from .languages import can_show
from .text import Table, Text


def show_sectors(listed: Sequence[Sector], lang: str) -> None:
    """One line a sector, with how many indicators it has."""
    zh = lang == "zh"
    table = Table()
    for head, right in (("编号", False), ("行业", False), ("指标数", True)) if zh else (
        ("id", False), ("sector", False), ("indicators", True)
    ):  # fmt: skip
        table.add_column(head, right=right)
    for sector in listed:
        table.add_row(sector.id, sector.title.text(lang), str(len(indicators(sector.id))))
    out = console()
    out.print(table)
    whole = sum(len(indicators(sector.id)) for sector in listed)
    out.print(
        f"共 {len(listed)} 个行业、{whole} 项指标；jixiao indicators 后写行业名，列出该行业；写一个词，按名称查找。"
        if zh
        else f"{len(listed)} sectors, {whole} indicators; jixiao indicators SECTOR, or a word of a name."
    )


def show_sector(sector: Sector, found: Sequence[Measurable], lang: str) -> None:
    """All indicators of a sector, in the order of the official table."""
    out = console()
    out.print(Text(sector.title.text(lang), style="bold"), Text(sector.id, style="dim"))
    _print(found, lang, named=False)


def show_indicators(found: Sequence[Measurable], lang: str) -> None:
    """Indicators of several sectors, each with its own."""
    _print(found, lang, named=True)


def _print(found: Sequence[Measurable], lang: str, *, named: bool) -> None:
    zh = lang == "zh"
    heads = ["二级指标", "三级指标", "示例值", "佐证", "怎样计算"] if zh else [
        "second level", "indicator", "example", "proof", "how it is measured"
    ]  # fmt: skip
    table = Table()
    for number, head in enumerate((["行业" if zh else "sector"] if named else []) + heads):
        table.add_column(head, whole=number == int(named) + 2)
    before = ""
    for one in found:
        level = one.level2 if named or one.level2 != before else ""
        before = one.level2
        cells = (level, one.name, one.target, "、".join(one.proof), one.measured)
        table.add_row(*((sectors()[one.sector].title.text(lang), *cells) if named else cells))
    out = console()
    out.print(table)
    note = (
        f"共 {len(found)} 项。示例值只说明写法，请按本单位的计划、标准和上年实际改写。"
        if zh
        else f"{len(found)} in all. The targets are examples: take your own plan, standard and last year's figure."
    )
    out.print(note)
    if found and not can_show(found[0].name):
        out.print("The names are Chinese, which this console cannot show; --format json has them.")


def found_by(word: str) -> tuple[Measurable, ...]:
    """The indicators of all sectors that have the word in their name."""
    word = word.strip()
    return tuple(one for sector in sectors() for one in indicators(sector) if word and word in one.name)


def sectors_json(listed: Sequence[Sector]) -> list[dict[str, Any]]:
    """The sectors as plain data."""
    return [
        {"id": s.id, "title": s.title.zh, "title_en": s.title.en, "indicators": len(indicators(s.id))} for s in listed
    ]


def indicators_json(found: Sequence[Measurable]) -> list[dict[str, Any]]:
    """Indicators as plain data; ``direction`` is positive, inverse or equal."""
    return [
        {
            "sector": one.sector,
            "level1": one.level1,
            "level2": one.level2,
            "name": one.name,
            "direction": one.direction.value,
            "sign": one.sign,
            "value": one.value,
            "unit": one.unit,
            "target": one.target,
            "proof": list(one.proof),
            "measured": one.measured,
            "words": list(one.words),
        }
        for one in found
    ]
