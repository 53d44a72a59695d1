"""Write the parts of the documentation that follow from the source; with ``--check`` only compare.

``docs/rules.md`` (every rule with its page), ``docs/policies.md`` (every parameter with its source),
``docs/schema/dossier-2.json``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from jixiao.audit import Rule, catalogue
from jixiao.cli.show_policies import parameters
from jixiao.desk.schema import schema_text as assessment_text
from jixiao.model.schema import schema_text
from jixiao.policy import available, basis, resolve

HERE = Path(__file__).resolve().parent
_FAMILIES = {
    "SC": "得分与分值",
    "EX": "资金与执行",
    "TG": "指标值、完成值与得分",
    "IX": "指标设置",
    "TX": "文字与表格",
    "XD": "表与表之间",
    "LG": "法律",
    "FM": "格式与填写",
}


def rules_text() -> str:
    """The catalogue of rules."""
    rules = catalogue()
    lines = [
        "# 规则目录",
        "",
        f"共 {len(rules)} 条。本页由程序按源码生成（`python docs/generate.py`）。"
        "错误是证明，提醒须说明或请人看，提示仅供参考。",
    ]
    for family, title in _FAMILIES.items():
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


PAGES = {
    "rules.md": rules_text,
    "policies.md": policies_text,
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
