"""Policy files for tests: one value of one parameter laid over the national base."""

from __future__ import annotations

from pathlib import Path

from jixiao.policy import Policy, load

HEAD = "schema: jixiao/policy/1\ntitle: 测试政策\nparameters:\n"


def overlay(*parameters: str) -> str:
    """The text of a policy file with these parameters, each written as ``name: value`` in YAML's flow style."""
    lines = []
    for parameter in parameters:
        name, _, value = parameter.partition(": ")
        lines.append(f"  {name}:\n    - {{from: 2020, value: {value}, citation: {{document: 测试〔2020〕1号}}}}\n")
    return HEAD + "".join(lines)


def write(folder: Path, text: str, name: str = "own.yaml") -> Path:
    """A policy file on disk."""
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def policy_with(folder: Path, *parameters: str, year: int | None = 2024) -> Policy:
    """The national base with these parameters laid over it."""
    return load(write(folder, overlay(*parameters)), year=year)
