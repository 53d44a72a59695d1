"""Whose is what: by paper, by file, by names of files and folders, by list; never by the order in which files come."""

from __future__ import annotations

import random

import pytest

from jixiao.desk.cases.gather import Source
from jixiao.desk.cases.looking import Filing, Outline
from jixiao.desk.cases.split import Group, split
from jixiao.model import UnreadableError
from jixiao.model.message import words

WATER, SCHOOL = "岳阳市水利局", "岳阳市教育体育局"


def overall(unit: str, year: int | None = 2024) -> Outline:
    return Outline("unit-evaluation", unit, unit, (), year)


def project(*maybe: str, year: int | None = 2024) -> Outline:
    return Outline("project-evaluation", "办案费", "", maybe, year)


def base(year: int | None = 2024) -> Outline:
    return Outline("base-data", "", "", (), year)


def report(unit: str = "", year: int | None = None, told: int | None = None) -> Outline:
    return Outline("unit-report", "", unit, (), year, told)


def filing(path: str, *outlines: Outline, around: str = "", error: bool = False) -> Filing:
    *folders, _ = path.split("/")
    unread = UnreadableError(path, words("坏"), words("换")) if error else None
    return Filing(Source(path, path, (), tuple(folders)), path, outlines, around, (), unread, empty=not outlines)


def told(
    *filings: Filing, units: tuple[tuple[str, tuple[str, ...]], ...] = ()
) -> dict[tuple[str, int | None], set[str]]:
    """Unit and year → the paths of their files; the same in any order."""
    found = _by_case(filings, split(filings, units))
    for seed in range(3):
        mixed = random.Random(seed).sample(filings, len(filings))
        assert _by_case(mixed, split(mixed, units)) == found
    return found


def _by_case(
    filings: tuple[Filing, ...] | list[Filing], groups: tuple[Group, ...]
) -> dict[tuple[str, int | None], set[str]]:
    found: dict[tuple[str, int | None], set[str]] = {}
    for group in groups:
        found.setdefault((group.unit, group.year), set()).update(filings[n].path for n, _ in group.parts)
    return found


def test_units_and_years_are_told_apart() -> None:
    assert told(
        filing("a.docx", overall(WATER), base()),
        filing("b.docx", overall(WATER, 2023), project(WATER, year=2023)),
        filing("c.docx", overall(SCHOOL), project(SCHOOL)),
    ) == {(WATER, 2024): {"a.docx"}, (WATER, 2023): {"b.docx"}, (SCHOOL, 2024): {"c.docx"}}


def test_a_file_with_one_unit_is_that_units_whatever_carries_its_projects_out() -> None:
    (group,) = split([filing("a.docx", overall(WATER), project("岳阳市河道管理站"), project("财务科"), base())])
    assert (group.unit, group.parts) == (WATER, ((0, (0, 1, 2, 3)),))


def test_several_units_in_one_file() -> None:
    groups = split(
        [filing("a.docx", overall(WATER), project(WATER), overall(SCHOOL), project(SCHOOL), project("财务科"), base())]
    )
    assert {group.unit: group.parts for group in groups} == {WATER: ((0, (0, 1)),), SCHOOL: ((0, (2, 3, 4, 5)),)}


def test_projects_alone_are_of_the_body_that_carries_them_out() -> None:
    found = told(filing("a.docx", project(WATER), project(WATER)), filing("b.docx", project("财务科", SCHOOL)))
    assert found == {(WATER, 2024): {"a.docx"}, (SCHOOL, 2024): {"b.docx"}}


def test_short_names_and_stamps() -> None:
    found = told(filing("a.docx", overall(WATER)), filing("b.docx", report("水利局（盖章）", 2024)))
    assert found == {(WATER, 2024): {"a.docx", "b.docx"}}


def test_names_of_files_and_folders_tell() -> None:
    found = told(
        filing("x/a.docx", overall(WATER)),
        filing("x/b.docx", overall(SCHOOL)),
        filing("x/水利局基础数据表.docx", base()),
        filing(f"{SCHOOL}/c.docx", base()),
    )
    assert found == {
        (WATER, 2024): {"x/a.docx", "x/水利局基础数据表.docx"},
        (SCHOOL, 2024): {"x/b.docx", f"{SCHOOL}/c.docx"},
    }


def test_the_only_unit_of_a_folder() -> None:
    found = told(
        filing("1号/a.docx", overall(WATER)), filing("1号/b.docx", base()), filing("2号/c.docx", overall(SCHOOL))
    )
    assert found == {(WATER, 2024): {"1号/a.docx", "1号/b.docx"}, (SCHOOL, 2024): {"2号/c.docx"}}


def test_a_body_below_files_its_project_with_the_one_above_in_the_same_folder() -> None:
    found = told(
        filing("1号/a.docx", overall(WATER)),
        filing("1号/b.docx", project("岳阳市河道管理站", WATER)),
        filing("2号/c.docx", project("岳阳市河道管理站", WATER)),
    )
    assert found == {(WATER, 2024): {"1号/a.docx", "1号/b.docx"}, ("岳阳市河道管理站", 2024): {"2号/c.docx"}}


def test_what_nothing_tells_is_a_case_of_its_own() -> None:
    filings = [filing("a.docx", overall(WATER)), filing("b.docx", overall(SCHOOL)), filing("c.docx", base()),
               filing("d.docx", base())]  # fmt: skip
    groups = split(filings)
    assert [(g.unit, g.known, g.parts) for g in groups if not g.unit] == [
        ("", False, ((2, (0,)),)), ("", False, ((3, (0,)),)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("other", "year"),
    [
        (filing("2023年度/b.docx", base(None)), 2023),
        (filing("基础数据表2023.docx", base(None)), 2023),
        (filing("b.docx", base(None)), 2024),
        (filing("b.docx", report(WATER, None, told=2024)), 2024),
        (filing("b.docx", report(WATER, None, told=2022)), 2024),
    ],
)
def test_years_by_names_by_text_and_by_the_units_other_papers(other: Filing, year: int) -> None:
    found = told(filing("水利局.docx", overall(WATER)), other, units=((WATER, ()),))
    where = next(key for key, paths in found.items() if other.path in paths)
    assert where[1] == year


def test_a_unit_named_beside_the_form() -> None:
    assert told(filing("a.docx", base(), around=WATER), filing("b.docx", overall(SCHOOL))) == {
        (WATER, 2024): {"a.docx"},
        (SCHOOL, 2024): {"b.docx"},
    }


def test_a_renamed_unit_is_one_by_the_list() -> None:
    before, after = "岳阳市文化广电新闻出版局", "岳阳市文化旅游广电局"
    filings = (filing("a.docx", overall(before)), filing("b.docx", overall(after)))
    assert len(told(*filings)) == 2
    assert told(*filings, units=((after, (before,)),)) == {(after, 2024): {"a.docx", "b.docx"}}


def test_a_file_that_was_not_read_may_be_the_missing_one() -> None:
    filings = [
        filing("a.docx", overall(WATER)), filing("b.docx", overall(WATER, 2023)), filing("c.docx", overall(SCHOOL)),
        filing("水利局2023年度基础数据表.docx", error=True), filing("教育体育局.pdf", error=True),
        filing("x.doc", error=True),
    ]  # fmt: skip
    assert {(g.unit, g.year): g.unread for g in split(filings)} == {
        (WATER, 2024): (), (WATER, 2023): (3,), (SCHOOL, 2024): (4,),
    }  # fmt: skip


def test_every_record_is_in_one_case() -> None:
    chance = random.Random(7)
    makers = (lambda: overall(chance.choice([WATER, SCHOOL])), base, lambda: project(chance.choice([WATER, "财务科"])))
    for _ in range(50):
        filings = [
            filing(f"{chance.choice('ab')}/{n}.docx", *(chance.choice(makers)() for _ in range(chance.randint(1, 4))))
            for n in range(chance.randint(1, 6))
        ]
        told_once = sorted((n, r) for g in split(filings) for n, records in g.parts for r in records)
        assert told_once == [(n, r) for n, f in enumerate(filings) for r in range(len(f.outlines))]
