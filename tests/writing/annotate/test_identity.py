"""A place belongs to a file by the hash of its bytes: files of one name are told apart."""

from __future__ import annotations

import hashlib
from pathlib import Path

from jixiao.model import Position
from jixiao.writing.annotate import annotate
from tests.docx_builder import build_docx
from tests.writing.commented import comments, finding, marked


def test_two_files_of_one_name_get_each_its_own(tmp_path: Path) -> None:
    files, places = {}, {}
    for folder, text in (("a", "甲"), ("b", "乙")):
        source = tmp_path / folder / "自评表.docx"
        source.parent.mkdir()
        source.write_bytes(build_docx([text, f"又{text}"]))
        files[folder] = hashlib.sha256(source.read_bytes()).hexdigest()
        places[f"/{folder}/0"] = Position(files[folder], paragraph=0)
        places[f"/{folder}/1"] = Position(files[folder], paragraph=1)
    findings = [
        finding("/a/0", evidence=("/b/1",)),
        finding("/a/1"),
        finding("/b/0", evidence=("/a/0",)),
        finding("/a", evidence=("/b/1",)),
    ]
    lost = {"a": (findings[3],), "b": (findings[1],)}
    names = {files["a"]: "a/自评表.docx"}
    for folder, mine, texts in (("a", 2, ["甲", "又甲"]), ("b", 2, ["又乙", "乙"])):
        source = tmp_path / folder / "自评表.docx"
        target = source.with_name("批注.docx")
        result = annotate(source, findings, places, target, names=names)
        assert (result.comments, result.findings, result.places, result.not_placed) == (mine, 3, mine, lost[folder])
        assert marked(target) == texts
    assert comments(tmp_path / "b" / "批注.docx")[1].endswith("另见：a/自评表.docx 第1段")
    assert "另见：另一文件 第2段" in comments(tmp_path / "a" / "批注.docx")[0].splitlines()


def test_a_file_as_a_whole_is_named_or_called_this_one(tmp_path: Path) -> None:
    source = tmp_path / "x.docx"
    source.write_bytes(build_docx(["甲"]))
    own = hashlib.sha256(source.read_bytes()).hexdigest()
    places = {
        "/a": Position(own, paragraph=0),
        "/b": Position(own),
        "/c": Position("0" * 64),
        "/d": Position("旧.docx"),
    }
    one = finding("/a", evidence=("/b", "/c", "/d"))
    annotate(source, [one], places, tmp_path / "y.docx", lang="en")
    assert comments(tmp_path / "y.docx")[0].endswith("See also: this file; another file; 旧.docx")
