"""Rule cases written in Markdown: small good and bad dossiers with the findings they must give.

A case is a level-2 heading, a ``yaml`` block (a dossier in shorthand) and an ``expect`` block. In the expect block
each line is ``CODE severity /pointer [name=value …]`` or ``CODE undecided /pointer``; these lines together are all that
the rule under test may find fault with or leave open. Values are compared as the messages print them. A line
``CODE held /pointer`` asks that the rule held there; it may hold elsewhere too. The dossier as a whole is ``/``.

Where the rule has nothing to say against the dossier, the block is one word: ``held`` (it looked at something and
found it right), ``not applicable`` (there was nothing of the kind to look at), or ``none`` (either).

Shorthand in the yaml block, besides the fields of the dossier itself:

* ``evaluations[].money``: ``年初 | 全年 | 执行 | 分值 | 执行率 | 得分`` of the total row; ``money_fiscal``,
  ``money_carry_over``, ``money_other`` likewise.
* ``evaluations[].rows``: one indicator a line: ``一级 | 二级 | 三级 | 目标 | 实际 | 分值 | 得分 | 说明`` (columns at
  the end may be left out; ``~`` is a field that the form does not have; levels left blank are those of the line
  above).
* ``base_data[].lines_text``: ``key | label | 上年决算 | 预算 | 决算 [| parent]`` a line; the id of a line is its
  label without blanks.
* ``reports[].text``: prose; lines that start with ``#`` are headings (``# 一、 标题`` level 1, ``## …`` level 2),
  claims are read from the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from jixiao.audit import Audit, catalogue, check
from jixiao.model import Dossier, Finding
from jixiao.model.message import shown
from jixiao.model.store import from_json
from jixiao.recognition import with_claims

FOLDER = Path(__file__).parent / "rules"
WORDS = ("held", "not applicable", "none")
"""What a case may expect in place of lines."""

_BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
_MONEY = ("initial_budget", "revised_budget", "outturn", "weight", "rate", "score")
_ROW = ("level1", "level2", "name", "target", "actual", "weight", "score", "explanation")
_SOURCES = {
    "money": ("total", "年度资金总额"),
    "money_fiscal": ("fiscal", "当年财政拨款"),
    "money_carry_over": ("carry_over", "上年结转资金"),
    "money_other": ("other", "其他资金"),
}


@dataclass(frozen=True, eq=False)
class Case:
    """One case of one rule file."""

    file: str
    title: str
    dossier: Dossier
    expected: tuple[str, ...]
    word: str = ""


def cases(file: Path) -> list[Case]:
    """The cases of a Markdown file."""
    result = []
    for part in re.split(r"^## ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        blocks = dict(_BLOCK.findall(part))
        lines = tuple(line.strip() for line in blocks["expect"].splitlines() if line.strip())
        word = lines[0] if len(lines) == 1 and lines[0] in WORDS else ""
        title = part.splitlines()[0].strip()
        result.append(Case(file.stem, title, dossier(blocks["yaml"]), () if word else lines, word))
    return result


@cache
def audited(case: Case) -> Audit:
    """What the rule under test says of a case."""
    rule = next(r for r in catalogue() if r.name.replace("-", "_") == case.file)
    return check(case.dossier, select=[rule.code], as_of=date(2025, 6, 1))


def said(audit: Audit) -> list[tuple[str, str, str, dict[str, str]]]:
    """Code, severity, place and printed values of everything found or left open."""
    found = [(f.code, str(f.severity), f.at, _printed(f.values)) for f in found_in(audit)]
    return found + [(u.code, "undecided", u.at, {"reason": str(u.reason)}) for u in audit.undecided]


def _printed(values: Mapping[str, Any]) -> dict[str, str]:
    return {name: shown(value) for name, value in values.items()}


def held(audit: Audit) -> tuple[str, ...]:
    """Where the rule under test held."""
    return audit.protocol[0].held


def found_in(audit: Audit) -> Iterator[Finding]:
    """All findings, also those that went under their cause."""
    for finding in audit.findings:
        yield from (finding, *finding.consequences)


def dossier(text: str) -> Dossier:
    """A dossier from the shorthand."""
    data = yaml.safe_load(text)
    data.setdefault("year", 2024)
    data.setdefault("unit", "某市某单位")
    for evaluation in data.get("evaluations", ()):
        evaluation.setdefault("kind", "project")
        lines = [_fund_line(key, evaluation.pop(key)) for key in _SOURCES if key in evaluation]
        if lines:
            evaluation.setdefault("funds", {})["lines"] = lines
        if "rows" in evaluation:
            evaluation["indicators"] = _indicators(evaluation.pop("rows"))
    for base in data.get("base_data", ()):
        if "lines_text" in base:
            base["lines"] = [_spending(line) for line in base.pop("lines_text").splitlines() if line.strip()]
    for report in data.get("reports", ()):
        report.setdefault("kind", "unit")
        if "text" in report:
            report["sections"] = _sections(report.pop("text"))
    return with_claims(from_json(data))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def _fund_line(key: str, text: str) -> dict[str, Any]:
    source, label = _SOURCES[key]
    figures = {n: v for n, v in zip(_MONEY, _cells(text), strict=False) if v != "~"}
    return {"source": source, "label": label, **figures}


def _indicators(text: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for line in text.splitlines():
        if not line.strip():
            continue
        row = {n: v for n, v in zip(_ROW, _cells(line), strict=False) if v != "~"}
        for level in ("level1", "level2"):
            if not row.get(level) and rows:
                row[level] = rows[-1][level]
        rows.append(row)
    return rows


def _spending(line: str) -> dict[str, Any]:
    cells = _cells(line)
    row: dict[str, Any] = {"key": cells[0], "label": cells[1], "id": cells[1].replace(" ", "")}
    row |= dict(zip(("prior_outturn", "budget", "outturn"), cells[2:5], strict=False))
    if len(cells) > 5:
        row["parent"] = cells[5]
    return row


def _sections(text: str) -> list[dict[str, Any]]:
    sections: list[dict[str, Any]] = []
    for line in text.splitlines():
        heading = re.match(r"(#+) *(\S*[、.．）)])? *(.*)", line)
        if heading:
            sections.append(
                {"level": len(heading[1]), "number": heading[2] or "", "title": heading[3], "paragraphs": []}
            )
        elif line.strip():
            if not sections:
                sections.append({"number": "", "title": "", "paragraphs": []})
            sections[-1]["paragraphs"].append(line.strip())
    return sections


FILES = {file.stem: file for file in sorted(FOLDER.rglob("*.md"))}
"""The file of cases of each rule, by the name of its module."""

ALL = [case for file in FILES.values() for case in cases(file)]
"""Every case of every rule."""
