"""Whatever the rooms below say in Chinese when a file cannot be read has its English in the lists."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import jixiao
from jixiao.cli.english import TEMPLATES, english, has_chinese, knows, unreadable
from jixiao.cli.english.files import FILES
from jixiao.cli.english.policies import POLICIES
from jixiao.cli.english.reading import READING
from jixiao.model import UnreadableError
from jixiao.model.messages import LINE, MEND_YAML, NOT_YAML
from jixiao.policy import PolicyError, resolve

SOURCE = Path(jixiao.__file__).parent
SCANNED = sorted((SOURCE / "cli").glob("*.py"))
_MADE = {"UnreadableError"}


def _rendered(node: ast.expr, constants: dict[str, ast.expr]) -> Iterator[str]:
    """The texts that an argument can be: literals, module constants, and templates with a figure in each gap."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.Name(id=name) if name in constants:
            yield from _rendered(constants[name], constants)
        case ast.JoinedStr(values=values):
            yield "".join(str(v.value) if isinstance(v, ast.Constant) else "7" for v in values)
        case ast.IfExp(body=body, orelse=other):
            yield from _rendered(body, constants)
            yield from _rendered(other, constants)


def _said(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    constants = {
        t.id: n.value for n in ast.walk(tree) if isinstance(n, ast.Assign) for t in n.targets if isinstance(t, ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in _MADE:
                for argument in node.args:
                    yield from _rendered(argument, constants)
        if isinstance(node, ast.FunctionDef) and node.name == "_inside":
            for inner in ast.walk(node):
                if isinstance(inner, ast.Return) and inner.value:
                    yield from _rendered(inner.value, constants)


def _all() -> list[str]:
    return sorted({text for path in SCANNED for text in _said(path) if has_chinese(text)})


def test_the_scan_sees_the_messages() -> None:
    assert "补齐后再写" in _all()


@pytest.mark.parametrize("text", _all())
def test_every_message_of_an_unreadable_file_has_its_english(text: str) -> None:
    assert not has_chinese(english(text))


def test_no_sentence_stands_in_two_lists() -> None:
    assert len(TEMPLATES) == sum(map(len, (FILES, POLICIES, READING)))


@pytest.mark.parametrize(("template", "wanted"), sorted(TEMPLATES.items()))
def test_each_template_has_as_many_gaps_as_it_fills(template: str, wanted: str) -> None:
    assert not has_chinese(wanted)
    gaps = template.count("{}")
    if gaps:
        filled = wanted.format(*(f"<{n}>" for n in range(gaps)))
        assert all(f"<{n}>" in filled for n in range(gaps))


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("段落超过 3，超出单个文件的上限", "more than 3 paragraphs, which is more than one file may hold"),
        ("没有字段“x”；另有 2 处", "there is no field “x”; 2 more like it"),
        ("word/document.xml 第3行", "word/document.xml, line 3"),
        ("plain", "plain"),
        ("从没听说过的话", "从没听说过的话"),
    ],
)
def test_figures_and_names_are_carried_over(zh: str, en: str) -> None:
    assert english(zh) == en
    assert knows(zh) is (zh != "从没听说过的话")


@pytest.mark.parametrize("unit", ["", "某县某局", "岳阳市某局"])
@pytest.mark.parametrize("year", [None, 2018, 2024])
def test_why_a_policy_was_chosen(unit: str, year: int | None) -> None:
    policy = resolve(unit=unit, year=year)
    for text in (policy.chosen_because, *policy.warnings):
        assert knows(text)
        assert "选用" not in english(text)


def test_a_policy_that_is_not_there() -> None:
    with pytest.raises(PolicyError) as error:
        resolve(policy="nowhere")
    assert unreadable(error.value).startswith("nowhere: there is no such policy. The policies are: cn")


def test_one_sentence_names_file_place_fault_and_remedy() -> None:
    error = UnreadableError("a.yaml", "不是合格的 YAML", "按所指位置改正缩进或引号", "第3行")
    assert unreadable(error) == "a.yaml, line 3: not valid YAML. Mend indentation or quotes at the place named"
    said = UnreadableError("a.yaml", NOT_YAML(), MEND_YAML(), LINE(line=3))
    assert unreadable(said) == said.text("en")
    assert said.text("en").startswith("a.yaml, line 3: it is not valid YAML. Mend")
