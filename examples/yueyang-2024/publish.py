"""Write the example's dossier as the Word file that a unit would publish, contradictions included."""

from __future__ import annotations

import sys
from pathlib import Path

from jixiao.forms.binding import bound
from jixiao.model.store import load
from jixiao.writing import write_word

if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "published.docx")
    if target.exists():
        sys.exit(f"{target} is already there; nothing was overwritten")
    write_word(bound(load(Path(__file__).parent / "dossier")), target)
    print(target)
