"""The model and the checks give their names when asked, and list the same ones for types and for loading."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import jixiao.audit
import jixiao.model


@pytest.mark.parametrize("package", [jixiao.model, jixiao.audit])
def test_every_name_is_listed_once_for_types_and_once_for_loading(package: object) -> None:
    source = Path(str(package.__file__)).read_text(encoding="utf-8")  # type: ignore[attr-defined]
    typed = {
        (node.module, name.name)
        for block in ast.parse(source).body
        if isinstance(block, ast.If)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for name in node.names
    }
    homes: dict[str, tuple[str, ...]] = package._HOMES  # type: ignore[attr-defined]
    assert {(module, name) for module, names in homes.items() for name in names} == typed
    assert sorted(name for _, name in typed) == sorted(package.__all__)  # type: ignore[attr-defined]
    for name in package.__all__:  # type: ignore[attr-defined]
        assert getattr(package, name) is not None
    with pytest.raises(AttributeError, match="no_such_name"):
        package.no_such_name  # type: ignore[attr-defined]  # noqa: B018


def test_a_message_does_not_wait_for_the_records() -> None:
    program = "import sys; from jixiao.model import Message, Figure, Finding; print('pydantic' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "False"
