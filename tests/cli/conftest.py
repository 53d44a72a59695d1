"""Files the commands are tried on: the two examples as Word files, made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.desk import open_case
from jixiao.writing import write_word

from ..shared import ROOT

EXAMPLES = ROOT / "examples"


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Yueyang example as Word, contradictions included."""
    return _written("yueyang-2024", tmp_path_factory)


@pytest.fixture(scope="session")
def consistent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The consistent example as Word."""
    return _written("consistent", tmp_path_factory)


def _written(name: str, factory: pytest.TempPathFactory) -> Path:
    path = factory.mktemp("published") / f"{name}.docx"
    write_word(open_case([EXAMPLES / name / "dossier"]).dossier, path)
    return path
