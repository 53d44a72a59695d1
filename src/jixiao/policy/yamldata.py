"""YAML text enters, plain data leaves: numbers with a point as ``Decimal``, a key written twice as an error.

No ``float`` ever appears: ``1.3`` in a file is exactly 1.3.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from .errors import PolicyError, Problem


@lru_cache(maxsize=1)
def _loader() -> type[Any]:
    """The safe loader, in C where the machine has it, with our two changes. Built on first use: YAML is slow to
    import.
    """
    import yaml

    base: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Loader(base):  # type: ignore[misc]
        """Safe loader without floats and without silently overwritten keys."""

    def decimal(loader: Any, node: Any) -> Decimal:
        try:
            number = Decimal(node.value.replace("_", ""))
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite():
            raise yaml.constructor.ConstructorError(None, None, f"{node.value} 不是数", node.start_mark)
        return number

    def mapping(loader: Any, node: Any) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"键“{key.value}”写了两次", key.start_mark)
            seen.add(key.value)
        result: dict[Any, Any] = loader.construct_mapping(node, deep=True)
        return result

    Loader.add_constructor("tag:yaml.org,2002:float", decimal)
    Loader.add_constructor("tag:yaml.org,2002:map", mapping)
    return Loader


def parse_yaml(text: str, file: str) -> Any:
    """The data of a YAML text. ``PolicyError`` names ``file``, the line and what is wrong there."""
    import yaml

    try:
        return yaml.load(text, Loader=_loader())
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"第{mark.line + 1}行" if mark else ""
        found = getattr(error, "problem", None) or ""
        detail = f"（{found}）" if found else ""
        remedy = "按所指位置改正缩进、引号或重复的键"
        raise PolicyError([Problem(file, place, f"不是合格的 YAML{detail}", remedy)]) from error
    except (ValueError, TypeError, RecursionError) as error:
        problem = Problem(file, "", f"内容无法解析（{type(error).__name__}）", "检查日期、数字和键的写法")
        raise PolicyError([problem]) from error
