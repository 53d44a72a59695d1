"""How long reading a workbook takes, against calamine alone, a bare unzip and parse, and openpyxl.

    python benchmarks/read_excel.py [file.xlsx ...]

Without a file it makes one: six forms with merged cells, one a sheet, as Excel stores them. All ways are timed in one
run; the figures are medians, and the ratios are what counts. Calamine gives values only: no number formats, and merged
ranges only where they are asked for. The first file of a process is timed apart, with all caches cold.
"""

from __future__ import annotations

import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import python_calamine
from lxml import etree

from jixiao.reading import read_document

sys.path.insert(0, str(Path(__file__).resolve().parent))
from read import Way, medians

SHEETS = 6
LEVELS = ("产出指标\n（50分）", "效益指标\n（30分）", "满意度指标\n（10分）")
COLUMNS = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施")


def ours(path: Path) -> object:
    """Paragraphs and tables with formats and merges resolved, safely."""
    return read_document(path)


def calamine(path: Path) -> object:
    """The values of all sheets."""
    book = python_calamine.load_workbook(str(path))
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


def calamine_merges(path: Path) -> object:
    """The values of all sheets, and the merged ranges."""
    book = python_calamine.load_workbook(str(path))
    sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
    return [(sheet.to_python(), sheet.merged_cell_ranges) for sheet in sheets]


def bare(path: Path) -> object:
    """The least that a reader in Python would do: unzip the parts and parse them."""
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.startswith("xl/") and name.endswith(".xml")]
        return [etree.fromstring(archive.read(name)) for name in names if "theme" not in name]


def openpyxl_values(path: Path) -> object:
    """The same cells by openpyxl."""
    book = openpyxl.load_workbook(path, data_only=True)
    return [[[cell.value for cell in row] for row in sheet.rows] for sheet in book]


WAYS: dict[str, Way] = {
    "calamine, values": calamine,
    "calamine, values and merges": calamine_merges,
    "unzip and parse only": bare,
    "jixiao read_document": ours,
    "openpyxl": openpyxl_values,
}


def report(path: Path) -> None:
    """Time all ways on one file and print them with their ratios."""
    begun = time.perf_counter()
    ours(path)
    first = (time.perf_counter() - begun) * 1000
    found = medians(WAYS, path, slow=(openpyxl_values,))
    values, parse = found["calamine, values"], found["unzip and parse only"]
    print(f"\n{path.name}  (first reading {first:.1f} ms)")
    print(f"  {'way':<30}{'ms':>9}{'x calamine':>12}{'x bare parse':>14}")
    for name, value in found.items():
        print(f"  {name:<30}{value:>9.2f}{value / values:>12.2f}{value / parse:>14.2f}")


def example(folder: Path) -> Path:
    """A workbook of six forms of some thirty rows."""
    import xlsxwriter

    path = folder / "six-forms.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        box = book.add_format({"border": 1, "text_wrap": True})
        share, amount = (book.add_format({"border": 1, "num_format": code}) for code in ("0.0%", "#,##0.00"))
        for number in range(1, SHEETS + 1):
            _form(book.add_worksheet(f"附件1-{number}"), number, box, share, amount)
    return path


def _form(sheet: Any, number: int, box: Any, share: Any, amount: Any) -> None:
    write, merge = sheet.write, sheet.merge_range
    merge(0, 0, 0, 8, "2024年度项目支出绩效自评表", box)
    write(1, 0, "项目名称", box)
    merge(1, 1, 1, 8, f"项目{number}", box)
    for column, text in enumerate(
        ("项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
    ):
        write(2, column, text, box)
    write(3, 1, "年度资金总额", box)
    for column, value in enumerate((80, 1250.5 + number, 1215.4), 2):
        write(3, column, value, amount)
    write(3, 5, 10, box)
    write(3, 6, 1215.4 / (1250.5 + number), share)
    write(3, 7, 9.72, box)
    merge(2, 0, 3, 0, "项目资金（万元）", box)
    for column, text in enumerate(COLUMNS):
        write(4, column, text, box)
    for row in range(5, 32):
        write(row, 2, f"第{row}项工作完成数量", box)
        write(row, 3, "≥95%", box)
        write(row, 4, 0.95 + row / 1000, share)
        for column in (5, 6):
            write(row, column, 3 + row % 3, box)
        write(row, 7, "", box)
    for block, text in enumerate(LEVELS):
        top = 5 + block * 9
        merge(top, 0, top + 8, 0, text, box)
        for part in range(3):
            merge(top + part * 3, 1, top + part * 3 + 2, 1, f"二级指标{part}", box)
    merge(32, 0, 32, 4, "总分", box)
    write(32, 5, 100, box)
    write(32, 6, 97.32, box)


def main() -> None:
    """Report on the files named, or on one made for the purpose."""
    if len(sys.argv) > 1:
        for name in sys.argv[1:]:
            report(Path(name))
        return
    with tempfile.TemporaryDirectory() as folder:
        report(example(Path(folder)))


if __name__ == "__main__":
    main()
