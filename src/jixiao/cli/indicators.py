"""``jixiao indicators``: measurable indicators by sector: the sectors, one of them, or what has a word in its name."""

from __future__ import annotations

import click

from .commands import command
from .complaints import MisuseError, readable
from .options import FORMAT, LANG, Format, Lang, language, print_json


@command("indicators")
@click.argument("which", required=False, help="行业（城管、education）或指标名称中的词。A sector, or a word of a name.")
@FORMAT
@LANG
def indicators(which: str | None, format: Format, lang: Lang | None) -> None:  # noqa: A002
    """Print the sectors, the indicators of one, or those with a word in their name."""
    from jixiao.forms.measurable import indicators as of_sector
    from jixiao.forms.measurable import sector_called, sectors

    from .show_indicators import found_by, indicators_json, sectors_json, show_indicators, show_sector, show_sectors

    if which is None:
        if format is Format.JSON:
            print_json(sectors_json(list(sectors().values())))
        else:
            show_sectors(list(sectors().values()), language(lang))
        return
    sector = sector_called(which)
    found = of_sector(sector.id) if sector else found_by(which)
    with readable(lang):
        if not found:
            raise MisuseError(
                f"没有叫“{which}”的行业，也没有名称含“{which}”的指标。jixiao indicators 列出各行业。",
                f"No sector is called “{which}”, and no indicator has it in its name. See jixiao indicators.",
            )
    if format is Format.JSON:
        print_json(indicators_json(found))
    elif sector:
        show_sector(sector, found, language(lang))
    else:
        show_indicators(found, language(lang))
