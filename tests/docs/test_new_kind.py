"""The worked example of a new kind does what it says: four new files, one registration, and everything knows it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "new-kind.md").read_text(encoding="utf-8")
_FILE = re.compile(r"`(src/jixiao/[^`]+\.(?:py|yaml))`[^`]*```\w+\n(.*?)```", re.DOTALL)
REGISTRATION = "src/jixiao/model/records/__init__.py"

TRIAL = """
import json, sys
from pathlib import Path
from jixiao.audit import check
from jixiao.desk import assess, assessment_json, corrected, open_case, write_papers
from jixiao.forms.skeleton import skeleton
from jixiao.model import Dossier
from jixiao.model.pointer import find, resolve, stable
from jixiao.model.records.survey import Survey, SurveyRow
from jixiao.model.schema import dossier_schema
from jixiao.model.store import load, save
from datetime import date

out = Path(sys.argv[1])
rows = (
    {"group": "居民", "sent": "100", "returned": "120", "content": "90", "rate": "60%"},
    {"group": "商户", "sent": "50", "returned": "40", "content": "38", "rate": "95%"},
)
dossier = Dossier(unit="某县某局", year=2025, records=({"kind": "survey", "title": "", "rows": rows},))
save(dossier, out / "saved")
case = open_case([out / "saved"])
assessment = assess([case], as_of=date(2026, 5, 20))
one = assessment.cases[0]
correction = corrected(one)
papers = write_papers(one, out / "papers", "x")
at = "/records/0/rows/1/rate"
print(json.dumps({
    "kept": load(out / "saved") == dossier,
    "address": stable(dossier, at),
    "back": find(dossier, stable(dossier, at)),
    "findings": [(f.code, f.at) for f in one.audit.findings],
    "held": [r.held for r in one.audit.protocol if r.code == "FM901"],
    "changes": [(c.at, c.before, c.after) for c in correction.changes],
    "papers": [p.suffix for p in papers],
    "page": all(word in papers[2].read_text("utf-8") for word in ("满意率", "商户", "满意份数 ÷ 收回份数")),
    "schema": "Survey" in json.dumps(dossier_schema()),
    "new": [r.kind for r in skeleton(unit="某局", year=2026).records],
    "json": assessment_json(assessment)["cases"][0]["findings"][0]["at"],
}, ensure_ascii=False))
"""


def test_the_example_touches_no_more_than_it_says(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    files = _FILE.findall(PAGE)
    assert len(files) == 4
    for name, text in files:
        path = tmp_path / name
        assert not path.exists(), f"{name} is no new file"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    registry = tmp_path / REGISTRATION
    told = registry.read_text("utf-8")
    told = told.replace("from .report import Report\n", "from .report import Report\nfrom .survey import Survey\n")
    told = told.replace("(Evaluation, BaseData, Report)", "(Evaluation, BaseData, Report, Survey)")
    assert told.count("Survey") == 2
    registry.write_text(told, encoding="utf-8")

    result = subprocess.run(
        [sys.executable, "-c", TRIAL, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(tmp_path / "src")},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    said = json.loads(result.stdout)
    assert said["kept"]
    assert said["address"] == "/records/survey/rows/商户/rate"
    assert said["back"] == "/records/0/rows/1/rate"
    assert ["FM901", "/records/0/rows/0/returned"] in said["findings"]
    assert said["held"] == [["/records/0/rows/1/returned"]]
    assert said["changes"] == [["/records/0/rows/0/rate", "60%", "75%"]]
    assert said["papers"] == [".docx", ".xlsx", ".html"]
    assert said["page"]
    assert said["schema"]
    assert "survey" in said["new"]
    assert said["json"] == "/records/survey/rows/居民/returned"
