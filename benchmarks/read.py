"""How long reading a Word file takes, against a bare unzip and parse and against python-docx.

    python benchmarks/read.py [file.docx ...]

Without a file it makes two: six tables of some thirty rows with merged cells, and a report of prose; and the same as
Word writes them, with ids, looks, and three runs a text. All three ways are timed in one run; the figures are medians,
and the ratios are what counts.
"""

from __future__ import annotations

import gc
import re
import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Container, Mapping
from pathlib import Path

import docx
from lxml import etree

from jixiao.reading import read_document

ROOT = Path(__file__).resolve().parent.parent
REPEATS = 41
SLOW_REPEATS = 5


def bare(path: Path) -> object:
    """The least that any reader must do: unzip the body and parse it."""
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def ours(path: Path) -> object:
    """Paragraphs and tables with merges resolved, safely."""
    return read_document(path)


def python_docx(path: Path) -> object:
    """The same cells by python-docx, row by row."""
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in docx.Document(str(path)).tables]


Way = Callable[[Path], object]


def medians(ways: Mapping[str, Way], path: Path, slow: Container[Way] = (python_docx,)) -> dict[str, float]:
    """Milliseconds of each way. They take turns, so that a slow moment of the machine hits all of them; the first
    turn, which warms the caches, does not count. Slow ways take fewer turns.
    """
    times: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(REPEATS + 1):
        for name, way in ways.items():
            if way in slow and turn > SLOW_REPEATS:
                continue
            settle()
            begun = time.perf_counter()
            way(path)
            if turn:
                times[name].append(time.perf_counter() - begun)
    return {name: statistics.median(values) * 1000 for name, values in times.items()}


def settle() -> None:
    """Nobody pays for another's garbage: neither the collector's nor the allocator's, which joins the small blocks of a
    dropped tree only when somebody next asks for a large one (up to half the time of a bare parse).
    """
    gc.collect()
    bytearray(2**22)


def example(folder: Path) -> Path:
    """A file of six tables in the shape of self-evaluations."""
    sys.path.insert(0, str(ROOT))
    from tests.docx_builder import C, P, T, build_docx

    def table(number: int) -> T:
        head = [C("项目名称", span=2), C(f"项目{number}", span=8)]
        columns = [
            "一级指标",
            "二级指标",
            "三级指标",
            "年度指标值",
            "实际完成值",
            "分值",
            "得分",
            C("偏差原因分析", span=2),
        ]
        rows = [
            [
                C("绩效指标", vmerge="restart" if n == 0 else "continue"),
                C("产出指标\n（50分）", vmerge="restart" if n % 10 == 0 else "continue"),
                C("数量指标", vmerge="restart" if n % 5 == 0 else "continue"),
                C(f"第{n}项工作完成数量", span=2),
                "≥95%",
                f"{95 + n % 5}%",
                "5",
                "5",
                "",
            ]
            for n in range(30)
        ]
        return T([head, columns, *rows])

    prose = [P(f"（{n}）本单位2024年支出预算{n * 10}.50万元，执行率为97.20%。" * 4, style="Normal") for n in range(90)]
    path = folder / "six-tables.docx"
    path.write_bytes(build_docx([P("自评报告", style="Heading1"), *prose, *map(table, range(6))]))
    return path


def as_word_writes(plain: Path) -> Path:
    """The same file with ids of paragraphs, looks of cells and runs, and texts cut into three runs."""
    look = '<w:rPr><w:rFonts w:ascii="宋体" w:eastAsia="宋体" w:hint="eastAsia"/><w:sz w:val="18"/>{}</w:rPr>'
    border = '<w:tcBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tcBorders>'
    count = 0

    def ids(_: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return f'<w:p w:rsidR="00A{count:05X}" w:rsidRDefault="00B{count:05X}"><w:pPr><w:jc w:val="center"/></w:pPr>'

    def runs(match: re.Match[str]) -> str:
        text = match[1]
        third = len(text) // 3
        pieces = [text[:third], text[third : 2 * third], text[2 * third :]]
        looks = [look.format(f'<w:lang w:val="{language}"/>') for language in ("zh-CN", "en-US", "zh-CN")]
        return "".join(
            f'<w:r w:rsidRPr="00C7">{shape}<w:t xml:space="preserve">{piece}</w:t></w:r>'
            for shape, piece in zip(looks, pieces, strict=True)
        )

    dressed = plain.with_name("six-tables-as-word-writes.docx")
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(dressed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                xml = re.sub(r'<w:r><w:t xml:space="preserve">([^<]*)</w:t></w:r>', runs, data.decode())
                xml = re.sub(r"<w:p>(?!<w:pPr>)", ids, xml)
                data = xml.replace("</w:tcPr>", border + "</w:tcPr>").encode()
            new.writestr(name, data)
    return dressed


def report(path: Path) -> None:
    """Time the three ways on one file and print them with their ratios."""
    ways = {"unzip and parse only": bare, "jixiao read_document": ours, "python-docx row.cells": python_docx}
    found = medians(ways, path)
    parse, read = found["unzip and parse only"], found["jixiao read_document"]
    print(f"\n{path.name}")
    print(f"  {'way':<28}{'ms':>9}{'x bare parse':>14}{'x ours':>9}")
    for name, value in found.items():
        print(f"  {name:<28}{value:>9.2f}{value / parse:>14.2f}{value / read:>9.2f}")


def main() -> None:
    """Report on the files named, or on one made for the purpose."""
    if len(sys.argv) > 1:
        for name in sys.argv[1:]:
            report(Path(name))
        return
    with tempfile.TemporaryDirectory() as folder:
        plain = example(Path(folder))
        report(plain)
        report(as_word_writes(plain))


if __name__ == "__main__":
    main()
