"""What a figure is said of: from the words before it to subject, basis, and whole of a share.

The words of the clause up to the figure enter; a :class:`Wording` leaves. Its normal form of a subject: the noun
phrase without quotation marks and spaces, without leading connectives (其中, 以及), times (2024年, 本年) and words
for the unit itself (我单位, 大队), and without trailing copulas (为, 达), size words (总额, 金额), basis words
(年初预算, 实际支出) and a 支出 that is the verb of a named item (办案费支出 → 办案费, but 基本支出, 项目支出 stay).
Empty where the words name nothing: then the figure speaks of what was named before.
"""

from __future__ import annotations

import re
from functools import lru_cache

from jixiao.model.classes import dataclass

from ...model import Basis
from ...values.pattern import lazy

_YEAR = r"(?:19|20)[0-9]{2}\s*年(?:度|末|底|初)?"
_SELF = (
    r"(?:我|本)(?:单位|部门|局|委|办|院|校|馆|站|所|中心|大队|支队|队|镇|乡|街道|社区|县|市|区|级)|(?:单位|部门|大队|支队|全局|全院|全校|全馆|全委|全镇|全县|全市|全区)"
    r"(?!资金|预算|自有|职工|人员|决算|干部|负责|产|车|范围)"
)
_LEAD = lazy(
    r"(?:[0-9]{1,2}\s*[、．.)）](?![0-9])|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳]"
    rf"|[\s、，,：:；;（(）)”\"]+|其中|以及|并且|并(?!购)|且|和|及(?!时)|与|同时|另外|另有?|此外|还|共有?|涉及|主要(?:是|有)?|分别(?:是|为)?|包括|包含|含(?!税|量)|期间|现有?(?!金|场|代)|[本此]次|即|由于"
    rf"|一是|二是|三是|四是|五是|六是|特别是|尤其是|按[^，。]{{1,14}}的|根据[^，。]{{1,30}}[，,]|[^，。]{{0,8}}(?:来源|构成)(?:为|是|包括)|{_YEAR}|截至[^，。]{{0,14}}?(?:年|月|日|末|底)"
    rf"|上年度?(?!结转)|去年|上一年度?|本年度?|今年|当年(?!财政)|全年(?!预算)|年度|年末|期末|年中|累计|(?:预算)?执行(?:过程)?中(?!心)|(?:年初)?预算安排的|预算内|[较比](?=年初|预算|上年|去年|计划|调整)|{_SELF}|于(?=\S)|，|的)"
)
_TAIL = lazy(
    r"(?:(?:提高|提升|增加|增长|上升|下降|降低|减少)(?:到|至|为)|[\s“\"：:（(、]|分别|均|都|各|共计|合计|总计|累计|总共|共有|共|计(?=$)|(?<![实现拥所])有|大约|约|近|将近|仅|只|涉及|为|是|达到|达|(?<=费)财政拨款(?:支出)?|至|到|在|了|的|等|之|于|(?<![理事自缘])由|从"
    r"|(?:[一二两三四五六七八九十]|[0-9]+)(?:项|个|方面|类)(?:费用|支出|经费)?|年均|总?金额|总额|总数|总量|数额|数量|规模|[0-9]+$)$"
)
_BASIS_TAIL = lazy(
    r"(?:年初预算安排|年初预算批复|年初批复|年初预算|年初安排|年初|全年预算|调整后预算|调整预算|预算调整|预算安排|预算批复|批复预算|预算下达|年中调整|年中追加|年中|调整后|调整|追加后|追加"
    r"|调增|调减|预算|决算支出|决算|实际支出|实际完成支出|实际执行|实际使用|实际完成|实际到位|实际|已支付|已支出|支付|列支|拨付|使用|安排|下达|到位|批复|投入|累计支出|总支出|共支出|执行|完成)(?:数|总?额)?$"
)
_SPENT = lazy(r"支出(?:数|额)?$")
_NAMED = lazy(r"(?:费|经费|资金|(?<!拨)款|金|专项|补助|工资|投资|采购|购置|成本|奖励|补贴|[^的]项目|工程)$")
_KEEPS = lazy(r"(?:预|决)算|总额|金额|合计|总|数")

_INITIAL = lazy(r"年初|期初预算|部门预算批复|预算批复")
_REVISED = lazy(r"调整|调增|调减|追加|年中|全年预算|变更为")
_CARRIED = lazy(r"结转|结余")
_SPENDING = lazy(r"决算|实际|执行|已支|支付|列支|支出|使用|报销|花费|发放|完成")
_PRIOR = lazy(r"上年(?!结转|度?结转)|去年|上一年|上年度(?!结转)")
_MOVES = r"增长|增加|上升|提高|提升|下降|减少|降低|压减|压缩|节约|节省|回落|超支|超出|提前"
_COMPARED = lazy(
    rf"(?:相较于?|相比|较之?|(?<![占对])比(?!例|重|率)|同比|环比|与)(?P<of>[^，,。]{{0,14}}?)?(?:同期)?(?:数|决算|预算)?(?:相比)?[，,]?"
    rf"(?={_MOVES}|增|减|超|多|少|$)|同比|环比"
)
_CHANGE = lazy(
    rf"(?P<verb>{_MOVES}|追加|调增|调减|核增|核减|增拨)(?:(?:率|幅度)(?:约|近|达到?|为)?|了|资金|预算|金额)?(?:约|近|达)?\s*$"
    r"|(?P<noun>增幅|降幅|涨幅)(?:约|近|达到?|为)?\s*$"
)
_BASES = (
    "人次|公里|平方米|工作日|季度|人|户|亩|生|床|师|年|月|日|天|件|次|期|场|班|辆|台|村|社区|校|所|处|座|家|套|吨|米|"
    "项(?!目)"
)
_SHARE = lazy(
    r"(?:共?占到?|占比?)(?P<of>[^，。；;]{0,24}?)(?:的?(?:比重|比例|比率|份额|比)?(?:为|达到?|约|近)?|的)\s*[约近]?\s*$"
)
_DONE_OF = lazy(
    r"(?:完成|达到?|执行了?|实现)(?:了)?(?P<of>[^，。；;]{0,16}?(?:预算|计划|任务|目标|指标)(?:数|值|额)?)的?\s*[约近]?\s*$"
)


@dataclass(frozen=True, slots=True)
class Wording:
    """What the words before a figure say. ``change`` is a word like 增长: then the figure is a difference, not an
    amount. ``per`` is what it counts per (户均, 每人每月), ``each`` says that it is one of several alike (均, 都).
    """

    subject: str
    basis: Basis
    of: str = ""
    change: str = ""
    prior: bool = False
    per: str = ""
    each: bool = False


_PER = lazy(
    rf"每一?(?P<each>个?(?:{_BASES})|[位名个])|(?P<mean>[人户亩生床师年月日件次期场辆台村校班])均(?![衡为在已达按由有不无未])"
)
_EACH = lazy(r"(?<![平年人户日月亩])均(?!衡)|都(?!市|会)|皆|全部|每个|各(?!项|类|种|级|部门|单位|地)")


@lru_cache(maxsize=4096)
def wording(words: str, kind: str) -> Wording:
    """What is said of a figure of that kind by the words of its clause before it."""
    head, of, change = words, "", ""
    moved = _CHANGE.search(words)
    compared = _COMPARED.search(words)
    if moved and kind in {"money", "rate", "count"}:
        change = moved["verb"] or moved["noun"]
        head = words[: compared.start()] if compared else words[: moved.start()]
        of = _plain(compared["of"] or "") if compared else ""
    elif kind == "rate":
        share = _SHARE.search(words) or _DONE_OF.search(words)
        if share:
            head, of = words[: share.start()], subject_of(share["of"]) or _plain(share["of"])
    prior = bool(_PRIOR.search(head))
    if kind == "score":
        head = head.removesuffix("得").removesuffix("得了")
    counts = [(found["each"] or found["mean"]) for found in _PER.finditer(head)] if kind in {"money", "count"} else []
    if counts:
        head = _PER.sub("", head)
    subject = subject_of(head) if kind in {"money", "rate", "score"} else counted(head)
    if kind == "score" and not subject:
        # points of a block of the table, and not a basis
        subject = "预算执行" if "执行" in head else "投入" if _INVESTED.search(head) else ""
    per = "/".join(base[1:] if len(base) > 1 and base[0] == "个" else base for base in counts)
    each = _EACH.search(words) is not None
    return Wording(subject, "" if change else _basis(head, kind, prior), of, change, prior, per, each)


def subject_of(words: str) -> str:
    """The subject in its normal form."""
    text = _led(words)
    start = text
    while True:
        before = text
        text = _TAIL.sub("", text)
        text = _BASIS_TAIL.sub("", text)
        spent = _SPENT.search(text)
        if spent and (_NAMED.search(text[: spent.start()]) or text[: spent.start()].endswith(("”", "与", "和", "及"))):
            text = text[: spent.start()]
        text = re.sub(r"(?<=.)[与和及]$", "", text)
        if text == before:
            break
    text = _plain(text)
    if text in {"", "支出"} and "总支出" in start:
        return "总支出"
    if text in {"支出", "资金", "经费", "金额", "投入", "费用"} and not _KEEPS.search(_led(start)):
        return ""
    if not text and start.startswith("支出") and _KEEPS.search(start):
        return "支出"
    return text


_INVESTED = lazy(r"投入(?:部分|指标|类)?\s*$")
_NAMED_YEAR = lazy(rf"^[^，,。]{{2,30}}?{_YEAR}(?=\s*\S{{2}})")
_NO_BASIS = lazy(r"(?:一般公共|政府性基金|国有资本经营|社会保险基金|二级|全面)预算(?!数|总?额|金额|安排|调整)")


def counted(words: str) -> str:
    """The subject of a count: the words of its clause without what only links or times them."""
    text = _led(words)
    before = None
    while text != before:
        before = text
        text = _TAIL.sub("", text)
    return _plain(text)


def _led(words: str) -> str:
    text = _NAMED_YEAR.sub("", words.strip())
    while (match := _LEAD.match(text)) is not None and match.end() < len(text):
        text = text[match.end() :].lstrip()
    if _LEAD.fullmatch(text):
        return ""
    return text


def _plain(text: str) -> str:
    return re.sub(r"[\s“”\"‘’'《》（()）]", "", text).strip("，,、：:的")


def _basis(words: str, kind: str, prior: bool) -> Basis:
    """The basis the words name. 预算 alone says a budget, but not which: ``budget``."""
    if kind != "money":
        return "prior" if prior else ""
    words = _NO_BASIS.sub("", words)
    if _CARRIED.search(words):
        return "carry_over"
    if prior:
        return "prior"
    if "到位" in words:
        return ""  # received is neither planned nor spent
    budget, spending = "预算" in words and "预算执行" not in words, _SPENDING.search(words)
    if _REVISED.search(words):
        return "revised"
    if budget and spending and re.search(r"预算\s*(?:数|总?金?额)?\s*(?:与|和|及|、)\s*(?:实际|决算|执行|支出)", words):
        return ""
    # a word for spending behind the last 预算 speaks of what was spent: 预算内资金实际支出
    if budget and not re.search(r"预算.{0,12}?(?:实际|决算|已支|列支|执行数|支付)", words):
        return "initial" if _INITIAL.search(words) else "budget"
    if _INITIAL.search(words) and not spending:
        return "initial"
    return "outturn" if spending else ""
