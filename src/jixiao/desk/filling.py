"""Forms to fill in: templates and workbooks out of a dossier, what their formulas come to when they come back, and how
much of an open dossier is filled in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jixiao.model import Case, Dossier, Figure, Filed, Message, Record, Report, Section, Term
from jixiao.model.base import Item
from jixiao.model.case import Note
from jixiao.model.ids import groups_of, lists_of
from jixiao.model.pointer import resolve, segments
from jixiao.model.whole import whole

from . import messages as say

if TYPE_CHECKING:
    from jixiao.forms.layouts import Layout
    from jixiao.policy import Policy


def save_template(dossier: Dossier, target: Path) -> list[Path]:
    """Write the dossier as YAML to fill in, a folder or one file: every field, each with what it is above it.
    ``FileExistsError`` where a file is already there.
    """
    from jixiao.forms.fields import words_to_fill
    from jixiao.model.store import save

    return save(dossier, target, words_to_fill())


def fill_in_workbook(
    dossier: Dossier, target: Path, policy: Policy | None = None, *, forms: Sequence[Layout] = ()
) -> None:
    """Write the dossier as a workbook to fill in, which reads back as the same dossier. ``forms`` are layouts asked for
    by hand; scores follow ``policy``, by default that of unit, place and year. ``FileExistsError`` where the target is
    already there; an interrupted write leaves nothing.
    """
    from jixiao.writing.excel.fill import write_fill_in

    with whole([target]) as parts:
        write_fill_in(dossier, parts[target], policy, forms=forms)


# --- what comes back ---


def settled(case: Case) -> Case:
    """A case read from a workbook to fill in: figures whose formulas were not computed again are computed, and that is
    said; figures that its prose takes from the tables are filled in. Every other case is left as it is.
    """
    return _with_bindings(_computed(case))


def _computed(case: Case) -> Case:
    """The formulas stand in the workbook: whoever opens it sees just these figures. What they cannot give stays
    doubtful.
    """
    stale = tuple(_stale(case.dossier))
    if not stale:
        return case
    from jixiao.policy import resolve as policy_for
    from jixiao.writing.excel.fill.formulas import values_of

    from .cells import with_figures

    dossier = case.dossier
    blank = with_figures(dossier, dict.fromkeys(stale, ""))
    found = values_of(blank, policy_for(unit=dossier.unit, year=dossier.year, place=dossier.place))
    known = {at: found[at] for at in stale if at in found}
    facts = tuple(_fact(dossier, at, value) for at, value in known.items() if value)
    notes = (Note(_file(case, stale[0]), say.COMPUTED_HERE(count=len(facts), facts=facts)),) if facts else ()
    return replace(case, dossier=with_figures(dossier, known), notes=(*case.notes, *notes))


def _stale(dossier: Dossier) -> Iterator[str]:
    """The figures that were not computed again."""
    for at, holder in _holders(dossier):
        for doubt in holder.doubts:
            if doubt.reason.key == "recognition.not-computed-again":
                yield f"{at}/{doubt.field}"


def _fact(dossier: Dossier, at: str, value: str) -> Message:
    record: Filed = resolve(dossier, "/" + "/".join(segments(at)[:2]))
    holder = resolve(dossier, at.rpartition("/")[0])
    row = "" if holder is record else getattr(holder, "label", "") or getattr(holder, "name", "")
    title = _name(record)
    words = Term(f"{title.zh} {row}", f"{title.en} {row}") if row else title
    return say.FACT_IS(name=words, field=_term_at(dossier, at), value=value)


def _file(case: Case, at: str) -> str:
    position = case.trace.get(at)
    file = case.file_of(position) if position is not None else None
    return file.name if file is not None else ""


def _with_bindings(case: Case) -> Case:
    """Prose that is bound to the tables: the case as printed, and the dossier to write with its bindings."""
    bound = any(
        "{{" in text for at, report in case.dossier.each(Report) for _, text in report.texts() if _on_sheet(case, at)
    )
    if not bound:
        return case
    from jixiao.forms import binding
    from jixiao.recognition import with_claims

    written = case.dossier
    notes = tuple(
        Note(error.at, say.BROKEN(binding=error.binding, problem=error.problem, remedy=error.remedy))
        for error in binding.errors(written)
    )
    printed = with_claims(binding.bound(written))
    whole = binding.with_claims_of(written, printed)
    return replace(case, dossier=printed, notes=(*case.notes, *notes), bound=whole)


def _on_sheet(case: Case, at: str) -> bool:
    position = case.trace.get(at)
    return position is not None and position.sheet is not None


# --- how much is filled in ---


@dataclass(frozen=True, slots=True)
class Filling:
    """How much of a record is filled in: ``filled`` of the ``due`` fields; ``missing`` are the pointers of the others.
    ``at`` is the pointer of the record, ``name`` what people call it; ``open`` says that it is still being filled in.
    Computed figures and places that the form does not have are not counted.
    """

    at: str
    name: Term
    open: bool
    filled: int
    due: int
    missing: tuple[str, ...]
    lacking: tuple[tuple[Term, int], ...] = ()
    """The fields that are missing, by what they are called, with how often."""

    @property
    def share(self) -> int:
        """The share filled in, in whole percent; 100 only where nothing is missing."""
        return _share(self.filled, self.due)

    @property
    def message(self) -> Message:
        """What this form still lacks."""
        fields = tuple(say.FIELD_LACKS(field=term, count=count) for term, count in self.lacking)
        return say.FORM_LACKS(name=self.name, fields=fields, filled=self.filled, due=self.due, share=self.share)


def progress(case: Case | Dossier) -> tuple[Filling, ...]:
    """How much of each record is filled in, in the order of the dossier."""
    dossier = case.source if isinstance(case, Case) else case
    return tuple(_progress(dossier, at, record) for at, record in dossier.each(Filed))


def progress_message(found: Sequence[Filling]) -> Message | None:
    """What the open records lack, all in one sentence; ``None`` where none is open: then findings say what is wrong."""
    still = [one for one in found if one.open]
    if not still:
        return None
    filled, due = sum(one.filled for one in still), sum(one.due for one in still)
    forms = tuple(say.NOT_YET_IN(name=one.name, count=len(one.missing)) for one in still if one.missing)
    if not forms:
        return say.ALL_FILLED(filled=filled, due=due)
    return say.NOT_YET(forms=forms, filled=filled, due=due, share=_share(filled, due))


def _share(filled: int, due: int) -> int:
    return filled * 100 // due if due else 100


def _progress(dossier: Dossier, at: str, record: Filed) -> Filling:
    expected = list(_expected(record, at))
    missing = tuple(pointer for pointer, is_filled in expected if not is_filled)
    counted = Counter(_term_at(dossier, pointer) for pointer in missing)
    return Filling(
        at=at,
        name=_name(record),
        open=record.is_open,
        filled=len(expected) - len(missing),
        due=len(expected),
        missing=missing,
        lacking=tuple(counted.items()),
    )


def _expected(holder: Record, at: str) -> Iterator[tuple[str, bool]]:
    """The places that a finished form has filled in, each with whether it is."""
    from jixiao.forms.fields import fields_of

    parts = {*lists_of(type(holder)), *groups_of(type(holder))}
    for name, known in fields_of(type(holder)).items():
        value, here = getattr(holder, name), f"{at}/{name}"
        if name in parts:
            if isinstance(value, Record):
                yield from _expected(value, here)
            elif isinstance(value, tuple):
                if not value and known.is_due(holder) and not isinstance(holder, Section):
                    yield here, False
                yield from _of_items(value, here)
        elif known.is_due(holder) and not known.computed and value is not None:
            yield here, _is_filled(value)


def _of_items(items: tuple[Item, ...], at: str) -> Iterator[tuple[str, bool]]:
    for number, item in enumerate(items):
        here = f"{at}/{number}"
        yield from _expected(item, here)
        if isinstance(item, Section) and not item.paragraphs and not _has_parts(items, number):
            yield f"{here}/paragraphs", False


def _has_parts(sections: Sequence[Any], number: int) -> bool:
    """Whether further headings stand below a heading: then the text stands under these."""
    here, following = sections[number], sections[number + 1 : number + 2]
    return any(below.level > here.level for below in following)


def _is_filled(value: Any) -> bool:
    if isinstance(value, Figure):
        return bool(value.raw)
    return bool(value.strip()) if isinstance(value, str) else value not in ((), {})


def _holders(holder: Any, at: str = "") -> Iterator[tuple[str, Record]]:
    """Every record within a dossier, with its pointer."""
    if isinstance(holder, Record):
        yield at, holder
        for name in (
            ("records",) if isinstance(holder, Dossier) else (*lists_of(type(holder)), *groups_of(type(holder)))
        ):
            yield from _holders(getattr(holder, name), f"{at}/{name}")
    elif isinstance(holder, tuple):
        for number, item in enumerate(holder):
            yield from _holders(item, f"{at}/{number}")


def _name(record: Filed) -> Term:
    """What people call a record: its project, else what its kind is called."""
    from jixiao.forms.kinds import kinds

    kind = kinds().get(record.kind)
    if kind is None:
        return Term(record.kind, record.kind)
    title = Term(kind.short, kind.title.en) if kind.short else kind.title
    name = str(getattr(record, "name", "") or "")
    return Term(f"{name} {title.zh}", f"{name} {title.en}") if name and not kind.short else title


def _term_at(dossier: Dossier, pointer: str) -> Term:
    """What a field is called."""
    from jixiao.forms.fields import field_at

    known = field_at(dossier, pointer)
    return known.term if known is not None else Term(pointer, pointer)
