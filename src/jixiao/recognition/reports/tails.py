"""The end of a report: note of attachments, signature and date, in either order.

The lines after the title enter; the body and the three parts of the end leave (GB/T 9704-2012, 7.3.4–7.3.6:
附件说明, 发文机关署名, 成文日期).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.model import Position
from jixiao.model.classes import dataclass
from jixiao.values.numbering import numbered
from jixiao.values.pattern import lazy

from .sections import Placed

_ORGANISATION = lazy(
    r"(?:局|委|委员会|办|办公室|厅|部|院|中心|站|所|队|馆|校|学校|大学|中学|小学|幼儿园|公司|集团|会|处|科|室|府|街道|镇|乡|村|社区|园|场"
    r"|社|台|段|库|基地|银行|团|组|厂|股|宫|庭|分局|联社)(?:[（(](?:公章|盖章|单位盖章|印章|机关|本级|本部)[）)])?$"
)
_SIGNED = lazy(r"^(?:报告单位|填报单位|单位名称|单位|部门|自评单位)\s*(?:[（(](?:公章|盖章)[）)])?\s*[：:]\s*")
_DATE = (
    r"(?:20\d\d\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|20\d\d[-./]\d{1,2}[-./]\d{1,2}"
    r"|二[〇○零Oo]..年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)"
)
_IS_DATE = lazy(r"(?:日\s*期\s*[：:]\s*)?" + _DATE)
_SIGNED_AND_DATED = lazy(rf"(\S.*?)\s+({_DATE})")
_ATTACHED = lazy(r"附\s*件\s*(?:(?=[0-9一二三四五六七八九十])|[：:])\s*")
_ALONE = lazy(r"附\s*件\s*[：:]?")
_NEXT_ENTRY = lazy(r"[\s　]+(?=[0-9]{1,2}\s*[.、．][^0-9])")
_ENTRY = lazy(r"^(?:附\s*件\s*[0-9一二三四五六七八九十]+|[0-9]+)(?:-[0-9]+)?\s*[.、．:：]")
_DOCUMENT = lazy(r"(?:表|报告|清单|目录|材料|说明|通知|方案|附表|台账|[）)])[；;。]?$")

_NOTE = lazy(r"[（(]?\s*(?:联\s*系\s*人|填报人|联系电话|电\s*话|经办人|审核人|单位负责人|此页无正文)")

Spot = tuple[str, Position]


@dataclass(frozen=True, slots=True)
class Tail:
    """A report's lines after its title, sorted: body, attachments, signature, date, and what fits nowhere behind
    them.
    """

    body: list[Placed]
    attachments: list[Spot]
    signature: Spot | None
    date: Spot | None
    left: list[Placed]


def is_body_name(text: str) -> bool:
    """Whether a line is the name of a public body alone."""
    text = text.strip()
    return 3 <= len(text) <= 40 and not re.search(r"[。，,；;：:、？?！!\d]", text) and bool(_ORGANISATION.search(text))


def tail_of(lines: Sequence[Placed]) -> Tail:
    """The lines after the title, sorted."""
    start = _attachment_start(lines)
    if start is None:
        body, signature, date = _signed(lines)
        return Tail(body, [], signature, date, [])
    attachments, behind = _attachments(lines[start:])
    left, signature, date = _signed(behind, only=True)
    body = list(lines[:start])
    if signature is None and date is None:
        body, signature, date = _signed(body)
    return Tail(body, attachments, signature, date, left)


def _attachment_start(lines: Sequence[Placed]) -> int | None:
    """Where the note of attachments begins: only entries, a signature, a date and at most two other lines follow it."""
    for start in range(max(1, len(lines) - 40), len(lines)):
        text = lines[start].line.text
        if not (_ATTACHED.match(text) or _ALONE.fullmatch(text)) or len(text) > 120:
            continue
        entries, behind = _attachments(lines[start:])
        if (
            any(not _ALONE.fullmatch(text) for text, _ in entries)
            and len(_signed(behind, only=True)[0]) <= 2
            and not any(_is_chapter(placed) for placed in behind)
        ):
            return start
    return None


def _is_chapter(placed: Placed) -> bool:
    number = numbered(placed.whole)
    return bool(placed.line.level) or (number is not None and number.style in {"cn", "cn()", "part"})


def _attachments(lines: Sequence[Placed]) -> tuple[list[Spot], list[Placed]]:
    """The entries as printed, from the line that begins with 附件 on, and the lines behind them."""
    entries: list[Spot] = []
    for i, placed in enumerate(lines):
        text = placed.whole
        opening = _ATTACHED.match(text) or _ALONE.fullmatch(text)
        if not opening and not (
            _ENTRY.match(text) or (_DOCUMENT.search(text) and len(text) <= 60 and not is_body_name(text))
        ):
            return entries, list(lines[i:])
        entries += _entries(placed, text, opening.end() if opening else 0)
    return entries, []


def _entries(placed: Placed, text: str, opened: int) -> list[Spot]:
    """The entries of one line; the first keeps the word 附件 before it."""
    base = (placed.position.start or 0) - len(placed.line.label)
    spots, start = [], 0
    for gap in [*_NEXT_ENTRY.finditer(text, opened), None]:
        end = gap.start() if gap else len(text)
        spots.append((text[start:end], _within(placed, max(0, base + start), base + end)))
        start = gap.end() if gap else end
    return spots


def _within(placed: Placed, start: int, end: int) -> Position:
    return placed.position._replace(start=start, end=end)


def _signed(lines: Sequence[Placed], only: bool = False) -> tuple[list[Placed], Spot | None, Spot | None]:
    """The lines without signature and date at their end. ``only``: the lines are all behind the body, so they may
    stand anywhere.
    """
    notes = 0
    while not only and notes < min(3, len(lines)) and _NOTE.match(lines[len(lines) - notes - 1].line.text):
        notes += 1
    rest = list(lines[: len(lines) - notes])
    signature: Spot | None = None
    date: Spot | None = None
    end = len(rest)
    while end > 0 and (only or end > len(rest) - 2):
        end -= 1
        placed = rest[end]
        text = placed.line.text
        if placed.line.level or placed.line.label:
            break
        both = _SIGNED_AND_DATED.fullmatch(text)
        if date is None and signature is None and _IS_DATE.fullmatch(text):
            date = (text, placed.position)
        elif date is None and signature is None and both and _is_signature(both[1]):
            base = placed.position.start or 0
            signature = (both[1], _within(placed, base, base + both.end(1)))
            date = (both[2], _within(placed, base + both.start(2), base + both.end(2)))
        elif signature is None and _is_signature(text):
            signature = (text, placed.position)
        elif only:
            continue
        else:
            break
        del rest[end]
        if signature is not None:
            break
    return [*rest, *lines[len(lines) - notes :]], signature, date


def _is_signature(text: str) -> bool:
    return is_body_name(text) or bool((match := _SIGNED.match(text)) and is_body_name(text[match.end() :]))
