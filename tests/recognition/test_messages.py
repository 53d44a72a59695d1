"""What tells kinds of forms that are not read speaks both languages."""

from __future__ import annotations

import re

from jixiao.model.message import Term
from jixiao.recognition import kinds
from jixiao.recognition.kinds import kind_of_paper, kind_of_table


def test_terms_have_both_languages() -> None:
    said = [kind_of_table("绩效目标申报表", ()), kind_of_paper("绩效运行监控报告")]
    terms = [term for term in vars(kinds).values() if isinstance(term, Term)]
    assert not any(re.search(r"[\u3400-\u9fff]", term.text("en")) for term in [*terms, *said] if term is not None)
    assert None not in said
