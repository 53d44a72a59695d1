"""One readable page per policy: where and when it holds, every parameter in words with its source, what it says other
than the layer above, and a table scored by it; and the index.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from jixiao.audit.declaration import declarations
from jixiao.audit.declaration import index as modules
from jixiao.model import Citation
from jixiao.policy import Dated, Policy, PolicyInfo, available, resolve

from . import ROOT
from .markdown import plain, table
from .policy_example import example
from .policy_words import CHECKS, SCORING, Topic

_UNCHECKED = "**未核对原文**"


def listing() -> str:
    """Every policy with its place, years and how far it was checked."""
    lines = [
        "# 政策目录",
        "",
        "每个政策一页：适用的地方和年度，每项参数和出处，与上一层政策有什么不同，以及按它复算的一张表。",
        "选用最近的一层：先看单位所在的县市，再看上一级，最后是国家通用政策。",
        "`--policy` 可另行指定，见[复核人指南](guide-reviewer.zh.md)。",
        "标“未核对原文”的数值尚未与原文核对，使用时请留意。",
        "本页和各政策页由程序按数据生成（`python docs/generate.py`）。",
        "",
    ]
    rows = []
    for info in available():
        link = f"[{plain(info.title)}](policies/{file_of(info)})"
        rows.append((link, f"`{info.id}`", "、".join(info.names), _since(info), _checked(info)))
    return "\n".join([*lines, *table(("政策", "编号", "地方", "自何时起", "核对原文"), rows)[:-1]]) + "\n"


def pages() -> Mapping[str, str]:
    """The page of every policy by the name of its file."""
    return {file_of(info): "\n".join(_page(info)) + "\n" for info in available()}


def file_of(info: PolicyInfo) -> str:
    """The file of a policy's page: its place in the tree of places, with hyphens."""
    return info.id.replace("/", "-") + ".md"


def _since(info: PolicyInfo) -> str:
    return f"{min(value.since for value in info.values)}"


def _checked(info: PolicyInfo) -> str:
    """How many of the values that somebody laid down were held against the original."""
    laid_down = [value for value in info.values if not _is_ours(value)]
    return f"{sum(value.citation.verified for value in laid_down)}/{len(laid_down)} 项已核对"


def _is_ours(value: Dated) -> bool:
    """Whether it is a bar that this program sets, where there is no original to check."""
    return value.is_bar and value.citation.verified


@cache
def _by_id() -> Mapping[str, PolicyInfo]:
    return {info.id: info for info in available()}


def _page(info: PolicyInfo) -> Iterator[str]:
    policy = resolve(policy=info.id)
    yield f"# {plain(info.title)}"
    yield from ("", f"{plain(info.title_en)} · `{info.id}` · [政策目录](../policies.md)", "")
    yield from _where(info)
    yield from ("", "## 怎样计分", "", _lead(info), "")
    yield from table(_heads(info), [_row(topic, policy, info) for topic in SCORING])[:-1]
    yield from _earlier(info)
    yield from ("", "## 核查的界限", "", "得分不受这些数影响；达到界限时，核查会请人看一眼。", "")
    rows = [(*_row(topic, policy, info), _rules(topic.key)) for topic in CHECKS]
    yield from table((*_heads(info), "用在"), rows)[:-1]
    yield from ("", "## 按本政策复算一张表", "")
    yield from example(policy)


def _lead(info: PolicyInfo) -> str:
    upper = f"“与上一层”一栏空着的，本政策没有另行规定，沿用{_link(info.parent)}。" if info.parent else ""
    return f"当前有效的数值。{upper}"


def _heads(info: PolicyInfo) -> tuple[str, ...]:
    return ("事项", "规定", "出处", *(("与上一层",) if info.parent else ()))


def _where(info: PolicyInfo) -> Iterator[str]:
    yield "## 适用"
    yield ""
    yield f"- 地方：{'、'.join(info.names)}" + (f"；其下{'、'.join(info.within)}" if info.within else "")
    yield f"- 年度：{_since(info)} 起施行的数值，到所评年度年底已经施行的才用；更早的年度用{_before(info)}"
    yield f"- 上一层：{_link(info.parent)}" if info.parent else "- 上一层：没有；没有自己政策的地方都用本政策"
    yield f"- 核对：{_checked(info)}；其余标{_UNCHECKED}"
    yield f"- 指定使用：`jixiao check 报告.docx --policy {info.id}`"


def _before(info: PolicyInfo) -> str:
    return "上一层" if info.parent else "最早的数值"


def _link(policy_id: str) -> str:
    info = _by_id()[policy_id]
    return f"[{plain(info.title)}]({file_of(info)})"


def _row(topic: Topic, policy: Policy, info: PolicyInfo) -> tuple[str, ...]:
    dated = _stated(topic.key, policy)
    cells = (topic.title, plain(topic.words(policy)), _source(dated))
    return (*cells, _against_upper(topic, policy, info, dated)) if info.parent else cells


def _stated(key: str, policy: Policy) -> Dated | None:
    """Where a field stands: the newest value of the last layer that states it; ``None`` where none does."""
    for layer in reversed(policy.layers):
        values = [value for value in _by_id()[layer].values if _has(value, key)]
        if values:
            return values[-1]
    return None


def _has(value: Dated, key: str) -> bool:
    if value.parameter == key:
        return True
    return key.startswith(f"{value.parameter}.") and key.removeprefix(f"{value.parameter}.") in value.fields


def _source(dated: Dated | None) -> str:
    if dated is None:
        return "没有规定"
    citation = dated.citation
    checked = ("" if _is_ours(dated) else "已核对原文") if citation.verified else _UNCHECKED
    parts = (plain(_document(citation)), checked, f"自 {dated.since}", _until(dated), plain(citation.note))
    return "；".join(part for part in parts if part)


def _document(citation: Citation) -> str:
    return f"{citation.document} {citation.clause}".strip()


def _until(dated: Dated) -> str:
    return f"至 {dated.until}" if dated.until else ""


def _against_upper(topic: Topic, policy: Policy, info: PolicyInfo, dated: Dated | None) -> str:
    """What the layer above says where this one says something of its own."""
    if dated is None or dated not in info.values:
        return ""
    upper = topic.words(resolve(policy=info.parent))
    return "另行规定，数值相同" if upper == topic.words(policy) else f"**不同**；上一层：{plain(upper)}"


def _earlier(info: PolicyInfo) -> Iterator[str]:
    """Values of this layer that newer ones took the place of."""
    rows = []
    for topic in SCORING:
        name = topic.key.partition(".")[0]
        values = [value for value in info.values if value.parameter == name]
        for value, following in pairwise(values):
            then = resolve(policy=info.id, year=value.since.year)
            if topic.words(then) != topic.words(resolve(policy=info.id, year=following.since.year)):
                rows.append(
                    (topic.title, plain(topic.words(then)), f"{value.since} 至 {following.since} 前", _source(value))
                )
    if rows:
        yield from ("", "此前的规定：", "")
        yield from table(("事项", "规定", "何时", "出处"), rows)[:-1]


@cache
def _rules(key: str) -> str:
    """The rules that use a bar, as links to their pages."""
    found = []
    for module, (code, *_) in modules().items():
        path = ROOT / "src" / (module.replace(".", "/") + ".py")
        if f"policy.{key}" in path.read_text("utf-8"):
            found.append(code)
    titles = {rule.code: rule.title for rule in declarations()}
    return "、".join(f"[{code}](../rules/{code}.md) {titles[code]}" for code in sorted(found))
