"""FM211: prose refers to a fact of the dossier that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.forms.binding import errors_in
from jixiao.model import Dossier, Finding, Held, Report, Severity

_MARK = "{{"


@rule(
    "FM211",
    "broken-reference",
    title="报告里引用的数取不到",
    severity=Severity.ERROR,
    basis="format.placeholder",
    since="0.2",
    zh="{binding} {problem}。{remedy}",
    en="{binding} {problem}. {remedy}",
)
def broken_reference(report: Report, dossier: Dossier) -> Iterator[Outcome]:
    """报告里用双花括号引用表中数字的，所引的地方必须存在，写法必须能懂。

    为什么重要：取不到数，公开的报告里就会留下一串符号，该写的数也没有了。
    怎样修改：改正引用的地址；所引的行已经删去的，改引别处或直接写数。
    何时不适用：没有用引用的报告（例如直接读入的 Word 文件）。
    """
    marked = [(at, text) for at, text in report.texts() if _MARK in text]
    for at, text in marked:
        for error in errors_in(text, dossier):
            values = {"binding": error.binding, "problem": error.problem, "remedy": error.remedy}
            yield Finding(at=at, values=values)
    if not marked and any(text for _, text in report.texts()):
        yield Held()
