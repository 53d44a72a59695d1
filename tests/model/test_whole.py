"""Files are written whole or not at all."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from jixiao.model.whole import whole


def test_files_take_their_names_at_the_end(tmp_path: Path) -> None:
    targets = [tmp_path / "a" / "b" / "1.txt", tmp_path / "a" / "2.txt"]
    with whole(targets) as parts:
        for target in targets:
            parts[target].write_text(target.name, encoding="utf-8")
            assert not target.exists()
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["1.txt", "2.txt", "a", "b"]


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt(), ValueError()])
def test_an_interruption_leaves_nothing(tmp_path: Path, error: BaseException) -> None:
    targets = [tmp_path / "new" / "1.txt", tmp_path / "new" / "2.txt"]

    def interrupted() -> None:
        with whole(targets) as parts:
            parts[targets[0]].write_text("half", encoding="utf-8")
            raise error

    with pytest.raises(type(error)):
        interrupted()
    assert not list(tmp_path.iterdir())


def test_what_is_there_stays(tmp_path: Path) -> None:
    there = tmp_path / "1.txt"
    there.write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError), whole([tmp_path / "2.txt", there]):
        pytest.fail("nothing may be written")
    assert there.read_text("utf-8") == "mine"
    assert [p.name for p in tmp_path.iterdir()] == ["1.txt"]


def test_an_error_names_the_file_that_was_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "1.txt"
    with pytest.raises(OSError, match="full") as raised, whole([target]) as parts:
        raise OSError(errno.ENOSPC, "full", str(parts[target]))
    assert raised.value.filename == str(target)
