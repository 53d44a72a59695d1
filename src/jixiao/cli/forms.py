"""``jixiao forms``: the layouts of the official tables, with place, years and source."""

from __future__ import annotations

from .commands import command
from .options import FORMAT, LANG, Format, Lang, language, print_json


@command("forms")
@FORMAT
@LANG
def forms(format: Format, lang: Lang | None) -> None:  # noqa: A002
    """Print all layouts."""
    from jixiao.forms.layouts import available

    from .show_forms import forms_json, show_forms

    if format is Format.JSON:
        print_json(forms_json(available()))
    else:
        show_forms(available(), language(lang))
