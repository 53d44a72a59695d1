"""What scoring says: formulas, steps, rounding, and why a score is no single value or none at all."""

from __future__ import annotations

from jixiao.model import Phrase, Term

# --- what cannot be used ---

NOT_READ = Phrase(
    "scoring.not-read", "{field}“{raw}”读不准：{reason}", "the {field} “{raw}” was not read with certainty: {reason}"
)
NOT_POINTS = Phrase("scoring.not-points", "{field}“{raw}”不是分数", "the {field} “{raw}” is no number of points")
NOT_AMOUNT = Phrase("scoring.not-amount", "{field}“{raw}”不是金额", "the {field} “{raw}” is no amount")
NO_SUCH_CELL = Phrase("scoring.no-such-cell", "表中没有{field}", "the table has no {field}")
BLANK = Phrase("scoring.blank", "{field}空白", "the {field} is blank")
NEGATIVE = Phrase("scoring.negative", "{field}{value}为负数", "the {field} {value} is negative")

ROW = Phrase("scoring.row", "“{name}”", "“{name}”")
NTH_ROW = Phrase("scoring.nth-row", "第{number}个指标", "indicator {number}")
OF_ROW = Phrase("scoring.of-row", "{row}{what}", "{row}: {what}")

# --- the execution rate ---

RATE = Phrase("scoring.rate", "执行率 = 全年执行数 ÷ 全年预算数", "rate = outturn ÷ revised budget")
NO_FUND_TOTAL = Phrase(
    "scoring.no-fund-total",
    "表中没有年度资金总额，无法计算执行率",
    "the table has no total of funds: no execution rate",
)
NO_RATE = Phrase("scoring.no-rate", "{why}，无法计算执行率", "{why}: no execution rate")
SPENT_WITHOUT_BUDGET = Phrase(
    "scoring.spent-without-budget",
    "全年预算数为0，却有执行数，无法计算执行率",
    "the revised budget is 0 and yet there is an outturn: no execution rate",
)
NO_MONEY = Phrase(
    "scoring.no-money",
    "全年预算数为0，全年执行数也为0，本项应作不适用或说明，无法计算执行率",
    "budget and outturn are 0: the row does not apply, or needs a reason",
)
SCORE_BY_RATE = Phrase(
    "scoring.score-by-rate",
    "得分 = 执行率 × {weight}分，最高{weight}分",
    "score = rate × {weight}, at most {weight}",
)
SCORE_BY_STEP = Phrase(
    "scoring.score-by-step", "得分 = 执行率所在档次的比例 × {weight}分", "score = share of the rate's step × {weight}"
)
QUOTIENT = Phrase("scoring.quotient", "{part} ÷ {whole} = {percent}%", "{part} ÷ {whole} = {percent}%")
ROUNDED_TO = Phrase("scoring.rounded-to", "{rounding}：{value}", "{rounding}: {value}")
ROUNDED_AMOUNTS = Phrase(
    "scoring.rounded-amounts",
    "金额本身经过四舍五入，按所列数字为{point}，可能在{low}至{high}之间",
    "the amounts are rounded: {point} as printed, {low} to {high} possible",
)

# --- rounding ---

HALF_UP = Term("四舍五入", "half up")
HALF_EVEN = Term("四舍六入五成双", "half to even")
CUT = Term("舍去尾数", "cut off")
TO_PLACES = Phrase("scoring.to-places", "{mode}到{places}位小数", "{mode} to {places} places")
PERCENT_TO_PLACES = Phrase(
    "scoring.percent-to-places", "百分数{mode}到{places}位小数", "percent, {mode} to {places} places"
)

# --- totals ---

RESCORED_ALL = Phrase(
    "scoring.rescored-all", "总分 = 各项按政策计算的得分之和", "total = sum of the scores by the policy"
)
ADDED_INDICATORS = Phrase(
    "scoring.added-indicators", "总分 = 各三级指标得分之和", "total = sum of the indicators' scores"
)
ADDED_ALL = Phrase(
    "scoring.added-all",
    "总分 = 各三级指标得分之和 + 预算执行率得分",
    "total = sum of the indicators' scores + execution score",
)
INDICATORS_MAKE = Phrase("scoring.indicators-make", "各三级指标得分合计{sum}", "the indicators' scores add up to {sum}")
WITH_EXECUTION = Phrase(
    "scoring.with-execution", "加预算执行率得分{score}，合计{sum}", "with execution score {score}: {sum}"
)
ADDS_UP_TO = Phrase("scoring.adds-up-to", "合计{sum}", "sum {sum}")
SO_FAR = Phrase(
    "scoring.so-far",
    "已计{sum}分（分值{weight}分），未计：{rows}",
    "so far {sum} of {weight} points; not counted: {rows}",
)
PERCENT = Phrase("scoring.percent", "{value}%", "{value}%")
PERCENT_FROM_TO = Phrase("scoring.percent-from-to", "{low}%–{high}%", "{low}%–{high}%")
FROM_TO = Phrase("scoring.from-to", "{low}–{high}", "{low}–{high}")
NO_SCORE = Phrase("scoring.no-score", "{row}得分空白，无法复加", "{row}: no score to add")
NO_SCORES = Phrase("scoring.no-scores", "表中没有各项得分，无法复加", "the table has no scores to add")
NO_INDICATORS = Phrase("scoring.no-indicators", "表中没有绩效指标，无法复算", "the table has no indicators to score")
NO_EXECUTION_SCORE = Phrase(
    "scoring.no-execution-score",
    "表中没有预算执行率得分，无法复加",
    "the table has no score of the execution rate to add",
)
EXECUTION_SCORE_BLANK = Phrase(
    "scoring.execution-score-blank", "预算执行率得分空白，无法复加", "the score of the execution rate is blank"
)
AND_OTHERS = Phrase("scoring.and-others", "{first}；共{count}项未计", "{first}; {count} not counted in all")
UNFILLED_ROW = Phrase("scoring.unfilled-row", "{row}还没有填写", "{row} is not filled in")
RANGES = Phrase("scoring.ranges", "{count}项只能确定范围", "{count} rows have a range only")
UNSCORED = Phrase(
    "scoring.unscored", "{count}项无法计分，按0分至满分计", "{count} rows cannot be scored: zero to full weight"
)
BOTH = Phrase("scoring.both", "{one}，{other}", "{one}, {other}")
CONVERTED = Phrase(
    "scoring.converted",
    "剔除不适用指标后分值{weight}，折算为100分：{sum}",
    "weight of what applies {weight}, converted to 100: {sum}",
)
NO_WEIGHT_TO_CONVERT = Phrase(
    "scoring.no-weight-to-convert", "{row}分值读不出，无法折算", "{row}: no weight to convert"
)
NOTHING_APPLIES = Phrase(
    "scoring.nothing-applies", "适用指标的分值合计为0，无法折算", "the weights of what applies add up to 0"
)
CAPPED = Phrase("scoring.capped", "总分以{cap}分封顶", "the total is capped at {cap}")

# --- indicators ---

CANNOT_SCORE = Phrase("scoring.cannot-score", "{why}，无法计分", "{why}: no score")
NOT_FILLED = Phrase("scoring.not-filled", "{field}“{raw}”未填实，无法计分", "the {field} “{raw}” is a placeholder")
WEIGHT_ZERO = Phrase("scoring.weight-zero", "分值为0，不计分", "weight 0: no points")
BEYOND_RULES = Phrase("scoring.beyond-rules", "无法由规则计分", "rules cannot score it")
REACHED = Phrase("scoring.reached", "达到指标值，得满分", "target reached: full points")
PROPORTIONAL = Phrase("scoring.proportional", "得分 = 分值 × 实际值 ÷ 指标值", "score = weight × actual ÷ target")
ALL_OR_NOTHING = Phrase("scoring.all-or-nothing", "未达到指标值不得分", "target missed: no points")
HYPERBOLA = Phrase("scoring.hyperbola", "得分 = 分值 × 指标值 ÷ 实际值", "score = weight × target ÷ actual")
LINEAR = Phrase(
    "scoring.linear",
    "得分 = 分值 × [1 −（实际值 − 指标值）÷ 指标值]，最低0分",
    "score = weight × [1 − (actual − target) ÷ target], at least 0",
)
NONE_ABOVE = Phrase("scoring.none-above", "超过指标值不得分", "above the target: no points")
OPEN_INVERSE = Phrase(
    "scoring.open-inverse",
    "反向指标超出部分的计分公式未统一规定，按在用的三种算法取上下限",
    "no formula is laid down for exceeding an upper limit: lowest and highest of the three in use",
)
NO_INVERSE_FORMULA = Phrase(
    "scoring.no-inverse-formula", "政策未规定反向指标的计分公式", "the policy names no formula for upper limits"
)
NOTHING_ALLOWED = Phrase("scoring.nothing-allowed", "指标值为0，超过0不得分", "target 0: no points above it")
BY_A_PERSON = Phrase(
    "scoring.by-a-person",
    "未达到指标值，扣分幅度由人判断",
    "target missed: a person decides how much it costs",
)
BY_SATISFACTION = Phrase("scoring.by-satisfaction", "按满意度所在区间计分", "by the interval of the satisfaction")
APPROXIMATE = Phrase("scoring.approximate", "所填为约数，只能确定范围", "an approximate figure: a range only")
FAR_ABOVE = Phrase(
    "scoring.far-above",
    "实际值为指标值的{ratio}%，指标值明显偏低，扣分值的{taken}%",
    "{ratio}% of the target, which was set too low: {taken}% of the weight off",
)
TIMES = Phrase("scoring.times", "{weight} × {share} → {score}", "{weight} × {share} → {score}")

# --- judgements and what does not apply ---

QUALITATIVE = Phrase("scoring.qualitative", "定性指标，由人按档次评分", "qualitative: a person scores within the bands")
JUDGE = Phrase("scoring.judge", "定性指标，须由人判断达成程度", "qualitative: a person judges how far it was reached")
IN_BAND = Phrase(
    "scoring.in-band",
    "定性指标，“{band}”档：分值的{low}%至{high}%",
    "qualitative, band “{band}”: {low}% to {high}% of the weight",
)
JUDGE_IN_BAND = Phrase(
    "scoring.judge-in-band", "定性指标，档内由人判断", "qualitative: a person judges within the band"
)
BAND = Phrase("scoring.band", "{band}：{low}–{high}分", "{band}: {low}–{high} points")
SHOULD_WEIGH_NOTHING = Phrase(
    "scoring.should-weigh-nothing", "不适用的指标分值应为0", "what does not apply should weigh 0"
)
WEIGHT_FIRST = Phrase(
    "scoring.weight-first",
    "标为不适用但仍有分值，须先调整分值",
    "marked as not applicable, yet it has a weight",
)
NOT_APPLICABLE = Phrase("scoring.not-applicable", "不适用的指标不计分", "what does not apply is not scored")

# --- relations of a form ---

MAKES = Phrase("scoring.makes", "{words}：{working} = {value}", "{words}: {working} = {value}")
DOUBTFUL = Phrase("scoring.doubtful", "“{raw}”没有读准：{reason}", "“{raw}” was not read with certainty: {reason}")
THEN = Phrase("scoring.then", "{one}；{other}", "{one}; {other}")
NOT_YET = Phrase(
    "scoring.not-yet",
    "还没有填完（{total}项中已填{filled}项），填完后再核对",
    "not filled in yet ({filled} of {total}): checked once it is",
)
