"""One page per rule: what it says of itself, with a case that it finds and a case on which it holds; and the index by
family.

The cases are those of the tests (``tests/audit/rules``): the first that the rule finds, and the first on which it
holds. Each is run while the page is made, so that what stands below it are the rule's own words of today.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from tests.audit.cases import ALL, Case, audited, found_in, held

from jixiao.audit import Declaration, declarations
from jixiao.audit.families import FAMILIES
from jixiao.model import Severity
from jixiao.policy import basis

from .markdown import plain, table
from .marks import Marks
from .records import dossier_lines

_PART = re.compile(r"^(为什么重要|怎样修改|何时不适用)：", re.MULTILINE)
_KIND = re.compile(r"^(?:坏|好|提示|提醒|不能判断|未判断)：")
_BROKEN = re.compile(r"(?<=[^\x00-\x7f])\s*\n\s*(?=[^\x00-\x7f])")
"""Where a line of the source ends inside a Chinese sentence."""
_STATUS = {"preview": "试用", "deprecated": "不再使用"}


def index() -> str:
    """Every rule by family, each leading to its page."""
    rules = declarations()
    lines = [
        "# 规则目录",
        "",
        f"共 {len(rules)} 条，每条一页：为什么重要、怎样修改、何时不适用、依据，有问题和没有问题的例子各一个。"
        "错误是证明，提醒须说明或请人看，提示仅供参考。",
        "",
        "在终端里：`jixiao rules` 列出全部，`jixiao rules SC101` 显示一条。",
        "本页和各规则页由程序按源码生成（`python docs/generate.py`）。",
        "",
    ]
    lines += [
        f"- [{code} {title}](#family-{code.lower()}) {len(_family(rules, code))} 条"
        for code, (_, title) in FAMILIES.items()
    ]
    for code, (_, title) in FAMILIES.items():
        lines += ["", f'<a id="family-{code.lower()}"></a>', "", f"## {code} {title}", ""]
        rows = [(f"[{r.code}](rules/{r.code}.md)", r.severity.zh, r.title, f"`{r.name}`") for r in _family(rules, code)]
        lines += table(("编号", "级别", "规则", "名称"), rows)[:-1]
    return "\n".join(lines) + "\n"


def pages() -> Mapping[str, str]:
    """The page of every rule by the name of its file."""
    rules = declarations()
    if strange := {rule.code for rule in rules} - {rule.code for code in FAMILIES for rule in _family(rules, code)}:
        raise ValueError(f"rules of no family: {sorted(strange)}")
    return {f"{rule.code}.md": "\n".join(_tidy(_page(rule, rules))) + "\n" for rule in rules}


def bad_case(rule: Declaration) -> Case:
    """The first case that the rule finds. ``LookupError`` where there is none."""
    return _first(rule, lambda case: any(True for _ in found_in(audited(case))), "finds")


def good_case(rule: Declaration) -> Case:
    """The first case on which it holds, and has nothing to say against. ``LookupError`` where there is none."""
    return _first(rule, lambda case: case.word == "held" and bool(held(audited(case))), "holds on")


def _first(rule: Declaration, wanted: Callable[[Case], bool], what: str) -> Case:
    found = next((case for case in _cases(rule) if wanted(case)), None)
    if found is None:
        raise LookupError(f"{rule.code}: tests/audit/rules has no case that it {what}")
    return found


def _cases(rule: Declaration) -> list[Case]:
    return [case for case in ALL if case.file == rule.name.replace("-", "_")]


def _family(rules: Sequence[Declaration], code: str) -> list[Declaration]:
    return [rule for rule in rules if rule.code.startswith(code)]


def _page(rule: Declaration, rules: Sequence[Declaration]) -> Iterator[str]:
    status = _STATUS.get(rule.status, "")
    family = f"[{FAMILIES[rule.code[:2]].title}](../rules.md#family-{rule.code[:2].lower()})"
    parts = (f"`{rule.name}`", rule.severity.zh, f"自 {rule.since} 版", status, family)
    yield f"# {rule.code} {rule.title}"
    yield ""
    yield " · ".join(part for part in parts if part)
    yield from _told(rule)
    yield from _bad(bad_case(rule))
    yield from _good(good_case(rule))
    yield from _others(rule)
    yield from _basis(rule)
    yield from _phrases(rule)
    yield from _relatives(rule, rules)


def _told(rule: Declaration) -> Iterator[str]:
    """The rule's own text, its parts under headings."""
    lead, *parts = _PART.split(rule.page)
    for title, text in (("", lead), *zip(parts[::2], parts[1::2], strict=True)):
        if title:
            yield from ("", f"## {title}")
        for paragraph in text.split("\n\n"):
            if words := _BROKEN.sub("", paragraph.strip()):
                yield from ("", plain(" ".join(words.split())))


def _bad(case: Case) -> Iterator[str]:
    audit = audited(case)
    findings = list(found_in(audit))
    marks = Marks(case.dossier, findings)
    yield from ("", f"## 有问题的例子：{_title(case)}", "")
    yield from dossier_lines(case.dossier, marks)
    yield from ("", "软件说：", "")
    for number, finding in enumerate(findings):
        severity = finding.severity or Severity.WARNING
        yield f"- {marks.sign(number)}{severity.zh}：{plain(finding.text('zh'))}"
        yield f"  <br>{severity.value}: {plain(finding.text('en'))}"
    for undecided in audit.undecided:
        yield f"- 没有判断：{plain(undecided.reason.text('zh'))}"


def _good(case: Case) -> Iterator[str]:
    yield from ("", f"## 没有问题的例子：{_title(case)}", "")
    yield from dossier_lines(case.dossier, Marks(case.dossier))
    yield from ("", f"软件说：相符（查了 {len(held(audited(case)))} 处）。")


def _others(rule: Declaration) -> Iterator[str]:
    """What the other cases of the tests are, by their titles."""
    shown = (bad_case(rule), good_case(rule))
    others = [case for case in _cases(rule) if case not in shown]
    if others:
        yield from ("", "## 还试过的情形", "")
        yield from (f"- {plain(case.title)}" for case in others)


def _basis(rule: Declaration) -> Iterator[str]:
    source = basis(rule.basis)
    link = f"[原文]({source.link})" if source.link else "没有原文链接"
    yield from ("", "## 依据", "", f"{plain(str(source))}（{link}）")
    if source.text_zh:
        yield from ("", f"> {plain(source.text_zh)}")


def _phrases(rule: Declaration) -> Iterator[str]:
    yield from ("", "## 会怎样说", "")
    yield from table(("中文", "English"), [(plain(rule.zh[v]), plain(rule.en[v])) for v in rule.zh])[:-1]


def _relatives(rule: Declaration, rules: Sequence[Declaration]) -> Iterator[str]:
    """Rules that cause it, rules it causes, and what it was called."""
    causes = [r for r in rules if r.code in rule.after]
    follows = [r for r in rules if rule.code in r.after]
    lines = [f"- 由 {_link(r)} 引起时，列在那一条下面" for r in causes]
    lines += [f"- 引起 {_link(r)} 时，那一条列在本条下面" for r in follows]
    if rule.formerly:
        lines.append(f"- 并入本条的旧编号、旧名称：{'、'.join(f'`{word}`' for word in rule.formerly)}")
    if lines:
        yield from ("", "## 与其他规则", "", *lines)


def _link(rule: Declaration) -> str:
    return f"[{rule.code} {plain(rule.title)}]({rule.code}.md)"


def _title(case: Case) -> str:
    return plain(_KIND.sub("", case.title))


def _tidy(lines: Iterable[str]) -> Iterator[str]:
    """Without an empty line of a quotation before other things, and with one blank line where there are more."""
    last = ""
    for line, following in pairwise([*lines, ""]):
        if line == ">" and not following.startswith(">"):
            continue
        if line or last:
            yield line
        last = line
