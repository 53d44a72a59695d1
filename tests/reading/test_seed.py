"""The real report: its text export and its Word twins hold the same tables and paragraphs."""

from __future__ import annotations

import pytest

from jixiao.model import Document
from jixiao.reading import read_document
from tests.shared import shared_path


def squeezed(text: str) -> str:
    """The text without blank lines and outer blanks: the exports differ in them."""
    return "\n".join(line for line in map(str.strip, text.split("\n")) if line)


def cells(document: Document) -> list[list[list[str]]]:
    return [[[squeezed(cell.text) for cell in row.cells] for row in table.rows] for table in document.tables]


@pytest.mark.parametrize("twin", ["samples/seed-twin.docx", "samples/seed-twin-resaved.docx"])
def test_text_and_word_agree_cell_by_cell(twin: str) -> None:
    text = read_document(shared_path("seeds/yueyang-2024-self-evaluation.txt"))
    word = read_document(shared_path(twin))
    assert cells(text) == cells(word)
    assert [len(table) for table in cells(text)] == [25, 30, 26, 30, 28, 28]
    said = [[p.text.strip() for p in document.paragraphs if p.text.strip()] for document in (text, word)]
    assert said[0] == said[1]


def test_a_cell_with_blank_lines_is_one_cell() -> None:
    text = read_document(shared_path("seeds/yueyang-2024-self-evaluation.txt"))
    assert "产出指标\n\n(50分)" in [cell.text for table in text.tables for row in table.rows for cell in row.cells]
