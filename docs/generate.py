"""Write the parts of the documentation that follow from the source; with ``--check`` only compare.

``docs/rules.md`` and a page for every rule, ``docs/policies.md`` and a page for every policy, ``docs/forms.md`` (every
layout with what it prints), ``docs/fields.md`` (every field), the schemas, the output that guides show. It needs the
whole repository: the cases on the pages of rules are those of the tests.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator import guides, policies, rules

from jixiao.desk.comparison_schema import schema_text as comparison_text
from jixiao.desk.schema import schema_text as assessment_text
from jixiao.forms.fields import Field, described, fields_of
from jixiao.forms.kinds import Start, kinds
from jixiao.forms.layouts import LaidTable, Layout, lay_out
from jixiao.forms.layouts import available as layouts
from jixiao.model.place import gazetteer
from jixiao.model.schema import schema_text

HERE = Path(__file__).resolve().parent


def forms_text() -> str:
    """The catalogue of layouts: each by kind with place, years, source, and the columns and rows that it prints."""
    lines = [
        "# 版式目录",
        "",
        "本页由程序按数据生成（`python docs/generate.py`）。出表时按单位所在地方和年度选用最近的版式；"
        "`--form` 可指定版式编号，或自己的 YAML 文件。"
        "标“未核对原件”的版式据公开的填报表整理，尚未与正式印发的原件核对。",
    ]
    for kind in kinds().values():
        own = [layout for layout in layouts() if layout.kind == kind.id]
        if own:
            lines += ["", f"## {kind.title.zh}"]
            for layout in own:
                lines += _layout_lines(layout)
    return "\n".join(lines) + "\n"


def _layout_lines(layout: Layout) -> list[str]:
    place = "、".join(gazetteer()[layout.place].names)
    years = f"{layout.years.since or ''}–{layout.years.until or ''}"
    verified = "已核对原件" if layout.verified else "未核对原件"
    lines = ["", f"### {layout.name}", "", f"`{layout.id}` · {place} · {years} · {verified}", ""]
    lines += [f"来源：{layout.source}", ""]
    if layout.money_unit != "万元":
        lines += [f"金额单位：{layout.money_unit}", ""]
    lines += ["| 部分 | 空表上的栏目与行 |", "| --- | --- |"]
    printed: dict[str, dict[str, None]] = {}
    for row in _empty(layout).rows:
        words = (cell.text.replace("\n", "").strip("\u3000") for cell in row.cells if cell.role in ("label", "column"))
        printed.setdefault(row.block, {}).update((word, None) for word in words if word)
    return lines + [f"| {block} | {'、'.join(words)} |" for block, words in printed.items() if words]


def _empty(layout: Layout) -> LaidTable:
    """The empty form."""
    start = Start(unit="", year=layout.years.since or 2024, projects=("某项目",), layout=lambda kind: layout)
    return lay_out(kinds()[layout.kind].empty(start)[0], layout=layout)


_BY = {"person": "填写", "form": "表上印好", "program": "程序"}


def fields_text() -> str:
    """The dictionary of fields: every field of every record."""
    lines = [
        "# 字段词典",
        "",
        "本页由程序按数据生成（`python docs/generate.py`）。卷宗里的每个字段："
        "叫什么、填什么、什么单位、印在纸上哪里、谁来填。"
        "新建的卷宗（YAML）和填报工作簿里的说明都取自这里。“须填”的字段没填，填报中的表会提示“尚未填写”。",
    ]
    for kind in described():
        lines += ["", f"## {kind.__name__}", ""]
        if titles := [form.title.zh for form in kinds().values() if form.record is kind]:
            lines += ["、".join(titles), ""]
        lines += [
            "| 字段 | 名称 | 说明 | 单位 | 例 | 纸上的位置 | 谁填 |",
            "| --- | --- | --- | --- | --- | --- | --- |",
        ]
        lines += [_field_line(field) for field in fields_of(kind).values()]
    return "\n".join(lines) + "\n"


def _field_line(field: Field) -> str:
    who = "公式" if field.computed else _BY[field.by]
    if field.due:
        who += "，须填" if field.due is True else "，须填（总额行）"
    unit = "表上的单位" if field.unit == "表" else field.unit
    cells = (
        f"`{field.name.rstrip('_')}`",
        f"{field.term.zh} {field.term.en}",
        field.says,
        unit,
        field.example,
        field.where,
        who,
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


PAGES = {
    "rules.md": rules.index,
    "policies.md": policies.listing,
    "forms.md": forms_text,
    "fields.md": fields_text,
    "schema/dossier-2.json": schema_text,
    "schema/assessment-1.json": assessment_text,
    "schema/comparison-1.json": comparison_text,
}

FOLDERS = {"rules": rules.pages, "policies": policies.pages}
"""Folders that hold generated pages and nothing else."""


def _guides(folder: Path) -> Iterator[tuple[Path, str]]:
    """The guides as they should be: their own words, and what the program prints."""
    for name in guides.GUIDES:
        yield folder / name, guides.refreshed((folder / name).read_text(encoding="utf-8"))


def stale(folder: Path = HERE) -> Iterator[tuple[Path, str | None]]:
    """The pages that are not what they should be, each with the text that it should have; ``None`` where there should
    be no such page.
    """
    wanted = {folder / name: text() for name, text in PAGES.items()} | dict(_guides(folder))
    for name, pages in FOLDERS.items():
        made: Mapping[str, str] = pages()
        wanted |= {folder / name / file: text for file, text in made.items()}
        for path in sorted((folder / name).glob("*.md")):
            if path.name not in made:
                yield path, None
    for path, text in wanted.items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            yield path, text


def main() -> int:
    """0 where all is current or was written, 1 where ``--check`` found a page that is not."""
    check = "--check" in sys.argv
    found = list(stale())
    for path, text in found:
        name = path.relative_to(HERE.parent).as_posix()
        if check:
            print(f"not current: {name}")
        elif text is None:
            path.unlink()
            print(f"removed: {name}")
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"written: {name}")
    return 1 if found and check else 0


if __name__ == "__main__":
    sys.exit(main())
