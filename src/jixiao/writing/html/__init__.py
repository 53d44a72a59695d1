"""The reports and tables of a dossier as one page that needs nothing else: no script, no other file.

A dossier enters, and, to have its faults marked, findings; a page of HTML leaves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import escape
from importlib.resources import files

from ...forms.layouts import LaidTable
from ...model import Dossier, Finding
from ..anchors import Anchors
from ..outline import Part, parts
from .marks import Marks
from .paper import report_html, table_html

_LEGEND = '<p class="soft"><span class="literal">点线</span>：正文里手写的数字，不随表格变动</p>'


def html(dossier: Dossier, findings: Sequence[Finding] = ()) -> str:
    """The page. With ``findings`` their places are marked, each with its number, and the findings stand beside the
    paper.
    """
    filed = parts(dossier)
    marks = Marks(dossier, findings, Anchors.of(filed))
    papers = "".join(_paper(part, dossier, marks) for part in filed)
    aside = "".join(_findings(marks)) if findings else ""
    title = escape(_title(dossier))
    legend = _LEGEND if 'class="literal"' in papers else ""
    return (
        '<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>\n{_style()}</style></head><body>"
        f'<header class="top"><h1>{title}</h1>{_contents(filed)}{legend}</header>'
        f'<div class="desk{" checked" if findings else ""}"><main>{papers}</main>{aside}</div></body></html>\n'
    )


def _title(dossier: Dossier) -> str:
    year = f"{dossier.year}年度" if dossier.year is not None else ""
    return f"{dossier.unit}{year}绩效自评"


@lru_cache(maxsize=1)
def _style() -> str:
    return (files(__package__) / "page.css").read_text(encoding="utf-8")


def _contents(filed: Sequence[Part]) -> str:
    items = "".join(f'<li><a href="#{_anchor(part)}">{escape(_name(part))}</a></li>' for part in filed)
    return f'<nav aria-label="目录"><ul>{items}</ul></nav>'


def _anchor(part: Part) -> str:
    return part.at.strip("/").replace("/", "-")


def _name(part: Part) -> str:
    if isinstance(part, LaidTable):
        of = next((c.text for c in part.cells() if c.at == f"{part.at}/name" and part.layout.startswith("project")), "")
        return " ".join(filter(None, (part.annex, of or part.title)))
    return part.report.title


def _paper(part: Part, dossier: Dossier, marks: Marks) -> str:
    if isinstance(part, LaidTable):
        return f'<section class="paper" id="{_anchor(part)}">{table_html(part, marks)}</section>'
    return f'<article class="paper" id="{_anchor(part)}">{report_html(part, dossier, marks)}</article>'


def _findings(marks: Marks) -> Iterator[str]:
    yield f'<aside aria-label="核查结果"><h2>核查发现 {len(marks.listed)} 项</h2><ol>'
    for number, finding in marks.listed:
        severity = marks.severity(finding)
        yield f'<li id="f-{number}" class="{severity.value}"><a href="#{marks.target(number)}">'
        yield f'<span class="tag {severity.value}">{number} {severity.zh}</span></a> {escape(finding.title)}'
        yield f"<p>{escape(finding.text())}</p>"
        for consequence in finding.consequences:
            yield f'<p class="soft">由此引起：{escape(consequence.text())}</p>'
        if finding.code or finding.basis:
            yield f'<p class="soft">{escape("　".join(filter(None, (finding.code, finding.basis))))}</p>'
        yield "</li>"
    yield "</ol></aside>"
