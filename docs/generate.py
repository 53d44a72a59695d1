"""Write the parts of the documentation that follow from the source; with ``--check`` only compare.

``docs/rules.md`` (every rule with its page), ``docs/policies.md`` (every parameter with its source),
``docs/forms.md`` (every layout with what it prints), ``docs/indicators.md`` (the library of measurable indicators),
``docs/schema/dossier-2.json``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from generate_indicators import indicators_text

from jixiao.audit import Rule, catalogue
from jixiao.audit.families import FAMILIES
from jixiao.cli.show_policies import parameters
from jixiao.desk.schema import schema_text as assessment_text
from jixiao.forms.kinds import Start, kinds
from jixiao.forms.layouts import LaidTable, Layout, lay_out
from jixiao.forms.layouts import available as layouts
from jixiao.model.place import gazetteer
from jixiao.model.schema import schema_text
from jixiao.policy import available, basis, resolve

HERE = Path(__file__).resolve().parent


def rules_text() -> str:
    """The catalogue of rules."""
    rules = catalogue()
    lines = [
        "# 规则目录",
        "",
        f"共 {len(rules)} 条。本页由程序按源码生成（`python docs/generate.py`）。"
        "错误是证明，提醒须说明或请人看，提示仅供参考。",
    ]
    for family, (_, title) in FAMILIES.items():
        own = [r for r in rules if r.family == family]
        if own:
            lines += ["", f"## {family} {title}"]
            for rule in own:
                lines += _rule_lines(rule)
    return "\n".join(lines) + "\n"


def _rule_lines(rule: Rule) -> list[str]:
    source = basis(rule.basis)
    status = "" if rule.status == "stable" else f" · {rule.status}"
    lines = [
        "",
        f"### {rule.code} {rule.title}",
        "",
        f"`{rule.name}` · {rule.severity.zh} · 自 {rule.since} 版{status}",
        "",
    ]
    for paragraph in rule.page.splitlines():
        lines += [paragraph.strip(), ""] if paragraph.strip() else []
    text = f"：{source.text_zh}" if source.text_zh else ""
    link = f"[原文]({source.link})" if source.link else "没有原文链接"
    lines += [f"依据：{source}{text}（{link}）", ""]
    lines += [f"> {template}" for template in rule.zh.values()]
    return lines


def policies_text() -> str:
    """The catalogue of policies."""
    lines = [
        "# 政策目录",
        "",
        "本页由程序按数据生成（`python docs/generate.py`）。标“未核对原文”的数值尚未与原文核对，使用时请留意。",
    ]
    for info in available():
        policy = resolve(policy=info.id)
        lines += [
            "",
            f"## {info.title}",
            "",
            f"{info.title_en} · `{info.id}`",
            "",
            "| 参数 | 值 | 出处 |",
            "| --- | --- | --- |",
        ]
        for key, value, citation in parameters(policy):
            lines.append(f"| `{key}` | {value} | {citation or ''} |")
    return "\n".join(lines) + "\n"


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


PAGES = {
    "rules.md": rules_text,
    "policies.md": policies_text,
    "forms.md": forms_text,
    "indicators.md": indicators_text,
    "schema/dossier-2.json": schema_text,
    "schema/assessment-1.json": assessment_text,
}


def main() -> int:
    """0 where all is current or was written, 1 where ``--check`` found a page that is not."""
    stale = []
    for name, text in PAGES.items():
        path = HERE / name
        current = path.read_text(encoding="utf-8") if path.exists() else ""
        if current != text():
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(text(), encoding="utf-8")
    for name in stale:
        print(("not current: " if "--check" in sys.argv else "written: ") + f"docs/{name}")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
