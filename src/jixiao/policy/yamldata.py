"""YAML text enters, plain data leaves: numbers with a point as ``Decimal``, a key written twice as an error.

No ``float`` ever appears: ``1.3`` in a file is exactly 1.3.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from jixiao.model import Message
from jixiao.model.messages import LINE, NOT_YAML

from . import messages as say
from .errors import PolicyError, Problem


@lru_cache(maxsize=1)
def _loader() -> type[Any]:
    """The safe loader, in C where the machine has it, with our two changes. Built on first use: YAML is slow to
    import.
    """
    import yaml

    base: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Slip(yaml.constructor.ConstructorError):
        """What is wrong by our two changes, as a message."""

        def __init__(self, said: Message, mark: Any) -> None:
            self.said = said
            super().__init__(None, None, str(said), mark)

    class Loader(base):  # type: ignore[misc]
        """Safe loader without floats and without silently overwritten keys."""

    def decimal(loader: Any, node: Any) -> Decimal:
        try:
            number = Decimal(node.value.replace("_", ""))
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite():
            raise Slip(say.NO_NUMBER(given=node.value), node.start_mark)
        return number

    def mapping(loader: Any, node: Any) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise Slip(say.KEY_TWICE(key=str(key.value)), key.start_mark)
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
        place = LINE(line=mark.line + 1) if mark else ""
        found = getattr(error, "said", None) or getattr(error, "problem", None)
        problem = say.BAD_YAML(found=found) if found else NOT_YAML()
        raise PolicyError([Problem(file, place, problem, say.MEND_YAML())]) from error
    except (ValueError, TypeError, RecursionError) as error:
        problem = say.NOT_PARSED(kind=type(error).__name__)
        raise PolicyError([Problem(file, "", problem, say.CHECK_WRITING())]) from error
