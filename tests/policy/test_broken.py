"""Broken policies: each text gives an error that names file, key, what is wrong and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.model import UnreadableError
from jixiao.policy import PolicyError, load

from .policies import HEAD, overlay, write

_GRADES = "grades: {bands: [{name: 优, from: 90, to: 100}, {name: 良, from: %s, to: %s}, {name: 差, from: 0, to: 60}]}"
_P = "parameters"

BROKEN: list[tuple[str, str, str, str, str]] = [
    # name, text, key, part of the problem, part of the remedy
    ("not yaml", "a: b: c", "第1行", "不是合格的 YAML", "按所指位置"),
    ("a list", "- a", "", "不是政策文件", "schema: jixiao/policy/1"),
    ("empty", "", "", "不是政策文件", "schema"),
    ("no schema", "title: a\nparameters: {}", "schema", "None", "jixiao/policy/1"),
    ("other schema", "schema: x/2\ntitle: a", "schema", "x/2", "jixiao/policy/1"),
    ("no title", "schema: jixiao/policy/1", "title", "缺少", "文本"),
    ("title a number", "schema: jixiao/policy/1\ntitle: 3", "title", "3", "文本"),
    ("unknown head key", HEAD.replace("title", "titel: a\ntitle") + "  {}", "titel", "不认识的键", "title"),
    ("odd unknown key", HEAD.replace("title", "zzz: a\ntitle") + "  {}", "zzz", "不认识的键", "可用的键"),
    ("key twice", HEAD + "  total: 1\n  total: 2", "第5行", "写了两次", "重复的键"),
    ("names no list", "schema: jixiao/policy/1\ntitle: a\nnames: 岳阳市", "names", "岳阳市", "清单"),
    ("parameters a list", "schema: jixiao/policy/1\ntitle: a\nparameters: [a]", _P, "清单", "每个参数"),
    ("unknown parameter", overlay("weight: {execution: 10}"), f"{_P}.weight", "不认识的键", "weights"),
    ("undated", HEAD + "  total: {cap: 100}", f"{_P}.total", "没有带日期的取值", "from"),
    ("dated nothing", HEAD + "  total: []", f"{_P}.total", "没有带日期的取值", "from"),
    ("entry a word", HEAD + "  total: [a]", f"{_P}.total[0]", "a", "citation"),
    ("no source", HEAD + "  total: [{from: 2020, value: {cap: 1}}]", f"{_P}.total[0].citation", "缺少", "依据"),
    ("no date", HEAD + "  total: [{value: {cap: 1}, citation: form.total}]", f"{_P}.total[0].from", "缺少", "日期"),
    ("no value", HEAD + "  total: [{from: 2020, citation: form.total}]", f"{_P}.total[0].value", "缺少", "值"),
    (
        "entry key",
        HEAD + "  total: [{from: 2020, value: {cap: 1}, citation: form.total, form: 2}]",
        f"{_P}.total[0].form",
        "不认识的键",
        "from",
    ),
    (
        "impossible date",
        HEAD + "  total: [{from: 2020-02-31, value: {cap: 1}, citation: form.total}]",
        "",
        "无法解析",
        "检查日期",
    ),
    (
        "a word for a date",
        HEAD + "  total: [{from: 去年, value: {cap: 1}, citation: form.total}]",
        f"{_P}.total[0].from",
        "去年",
        "2022-01-01",
    ),
    (
        "a year of another age",
        HEAD + "  total: [{from: 202, value: {cap: 1}, citation: form.total}]",
        f"{_P}.total[0].from",
        "202",
        "2022-01-01",
    ),
    (
        "ends before it begins",
        HEAD + "  total: [{from: 2022, to: 2020, value: {cap: 1}, citation: form.total}]",
        f"{_P}.total[0].to",
        "早于",
        "改正起止日期",
    ),
    (
        "two from one day",
        HEAD + "  total: [{from: 2022, value: {cap: 1}, citation: form.total},"
        " {from: 2022-01-01, value: {cap: 2}, citation: form.total}]",
        f"{_P}.total[1]",
        "同一天",
        "from",
    ),
    (
        "overlapping dates",
        HEAD + "  total: [{from: 2020, to: 2023, value: {cap: 1}, citation: form.total},"
        " {from: 2022, value: {cap: 2}, citation: form.total}]",
        f"{_P}.total[0]",
        "重叠",
        "to",
    ),
    (
        "unknown source",
        HEAD + "  total: [{from: 2020, value: {cap: 1}, citation: form.totl}]",
        f"{_P}.total[0].citation",
        "form.totl",
        "form.total",
    ),
    (
        "source far from any",
        HEAD + "  total: [{from: 2020, value: {cap: 1}, citation: 某文件}]",
        f"{_P}.total[0].citation",
        "某文件",
        "document",
    ),
    (
        "source a number",
        HEAD + "  total: [{from: 2020, value: {cap: 1}, citation: 3}]",
        f"{_P}.total[0].citation",
        "3",
        "document",
    ),
    (
        "verified a word",
        HEAD + "  total: [{from: 2020, value: {cap: 1}, citation: form.total, verified: 是}]",
        f"{_P}.total[0].verified",
        "是",
        "true",
    ),
    (
        "note a number",
        HEAD + "  total: [{from: 2020, value: {cap: 1}, citation: form.total, note: 3}]",
        f"{_P}.total[0].note",
        "3",
        "文本",
    ),
    ("value a number", overlay("total: 100"), f"{_P}.total[0].value", "100", "cap"),
    ("unknown field", overlay("total: {cup: 100}"), f"{_P}.total[0].value.cup", "不认识的键", "cap"),
    ("number in quotes", overlay('total: {cap: "100"}'), f"{_P}.total[0].value.cap", "不是数字", "不加引号"),
    ("number too big", overlay("total: {cap: 101}"), f"{_P}.total[0].value.cap", "超出范围", "0–100"),
    ("not a number", overlay("total: {cap: .nan}"), "第5行", "不是数", "改正"),
    ("infinite", overlay("over_target: {explain_from: .inf}"), "第5行", "不是数", "改正"),
    ("true as a number", overlay("total: {cap: true}"), f"{_P}.total[0].value.cap", "不是数字", "不加引号"),
    (
        "ratio below one",
        overlay("over_target: {explain_from: 0.3}"),
        f"{_P}.over_target[0].value.explain_from",
        "0.3",
        "1",
    ),
    (
        "unknown formula",
        overlay("inverse: {formula: cubic}"),
        f"{_P}.inverse[0].value.formula",
        "cubic",
        "hyperbola、linear、all_or_nothing、null",
    ),
    (
        "places not whole",
        overlay("rounding: {score_places: 1.5}"),
        f"{_P}.rounding[0].value.score_places",
        "1.5",
        "整数",
    ),
    (
        "flag a word",
        overlay("over_target: {exempt_if_reason: 是}"),
        f"{_P}.over_target[0].value.exempt_if_reason",
        "是",
        "true",
    ),
    ("count zero", overlay("checks.few_indicators: 0"), f"{_P}.checks.few_indicators[0].value", "0", "整数"),
    ("share above one", overlay("checks.similarity: 90"), f"{_P}.checks.similarity[0].value", "超出范围", "0–1"),
    (
        "weights of 110",
        overlay("weights: {execution: 10, blocks: {产出指标: 70, 效益指标: 20, 满意度指标: 10}}"),
        f"{_P}.weights[0].value.blocks",
        "=110，不等于100",
        "合计为100",
    ),
    (
        "execution alone changed",
        overlay("weights: {execution: 20}"),
        f"{_P}.weights[0].value",
        "不等于100",
        "合计为100",
    ),
    (
        "an alternative of 90",
        overlay("weights: {alternatives: [{产出指标: 80}]}"),
        f"{_P}.weights[0].value.alternatives[0]",
        "=90，不等于100",
        "合计为100",
    ),
    ("blocks a list", overlay("weights: {blocks: [50]}"), f"{_P}.weights[0].value.blocks", "清单", "产出指标"),
    (
        "block in words",
        overlay("weights: {blocks: {产出指标: 五十}}"),
        f"{_P}.weights[0].value.blocks.产出指标",
        "五十",
        "0–100",
    ),
    (
        "alternatives no list",
        overlay("weights: {alternatives: 3}"),
        f"{_P}.weights[0].value.alternatives",
        "不是清单",
        "[]",
    ),
    (
        "alternative's points",
        overlay("weights: {alternatives: [{产出指标: 900}]}"),
        f"{_P}.weights[0].value.alternatives[0].产出指标",
        "超出范围",
        "0–100",
    ),
    ("hole in the grades", overlay(_GRADES % (80, 90)), f"{_P}.grades[0].value.bands", "60–80 无档可归", "改为 80"),
    ("whole-number grades", overlay(_GRADES % (60, 89)), f"{_P}.grades[0].value.bands", "89–90 无档可归", "改为 90"),
    ("overlap of grades", overlay(_GRADES % (60, 91)), f"{_P}.grades[0].value.bands", "90–91 重叠", "改为 90"),
    (
        "grades to 95",
        overlay("grades: {bands: [{name: 优, from: 0, to: 95}]}"),
        f"{_P}.grades[0].value.bands",
        "没有覆盖0–100（现为0–95）",
        "100",
    ),
    ("no grades", overlay("grades: {bands: []}"), f"{_P}.grades[0].value.bands", "现为空", "100"),
    (
        "upside down",
        overlay("grades: {bands: [{name: 优, from: 100, to: 0}]}"),
        f"{_P}.grades[0].value.bands[0]",
        "不低于上限",
        "from",
    ),
    (
        "two grades of one name",
        overlay("grades: {bands: [{name: 优, from: 50, to: 100}, {name: 优, from: 0, to: 50}]}"),
        f"{_P}.grades[0].value.bands",
        "同名",
        "不同的名称",
    ),
    (
        "nameless grade",
        overlay("grades: {bands: [{name: '', from: 0, to: 100}]}"),
        f"{_P}.grades[0].value.bands[0]",
        "没有名称",
        "name",
    ),
    (
        "grade without bounds",
        overlay("grades: {bands: [{name: 优}]}"),
        f"{_P}.grades[0].value.bands[0]",
        "name",
        "from、name、to",
    ),
    (
        "bound in words",
        overlay("grades: {bands: [{name: 优, from: 零, to: 100}]}"),
        f"{_P}.grades[0].value.bands[0].from",
        "零",
        "0–100",
    ),
    (
        "qualitative in points",
        overlay("qualitative: {bands: [{name: 达成, from: 80, to: 100}, {name: 未达成, from: 0, to: 80}]}"),
        f"{_P}.qualitative[0].value.bands[0].from",
        "超出范围",
        "0–1",
    ),
    (
        "steps on one place",
        overlay("execution: {formula: steps, steps: [{from: 95, share: 1}, {from: 95, share: 0.5}]}"),
        f"{_P}.execution[0].value.steps",
        "重叠",
        "from",
    ),
    (
        "falling steps",
        overlay("execution: {formula: steps, steps: [{from: 95, share: 0.5}, {from: 60, share: 1}]}"),
        f"{_P}.execution[0].value.steps",
        "低于",
        "是否写反",
    ),
    (
        "step as a number",
        overlay("execution: {formula: steps, steps: [95]}"),
        f"{_P}.execution[0].value.steps[0]",
        "95",
        "from、share",
    ),
    (
        "steps missing",
        overlay("execution: {formula: steps}"),
        f"{_P}.execution[0].value.steps",
        "没有分段",
        "写出各段",
    ),
    (
        "intervals missing",
        overlay("satisfaction: {mode: intervals}"),
        f"{_P}.satisfaction[0].value.intervals",
        "没有分段",
        "写出各段",
    ),
    (
        "ladder twice",
        overlay("over_target: {deduct: [{from: 1.5, share: 0.1}, {from: 1.5, share: 0.2}]}"),
        f"{_P}.over_target[0].value.deduct",
        "重叠",
        "合并",
    ),
    ("unknown base", "schema: jixiao/policy/1\ntitle: a\nbase: cn/hunan/yueyan", "base", "yueyan", "cn/hunan/yueyang"),
    ("base from nowhere", "schema: jixiao/policy/1\ntitle: a\nbase: zzz", "base", "zzz", "可用的政策"),
]


@pytest.mark.parametrize(("text", "key", "problem", "remedy"), [b[1:] for b in BROKEN], ids=[b[0] for b in BROKEN])
def test_names_file_key_and_remedy(tmp_path: Path, text: str, key: str, problem: str, remedy: str) -> None:
    with pytest.raises(PolicyError) as caught:
        load(write(tmp_path, text))
    found = next((p for p in caught.value.problems if str(p.key) == key), None)
    assert found, [str(p) for p in caught.value.problems]
    assert found.file == "own.yaml"
    assert problem in str(found.problem)
    assert remedy in str(found.remedy)
    assert found.file in str(caught.value)


def test_all_faults_are_listed_at_once(tmp_path: Path) -> None:
    with pytest.raises(PolicyError) as caught:
        load(write(tmp_path, overlay("total: {cap: 300}", "inverse: {formula: cubic}", "weight: {}")))
    assert len(caught.value.problems) == 3
    assert str(caught.value).count("\n") == 2


def test_a_later_value_is_proven_too(tmp_path: Path) -> None:
    good, bad = "{产出指标: 50, 效益指标: 40}", "{产出指标: 50, 效益指标: 30}"
    entries = "".join(
        f"    - {{from: {year}, value: {{blocks: {blocks}}}, citation: form.weights}}\n"
        for year, blocks in ((2021, good), (2030, bad))
    )
    with pytest.raises(PolicyError, match="不等于100") as caught:
        load(write(tmp_path, HEAD + "  weights:\n" + entries), year=2024)
    assert caught.value.problems[0].key == "parameters.weights[1].value.blocks"


def test_a_missing_file_and_a_wrong_encoding_are_clear(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="打不开"):
        load(tmp_path / "none.yaml")
    path = tmp_path / "gbk.yaml"
    path.write_bytes("title: 政策".encode("gb18030"))
    with pytest.raises(PolicyError, match="UTF-8"):
        load(path)


def test_hostile_yaml_is_refused_not_run(tmp_path: Path) -> None:
    with pytest.raises(PolicyError):
        load(write(tmp_path, "title: !!python/object/apply:os.getcwd []"))
    with pytest.raises(PolicyError):
        load(write(tmp_path, "[" * 5000))


def test_a_policy_error_reads_like_any_unreadable_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as caught:
        load(write(tmp_path, overlay("total: {cap: 300}")))
    assert caught.value.file == "own.yaml"
    assert caught.value.remedy
