"""Self-evaluation tables drawn by lot: words, column orders, header trees, merges, lost cells, page breaks, goals under
labels of no list.

A source of chance enters; a :class:`Drawn` leaves: the document, what each field should be read as, and where each
stands. Facts add up as real ones do, because arithmetic is one of the things that tell columns apart.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from jixiao.forms.labels import key, words
from jixiao.model import Document, Paragraph, Table

from .boxes import Box, Sheet, Spot, fill, pages, stored
from .drawn_words import (
    ACTUAL,
    CHILDREN,
    EXPECTED,
    EXTRA_FOOT,
    EXTRA_HEAD,
    FUNDS,
    GOAL_PAIRS,
    LEVELS,
    NAMES,
    OTHER_LEVELS,
    REASONS,
    SIDES,
    TOTALS,
    VALUES,
    Fact,
)


@dataclass
class Drawn:
    """A document, what its fields should be read as (pointer → text), and the box of each stored cell."""

    document: Document
    fields: dict[str, Box]
    places: dict[Spot, Box]
    habits: dict[str, object]
    """What was drawn, for a person who looks at a failure."""
    rows: int = 0
    labels: dict[str, str] = field(default_factory=dict)


class Lot:
    """One table in the making."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.habits: dict[str, object] = {}
        self.columns = self._columns()
        self.widths = {name: rng.choice((1, 1, 1, 2)) for name in self.columns}
        self.side = self.lot("side", 0.75)
        self.width = sum(self.widths.values()) + self.side
        while self.width < 9:
            self.widths["name"] += 1
            self.width += 1
        self.grid = not self.lot("text", 0.2)
        self.ragged = self.lot("ragged", 0.35)
        self.known_levels = not self.lot("other levels", 0.2)
        self.execution = rng.choice(("10", "10", "20", "")) if "score" in self.columns else ""
        self.facts = self._facts()

    def lot(self, habit: str, share: float) -> bool:
        """Whether the table has this habit."""
        drawn = self.rng.random() < share
        if drawn:
            self.habits[habit] = True
        return drawn

    def below(self) -> str:
        """How a merged cell is stored below its first row."""
        if self.ragged:
            style = self.rng.choice(("absent", "absent", "absent", "known", "blank"))
        else:
            style = self.rng.choice(("known", "known", "blank", "repeated", "gap"))
        return style

    # --- facts ---

    def _columns(self) -> list[str]:
        rng = self.rng
        parts = ["sign", "target", "unit"] if self.lot("three parts", 0.35) else ["target"]
        columns = ["level1", "level2", "name", *parts, "actual", "weight", "score"]
        if self.lot("weight early", 0.25):
            columns.remove("weight")
            columns.insert(3, "weight")
        if self.lot("no weights", 0.1):
            columns.remove("weight")
            if self.lot("no scores", 0.5):
                columns.remove("score")
        elif self.lot("points of levels", 0.3):
            for level in rng.choice((["level1"], ["level2"], ["level1", "level2"])):
                columns.insert(columns.index(level) + 1, f"{level}_points")
        if "score" in columns and self.lot("audit", 0.12):
            columns.insert(columns.index("score") + 1, "audit_score")
        if not self.lot("no reasons", 0.2):
            columns.append("explanation")
        if self.lot("numbers", 0.1):
            columns.insert(0, "number")
        if self.lot("foreign", 0.15):
            columns.insert(rng.randrange(columns.index(parts[-1]) + 1, len(columns) + 1), "foreign")
        return columns

    def _facts(self) -> list[Fact]:
        rng = self.rng
        names = rng.sample(NAMES, len(NAMES))
        places = [
            (one, two)
            for one, seconds in (LEVELS if self.known_levels else OTHER_LEVELS)
            for two in seconds
            if two in ("数量指标", "社会效益指标", "服务对象满意度指标") or rng.random() < 0.6
            for _ in range(rng.choice((1, 1, 2, 3)))
        ]
        full = 100 - int(self.execution or 0)
        shares = self._shares(len(places), full)
        rough = self.lot("rough", 0.3)
        facts = []
        for (one, two), weight in zip(places, shares, strict=True):
            sign, target, unit, actual = rng.choice(VALUES)
            score = weight if rng.random() < 0.7 else str(Decimal(weight) - Decimal("0.5"))
            fact = Fact(one, two, names.pop(), sign, target, unit, actual, weight, score, rng.choice(REASONS), score)
            if rough:
                for blank in ("target", "actual", "weight", "score", "explanation"):
                    if rng.random() < 0.06:
                        setattr(fact, blank, "")
                        if blank == "target":
                            fact.sign = fact.unit = ""
            facts.append(fact)
        if self.lot("target over rows", 0.15):
            place = rng.randrange(1, len(facts))
            above, fact = facts[place - 1], facts[place]
            if (above.level1, above.level2) == (fact.level1, fact.level2) and above.target:
                fact.name, fact.sign, fact.target, fact.unit = above.name, above.sign, above.target, above.unit
                fact.actual = "另完成3批"
                fact.again = True
        return facts

    def _shares(self, count: int, full: int) -> list[str]:
        """Weights that add up, or do not where somebody slipped."""
        cuts = sorted(self.rng.sample(range(1, full), count - 1))
        shares = [b - a for a, b in zip([0, *cuts], [*cuts, full], strict=True)]
        if self.lot("wrong sum", 0.1):
            shares[0] += 1
        return [str(share) for share in shares]

    # --- words ---

    def label(self, block: str, name: str) -> str:
        """A word in use for a column, now and then broken over two lines."""
        fitting = [w for w in words(block, name) if key(w, block) == name and w not in ("备注", "说明")]
        text = self.rng.choice(fitting) if self.rng.random() < 0.6 else fitting[0]
        return self.broken(text)

    def broken(self, text: str) -> str:
        """The text, perhaps with a line break in it."""
        return f"{text[:2]}\n{text[2:]}" if len(text) > 3 and self.rng.random() < 0.25 else text

    # --- blocks ---

    def head(self) -> Sheet:
        """Name, department, implementing unit, and what else is asked."""
        rng = self.rng
        label, name = self.label("head", "project_name"), "老旧小区管网改造"
        rows = [[Box(label), Box(name, holds=("/name",))]]
        if self.lot("code", 0.15):
            rows[0][1] = Box(f"430600X210-{name}", holds=("/name",), value=name)
        pairs = [
            (self.label("head", "department"), Box("某市住房和建设局", holds=("/department",))),
            (self.label("head", "implementer") + "（盖章）", Box("某市市政维护中心", holds=("/implementer",))),
        ]
        for text, value in rng.sample(EXTRA_HEAD, rng.choice((0, 0, 1, 2))):
            pairs.append((text, Box(value, holds=(f"/extra/{text}",))))
        if self.lot("head shuffled", 0.3):
            rng.shuffle(pairs)
        while pairs:
            take = pairs[: rng.choice((1, 2, 2))]
            del pairs[: len(take)]
            rows.append([cell for text, box in take for cell in (Box(self.broken(text)), box)])
        for row in rows:
            share = max(1, self.width // (2 * len(row)))
            for box in row[1::2]:
                box.span = share
            fill(row, self.width)
        return rows

    def money(self) -> Sheet:
        """The money block."""
        rng = self.rng
        names = ["initial_budget", "revised_budget", "outturn", "weight", "execution_rate", "score"]
        if not self.execution:
            names = ["initial_budget", "revised_budget", "outturn", "execution_rate"]
        if self.lot("one budget", 0.2):
            names.remove("initial_budget")
        if self.lot("rate before points", 0.25) and "weight" in names:
            names.remove("weight")
            names.insert(names.index("execution_rate") + 1, "weight")
        budget = Decimal(rng.randrange(2000, 90000)) / 100
        spent = (budget * Decimal(rng.randrange(80, 101)) / 100).quantize(Decimal("0.01"))
        rate = (spent / budget * 100).quantize(Decimal("0.01"))
        points = self.execution or "10"
        self.gained = (rate * int(points) / 100).quantize(Decimal("0.01"))
        amounts = {"initial_budget": str(budget), "revised_budget": str(budget), "outturn": str(spent)}
        total = {**amounts, "weight": points, "execution_rate": f"{rate}%", "score": str(self.gained)}
        side = self.lot("money side", 0.8)
        unit = rng.choice(("（万元）", "（万元）", "（元）", ""))
        self.unit = unit.strip("（）") or "万元"
        lead: list[Box] = [Box(f"项目资金\n{unit}", below=self.below())] if side else []
        corner = Box(rng.choice(("", "资金来源"))) if side else Box("资金来源" + unit)
        heads = {name: Box(self.label("money", name), below=self.below()) for name in names}
        rows = [[*lead, corner, *heads.values()]]
        if self.grid and self.lot("money tree", 0.25):
            rows = self._tree(rows[0], heads, names)
        lower = rng.choice(("blank", "dash", "merged"))
        once = {"repeated": "known"}
        style = self.below()
        style = once.get(style, style)
        over = {name: Box(total[name], below=style, holds=(f"/funds/lines/0/{_field(name)}",)) for name in names}
        for place, label in enumerate(("年度资金总额", *FUNDS[: rng.choice((1, 2, 3))])):
            at = f"/funds/lines/{place}"
            row = [*lead, Box(label + ("：" if rng.random() < 0.2 else ""), holds=(f"{at}/label",))]
            for name in names:
                if not place:
                    row.append(over[name])
                elif name in amounts:
                    text = amounts[name] if "财政" in label else rng.choice(("", "0", "0.00"))
                    row.append(Box(text, holds=(f"{at}/{name}",)))
                elif lower == "merged":
                    row.append(over[name])
                else:
                    row.append(Box({"blank": "", "dash": "/"}[lower], holds=(f"{at}/{_field(name)}",)))
            rows.append(row)
        return self._spread(rows)

    def _tree(self, top: list[Box], heads: dict[str, Box], names: list[str]) -> Sheet:
        """Two columns side by side under one label, the others merged downward."""
        pairs = [pair for pair in pairwise(names) if set(pair) <= set(CHILDREN)]
        if not pairs:
            return [top]
        one, two = self.rng.choice(pairs)
        text = "预算数" if {one, two} == {"initial_budget", "revised_budget"} else "预算执行情况"
        over = Box(text, 2)
        full = text == "预算执行情况" or self.rng.random() < 0.5
        under = [heads[name] if full else Box(CHILDREN[name]) for name in (one, two)]
        upper = [over if box is heads[one] else box for box in top if box is not heads[two]]
        lower = [
            box
            for old in top
            for box in (under[:1] if old is heads[one] else under[1:] if old is heads[two] else [old])
        ]
        return [upper, lower]

    def _spread(self, rows: Sheet) -> Sheet:
        """The columns of a block over the width of the table: one column takes what is left."""
        widest = max(rows, key=len)
        spare = self.width - len(widest)
        wide = 1 if len(widest) > 1 and self.lot("second column wide", 0.7) else len(widest) - 1
        grown: set[int] = set()
        for row in rows:
            column = 0
            for box in row:
                covered = range(column, column + (box.span - spare if id(box) in grown else box.span))
                column = covered.stop
                if wide in covered and id(box) not in grown:
                    box.span += spare
                    grown.add(id(box))
        return rows

    def goals(self) -> Sheet:
        """The goals: side by side, one under another, with a side cell or without."""
        rng = self.rng
        shape = rng.choice(("columns", "columns", "rows", "rows", "line", "none"))
        self.habits["goals"] = shape
        if shape == "none":
            return []
        if self.lot("goal words", 0.5):
            expected, actual = rng.choice(GOAL_PAIRS)
        else:
            expected, actual = self.label("goals", "expected"), self.label("goals", "actual")
        one = Box(rng.choice(EXPECTED), holds=("/goal_expected",))
        two = Box(rng.choice(ACTUAL), holds=("/goal_actual",))
        side = [Box(rng.choice(("年度总体目标", "年度\n总体\n目标", "总体目标")), below=self.below())]
        if not self.lot("goal side", 0.7):
            side = []
        if shape == "columns":
            half = (self.width - len(side)) // 2
            rows = [[*side, Box(expected, half), Box(actual)], [*side, one, two]]
            one.span = half
        elif shape == "rows":
            rows = [[*side, Box(expected), one], [*side, Box(actual), two]]
        else:
            rows = [[Box(expected, 1), one, Box(actual), two]]
            one.span = self.width // 2 - 1
        return [fill(row, self.width) if sum(box.span for box in row) < self.width else row for row in rows]

    def indicators(self) -> tuple[Sheet, Sheet]:
        """Header and rows."""
        rng = self.rng
        rows: Sheet = []
        above: dict[str, Box] = {}
        styles = {name: self.below() for name in ("level1", "level2", "side", "target")}
        weights = self.label("indicators", "weight")
        self.labels = {name: self.label("indicators", name) for name in self.columns if name not in _OWN}
        self.labels |= {"foreign": "评分标准", "number": "序号", "weight": weights}
        same = self.lot("points under one word", 0.6)
        self.labels |= {f"{n}_points": weights if same else "分值" for n in ("level1", "level2")}
        if "weight" in self.columns and self.lot("unknown weight word", 0.06):
            self.labels["weight"] = "设置"
        full = sum(Decimal(f.weight or 0) for f in self.facts)
        side = Box(rng.choice(SIDES).format(full), below=styles["side"])
        header = self._header(side)
        merged_reason: Box | None = None
        for place, fact in enumerate(self.facts):
            at = f"/indicators/{place}"
            row = [side] if self.side else []
            for name in self.columns:
                box = self._box(at, place, name, fact, above, styles)
                if name == "explanation":
                    if merged_reason is not None and rng.random() < 0.5:
                        box = merged_reason
                    elif rng.random() < 0.05 and fact.explanation and self.grid:
                        merged_reason = box
                        box.below = rng.choice(("known", "absent"))
                    else:
                        merged_reason = None
                box.span = self.widths[name]
                row.append(box)
            rows.append(row)
        return header, rows

    def _box(self, at: str, place: int, name: str, fact: Fact, above: dict[str, Box], styles: dict[str, str]) -> Box:
        if name in ("level1", "level2"):
            here = fact.level1 if name == "level1" else f"{fact.level1}/{fact.level2}"
            return self._level(at, name, here, getattr(fact, name), above, styles[name])
        if name.endswith("_points"):
            level = name.removesuffix("_points")
            return self._points(level, fact, above, styles[level])
        if fact.again and name in ("name", "target", "sign", "unit"):
            box = above[name]
            box.holds += (f"{at}/{_field(name)}",)
            box.below = styles["target"] if styles["target"] != "repeated" else "known"
            return box
        if name == "number":
            return Box(str(place + 1))
        if name == "foreign":
            return Box(f"按第{place + 1}条评分", holds=(f"/foreign/{place}",))
        text = fact.whole if name == "target" and "sign" not in self.columns else getattr(fact, name)
        above[name] = Box(text, holds=(f"{at}/{_field(name)}",))
        return above[name]

    def _level(self, at: str, name: str, here: str, text: str, above: dict[str, Box], style: str) -> Box:
        known = above.get(f"{name}:{here}")
        if known is None:
            text = f"{text[:2]}\n{text[2:]}" if self.rng.random() < 0.2 else text
            known = above[f"{name}:{here}"] = Box(text, value=text.replace("\n", ""), below=style)
        known.holds += (f"{at}/{name}",)
        return known

    def _points(self, level: str, fact: Fact, above: dict[str, Box], style: str) -> Box:
        here = fact.level1 if level == "level1" else f"{fact.level1}/{fact.level2}"
        known = above.get(f"{level}_points:{here}")
        if known is None:
            alike = [
                f for f in self.facts if f.level1 == fact.level1 and (level == "level1" or f.level2 == fact.level2)
            ]
            text = str(sum(Decimal(f.weight or 0) for f in alike))
            known = Box(text, below=style, holds=(f"/declared/{getattr(fact, level)}",))
            above[f"{level}_points:{here}"] = known
        return known

    def _header(self, side: Box) -> Sheet:
        """One row, or two where labels stand over others."""
        columns = [Box(self.labels[name], self.widths[name], below="known") for name in self.columns]
        lead = [side] if self.side else []
        groups: list[tuple[int, int, str]] = []
        if "sign" in self.columns and self.lot("target tree", 0.6):
            at = self.columns.index("sign")
            groups.append((at, at + 3, "年度指标值"))
            for box, text in zip(columns[at : at + 3], ("指标性质", "指标值", "度量单位"), strict=True):
                box.text = text
        if self.lot("level tree", 0.25):
            at = self.columns.index("level1")
            groups.append((at, self.columns.index("name") + 1, "绩效指标"))
        if "audit_score" in self.columns and self.lot("score tree", 0.5):
            at = self.columns.index("score")
            groups.append((at, at + 2, "得分"))
        if not groups:
            return [[*lead, *columns]]
        below = self.rng.choice(("known", "known", "blank", "absent" if self.ragged else "known"))
        for box in columns:
            box.below = below
        upper: list[Box] = []
        for place, box in enumerate(columns):
            group = next((g for g in groups if g[0] <= place < g[1]), None)
            if group is None:
                upper.append(box)
            elif group[0] == place:
                upper.append(Box(group[2], sum(b.span for b in columns[group[0] : group[1]])))
        return [[*lead, *upper], [*lead, *columns]]

    def foot(self) -> Sheet:
        """Total, conclusions, notes."""
        rng = self.rng
        rows: Sheet = []
        total = sum((Decimal(f.score or 0) for f in self.facts), Decimal(self.gained if self.execution else 0))
        spans = [self.widths[name] for name in self.columns]
        named = [n for n in self.columns if n in ("weight", "score", "audit_score")]
        extra = [(text, value) for text, value in rng.sample(EXTRA_FOOT, rng.choice((0, 0, 1, 2)))]
        if "score" in self.columns:
            early = self.columns.index("weight") < 4 if "weight" in self.columns else False
            first = "score" if early else named[0]
            at = self.columns.index(first)
            row = [Box(self.broken(rng.choice(TOTALS)), sum(spans[:at]) + self.side)]
            values = {"weight": "100", "score": str(total), "audit_score": str(total)}
            holds = {"weight": "/total_weight", "score": "/total", "audit_score": "/audit_total"}
            for name, span in zip(self.columns[at:], spans[at:], strict=True):
                row.append(Box(values.get(name, ""), span, holds=(holds[name],) if name in holds else ()))
            if self.lot("grade", 0.2) and self.columns[-1] == "explanation":
                row[-1].text, row[-1].holds = rng.choice(("优", "自评等级：优", "（自评等级）优")), ("/grade",)
            rows.append(row)
        lines = [[Box(text), Box(value, self.width - 1, holds=(f"/extra/{text}",))] for text, value in extra]
        return lines + rows if self.lot("texts before total", 0.3) else rows + lines


_OWN = frozenset(("level1_points", "level2_points", "foreign", "number"))


def _field(name: str) -> str:
    return {"execution_rate": "rate", "unit": "target_unit"}.get(name, name)


def drawn(rng: random.Random) -> Drawn:
    """A table by lot."""
    lot = Lot(rng)
    money, goals = lot.money(), lot.goals()
    head = lot.head()
    header, rows = lot.indicators()
    upper = head + (goals + money if lot.lot("goals first", 0.3) else money + goals)
    sheet = upper + header + rows + lot.foot()
    for row in sheet:
        if (
            lot.ragged
            and len(row) > 4
            and not row[-1].text
            and row[-1].holds[:1] != ("/grade",)
            and rng.random() < 0.08
        ):
            row.pop()
        elif lot.ragged and rng.random() < 0.04:
            row.append(Box(""))
    fields = {pointer: box for row in sheet for box in row for pointer in box.holds}
    places: dict[Spot, Box] = {}
    blocks: list[Paragraph | Table] = [Paragraph(0, "2023年度项目支出绩效自评表")]
    cut = len(upper) + len(header) + rng.randrange(2, max(3, len(rows) - 1))
    if lot.lot("pages", 0.2) and cut < len(sheet) - 2:
        again = header if lot.lot("header again", 0.6) else None
        first, second = pages(sheet, cut, again)
        if lot.lot("one table", 0.4):
            blocks.append(stored(first + second, 0, places, grid=lot.grid))
        else:
            blocks += [stored(first, 0, places, grid=lot.grid), stored(second, 1, places, grid=lot.grid)]
    else:
        blocks.append(stored(sheet, 0, places, grid=lot.grid))
    document = Document("抽签.docx", "0" * 64, tuple(blocks))
    return Drawn(document, fields, places, lot.habits, len(lot.facts), lot.labels)
