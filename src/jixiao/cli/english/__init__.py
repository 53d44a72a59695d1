"""English for what the rooms below say in Chinese only: a sentence enters, its English leaves.

The lists are templates: ``{}`` stands for a figure, a name or another sentence of the lists. What no list knows
comes back as it is. Names and quotations from the material stay Chinese.
"""

from __future__ import annotations

import re
from functools import lru_cache

from jixiao.model import UnreadableError
from jixiao.model.message import Message

from .files import FILES
from .policies import POLICIES
from .reading import READING

TEMPLATES: dict[str, str] = {**FILES, **POLICIES, **READING}
_CHINESE = re.compile(r"[\u3400-\u9fff]")


def has_chinese(text: str) -> bool:
    """Whether any Chinese character stands in the text."""
    return bool(_CHINESE.search(text))


@lru_cache(maxsize=4096)
def english(text: str) -> str:
    """The sentence in English; as it is where no list knows it."""
    if not has_chinese(text):
        return text
    known = _terms().get(text) or TEMPLATES.get(text)
    if known is not None:
        return known
    for pattern, wanted in _patterns():
        match = pattern.fullmatch(text)
        if match:
            return wanted.format(*(english(part) for part in match.groups()))
    for sign, between in (("；", "; "), ("、", ", ")):
        if sign in text:
            return between.join(english(part) for part in text.split(sign))
    return text


def knows(text: str) -> bool:
    """Whether a list has the sentence."""
    return english(text) != text or not has_chinese(text)


def unreadable(error: UnreadableError) -> str:
    """What is wrong with a file: the file, the place, what was found, what to do."""
    place, problem, remedy = (
        said.text("en") if isinstance(said, Message) else english(said)
        for said in (error.place, error.problem, error.remedy)
    )
    return f"{error.file}{', ' + place if place else ''}: {problem}. {remedy[:1].upper()}{remedy[1:]}"


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The templates with gaps, those with most words of their own first."""
    gaps = sorted((t for t in TEMPLATES if "{}" in t), key=lambda t: -len(t.replace("{}", "")))
    return tuple(
        (re.compile("(.+?)".join(map(re.escape, template.split("{}"))), re.DOTALL), TEMPLATES[template])
        for template in gaps
    )


@lru_cache(maxsize=1)
def _terms() -> dict[str, str]:
    """Titles of policies and of their parameters, which carry their own English."""
    from jixiao.policy import available
    from jixiao.policy.fields import PARAMETERS

    titles = {policy.title: policy.title_en for policy in available()}
    return titles | {shape.title: shape.title_en for shape in PARAMETERS.values()}
