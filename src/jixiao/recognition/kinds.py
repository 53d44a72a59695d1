"""What a table or a paper is that is none of the kinds read here: told by its title, or by its heads.

Titles and rows enter; the name of a kind leaves, for the note that says why something was not read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from jixiao.forms.labels import label
from jixiao.model import Term
from jixiao.values.pattern import lazy

from .forms.evaluation.signs import signs
from .tables.lines import Line

_MONITORING = Term("绩效运行监控表", "a form of performance monitoring")
_TARGETS = Term("绩效目标申报表", "a form of performance targets")
_SCORING = Term("评价指标评分表", "a scoring sheet")
_KINDS = (
    (
        lazy(r"事前.{0,6}评估"),
        Term("事前绩效评估表", "a form of ex-ante evaluation"),
        Term("事前绩效评估报告", "a report of ex-ante evaluation"),
    ),
    (
        lazy(r"(?:绩效|运行|执行).{0,6}监[控测]"),
        _MONITORING,
        Term("绩效运行监控报告", "a report of performance monitoring"),
    ),
    (
        lazy(r"绩效目标.{0,6}(?:申报|批复|下达|审核|填报|设[定置])|(?:申报|批复).{0,4}绩效目标"),
        _TARGETS,
        Term("绩效目标申报材料", "papers on performance targets"),
    ),
    (
        lazy(r"调查(?:问卷|表|统计|汇总|结果)|问卷"),
        Term("满意度调查表", "a survey"),
        Term("满意度调查报告", "a report on a survey"),
    ),
    (
        lazy(r"评价?指标体系|指标体系|评分(?:标准|细则)?表|打分表|评分体系"),
        _SCORING,
        Term("评价指标说明", "notes on a scoring sheet"),
    ),
    (
        lazy(r"决算(?:总|明细|情况)?表|决算公开|部门决算(?:情况)?说明"),
        Term("部门决算公开表", "a table of final accounts"),
        Term("部门决算公开说明", "notes on final accounts"),
    ),
    (
        lazy(r"(?:收支|收入|支出)预算|预算(?:总|明细|公开)表|部门预算(?:情况)?说明"),
        Term("部门预算公开表", "a table of the budget"),
        Term("部门预算公开说明", "notes on the budget"),
    ),
)
"""What titles say, and what the kind is called as a table and as a paper."""
_OURS = lazy(r"自\s*评|自我评价")
_PAPER = lazy(r"[^。；;，,：:]{2,60}(?:报告|总结|说明|方案|通知)(?:[（(][^（）()]{1,20}[）)])?")
_MONTHS = r"(?:\d{1,2}[-—－~至]\d{1,2}月|上半年|截至.{1,8}月).{0,8}"
_HEADS = (
    (lazy(_MONTHS + r"|全年预计.{0,10}|完成目标(?:的)?可能性"), _MONITORING),
    (lazy(r"评分(?:标准|细则|办法|依据)|评价标准|计分办法|扣分标准"), _SCORING),
)


def kind_of_table(title: str, lines: Sequence[Line]) -> Term | None:
    """What a table that was not read looks like; ``None`` where neither its title nor its heads tell."""
    alone = [cell.text for line in lines[:4] if len(line.filled) == 1 for cell in line.filled]
    for text in (title, *alone):
        for pattern, kind, _ in _KINDS:
            if len(text) <= 80 and pattern.search(re.sub(r"\s", "", text)):
                return kind
    for line in lines:
        labels = [label(cell.text).bare for cell in line.filled]
        for pattern, kind in _HEADS:
            if len(labels) >= 3 and any(pattern.fullmatch(text) for text in labels):
                return kind
        own = signs(line)
        if own.is_indicators and not {"actual", "score"}.intersection(own.columns):
            return _TARGETS
    return None


@lru_cache(maxsize=1024)
def kind_of_paper(text: str) -> Term | None:
    """What the paper is that a line is the title of, where it is none of those read here; else ``None``."""
    flat = re.sub(r"\s", "", text)
    if len(flat) > 60 or not _PAPER.fullmatch(flat) or _OURS.search(flat):
        return None
    return next((paper for pattern, _, paper in _KINDS if pattern.search(flat)), None)
