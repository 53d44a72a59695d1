"""The published JSON Schema of a dossier."""

from __future__ import annotations

import json
from typing import Any

from .dossier import SCHEMA, Dossier


def dossier_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of the dossier as it is written: ``schema`` instead of the attribute's Python name."""
    schema = Dossier.model_json_schema(mode="validation")
    properties = schema["properties"]
    schema["properties"] = {"schema": properties.pop("schema_"), **properties}
    schema["properties"]["schema"].pop("title", None)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        **schema,
    }


def schema_text() -> str:
    """The schema as the text of ``docs/schema/dossier-2.json``."""
    return json.dumps(dossier_schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":  # pragma: no cover - writes what a test compares
    from pathlib import Path

    Path("docs/schema/dossier-2.json").write_text(schema_text(), encoding="utf-8")
