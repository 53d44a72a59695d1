"""What writing says: why a figure was changed, what is left for a person, notes in a workbook."""

from __future__ import annotations

from jixiao.model import Phrase

# --- correcting ---

TOTAL_OR_PART = Phrase(
    "writing.total-or-part",
    "总额写 {stated}，{words}为 {expected}，而执行率与所写总额相符：请核实是总额还是分项有误。",
    "the total says {stated}, the {words} is {expected}, and the rate agrees with the total:"
    " is the total wrong or a part?",
)
ALSO_IN_TEXT = Phrase(
    "writing.also-in-text",
    "正文写“{quote}”，表中已由 {before} 改为 {after}：如指同一数，请一并改正。",
    "the text says “{quote}”; the table was changed from {before} to {after}: mend the text too if it means the same",
)
VERIFY = Phrase("writing.verify", "{said}。请核实。", "{said}. Please check.")
SETTLE = Phrase("writing.settle", "{said}。两处所写不同，请核实后统一。", "{said}. The two differ: settle on one.")

# --- workbook ---

COMES_TO = Phrase(
    "writing.comes-to",
    "按“{words}”计算为 {expected}，表中写 {stated}，请核实。",
    "by “{words}” it is {expected}, the table says {stated}: please check.",
)
DOUBTED = Phrase("writing.doubted", "此格识别存疑：{reason}", "read with doubt: {reason}")
