"""Findings printed: errors, then warnings, then notes where they are asked for; those of one rule as one entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from jixiao.audit import Audit
from jixiao.desk.addresses import Addresses
from jixiao.forms.whereabouts import Part, counted, joined
from jixiao.model import Finding, Severity, locate
from jixiao.model.message import shown

from .console import Console, print_block
from .entries import Entry, Numbered, apart, entries
from .languages import can_show
from .show_summary import head_of, record_of
from .text import Text
from .words import colon, place, source

COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_MARKS = {Severity.ERROR: "×", Severity.WARNING: "!", Severity.INFO: "i"}
_EN = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "notes"}
_PLACES = 6
"""So many places of one finding are told one by one."""
_IN = 7
"""Columns of a number and what is before it."""


def show_findings(out: Console, audit: Audit, at: Addresses, lang: str, *, verbose: bool) -> None:
    """Every error and warning; notes where all is asked for, else how many there are."""
    based: set[str] = set()
    for severity, group in groupby(entries(audit.findings), key=lambda entry: entry.severity):
        of_one = list(group)
        out.gap()
        count = sum(len(entry.findings) for entry in of_one)
        if severity is Severity.INFO and not verbose:
            said = f"另有 {count} 条提示，加 -v 列出。" if lang == "zh" else f"{count} more notes; -v lists them."
            out.print(Text(said, "dim"))
            continue
        word = severity.zh if lang == "zh" else _EN[severity]
        out.print(Text(f"■ {word} {count}", COLOURS[severity]))
        for entry in of_one:
            _entry(out, entry, at, lang, based, verbose=verbose)


def places_of(at: Addresses, pointers: Sequence[str], lang: str) -> str:
    """Where a person finds these: of places in one table only what differs is said again."""
    told: list[str] = []
    for head, group in groupby((at.found(pointer) for pointer in pointers[:_PLACES]), key=lambda found: found.head):
        first, *others = dict.fromkeys(found.steps for found in group)
        told.append(joined((head, *first)).text(lang))
        told += [" · ".join(shown(step, lang) for step in _differing(first, steps)) for steps in others]
    rest = len(pointers) - _PLACES
    if rest > 0:
        told.append(f"等 {len(pointers)} 处" if lang == "zh" else f"{len(pointers)} places in all")
    text = ("；" if lang == "zh" else "; ").join(told)
    return (
        text
        if can_show(text) or lang == "zh"
        else "; ".join(_plain(at, pointer, lang) for pointer in pointers[:_PLACES])
    )


def _plain(at: Addresses, pointer: str, lang: str) -> str:
    """A place without the names that people gave: the table with its row and cell, or the address by numbers."""
    record = record_of(pointer)
    position = locate(at.case.trace, pointer)
    where = place(counted(at.case, position), at.case.names, lang) if position else pointer
    return f"{head_of(at, record, lang)} {where}" if record and position else where


def _differing(first: Sequence[Part], steps: Sequence[Part]) -> Sequence[Part]:
    """The steps without those that both share, as long as something is left."""
    start = 0
    while start < min(len(first), len(steps)) - 1 and first[start] == steps[start]:
        start += 1
    end = len(steps)
    while end > start + 1 and len(first) == len(steps) and first[end - 1] == steps[end - 1]:
        end -= 1
    return steps[start:end]


def _entry(out: Console, entry: Entry, at: Addresses, lang: str, based: set[str], *, verbose: bool) -> None:
    first = entry.findings[0]
    head = Text(f"{entry.numbers:>5}  ", "bold")
    head.append(f"{_MARKS[entry.severity]} {entry.code} ", COLOURS[entry.severity])
    if len(entry.findings) == 1:
        print_block(out, head.append(first.finding.text(lang), "not bold"), 0, _IN)
        print_block(out, Text(places_of(at, first.finding.places, lang), "dim"), _IN)
        _addresses(out, first, at, _IN, verbose=verbose)
        _basis(out, first.finding, based, lang)
        _follows(out, first, at, lang, _IN, verbose=verbose)
        return
    print_block(
        out, head.append(entry.title if lang == "zh" else first.finding.name.replace("-", " "), "not bold"), 0, _IN
    )
    common, said = apart([one.finding.text(lang) for one in entry.findings])
    if common:
        print_block(out, Text(f"{'各处都是' if lang == 'zh' else 'all of them'}{colon(lang)}{common}"), _IN, 2)
    for one, text in zip(entry.findings, said, strict=True):
        where = _named(at, one.finding, lang) or places_of(at, one.finding.places, lang)
        line = Text(f"{one.number:>5}  ", "bold").append(where, "not bold dim")
        print_block(out, line.append(f"{colon(lang)}{text}", "not bold") if text else line, 2, _IN)
        _addresses(out, one, at, _IN + 2, verbose=verbose)
        _follows(out, one, at, lang, _IN + 2, verbose=verbose)
    _basis(out, first.finding, based, lang)


def _named(at: Addresses, finding: Finding, lang: str) -> str:
    """The table alone, where the message calls every place in it by its name; else nothing."""
    heads = {head_of(at, record_of(pointer), lang) for pointer in finding.places}
    text = finding.text(lang)
    for pointer in finding.places:
        name = at.item(pointer) if pointer.endswith("/name") else None
        if not (isinstance(name, str) and name and name in text):
            return ""
    return heads.pop() if len(heads) == 1 else ""


def _basis(out: Console, finding: Finding, based: set[str], lang: str) -> None:
    """The basis of a rule, the first time that it is spoken of."""
    basis = source(lang, finding.basis)
    if basis and finding.code not in based:
        based.add(finding.code)
        print_block(out, Text(f"{'依据' if lang == 'zh' else 'basis'}{colon(lang)}{basis}", "dim"), _IN, 2)


def _addresses(out: Console, one: Numbered, at: Addresses, indent: int, *, verbose: bool) -> None:
    """The stable addresses, which waivers take."""
    if verbose:
        for pointer in one.finding.places:
            print_block(out, Text(at.stable(pointer), "dim"), indent)


def _follows(out: Console, one: Numbered, at: Addresses, lang: str, indent: int, *, verbose: bool) -> None:
    """What follows from the finding: told below it, and not counted."""
    for members in _alike(one.consequences, lang):
        follows = members[0].finding
        severity = follows.severity or Severity.INFO
        numbers = ("、" if lang == "zh" else ", ").join(member.number for member in members)
        line = Text(f"└ {numbers} ", "dim").append("由此而来 " if lang == "zh" else "follows: ", "dim")
        line.append(f"{_MARKS[severity]} {follows.code} ", COLOURS[severity]).append(follows.text(lang))
        print_block(out, line, indent, 2)
        places = [pointer for member in members for pointer in member.finding.places]
        print_block(out, Text(places_of(at, places, lang), "dim"), indent + 2)
        for member in members:
            _addresses(out, member, at, indent + 2, verbose=verbose)


def _alike(consequences: Sequence[Numbered], lang: str) -> Iterator[list[Numbered]]:
    """Consequences that say the same in a row."""
    said: list[list[Numbered]] = []
    for one in consequences:
        if said and _key(said[-1][0].finding, lang) == _key(one.finding, lang):
            said[-1].append(one)
        else:
            said.append([one])
    yield from said


def _key(finding: Finding, lang: str) -> tuple[str, str]:
    return finding.code, finding.text(lang)
