"""What the forms say of themselves, in both languages."""

from __future__ import annotations

from jixiao.model import Phrase

# --- relations between the cells of a form ---

SOURCES_ADDED = Phrase("forms.sources-added", "各资金来源之和", "sum of the sources of funds")
SOURCES_AMONG = Phrase("forms.sources-among", "所列资金来源之和", "sum of the sources listed")
ANY_SOURCE = Phrase("forms.any-source", "其中任何一项", "any one of the rows below")
RATE_OF_EXECUTION = Phrase("forms.rate-of-execution", "全年执行数 ÷ 全年预算数", "outturn ÷ revised budget")
SCORE_OF_EXECUTION = Phrase(
    "forms.score-of-execution", "执行率 × 分值，不超过分值", "execution rate × weight, at most the weight"
)
SCORES_ADDED = Phrase(
    "forms.scores-added",
    "预算执行率得分与各三级指标得分之和",
    "execution score and the scores of the indicators added up",
)
INDICATORS_ADDED = Phrase("forms.indicators-added", "各三级指标得分之和", "scores of the indicators added up")
WEIGHTS_ADDED = Phrase("forms.weights-added", "各项分值之和", "weights of all rows added up")
BLOCK_ADDED = Phrase("forms.block-added", "所属各三级指标分值之和", "weights of the rows below it added up")
ROWS_ADDED = Phrase("forms.rows-added", "下级各行之和", "sum of the rows below it")
ROWS_AMONG = Phrase("forms.rows-among", "其中各项之和", "sum of the parts listed below it")
STAFF_RATE = Phrase("forms.staff-rate", "实际在职人数 ÷ 编制数", "in post ÷ establishment")
SCALE_RATE = Phrase("forms.scale-rate", "实际规模 ÷ 批复规模", "actual scale ÷ approved scale")
INVESTMENT_RATE = Phrase("forms.investment-rate", "实际投资 ÷ 预算投资", "actual investment ÷ budgeted investment")

COMPUTED = Phrase("forms.computed", "计算：{words}", "computed: {words}")
EQUAL_TO = Phrase("forms.equal-to", "应等于{words}", "to equal the {words}")
NO_LESS_THAN = Phrase("forms.no-less-than", "不小于{words}", "no less than the {words}")
