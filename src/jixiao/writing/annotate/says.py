"""What a comment says: a finding and the places around it enter, lines of text in one language leave."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from ...model import Finding, Position, Severity, Trace, locate
from ...model.message import Term
from ...model.trace import column_letters
from .. import messages

_SHOWN = 5
"""So many related places are named."""

_HASH = re.compile(r"[0-9a-f]{64}")


def together(
    findings: Sequence[Finding],
    trace: Trace,
    file: Collection[str],
    names: Mapping[str, str],
    lang: str,
) -> tuple[str, ...]:
    """All that is said at one place, the gravest first; several findings are numbered."""
    ordered = sorted(findings, key=gravity)
    said = [lines(finding, trace, file, names, lang) for finding in ordered]
    if len(said) == 1:
        return said[0]
    return tuple(
        line if n else messages.NUMBERED(number=number, text=line).text(lang)
        for number, one in enumerate(said, 1)
        for n, line in enumerate(one)
    )


def gravity(finding: Finding) -> int:
    """What to sort findings by so that the gravest stand first."""
    return -(finding.severity or Severity.INFO).rank


def lines(
    finding: Finding, trace: Trace, file: Collection[str], names: Mapping[str, str], lang: str
) -> tuple[str, ...]:
    """Severity and message, then what follows, the related places and the basis: each a line without breaks.

    ``file`` are the identities of the commented file, ``names`` the names of the others.
    """
    said = (_sentence(finding, lang), *around(finding, trace, file, names, lang))
    return (*_flat(said), *_flat(messages.BASIS(basis=one).text(lang) for one in (finding.basis,) if one))


def bare(finding: Finding, lang: str) -> str:
    """The message with its code, without the severity."""
    text = finding.text(lang) or finding.title or finding.name
    return " ".join((f"{text} [{finding.code}]" if finding.code else text).split())


def severity_word(finding: Finding) -> Term:
    """The severity as a word."""
    severity = finding.severity or Severity.INFO
    return Term(severity.zh, severity.value.capitalize())


def around(
    finding: Finding, trace: Trace, file: Collection[str], names: Mapping[str, str], lang: str
) -> tuple[str, ...]:
    """What follows from a finding, and the related places."""
    said = [messages.FOLLOWS(what=_sentence(one, lang)).text(lang) for one in finding.consequences]
    also = _also(finding, trace, file, names, lang)
    return _flat((*said, messages.ALSO(places=also).text(lang)) if also else said)


def _flat(said: Iterable[str]) -> tuple[str, ...]:
    return tuple(" ".join(line.split()) for line in said)


def _also(finding: Finding, trace: Trace, file: Collection[str], names: Mapping[str, str], lang: str) -> str:
    """The related places for a person to look up, other than the finding's own; the first few where there are many."""
    own = locate(trace, finding.at)
    around = [place for pointer in finding.facts if (place := locate(trace, pointer)) and place != own]
    texts = list(dict.fromkeys(_place(place, own, file, names, lang) for place in around))
    named = messages.SEPARATOR().text(lang).join(texts[:_SHOWN])
    return named if len(texts) <= _SHOWN else messages.AND_MORE(places=named, count=len(texts)).text(lang)


def _place(place: Position, own: Position | None, file: Collection[str], names: Mapping[str, str], lang: str) -> str:
    """A place as a person finds it: on the sheet of the finding by its cell alone, in another file behind that file's
    name.
    """
    near = own is not None and (own.file, own.sheet) == (place.file, place.sheet) and place.file in file
    if near and place.sheet is not None and place.row is not None and place.cell is not None:
        return f"{column_letters(place.cell)}{place.row + 1}"
    inside = place.describe(lang)
    whole = place.table is None and place.paragraph is None and place.sheet is None
    if place.file in file:
        return messages.THIS_FILE().text(lang) if whole else inside
    known = names.get(place.file, "" if _HASH.fullmatch(place.file) else place.file)
    other = known or messages.OTHER_FILE().text(lang)
    return other if whole else f"{other} {inside}"


def _sentence(finding: Finding, lang: str) -> str:
    return messages.SAID(severity=severity_word(finding), text=bare(finding, lang)).text(lang)
