"""How the cells of a workbook to fill in look, and what may be typed into them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jixiao.forms.fields import Field
from jixiao.forms.layouts import LaidCell

from ..book import Look

TO_FILL = "#FFFBE6"
COMPUTED = "#E8F1FA"
LABEL = "#F3F1EC"
DOUBT = "#FFE8CC"
LINE = "#9A9A9A"
QUIET = "#B8B8B8"
_SIGNS = ("≥", "≤", "＝", "＞", "＜", "定性")


def look_of(look: Look, cell: LaidCell, *, fill: bool, computed: bool, number: str) -> Any:
    """The format of a bordered cell: to fill in, computed, or printed."""
    printed = cell.role in ("label", "column") or cell.text
    ground = DOUBT if cell.doubt else TO_FILL if fill else COMPUTED if computed else LABEL if printed else ""
    properties: dict[str, Any] = {
        "border": 1,
        "border_color": LINE,
        "align": cell.align,
        "valign": "vcenter",
        "text_wrap": True,
        "font_size": 10,
        "locked": not fill,
    }
    if ground:
        properties["bg_color"] = ground
    if number:
        properties["num_format"] = number
    return look.of(**properties)


def allow(
    sheet: Any, where: tuple[int, int, int, int], field: Field, lists: dict[str, Sequence[str]], ref: str
) -> None:
    """What may be typed: a choice, an amount, points up to the weight in ``ref``. Words may depart from a list, a score
    may not leave its bounds.
    """
    options: dict[str, Any] | None = None
    if field.name == "sign":
        options = _choice(_SIGNS)
    elif lists.get(field.name):
        options = _choice(lists[field.name])
    elif field.name in ("score", "audit_score") and ref:
        cell, weight = _here(where), ref
        rule = f'=AND(ISNUMBER({cell}),{cell}>=0,OR({weight}="",{cell}<={weight}))'
        options = {"validate": "custom", "value": rule, "error_title": "得分"}
        options["error_message"] = "得分是数字，不低于 0，不超过这一行的分值。"
    elif field.unit in ("分", "表", "万元", "㎡", "人") and not field.computed:
        most = (
            {"maximum": 100, "criteria": "between", "minimum": 0}
            if field.unit == "分"
            else {"criteria": ">=", "value": 0}
        )
        options = {"validate": "decimal", **most, "error_type": "warning", "error_title": field.term.zh}
        options["error_message"] = "这里一般填不小于 0 的数字，不带单位。仍要这样填吗？"
    if options is not None:
        sheet.data_validation(*where, {"ignore_blank": True, **options})


def _choice(words: Sequence[str]) -> dict[str, Any]:
    return {
        "validate": "list",
        "source": list(words),
        "error_type": "warning",
        "error_title": "不在列表里",
        "error_message": "表上一般从列表里选。仍要这样填吗？",
    }


def _here(where: tuple[int, int, int, int]) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell

    cell: str = xl_rowcol_to_cell(where[0], where[1])
    return cell
