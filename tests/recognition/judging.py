"""How well a made-to-order table was read: fields right, reported (a doubt, or unplaced), or silently wrong."""

from __future__ import annotations

from collections import Counter

from jixiao.model import Evaluation, Figure
from jixiao.recognition import Recognised

from .facts import Facts
from .layouts import Layout


def expected(facts: Facts, layout: Layout) -> dict[str, str]:
    """Pointer → what should stand there (figures as printed); fields that the layout has no place for are not
    named.
    """
    found = {
        "/name": facts.name,
        "/department": facts.department,
        "/implementer": facts.implementer,
        "/title": layout.title,
    }
    columns = {
        "execution_rate": ("rate", 4),
        "initial_budget": ("initial_budget", 1),
        "revised_budget": ("revised_budget", 2),
        "outturn": ("outturn", 3),
        "score": ("score", 5),
    }
    for number, line in enumerate(facts.funds):
        found[f"/funds/lines/{number}/label"] = line[0]
        for name in layout.money:
            if name in columns:
                found[f"/funds/lines/{number}/{columns[name][0]}"] = line[columns[name][1]]
            elif name == "weight":
                found[f"/funds/lines/{number}/weight"] = layout.money_points if number == 0 else ""
    if layout.goals != "none":
        found |= {"/goal_expected": facts.expected, "/goal_actual": facts.actual}
    for number, fact in enumerate(facts.rows):
        base = f"/indicators/{number}"
        found[f"{base}/level1"], found[f"{base}/level2"] = fact.level1, fact.level2
        for name in layout.columns:
            if name == "target" and "sign" not in layout.columns:
                found[f"{base}/target"] = fact.sign + fact.target + fact.unit
            elif name == "unit":
                found[f"{base}/target_unit"] = fact.unit
            elif name not in ("level1", "level2"):
                found[f"{base}/{name}"] = getattr(fact, name)
    found["/count"] = str(len(facts.rows))
    if layout.points_in_levels:
        labels = list(dict.fromkeys((a, f"{a}/{b}") for f in facts.rows for a, b in ((f.level1, f.level2),)))
        found |= {f"/declared/{level}": points for level, points in _declared(facts, labels)}
    if layout.total != "none":
        found["/total"] = facts.total
    if "weight" in layout.total:
        found["/total_weight"] = "100"
    if "audit" in layout.total:
        found["/audit_total"] = facts.total
    fields = {
        "评价结论": "conclusion",
        "存在问题": "problems",
        "改进措施": "measures",
        "偏差大或目标未完成原因分析": "problems",
        "改进措施及结果应用方案": "measures",
    }
    found |= {f"/{fields[label]}": text for label, text in layout.foot if label in fields}
    return found


def _declared(facts: Facts, pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    result: list[tuple[str, str]] = []
    last = ""
    for level1, both in pairs:
        if level1 != last:
            result.append((level1, facts.points[level1]))
            last = level1
        result.append((both.partition("/")[2], facts.points[both]))
    return result


def judge(
    evaluation: Evaluation, recognised: Recognised, facts: Facts, layout: Layout
) -> tuple[Counter[str], list[str]]:
    """How many fields are right, reported, wrong; and the wrong ones."""
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    for pointer, value in expected(facts, layout).items():
        given, doubtful = _given(evaluation, pointer)
        if given == value or (layout.ragged and not value and given is None):
            counts["right"] += 1
        elif doubtful or (value and given in (None, "") and any(value in u.text for u in recognised.unplaced)):
            counts["reported"] += 1
        else:
            counts["wrong"] += 1
            wrong.append(f"{pointer}: {value!r} read as {given!r}")
    return counts, wrong


def _given(evaluation: Evaluation, pointer: str) -> tuple[str | None, bool]:
    if pointer == "/count":
        return str(len(evaluation.indicators)), False
    if pointer.startswith("/declared/"):
        name = pointer.rpartition("/")[2]
        points = [d.points.raw for d in evaluation.declared if d.label == name]
        return (points[0] if points else None), any(i.doubts for i in evaluation.indicators)
    here: object = evaluation
    *path, last = pointer[1:].split("/")
    for part in path:
        if isinstance(here, tuple):
            if int(part) >= len(here):
                return None, False
            here = here[int(part)]
        else:
            here = getattr(here, part)
    value = getattr(here, last)
    doubts = getattr(here, "doubts", ())
    doubtful = any(doubt.field == last for doubt in doubts)
    if isinstance(value, Figure):
        return value.raw, doubtful
    return value, doubtful
