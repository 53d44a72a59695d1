"""What lies in folders and zips: everything worth reading, in one order, and the rest told."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from jixiao.desk.cases import gather as gathering
from jixiao.desk.cases.gather import gather
from jixiao.model import UnreadableError
from tests.acceptance.folder import zip_as_gbk


def zipped(**members: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def test_a_folder_is_walked_and_junk_left_out(tmp_path: Path) -> None:
    for name in ("b/表.docx", "a/表.xlsx", "a/~$表.xlsx", "a/.DS_Store", "Thumbs.db", "a/照片.jpg", "老表.xls"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    found = gather([tmp_path])
    assert [s.path for s in found.sources] == [str(tmp_path / n) for n in ("a/表.xlsx", "b/表.docx", "老表.xls")]
    assert [s.folders for s in found.sources] == [("a",), ("b",), ()]
    assert found.left_out == (str(tmp_path / "a/照片.jpg"),)


def test_the_order_of_what_is_given_changes_nothing(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("丙.docx", "甲.docx", "乙.xlsx")]
    for path in paths:
        path.write_bytes(path.name.encode())
    assert gather(paths) == gather(reversed(paths)) == gather([*paths, paths[0]])


def test_names_in_zips_are_read_as_they_were_meant(tmp_path: Path) -> None:
    (tmp_path / "水利局").mkdir()
    (tmp_path / "水利局" / "自评表.docx").write_bytes(b"content")
    zip_as_gbk(tmp_path / "水利局", tmp_path / "包.zip")
    (tmp_path / "utf.zip").write_bytes(zipped(**{"教育局/自评表.docx": b"other"}))
    gbk, utf = (gather([tmp_path / name]).sources[0] for name in ("包.zip", "utf.zip"))
    assert (gbk.path, gbk.folders[-1], gbk.read()) == (f"{tmp_path}/包.zip/水利局/自评表.docx", "水利局", b"content")
    assert (utf.folders[-1], utf.read()) == ("教育局", b"other")


def test_zips_in_zips(tmp_path: Path) -> None:
    inner = zipped(**{"表.docx": b"deep", "../../etc/表.xlsx": b"nowhere else"})
    (tmp_path / "外.zip").write_bytes(zipped(**{"内.zip": inner, "__MACOSX/表.docx": b"", "坏.zip": b"PK\x03\x04"}))
    found = gather([tmp_path])
    assert [(s.path.removeprefix(f"{tmp_path}/"), s.read()) for s in found.sources] == [
        ("外.zip/内.zip/etc/表.xlsx", b"nowhere else"),
        ("外.zip/内.zip/表.docx", b"deep"),
    ]
    assert all(".." not in source.below.parts for source in found.sources)
    (refused,) = found.refused
    assert refused[0].endswith("坏.zip")


def test_zips_too_deep_or_too_long_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = b"x"
    for depth in range(5):
        data = zipped(**{f"{depth}.zip" if depth else "表.docx": data})
    (tmp_path / "a.zip").write_bytes(data)
    assert "解压" in str(gather([tmp_path]).refused[0][1])
    monkeypatch.setattr(gathering, "_MEMBERS", 1)
    (tmp_path / "a.zip").write_bytes(zipped(a=b"", b=b""))
    assert not gather([tmp_path]).sources
    assert gather([tmp_path]).refused


def test_a_damaged_or_locked_member_is_told_when_it_is_read(tmp_path: Path) -> None:
    data = bytearray(zipped(**{"表.docx": b"content" * 100}))
    at = data.find(b"content")
    data[at : at + 7] = b"CONTENT"  # the checksum does not hold any more
    (tmp_path / "a.zip").write_bytes(data)
    (source,) = gather([tmp_path]).sources
    with pytest.raises(UnreadableError, match="损坏"):
        source.read()
    locked = bytearray(zipped(**{"表.docx": b"content"}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        locked[locked.find(mark) + (6 if mark.endswith(b"\x04") else 8)] |= 1
    (tmp_path / "a.zip").write_bytes(locked)
    (source,) = gather([tmp_path]).sources
    with pytest.raises(UnreadableError, match="密码"):
        source.read()


def test_a_path_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="没有这个文件"):
        gather([tmp_path / "无.docx"])


def test_a_dossier_is_one_thing(tmp_path: Path) -> None:
    (tmp_path / "卷宗" / "records").mkdir(parents=True)
    (tmp_path / "卷宗" / "dossier.yaml").write_text("unit: 某局\n")
    (tmp_path / "卷宗" / "说明.docx").write_bytes(b"x")
    (source,) = gather([tmp_path]).sources
    assert source.dossier
