"""A dossier printed for a person: what was read, and what was not."""

from __future__ import annotations

from jixiao.desk import layouts_seen
from jixiao.forms.layouts import load
from jixiao.forms.seen import LayoutSeen
from jixiao.model import BaseData, Case, Evaluation, Figure, Record, Report

from .console import console, print_block
from .show_unplaced import show_unplaced
from .text import Table, Text
from .words import colon


def show_dossier(case: Case, lang: str) -> None:
    """One block per report, base data table and evaluation; doubts and unplaced parts at the end."""
    zh = lang == "zh"
    out = console()
    dossier = case.dossier
    out.print(Text(f"{dossier.year or ''} {dossier.unit}".strip(), style="bold"))
    for note in case.notes:
        print_block(out, Text(f"{note.of}{colon(lang)}{note.message.text(lang)}", style="dim"), 2, 2)
    for report in dossier.every(Report):
        paragraphs = sum(len(s.paragraphs) for s in report.sections)
        counts = (
            f"{len(report.sections)} 节 {paragraphs} 段，{len(report.claims)} 个数据"
            if zh
            else f"{len(report.sections)} sections, {paragraphs} paragraphs, {len(report.claims)} claims"
        )
        out.print(Text(f"\n■ {report.title}"), Text(counts, style="dim"))
    seen = layouts_seen(case)
    for at, base in dossier.each(BaseData):
        out.print(Text(f"\n■ {base.annex} {base.title}"), _layout(seen.get(at), zh))
        table = Table()
        table.add_column("项目" if zh else "line")
        for column in base.columns:
            table.add_column(column, right=True)
        for line in base.lines:
            cells = (line.prior_outturn, line.budget, line.outturn)[: len(base.columns)]
            table.add_row(line.number + line.label, *(_raw(c) for c in cells))
        out.print(table)
    for at, evaluation in dossier.each(Evaluation):
        out.print(Text(f"\n■ {evaluation.annex} {evaluation.title} · {evaluation.name}"), _layout(seen.get(at), zh))
        out.print(_indicators(evaluation, zh))
    for at, record in _doubtful(case):
        for doubt in record.doubts:
            label = "存疑 " if zh else "doubtful "
            what = f"{at}/{doubt.field} 「{doubt.raw}」{colon(lang)}{doubt.reason.text(lang)}"
            print_block(out, Text(label + what, "yellow"), 0, 2)
    if case.unplaced:
        show_unplaced(out, case, lang)


def _layout(seen: LayoutSeen | None, zh: bool) -> Text:
    """Which layout a table is on, and how surely."""
    if seen is None:
        return Text("")
    called = load(seen.layout).called.text("zh" if zh else "en")
    return Text(f"版式：{called}，把握 {seen.sureness}%" if zh else f"layout: {called}, {seen.sureness} % sure", "dim")


def _indicators(evaluation: Evaluation, zh: bool) -> Table:
    table = Table()
    heads = (
        ("二级指标", "三级指标", "指标值", "完成值", "分值", "得分")
        if zh
        else ("level 2", "indicator", "target", "actual", "weight", "score")
    )
    for head in heads:
        table.add_column(head, right=head in ("分值", "得分", "weight", "score"))
    for line in evaluation.funds.lines[:1]:
        money = f"{_raw(line.initial_budget)} / {_raw(line.revised_budget)} / {_raw(line.outturn)} {_raw(line.rate)}"
        table.add_row("预算执行" if zh else "execution", line.label, money, "", _raw(line.weight), _raw(line.score))
    for i in evaluation.indicators:
        table.add_row(i.level2 or i.level1, i.name, i.target_text, i.actual or "", _raw(i.weight), _raw(i.score))
    table.add_row("总分" if zh else "total", "", "", "", _raw(evaluation.total_weight), _raw(evaluation.total))
    return table


def _raw(figure: Figure | None) -> str:
    return figure.raw if figure is not None else "—"


def _doubtful(case: Case) -> list[tuple[str, Record]]:
    dossier = case.dossier
    found: list[tuple[str, Record]] = []
    for e, evaluation in dossier.each(Evaluation):
        found.append((e, evaluation))
        found += [(f"{e}/funds/lines/{n}", line) for n, line in enumerate(evaluation.funds.lines)]
        found += [(f"{e}/indicators/{n}", row) for n, row in enumerate(evaluation.indicators)]
    for b, base in dossier.each(BaseData):
        found.append((b, base))
        found += [(f"{b}/lines/{n}", row) for n, row in enumerate(base.lines)]
    return [(at, record) for at, record in found if record.doubts]
