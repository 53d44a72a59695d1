"""Forms printed: the layouts there are, and what a written dossier's layouts could not print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from jixiao.forms.kinds import kinds
from jixiao.forms.layouts import Layout
from jixiao.model.place import gazetteer

from .complaints import MisuseError
from .console import console, print_block
from .languages import can_show
from .text import Table, Text

if TYPE_CHECKING:
    from jixiao.model import Dossier


def show_forms(layouts: Sequence[Layout], lang: str) -> None:
    """One line a layout."""
    zh = lang == "zh"
    table = Table()
    heads = ("编号", "名称", "地方", "年度", "核对原件") if zh else ("id", "title", "place", "years", "verified")
    for number, head in enumerate(heads):
        table.add_column(head, whole=number != 1)
    for layout in layouts:
        verified = ("已核对" if zh else "yes") if layout.verified else ("未核对" if zh else "no")
        place = "、".join(gazetteer()[layout.place].names[:1]) if zh or can_show("地方") else layout.place
        table.add_row(layout.id, layout.called.text(lang), place, years(layout), verified)
    console().print(table)


def years(layout: Layout) -> str:
    """2020–, 2018–2019."""
    return f"{layout.years.since or ''}–{layout.years.until or ''}"


def forms_json(layouts: Sequence[Layout]) -> list[dict[str, Any]]:
    """The layouts as plain data."""
    return [
        {
            "id": layout.id,
            "kind": layout.kind,
            "name": layout.name,
            "name_en": layout.name_en,
            "place": layout.place,
            "from": layout.years.since,
            "to": layout.years.until,
            "source": layout.source,
            "verified": layout.verified,
        }
        for layout in layouts
    ]


def show_notes(dossier: Dossier, forms: Sequence[Layout], lang: str) -> None:
    """Which layouts a dossier was written on, and what they have no place for."""
    from jixiao.desk import notes_on

    for note in notes_on(dossier, forms):
        print_block(console(), Text(note.text(lang), style="dim"), 0, 2)


def prove_forms(dossier: Dossier, forms: Sequence[Layout]) -> None:
    """``MisuseError`` where a layout is asked for that no table of the dossier is of."""
    there = {record.kind for record in dossier.records}
    for form in forms:
        if form.kind not in there:
            kind = kinds()[form.kind].title
            raise MisuseError(
                f"版式 {form.id} 用于{kind.zh}，这里没有这种表。jixiao forms 列出各版式。",
                f"{form.id} is a layout of another kind of table ({kind.en}), which is not there. See jixiao forms.",
            )
