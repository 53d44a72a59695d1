"""``jixiao new``: starts a dossier folder with the official forms, empty, for a person to fill."""

from __future__ import annotations

from pathlib import Path

import click

from .commands import command
from .complaints import MisuseError, readable
from .options import FORM, LANG, ONE_PATH, Lang, language


@command("new")
@click.argument("folder", type=ONE_PATH, help="新建的文件夹。The folder to make.")
@click.option("--unit", required=True, help="单位全称。The unit's full name.")
@click.option("--year", required=True, type=click.IntRange(2000, 2100), help="年度。The year.")
@click.option("--project", multiple=True, help="项目名称，可多次给出。A project; may be repeated.")
@click.option("--place", default="", help="地方，例如 四川省；单位名称看不出时给出。The place.")
@click.option("--excel", is_flag=True, help="同时写一个填报工作簿（.xlsx）。A workbook to fill in, too.")
@FORM
@LANG
def new(
    folder: Path,
    unit: str,
    year: int,
    project: tuple[str, ...],
    place: str,
    excel: bool,
    form: tuple[str, ...],
    lang: Lang | None,
) -> None:
    """Make the folder of a dossier and say how to go on."""
    with readable(lang):
        from jixiao.desk import fill_in_workbook, save_template
        from jixiao.forms.layouts import chosen
        from jixiao.forms.skeleton import skeleton

        from .show_forms import prove_forms, show_notes

        unit, names = unit.strip(), [name.strip() for name in project]
        _prove(folder, unit, names)
        forms = chosen(form)
        dossier = skeleton(unit=unit, year=year, projects=names, place=place.strip(), forms=forms)
        prove_forms(dossier, forms)
        book = folder.with_name(f"{folder.name}.xlsx")
        if excel and book.exists():
            raise MisuseError(
                f"{book} 已存在，没有覆盖。请换一个名字。",
                f"{book} is already there and was not overwritten. Take another name.",
            )
        files = save_template(dossier, folder)
        if excel:
            fill_in_workbook(dossier, book, forms=forms)
    quoted = f'"{folder}"' if " " in str(folder) else str(folder)
    out = f'"{folder}-出表"' if " " in str(folder) else f"{folder}-出表"
    if language(lang) == "zh":
        click.echo(f"已建 {folder}，共 {len(files)} 个文件：")
    else:
        click.echo(f"Made {folder} with {len(files)} files:")
    for file in files:
        click.echo(f"  {file.relative_to(folder)}")
    if excel:
        click.echo(f"填报工作簿：{book}" if language(lang) == "zh" else f"Workbook to fill in: {book}")
    if language(lang) == "zh":
        click.echo('用任何文本编辑器填写，每个字段上面有说明；数字加引号，如 "9.50"。')
        click.echo(f"填好后：jixiao check {quoted}；出表：jixiao write {quoted} --out {out}")
    else:
        click.echo('Fill them in with any text editor, each field has its note; figures in quotes, such as "9.50".')
        click.echo(f"Then: jixiao check {quoted}; jixiao write {quoted} --out {out.replace('出表', 'out')}")
    show_notes(dossier, forms, language(lang))


def _prove(folder: Path, unit: str, projects: list[str]) -> None:
    """``MisuseError`` where the folder is in use, a name is empty, or two projects have the same name."""
    if folder.suffix.lower() in {".json", ".yaml", ".yml"}:
        raise MisuseError("请给文件夹的名字，不带后缀。", "Give a folder's name without a suffix.")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise MisuseError(
            f"{folder} 已有内容，没有改动。请换一个文件夹。",
            f"{folder} is not empty and was left as it is. Take another folder.",
        )
    if not unit:
        raise MisuseError(
            "单位名称是空的。请写全称，例如 --unit 某县财政局。",
            "The unit has no name. Give its full name with --unit.",
        )
    if not all(projects):
        raise MisuseError(
            "有一个项目名称是空的。请写出名称，或去掉这个 --project。",
            "A project has no name. Give one, or leave this --project out.",
        )
    twice = next((name for name in projects if projects.count(name) > 1), None)
    if twice:
        raise MisuseError(
            f"项目“{twice}”给了两次。请去掉一个，或用不同的名称。",
            f"The project “{twice}” is given twice. Leave one out, or name them differently.",
        )
