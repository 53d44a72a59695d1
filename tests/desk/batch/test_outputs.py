"""The folder of papers: our own are renewed, what a person changed or put there stays."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from jixiao.desk.batch.outputs import Outputs

PLACE = PurePosixPath("甲", "表-批注.docx")


def test_what_we_wrote_and_nobody_touched_is_replaced(tmp_path: Path) -> None:
    first = Outputs(tmp_path)
    first.remember([first.write(PLACE, b"one")])
    again = Outputs(tmp_path)
    assert again.write(PLACE, b"two") == tmp_path / PLACE
    again.remember([tmp_path / PLACE])
    assert (tmp_path / PLACE).read_bytes() == b"two"


def test_what_a_person_changed_stays(tmp_path: Path) -> None:
    first = Outputs(tmp_path)
    first.remember([first.write(PLACE, b"one")])
    (tmp_path / PLACE).write_bytes(b"mine now")
    beside = Outputs(tmp_path).write(PLACE, b"two")
    assert beside.name == "表-批注-2.docx"
    assert (tmp_path / PLACE).read_bytes() == b"mine now"


def test_a_file_of_another_origin_stays(tmp_path: Path) -> None:
    (tmp_path / "甲").mkdir()
    (tmp_path / PLACE).write_bytes(b"there before")
    assert Outputs(tmp_path).write(PLACE, b"two").name == "表-批注-2.docx"
    assert Outputs(tmp_path).write(PLACE, b"there before") == tmp_path / PLACE  # the same content is no other file


def test_a_broken_list_of_what_we_wrote_harms_nothing(tmp_path: Path) -> None:
    (tmp_path / ".jixiao").mkdir()
    (tmp_path / ".jixiao" / "written.json").write_text("[1, 2")
    (tmp_path / "x.html").write_bytes(b"theirs")
    assert Outputs(tmp_path).write(PurePosixPath("x.html"), b"ours").name == "x-2.html"
