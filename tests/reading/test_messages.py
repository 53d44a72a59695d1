"""The words of the field in what the reader says have both languages."""

from __future__ import annotations

import re

from jixiao.model.message import Term
from jixiao.reading import messages


def test_terms_have_both_languages() -> None:
    terms = [term for term in vars(messages).values() if isinstance(term, Term)]
    assert terms
    assert not any(re.search(r"[\u3400-\u9fff]", term.text("en")) for term in terms)
