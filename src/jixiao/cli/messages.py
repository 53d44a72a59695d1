"""What a command says as the reason why it cannot be carried out, where no room below says it."""

from __future__ import annotations

from jixiao.model import Phrase

BROKEN = Phrase("cli.broken", "报告里有 {count} 处引用取不到数", "{count} references in the reports lead to no figure")
BROKEN_AT = Phrase("cli.broken-at", "{at} {problem}", "{at} {problem}")
COMPLETE = Phrase("cli.complete", "补齐后再写", "Complete them, then write")
