"""``jixiao forms``: the layouts of the official tables, with place, years and source."""

from __future__ import annotations

from .options import Format, FormatOption, LangOption, language, print_json


def forms(format: FormatOption = Format.TEXT, lang: LangOption = None) -> None:  # noqa: A002
    """列出各地表格的版式。List the layouts of the official tables."""
    from jixiao.forms.layouts import available

    from .show_forms import forms_json, show_forms

    if format is Format.JSON:
        print_json(forms_json(available()))
    else:
        show_forms(available(), language(lang))
