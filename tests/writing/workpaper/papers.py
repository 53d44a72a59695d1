"""What the tests of the working paper share: assessments, papers made of them and opened again, and typing into one."""

from __future__ import annotations

import copy
import io
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl

from jixiao.desk import assess, assessment_json
from jixiao.model import Case, Figure
from jixiao.writing.workpaper import read_earlier, working_paper
from tests.writing.dossiers import dossier, project

DAY = date(2026, 5, 20)
HEAD = 3
"""The row of heads, counted from 1."""


@cache
def _published(unit: str, year: int) -> dict[str, Any]:
    given = dossier(evaluations=(project(total=Figure("96")),)).model_copy(update={"unit": unit, "year": year})
    return assessment_json(assess([Case(given)], as_of=DAY))


def published(unit: str = "示范市渡口管理所", year: int = 2024) -> dict[str, Any]:
    """An assessment of one case with findings of every severity; free to be changed."""
    return copy.deepcopy(_published(unit, year))


def clean(unit: str = "示范市渡口管理所") -> dict[str, Any]:
    """The same without a finding."""
    data = published(unit)
    data["cases"][0]["findings"] = []
    return data


def opened(data: bytes, values: bool = False) -> openpyxl.Workbook:
    """The workbook, with formulas or with their cached values."""
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def columns(sheet: Any) -> dict[str, int]:
    """The columns of a sheet by their heads, from 1."""
    return {cell.value: cell.column for cell in sheet[HEAD] if cell.value}


def records(sheet: Any) -> list[dict[str, Any]]:
    """The rows of a sheet by heads."""
    heads = columns(sheet)
    lines = range(HEAD + 1, sheet.max_row + 1)
    return [{head: sheet.cell(row, column).value for head, column in heads.items()} for row in lines]


def typed(data: bytes, into: Callable[[openpyxl.Workbook], None], folder: Path, name: str = "earlier.xlsx") -> Path:
    """The paper after somebody typed into it and saved it."""
    book = opened(data)
    into(book)
    path = folder / name
    book.save(path)
    return path


def again(path: Path, *assessments: dict[str, Any], lang: str = "zh") -> bytes:
    """The next paper."""
    return working_paper(assessments, earlier=read_earlier(path), lang=lang)
