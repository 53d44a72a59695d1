"""What comparing and reading values says: what decided, or why nothing could, and what is worth a note.

The words of a cell go in as they were written; figures are printed as the cell means them.
"""

from __future__ import annotations

from jixiao.model.message import Phrase, Term

TARGET = Term("目标值", "target")
ACTUAL = Term("实际完成值", "actual value")

PERIODS = {
    "年": Term("年", "year"),
    "学年": Term("学年", "school year"),
    "半年": Term("半年", "half-year"),
    "学期": Term("学期", "term"),
    "季度": Term("季度", "quarter"),
    "月": Term("月", "month"),
    "旬": Term("旬", "ten days"),
    "周": Term("周", "week"),
    "天": Term("天", "day"),
}
"""What a rate over time counts per."""

SEVERAL = Phrase("values.several", "{first}；{then}", "{first}; {then}")

# what cannot take part -----------------------------------------------------------------------------------------------
NOT_APPLICABLE = Phrase("values.not-applicable", "不适用", "does not apply")
TARGET_DOES_NOT_APPLY = Phrase(
    "values.target-does-not-apply",
    "目标值为不适用或短横，无从比较",
    "the target is a dash or does not apply: nothing to compare with",
)
ACTUAL_DOES_NOT_APPLY = Phrase(
    "values.actual-does-not-apply",
    "实际完成值填不适用，目标值仍在",
    "the actual value is said not to apply, yet there is a target",
)
NO_TARGET = Phrase("values.no-target", "目标值为空", "no target")
NO_ACTUAL = Phrase("values.no-actual", "实际完成值为空", "no actual value")
TARGET_NOT_FILLED_IN = Phrase(
    "values.target-not-filled-in", "目标值是模板占位符", "the target is left over from the blank form"
)
ACTUAL_NOT_FILLED_IN = Phrase(
    "values.actual-not-filled-in", "实际完成值是模板占位符", "the actual value is left over from the blank form"
)

# kinds that do not meet ----------------------------------------------------------------------------------------------
NO_MEASURED_VALUE = Phrase(
    "values.no-measured-value",
    "数值目标以“{actual}”作答，没有实测值",
    "a figure is asked for, “{actual}” is the answer: nothing measured",
)
ANSWERED_BY_BUDGET = Phrase(
    "values.answered-by-budget",
    "数值目标以“是否超预算”作答，没有实测值",
    "a figure is asked for, and the answer speaks of the budget: nothing measured",
)
NO_FIGURE = Phrase(
    "values.no-figure",
    "目标是数值，实际“{actual}”没有可比的数值",
    "the target is a figure, “{actual}” holds none to compare",
)
COPIED_WORDS = Phrase(
    "values.copied-words",
    "实际完成值照抄目标文字，须由人判断",
    "the actual value repeats the words of the target: for a person to judge",
)
FOR_A_PERSON = Phrase("values.for-a-person", "定性指标，须由人判断", "qualitative: for a person to judge")
OTHER_KIND = Phrase(
    "values.other-kind",
    "目标“{target}”与实际“{actual}”不是同一类值，无法比较",
    "target “{target}” and actual “{actual}” are of different kinds",
)
NO_PART_ANSWERS = Phrase(
    "values.no-part-answers",
    "实际“{actual}”有多项，没有一项能与目标“{target}”比较",
    "“{actual}” has several parts, none of which can be set against “{target}”",
)
WHICH_PART = Phrase(
    "values.which-part",
    "实际“{actual}”有多项，看不出以哪一项为准或是否合计，须由人判断",
    "“{actual}” has several parts; which one counts, or whether they add up, is for a person to judge",
)

# numbers -------------------------------------------------------------------------------------------------------------
REACHED = Phrase(
    "values.reached", "实际 {actual}，目标 {target}，达到目标", "actual {actual}, target {target}: reached"
)
MISSED = Phrase("values.missed", "实际 {actual}，目标 {target}，未达到目标", "actual {actual}, target {target}: missed")
MISSED_BY = Phrase(
    "values.missed-by",
    "实际 {actual}，目标 {target}，未达到目标，完成 {share}%",
    "actual {actual}, target {target}: missed, {share}% done",
)
WITHIN_LIMIT = Phrase(
    "values.within-limit",
    "实际 {actual}，目标 {target}，未超过上限",
    "actual {actual}, target {target}: within the limit",
)
ABOVE_LIMIT = Phrase(
    "values.above-limit", "实际 {actual}，目标 {target}，超过上限", "actual {actual}, target {target}: above the limit"
)
NOT_EXACT = Phrase(
    "values.not-exact",
    "实际 {actual}，目标 {target}，数值不确切，不能断定是否达到",
    "actual {actual}, target {target}: not exact enough to tell",
)
BELOW_RANGE = Phrase(
    "values.below-range",
    "实际 {actual}，目标区间 {target}，低于区间",
    "actual {actual}, target range {target}: below the range",
)
ABOVE_RANGE = Phrase(
    "values.above-range",
    "实际 {actual}，目标区间 {target}，高于区间",
    "actual {actual}, target range {target}: above the range",
)
IN_RANGE = Phrase(
    "values.in-range",
    "实际 {actual}，目标区间 {target}，在区间内",
    "actual {actual}, target range {target}: within the range",
)
RANGE_NOT_EXACT = Phrase(
    "values.range-not-exact",
    "实际 {actual}，目标区间 {target}，不能断定是否在区间内",
    "actual {actual}, target range {target}: no telling whether it is within the range",
)
EQUAL = Phrase("values.equal", "实际与目标相等（{target}）", "actual equals target ({target})")
NO_DIRECTION = Phrase(
    "values.no-direction",
    "看不出指标方向，不能断定是否达到",
    "which way is better cannot be told: no telling whether it was reached",
)
TARGET_DOUBTFUL = Phrase("values.target-doubtful", "目标值存疑：{why}", "target doubtful: {why}")
ACTUAL_DOUBTFUL = Phrase("values.actual-doubtful", "实际完成值存疑：{why}", "actual value doubtful: {why}")
NEARLY_AND_OVER = Phrase(
    "values.nearly-and-over",
    "“近”与“余”同用，自相矛盾，读不出数值",
    "近 (nearly) and 余 (and more) contradict each other: no figure can be read",
)
COPIED_SIGN = Phrase(
    "values.copied-sign",
    "实际完成值照抄目标符号（{sign}），不是实测值",
    "the actual value repeats the sign of the target ({sign}): nothing measured",
)
PERCENT_OR_FRACTION = Phrase(
    "values.percent-or-fraction",
    "一方是百分数，另一方可能是小数写法，无法确定",
    "one side is a percentage, the other may be a fraction: no telling",
)
READ_EITHER_WAY = Phrase(
    "values.read-either-way",
    "“{said}”可能是比例 {percent}%，也可能是 {figure}{unit}",
    "“{said}” may be the share {percent}% or {figure}{unit}",
)
MISREAD = Phrase("values.misread", "疑为“≥{percent}%”的误识", "probably “≥{percent}%” misread by a scanner")
SIGNS_CONTRADICT = Phrase(
    "values.signs-contradict",
    "前后两个符号相互矛盾（{one} 与 {other}）",
    "the signs before and behind contradict each other ({one} and {other})",
)
APPROXIMATE_TARGET = Phrase(
    "values.approximate-target", "目标值是约数（{approx}）", "the target is approximate ({approx})"
)
APPROXIMATE_ACTUAL = Phrase(
    "values.approximate-actual", "实际完成值是约数（{approx}）", "the actual value is approximate ({approx})"
)
ONLY_A_BOUND = Phrase(
    "values.only-a-bound",
    "实际完成值带“{sign}”，只给出界限，不是实测值",
    "the actual value carries “{sign}”: a bound, nothing measured",
)

# units and rates -----------------------------------------------------------------------------------------------------
CONVERTED = Phrase("values.converted", "单位由“{unit}”换算为“{to}”", "“{unit}” converted to “{to}”")
UNIT_TAKEN_OVER = Phrase(
    "values.unit-taken-over", "{side}没有写单位，按“{unit}”理解", "{side} without a unit, read as “{unit}”"
)
WORLDS_APART = Phrase(
    "values.worlds-apart",
    "{side}没有写单位，按“{unit}”理解则两者相差悬殊，可能单位不同",
    "{side} without a unit; read as “{unit}” the two are worlds apart, the unit may be another",
)
UNITS_CONTRADICT = Phrase(
    "values.units-contradict",
    "目标“{target}”与实际“{actual}”数字相近而单位不同，换算后相差悬殊，多半有一个单位写错，无法比较",
    "“{target}” and “{actual}” have near figures and different units, worlds apart when converted: one unit is "
    "probably wrong",
)
UNITS_DIFFER = Phrase(
    "values.units-differ", "单位不同（“{target}”与“{actual}”），无法比较", "different units (“{target}”, “{actual}”)"
)
UNITS_AKIN = Phrase(
    "values.units-akin",
    "单位不同（“{target}”与“{actual}”），只按数值比较，口径须核对",
    "different units (“{target}”, “{actual}”): the figures alone were compared, check the basis",
)
OTHER_RATE = Phrase(
    "values.other-rate",
    "计量口径不同（每{target}与每{actual}），无法比较",
    "counted per {target} and per {actual}: not to be compared",
)
MADE_YEARLY = Phrase("values.made-yearly", "已折算为全年", "taken for the whole year")
RATE_TAKEN_OVER = Phrase(
    "values.rate-taken-over", "没有写“每{per}”的一方按每{per}理解", "the side without “per {per}” is read as per {per}"
)
RATE_OR_YEAR = Phrase(
    "values.rate-or-year",
    "一方按每{per}计，另一方看不出是每{per}还是全年",
    "one side counts per {per}; whether the other does, or for the year, cannot be told",
)
SAME_BASIS = Phrase(
    "values.same-basis",
    "一方没有写“每{per}”，按相同口径理解",
    "one side does not say “per {per}” and is read on the same basis",
)
CHANGE_NOT_ASKED = Phrase(
    "values.change-not-asked",
    "实际完成值写“{change}”，目标没有说明升降",
    "the actual value says “{change}”, the target names no rise or fall",
)

# dates ---------------------------------------------------------------------------------------------------------------
LATE = Phrase("values.late", "实际“{actual}”，目标“{target}”，晚于期限", "actual “{actual}”, target “{target}”: late")
ON_TIME = Phrase(
    "values.on-time", "实际“{actual}”，目标“{target}”，未晚于期限", "actual “{actual}”, target “{target}”: not late"
)
DATE_NOT_EXACT = Phrase(
    "values.date-not-exact",
    "实际“{actual}”，目标“{target}”，写得不够细，不能断定是否按期",
    "actual “{actual}”, target “{target}”: not exact enough to tell whether it is late",
)
OTHER_YEAR = Phrase(
    "values.other-year",
    "实际“{actual}”，目标“{target}”，年份不同",
    "actual “{actual}”, target “{target}”: different years",
)
ACTUAL_YEAR_OPEN = Phrase(
    "values.actual-year-open",
    "实际日期没有写年份，按{year}年理解",
    "the actual date names no year and is read as {year}",
)
TARGET_YEAR_OPEN = Phrase(
    "values.target-year-open", "目标日期没有写年份，按{year}年理解", "the target names no year and is read as {year}"
)
ONLY_A_DEADLINE = Phrase(
    "values.only-a-deadline",
    "实际完成值只写期限，没有写实际日期",
    "the actual value repeats a deadline and names no day",
)
BEFORE_THE_PERIOD = Phrase("values.before-the-period", "早于目标期间", "before the period of the target")
WHOLE_YEAR = Phrase(
    "values.whole-year", "目标与实际都是全年，据所述已达到", "target and actual are the whole year: reached as stated"
)
DATE_FOR_A_YEAR = Phrase(
    "values.date-for-a-year",
    "目标是全年性要求，实际只写了一个日期，须由人判断",
    "the target asks for the whole year, the answer is one date: for a person to judge",
)

# words ---------------------------------------------------------------------------------------------------------------
AS_STATED = Phrase("values.as-stated", "据所述“{said}”", "as stated: “{said}”")
AS_THE_TARGET = Phrase("values.as-the-target", "据所述“{said}”，与目标一致", "as stated: “{said}”, as the target")
STATED_NOT_MEASURED = Phrase(
    "values.stated-not-measured", "据所述“{said}”，没有实测值", "as stated: “{said}”, nothing measured"
)
DONE_IN_PART = Phrase("values.done-in-part", "据所述“{said}”，只完成一部分", "as stated: “{said}”, done in part")
STATED_OTHERWISE = Phrase(
    "values.stated-otherwise",
    "目标为“{target}”，实际为“{said}”，须由人判断",
    "the target is “{target}”, the answer “{said}”: for a person to judge",
)
HOW_FAR = Phrase("values.how-far", "“{said}”没有说明完成到什么程度", "“{said}” does not say how far it was done")
WORDS_ONLY = Phrase("values.words-only", "仅为文字结论", "words only")

ZERO_AS_ASKED = Phrase(
    "values.zero-as-asked",
    "目标与实际都是不发生“{what}”",
    "target and actual: no “{what}”",
)
NOTHING_HAPPENED = Phrase("values.nothing-happened", "没有发生", "nothing happened")
OTHER_EVENT = Phrase(
    "values.other-event",
    "目标说的是“{target}”，实际说的是“{actual}”",
    "the target speaks of “{target}”, the actual value of “{actual}”",
)
ZERO_ANSWERED = Phrase(
    "values.zero-answered", "目标为不发生，实际填“{said}”", "nothing may happen; the answer is “{said}”"
)
ZERO_UNCLEAR = Phrase(
    "values.zero-unclear",
    "目标为不发生，实际填“{said}”，看不出是否发生",
    "nothing may happen; “{said}” does not tell whether something did",
)
ZERO_FOR_A_PERSON = Phrase(
    "values.zero-for-a-person",
    "目标为不发生，实际“{actual}”须由人判断",
    "nothing may happen; “{actual}” is for a person to judge",
)
ZERO_MEASURED = Phrase("values.zero-measured", "实际为 0", "actual value 0")
NOT_ZERO = Phrase(
    "values.not-zero", "目标为不发生，实际为 {count}{unit}", "nothing may happen; the actual value is {count}{unit}"
)
NO_EXACT_FIGURE = Phrase("values.no-exact-figure", "实际“{actual}”不是确切数值", "“{actual}” is no exact figure")

SAME_GRADE = Phrase("values.same-grade", "实际等级与目标相同（{grade}）", "the grade of the target ({grade})")
COPIED_GRADE = Phrase(
    "values.copied-grade",
    "实际完成值照抄目标的“以上”，不是实际等级",
    "the actual value repeats 以上 of the target: no grade",
)
GRADES_WITHOUT_ORDER = Phrase(
    "values.grades-without-order",
    "“{actual}”与“{target}”孰高孰低，须由人判断",
    "which of “{actual}” and “{target}” is higher, is for a person to judge",
)
GRADE_REACHED = Phrase(
    "values.grade-reached", "实际“{actual}”不低于目标“{target}”", "“{actual}” is not below the target “{target}”"
)
GRADE_MISSED = Phrase(
    "values.grade-missed", "实际“{actual}”低于目标“{target}”", "“{actual}” is below the target “{target}”"
)
PLACE_OPEN = Phrase(
    "values.place-open", "实际只写前{place}名，不能断定", "only “among the first {place}” is stated: no telling"
)
PLACE_MISSED = Phrase(
    "values.place-missed", "第{place}名，未进前{target}名", "place {place}, not among the first {target}"
)
PLACE_COPIED = Phrase(
    "values.place-copied",
    "实际完成值照抄目标，没有写实际名次",
    "the actual value repeats the target and names no place",
)
PLACE_REACHED = Phrase(
    "values.place-reached", "第{place}名，不低于目标第{target}名", "place {place}, not below the target {target}"
)
RATIO_IS_A_BOUND = Phrase(
    "values.ratio-is-a-bound", "实际完成值带符号，不是实测值", "the actual value carries a sign: nothing measured"
)
RATIO_OF_ZERO = Phrase("values.ratio-of-zero", "比值含零，无法比较", "a ratio with zero: nothing to compare")

NO_MONEY = Phrase(
    "values.no-money",
    "须核对预算数与执行数，表中没有可用的资金数",
    "budget and outturn decide, and the table has none to use",
)
STATED_AGAINST_MONEY = Phrase(
    "values.stated-against-money", "所述与资金栏不一致", "what is stated disagrees with the columns of money"
)
WITHIN_BUDGET = Phrase(
    "values.within-budget",
    "执行数 {outturn}，预算数 {budget}，未超预算",
    "outturn {outturn}, budget {budget}: within the budget",
)
ABOVE_BUDGET = Phrase(
    "values.above-budget",
    "执行数 {outturn}，预算数 {budget}，超过预算",
    "outturn {outturn}, budget {budget}: above budget",
)

FREQUENCY_FOR_A_PERSON = Phrase(
    "values.frequency-for-a-person",
    "目标是频次，实际“{actual}”须由人判断",
    "the target is a frequency, “{actual}” is for a person to judge",
)
SAME_FREQUENCY = Phrase(
    "values.same-frequency",
    "实际频次与目标相同，据所述已达到",
    "the frequency of the target: reached as stated",
)
HOW_OFTEN = Phrase("values.how-often", "频次没有写明次数，须由人判断", "how often is not said: for a person to judge")
NO_PERIOD = Phrase("values.no-period", "没有写明周期，无法折算", "no period is named: nothing to convert")
ONCE_A_PERIOD = Phrase(
    "values.once-a-period",
    "每{per}一次折全年 {count} 次，实际 {actual}{unit}",
    "once a {per} is {count} times a year, actual {actual}{unit}",
)
ONLY_A_RHYTHM = Phrase(
    "values.only-a-rhythm",
    "目标只写“{target}”，须由人判断",
    "the target says “{target}” only: for a person to judge",
)
PERIOD_OR_YEAR = Phrase(
    "values.period-or-year",
    "实际“{actual}”看不出是每{per}还是全年",
    "whether “{actual}” is per {per} or for the year cannot be told",
)
TARGET_YEARLY = Phrase(
    "values.target-yearly", "目标折算为全年 {count}{unit}", "the target is {count}{unit} for the year"
)
ACTUAL_YEARLY = Phrase(
    "values.actual-yearly", "实际折算为全年 {count}{unit}", "the actual value is {count}{unit} for the year"
)
NO_COUNT = Phrase(
    "values.no-count",
    "目标是数值，实际“{actual}”没有写明次数",
    "the target is a figure, “{actual}” does not say how often",
)

# directions ----------------------------------------------------------------------------------------------------------
SIGNED_UP = Phrase("values.signed-up", "带“{sign}”类符号，正向", "a sign like “{sign}”: more is better")
SIGNED_DOWN = Phrase("values.signed-down", "带“{sign}”类符号，反向", "a sign like “{sign}”: less is better")
SIGNED_EQUAL = Phrase("values.signed-equal", "带“=”号，等于", "the sign “=”: equal")
IS_RANGE = Phrase("values.is-range", "指标值是区间", "the target is a range")
RHYTHM_ONLY = Phrase("values.rhythm-only", "只规定了频次的节奏，没有数值", "a rhythm without a number")
FREQUENCY_IS_FLOOR = Phrase("values.frequency-is-floor", "频次是下限，正向", "a frequency is a floor")
WHOLE_YEAR_TARGET = Phrase(
    "values.whole-year-target", "全年性要求，没有可比的期限", "asked for the whole year: no deadline to compare"
)
DATE_IS_LIMIT = Phrase("values.date-is-limit", "期限不得晚于目标日期", "a deadline: later is worse")
ZERO_IS_LIMIT = Phrase("values.zero-is-limit", "目标为不发生，只能不多于零", "nothing may happen: not more than zero")
BUDGET_IS_LIMIT = Phrase("values.budget-is-limit", "不超过预算", "not above the budget")
PLACE_IS_LIMIT = Phrase("values.place-is-limit", "名次以靠前为好", "a place: the smaller the better")
NO_USABLE_TARGET = Phrase("values.no-usable-target", "没有可用的指标值", "no usable target")
QUALITATIVE = Phrase("values.qualitative", "定性指标", "qualitative")
CHANGE_IS_FLOOR = Phrase(
    "values.change-is-floor",
    "“{change}”的幅度，没有符号时为下限",
    "the extent of “{change}”; without a sign a floor",
)
ZERO_TARGET = Phrase("values.zero-target", "目标为零，只能不多于零", "the target is zero: not more than zero")
SHARE_IS_FLOOR = Phrase(
    "values.share-is-floor",
    "比率、满意度类指标，没有符号时为下限",
    "a rate or a satisfaction; without a sign a floor",
)
PAID_STANDARD = Phrase(
    "values.paid-standard",
    "发放标准没有符号，多发少发都不合适，方向须由人判断",
    "a standard of payment without a sign, neither more nor less is right: for a person to judge",
)
SHARE_OF_COST = Phrase(
    "values.share-of-cost",
    "成本指标下的比率没有符号，名称也看不出方向",
    "a rate under cost without a sign; the name does not tell either",
)
COST_IS_CEILING = Phrase("values.cost-is-ceiling", "成本指标，没有符号时为上限", "a cost; without a sign a ceiling")
TIME_UNCLEAR = Phrase(
    "values.time-unclear",
    "时效指标下的时长没有符号，看不出是至少还是至多",
    "a length of time without a sign: at least or at most cannot be told",
)
BARE_IS_FLOOR = Phrase("values.bare-is-floor", "没有符号的数值按下限理解，正向", "a number without a sign is a floor")
SAVING_IS_FLOOR = Phrase(
    "values.saving-is-floor",
    "名称说的是节约、降低，没有符号时为下限",
    "the name speaks of saving; without a sign a floor",
)
SHORTER_IS_FLOOR = Phrase(
    "values.shorter-is-floor",
    "名称说的是缩短时间，没有符号时为下限",
    "the name speaks of saving time; without a sign a floor",
)
REMEDY_IS_FLOOR = Phrase(
    "values.remedy-is-floor",
    "名称说的是处理、减少不应发生的事，没有符号时为下限",
    "the name speaks of dealing with mishaps; without a sign a floor",
)
NAMED_LIMIT = Phrase(
    "values.named-limit",
    "名称表明是{what}，没有符号时为上限",
    "the name tells of {what}; without a sign a ceiling",
)
COST_OR_LIMIT = Term("成本或限额", "a cost or a limit")
TIME_LIMIT = Term("时限", "a time limit")
MISHAP = Term("不应发生的事", "what should not happen")
UNSETTLED = Phrase(
    "values.unsettled",
    "没有符号，名称看不出多为好还是少为好",
    "no sign, and the name does not tell whether more is better",
)
RETURN_IS_FLOOR = Phrase(
    "values.return-is-floor", "带动、投入产出类比值，正向", "a return on what was put in: more is better"
)
RATIO_UNCLEAR = Phrase(
    "values.ratio-unclear",
    "比值没有符号，方向须由人判断",
    "a ratio without a sign: for a person to judge",
)
BY_PART = Phrase("values.by-part", "按其中“{part}”：{why}", "by its part “{part}”: {why}")
