"""The page of the library of measurable indicators, for ``generate.py``: the library enters, Markdown leaves."""

from __future__ import annotations

from jixiao.forms.measurable import Measurable, Sector, indicators, sectors

_HEADS = ("二级指标", "三级指标", "示例值", "佐证", "怎样计算")


def indicators_text() -> str:
    """All sectors: by what they are told, and their indicators in the order of the official table."""
    whole = sum(len(indicators(sector)) for sector in sectors())
    lines = [
        "# 指标库",
        "",
        f"共 {len(sectors())} 个行业、{whole} 项可以衡量的指标。本页由程序按数据生成（`python docs/generate.py`）。"
        "示例值只说明写法，请按本单位的计划、标准和上年实际改写。怎样编写、怎样审读、有哪些不足，见[编写与审读](quality.md)。",
    ]
    for sector in sectors().values():
        lines += _sector_lines(sector)
    return "\n".join(lines) + "\n"


def _sector_lines(sector: Sector) -> list[str]:
    own = indicators(sector.id)
    return [
        "",
        f"## {sector.title.zh}",
        "",
        f"{sector.title.en} · `{sector.id}` · {len(own)} 项",
        "",
        f"单位名称含：{'、'.join(sector.units)}。项目名称含：{'、'.join(sector.projects)}。",
        "",
        f"| {' | '.join(_HEADS)} |",
        "| --- | --- | --- | --- | --- |",
        *map(_line, own),
    ]


def _line(one: Measurable) -> str:
    return f"| {one.level2} | {one.name} | {one.target} | {'、'.join(one.proof)} | {one.measured} |"
