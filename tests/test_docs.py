"""Documentation that cannot rot: the floor plan names every module, the glossary only names that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "jixiao"
PACKAGES = ("model", "values", "policy", "forms", "reading", "recognition", "scoring", "audit", "writing")


def _part(text: str, heading: str) -> str:
    """What stands under a heading, up to the next one."""
    return re.split(r"\n#{2,3} ", text.split(f"\n### {heading}", 1)[1])[0]


@pytest.mark.parametrize("package", PACKAGES)
def test_the_floor_plan_names_every_module(package: str) -> None:
    part = _part((ROOT / "docs" / "architecture.md").read_text("utf-8"), package)
    names = set(re.findall(r"`([a-z_]+)`", part))
    folders = set(re.findall(r"`([a-z_]+)/", part))
    for path in (SOURCE / package).rglob("*.py"):
        inside = path.relative_to(SOURCE / package)
        if path.stem != "__init__" and inside.parts[0] not in folders:
            assert path.stem in names, f"docs/architecture.md does not say what {package}/{inside} is for"


def test_the_floor_plan_names_no_module_that_is_gone() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    stems = {path.stem for path in SOURCE.rglob("*.py")}
    for package in PACKAGES:
        named = re.findall(r"^\| (`.*?) \|", _part(text, package), flags=re.MULTILINE)
        for name in re.findall(r"`([a-z_]+)`", " ".join(named)):
            assert name in stems, f"docs/architecture.md names {package}/{name}, which is not there"


def test_the_glossary_names_only_what_is_in_the_code() -> None:
    source = "\n".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    rows = re.findall(
        r"^\| [^|]+ \| [^|]+ \| (`[^|]+) \|", (ROOT / "docs" / "glossary.md").read_text("utf-8"), re.MULTILINE
    )
    names = {
        name for row in rows for code in re.findall(r"`([^`]+)`", row) for name in re.findall(r"[A-Za-z_]\w+", code)
    }
    assert len(names) > 60
    assert [name for name in sorted(names) if not re.search(rf"\b{name}\b", source)] == []
