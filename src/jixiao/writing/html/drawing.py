"""Templates → HTML. The name of a template, a language and what it shows enter; text leaves, everything escaped.

Jinja puts every value through :func:`shown` and then escapes it. Loaded where a page is written, not before: it takes
a while.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from ...model import Severity
from ...model.message import Message, Term
from .. import messages

if TYPE_CHECKING:
    from jinja2 import Environment

_UNSEEN = re.compile("\r\n?|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_DELETE, _PICTURES, _UNKNOWN = "\x7f", 0x2400, "\ufffd"


def drawn(template: str, lang: str, **values: Any) -> str:
    """The template with these values, in that language (``zh``; any other is English)."""
    return _templates("zh" if lang == "zh" else "en").get_template(template).render(values)


@lru_cache(maxsize=2)
def _templates(lang: str) -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    def shown(value: Any) -> Any:
        """A value on its way to being escaped: messages in the language of the page, no sign that cannot be seen."""
        if isinstance(value, Markup):  # made by a template, of values that came through here
            return value
        if isinstance(value, Message | Term):
            value = value.text(lang)
        return _visible(value) if isinstance(value, str) else value

    environment = Environment(
        loader=PackageLoader(__package__),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )

    def file(name: str) -> Markup:
        """A file of this package as it is; nothing of a dossier stands in it."""
        return Markup((resources.files(__package__) / "templates" / name).read_text(encoding="utf-8"))

    words = {severity.value: Term(severity.zh, severity.value.capitalize()) for severity in Severity}
    environment.globals.update(
        say=messages, lang=lang, style=file("page.css"), script=file("page.js"), severities=words
    )
    return environment


def _visible(text: str) -> str:
    """The text with what HTML cannot hold, or nobody can see, as a sign: nothing is lost without a trace."""
    return _UNSEEN.sub(_sign, text) if _UNSEEN.search(text) else text


def _sign(found: re.Match[str]) -> str:
    sign = found[0]
    if sign[0] == "\r":
        return "\n"
    if sign < " ":
        return chr(_PICTURES + ord(sign))
    return "\u2421" if sign == _DELETE else _UNKNOWN
