"""Whatever stands in the cells, the rules on scores, money and targets say something or nothing; they never fail."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jixiao.audit import check
from jixiao.model.store import from_json

CELLS = st.sampled_from(
    (
        None,
        "",
        *["/", "—", "0", "-1", "5", "10", "100", "0.972", "97.2%", "98.5", "9.72", "100000"],
        *["约3万", "元", "12万元", "12人"],
    ),
)
VALUES = st.sampled_from(
    (
        None,
        "",
        *[
            "/",
            "不适用",
            "无",
            "6次",
            "8次",
            "300余台次",
            "200台",
            "≥95%",
            "98%",
            "0起",
            "2023年12月底前",
            "2025年1月",
            "完成",
            "未完成",
            "按月发放",
            "不超年度预算",
        ],
        *[
            "未超预算",
            "部分达成年度指标并具有一定效果",
            "明显改善",
            "20",
            "1:2.5",
            "前3名",
            "≥**%",
            "1-3天",
            "≥90%且无投诉",
        ],
    )
)
LEVELS = st.sampled_from(["产出指标", "效益指标", "满意度指标", "成本指标", ""])


def record(fields: tuple[str, ...], cells: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(dict.fromkeys(fields, cells))


MONEY = ("initial_budget", "revised_budget", "outturn", "weight", "rate", "score")
LINES = st.tuples(st.sampled_from(["total", "fiscal", "carry_over", "other", "named"]), record(MONEY, CELLS)).map(
    lambda pair: {"source": pair[0], "label": pair[0], **pair[1]}
)
ROWS = st.tuples(LEVELS, record(("target", "actual", "explanation"), VALUES), record(("weight", "score"), CELLS)).map(
    lambda row: {"level1": row[0], "name": "某率", **row[1], **row[2]}
)
SPENDING = st.tuples(
    st.sampled_from(["three_public", "vehicles", "projects", "special", "public_funds", ""]),
    record(("prior_outturn", "budget", "outturn"), CELLS),
    st.sampled_from([None, "a", "b"]),
).map(lambda row: {"key": row[0], "label": row[0], "parent": row[2], **row[1]})


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(LINES, max_size=4),
    st.lists(ROWS, max_size=6),
    st.lists(SPENDING, max_size=4),
    CELLS,
    CELLS,
    record(("approved_scale", "actual_scale", "scale_control_rate"), CELLS),
)
def test_no_rule_fails(
    lines: list[Any], rows: list[Any], spending: list[Any], total: str | None, weight: str | None, building: Any
) -> None:
    for number, item in enumerate(spending):
        item["id"] = "abcd"[number]
        if item["parent"] is not None and item["parent"] >= item["id"]:
            item["parent"] = None  # a circle is refused when a dossier is loaded
    staff = {"establishment": weight, "in_post": total, "control_rate": total}
    dossier = from_json(
        {
            "unit": "某市某单位",
            "year": 2024,
            "evaluations": [
                {
                    "kind": "project",
                    "name": "甲",
                    "funds": {"lines": lines},
                    "indicators": rows,
                    "total": total,
                    "total_weight": weight,
                    "declared": [{"label": "产出指标（50分）", "points": "50"}],
                }
            ],
            "base_data": [{"title": "表", "lines": spending, "staff": staff, "buildings": [building]}],
        }
    )
    result = check(dossier, select=["SC", "EX", "TG"])
    assert not result.faults
    for finding in result.findings:
        assert finding.text()
        assert finding.text("en")
        assert finding.basis
