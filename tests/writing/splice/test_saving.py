"""Files on disk: whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.writing.splice.saving import save_new


def test_a_file_is_written_under_its_name_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    save_new(tmp_path / "a.docx", b"1")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.docx", b"1")]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"0")
    with pytest.raises(FileExistsError):
        save_new(tmp_path / "a.docx", b"1")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.docx", b"0")]


def test_an_interrupted_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(self: Path, target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        save_new(tmp_path / "a.docx", b"1")
    assert list(tmp_path.iterdir()) == []
