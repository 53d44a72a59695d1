"""``jixiao new``: starts a dossier folder with the official forms, empty, for a person to fill."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .options import LangOption, language, misuse


def new(
    folder: Annotated[Path, typer.Argument(help="新建的文件夹。The folder to make.")],
    unit: Annotated[str, typer.Option(help="单位全称。The unit's full name.")],
    year: Annotated[int, typer.Option(min=2000, max=2100, help="年度。The year.")],
    project: Annotated[list[str], typer.Option(help="项目名称，可多次给出。A project; may be repeated.")] = [],  # noqa: B006
    lang: LangOption = None,
) -> None:
    """新建卷宗：空白的自评表、基础数据表和报告提纲。Start a dossier with empty forms and report outlines."""
    from jixiao.forms.skeleton import skeleton
    from jixiao.model.store import save

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise misuse(f"{folder} 已有内容，没有改动；换一个文件夹。The folder is not empty.")
    if folder.suffix.lower() in {".json", ".yaml", ".yml"}:
        raise misuse("请给文件夹的名字，不带后缀。Give a folder name without a suffix.")
    files = save(skeleton(unit=unit, year=year, projects=project), folder)
    zh = language(lang) == "zh"
    typer.echo(f"已建 {folder}，共 {len(files)} 个文件。" if zh else f"Made {folder} with {len(files)} files.")
    typer.echo(
        f"填好后：jixiao check {folder}；出表：jixiao write {folder} --out {folder}-出表"
        if zh
        else f"Then: jixiao check {folder}; jixiao write {folder} --out {folder}-out"
    )
