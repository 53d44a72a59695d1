"""A folder as a finance bureau gets it: several units, two years, Word and Excel mixed, names as people give them, and
what goes wrong on the way. Made from the example, with other names and years.
"""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jixiao.desk import open_case
from jixiao.model import BaseData, Dossier, Evaluation, Filed, Report
from jixiao.model.store import from_json, to_json
from jixiao.writing.excel import write_excel
from jixiao.writing.word import write_word

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "yueyang-2024" / "dossier"
UNIT = "岳阳市城市管理综合行政执法支队站场执法大队"
UNITS = (
    "岳阳市教育体育局", "岳阳市水利局", "岳阳市民政局", "岳阳市交通运输局公路建设养护中心", "岳阳市图书馆",
    "岳阳市第一人民医院", "岳阳市农业农村局", "岳阳市生态环境监测站", "岳阳市市场监督管理局", "岳阳市城市建设投资中心",
    "岳阳市档案馆", "岳阳市文化旅游广电局",
)  # fmt: skip
YEARS = (2023, 2024)
_YEAR = re.compile(r"20\d\d(?=年|\"?[,}]|$)")


@dataclass(frozen=True)
class Handed:
    """A unit's papers of one year: where they lie, and the dossier that they print."""

    unit: str
    year: int
    files: tuple[Path, ...]
    dossier: Dossier


def dossier_of(unit: str, year: int, example: Path = EXAMPLE) -> Dossier:
    """The example as another unit's of another year."""
    source = open_case([example]).dossier
    text = json.dumps(to_json(source), ensure_ascii=False).replace(source.unit, unit)
    shift = year - (source.year or year)
    text = re.sub(r"20\d\d(?=年)", lambda m: str(int(m[0]) + shift), text)
    text = re.sub(r'("year": )(20\d\d)', lambda m: f"{m[1]}{int(m[2]) + shift}", text)
    return from_json(json.loads(text))


def part(dossier: Dossier, *wanted: Callable[[Filed], bool]) -> Dossier:
    """Some records of a dossier."""
    records = tuple(record for record in dossier.records if any(want(record) for want in wanted))
    return dossier.model_copy(update={"records": records})


def overall(record: Filed) -> bool:
    """The overall table."""
    return isinstance(record, Evaluation) and record.scope == "unit"


def project(record: Filed) -> bool:
    """A table of a project."""
    return isinstance(record, Evaluation) and record.scope == "project"


def base(record: Filed) -> bool:
    """The base data table."""
    return isinstance(record, BaseData)


def report(record: Filed) -> bool:
    """A report."""
    return isinstance(record, Report)


def write(dossier: Dossier, path: Path) -> Path:
    """The official Word or Excel file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    (write_word if path.suffix == ".docx" else write_excel)(dossier, path)
    return path


def _projects(dossier: Dossier) -> Iterator[Dossier]:
    for record in dossier.records:
        if project(record):
            yield dossier.model_copy(update={"records": (record,)})


def file_unit(root: Path, number: int, unit: str, year: int) -> Handed:
    """The papers of one unit and year in one of four manners."""
    dossier = dossier_of(unit, year)
    short = unit.removeprefix("岳阳市")
    match number % 4:
        case 0:  # a folder for the unit, one for the year; tables and reports apart
            folder = root / unit / f"{year}年度"
            files = [
                write(part(dossier, overall, base), folder / "附件1 整体支出.docx"),
                write(part(dossier, project), folder / "附件2 项目.xlsx"),
                write(part(dossier, report), folder / "自评报告.docx"),
            ]
        case 1:  # all in one folder, the short name in the file's name
            folder = root / "报来材料"
            files = [
                write(part(dossier, overall), folder / f"{short}{year}年整体支出自评表.xlsx"),
                write(part(dossier, base), folder / f"{short}{year}年度基础数据表.docx"),
                write(part(dossier, project), folder / f"{short}-{year}年度项目支出自评.docx"),
                write(part(dossier, report), folder / f"{year} {short} 绩效自评报告.docx"),
            ]
        case 2:  # a folder for the year, names that tell nothing
            folder = root / str(year) / short
            files = [
                write(part(dossier, overall, base), folder / "表1.xlsx"),
                *(write(one, folder / f"表{n}.docx") for n, one in enumerate(_projects(dossier), start=2)),
                write(part(dossier, report), folder / "报告（定稿）.docx"),
            ]
        case _:  # everything in one Word file, and the tables once more as a workbook of their own
            folder = root / f"{number}号"
            files = [
                write(part(dossier, report), folder / f"{unit}{year}年度绩效自评报告.docx"),
                write(part(dossier, base, overall), folder / f"{unit}{year}年度自评表（整体）.docx"),
                write(part(dossier, project), folder / f"{unit}{year}年度自评表（项目）.xlsx"),
            ]
    return Handed(unit, year, tuple(files), dossier)


def a_bureau(root: Path, units: Sequence[str] = UNITS, years: Sequence[int] = YEARS) -> list[Handed]:
    """All units and years, sound."""
    return [file_unit(root, n, unit, year) for n, unit in enumerate(units) for year in years]


def zip_as_gbk(folder: Path, target: Path) -> None:
    """Pack a folder as older Chinese Windows programs do: names in GBK, and nothing that says so."""
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            name = path.relative_to(folder.parent).as_posix()
            info = zipfile.ZipInfo(name.encode("gb18030").decode("cp437"), (2025, 5, 20, 9, 0, 0))
            info.flag_bits = 0
            archive.writestr(_Cp437(info), path.read_bytes())


class _Cp437(zipfile.ZipInfo):
    """A member whose name is written byte for byte, as those programs do."""

    def __init__(self, info: zipfile.ZipInfo) -> None:
        super().__init__(info.filename, info.date_time)

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 - the library's name
        return self.filename.encode("cp437"), self.flag_bits & ~0x800


def with_mishaps(root: Path, filed: Sequence[Handed]) -> tuple[Path, Path, Path]:
    """One file cut off, one copied under another name, one unit's folder turned into a zip; gives the three."""
    cut = next(path for one in filed if one.unit == UNITS[1] for path in one.files if "基础" in path.name)
    cut.write_bytes(cut.read_bytes()[:2000])
    original = next(path for one in filed if one.unit == UNITS[0] for path in one.files if "报告" in path.name)
    copy = original.with_name("自评报告（最终）.docx")
    shutil.copy(original, copy)
    folder = root / UNITS[4]
    zipped = root / "图书馆.zip"
    zip_as_gbk(folder, zipped)
    shutil.rmtree(folder)
    (root / "~$表1.docx").write_bytes(b"lock")
    (root / "现场照片.jpg").write_bytes(b"\xff\xd8\xff")
    return cut, copy, zipped
