"""What this package says: why a policy was chosen, what to beware of in it, what is wrong with a data file."""

from __future__ import annotations

from jixiao.model.message import Phrase, Term

# --- why this policy ---

PLACE = Term("地方", "place")
UNIT = Term("单位名称", "unit's name")
AS_GIVEN = Phrase("policy.as-given", "直接给定", "given as it is")
FOR_YEAR = Phrase("policy.for-year", "{reason}，按{year}年度取值", "{reason}, values for {year}")
NO_YEAR = Phrase("policy.no-year", "{reason}，年度不明，按最新取值", "{reason}, newest values as the year is unknown")
FROM_FILE = Phrase(
    "policy.from-file", "使用指定的政策文件 {file}（以“{base}”为底）", "the policy file {file} as asked (over “{base}”)"
)
AS_ASKED = Phrase("policy.as-asked", "按指定选用“{title}”", "“{title}” as asked")
AS_ASKED_FOR = Phrase("policy.as-asked-for", "按指定的“{asked}”选用“{title}”", "“{title}”, for “{asked}” as asked")
NOTHING_KNOWN = Phrase(
    "policy.nothing-known", "未提供单位名称和地方，选用“{title}”", "neither unit nor place is known: “{title}”"
)
NONE_HERE = Phrase(
    "policy.none-here",
    "{what}“{text}”没有对应的地方政策，选用“{title}”",
    "no local policy for the {what} “{text}”: “{title}”",
)
HOLDS = Phrase("policy.holds", "{what}中有“{name}”，选用“{title}”", "the {what} holds “{name}”: “{title}”")
HOLDS_BELOW = Phrase(
    "policy.holds-below",
    "{what}中有“{name}”（下级地方，暂按上级政策），选用“{title}”",
    "the {what} holds “{name}” (below the place of the policy): “{title}”",
)

# --- beware ---

OLDEST_COUNTS = Phrase(
    "policy.oldest-counts",
    "“{title}”自{since}年起施行，{year}年度的{values}按最早的取值计算",
    "“{title}” is in force from {since} on; for {year} the oldest values count: {values}",
)
ABOVE_COUNTS = Phrase(
    "policy.above-counts",
    "“{title}”自{since}年起施行，{year}年度的{values}按上级政策计算",
    "“{title}” is in force from {since} on; for {year} the policy above counts: {values}",
)
EXPIRED = Phrase(
    "policy.expired",
    "“{title}”的{values}在{year}年度已过期，仍按原取值计算",
    "“{title}”: out of date in {year}, still counted as they were: {values}",
)
UNVERIFIED = Phrase(
    "policy.unverified", "“{title}”的{values}未核对原文", "“{title}”: not checked against the original: {values}"
)
AMONG = Phrase("policy.among", "{values}等{count}项", "{values} and others, {count} in all")

# --- which there are ---

NO_POLICY = Phrase("policy.no-policy", "没有这个政策", "there is no such policy")
POLICIES_OR_PATH = Phrase(
    "policy.policies-or-path",
    "可用的政策：{known}；也可以给出 YAML 文件的路径",
    "The policies are: {known}; or give the path of a YAML file",
)
POLICIES = Phrase("policy.policies", "可用的政策：{known}", "The policies are: {known}")
NO_BASE = Phrase("policy.no-base", "没有上级政策“{base}”", "there is no policy “{base}” to build on")
NO_PARAMETER = Phrase(
    "policy.no-parameter", "政策没有参数“{key}”；有：{known}", "the policy has no parameter “{key}”; there are: {known}"
)

# --- YAML ---

BAD_YAML = Phrase("policy.bad-yaml", "不是合格的 YAML（{found}）", "it is not valid YAML ({found})")
MEND_YAML = Phrase(
    "policy.mend-yaml",
    "按所指位置改正缩进、引号或重复的键",
    "Mend indentation, quotes or the key that is there twice at the place named",
)
NOT_PARSED = Phrase("policy.not-parsed", "内容无法解析（{kind}）", "it cannot be parsed ({kind})")
CHECK_WRITING = Phrase(
    "policy.check-writing", "检查日期、数字和键的写法", "Check how dates, numbers and keys are written"
)
NO_NUMBER = Phrase("policy.no-number", "{given} 不是数", "{given} is no number")
KEY_TWICE = Phrase("policy.key-twice", "键“{key}”写了两次", "the key “{key}” is there twice")

# --- values that do not fit ---

FOUND = Phrase("policy.found", "写成了 {given}", "found {given}")
FOUND_NO_NUMBER = Phrase("policy.found-no-number", "写成了 {given}，不是数字", "found {given}, which is no number")
FOUND_NO_LIST = Phrase("policy.found-no-list", "写成了 {given}，不是清单", "found {given}, which is no list")
FOUND_KEYS = Phrase("policy.found-keys", "写的是 {keys}", "found {keys}")
NOTHING = Term("空", "nothing")
POINTS = Term("分值", "points")
SHARE = Term("占分值的比例", "a share of the points")
PERCENT = Term("百分数", "a percentage")
RATIO = Term("实际与目标之比", "a ratio of actual to target")
GROWTH = Term("比例", "a share")
EDGE = Term("界限", "a bound")
BETWEEN = Phrase("policy.between", "{low}–{high}", "{low}–{high}")
AT_LEAST = Phrase("policy.at-least", "不小于{low}", "not less than {low}")
WRITE_BARE = Phrase("policy.write-bare", "写成{what}，{bounds}，不加引号", "Write {what}, {bounds}, without quotes")
WRITE_WITHIN = Phrase("policy.write-within", "写成{what}，{bounds}", "Write {what}, {bounds}")
OUT_OF_RANGE = Phrase("policy.out-of-range", "{given} 超出范围", "{given} is out of range")
WRITE_WHOLE = Phrase("policy.write-whole", "写成 {low}–{high} 的整数", "Write a whole number from {low} to {high}")
ONLY = Phrase("policy.only", "只能写 {words}", "Only {words} may stand here")
WRITE_FLAG = Phrase("policy.write-flag", "写 true 或 false", "Write true or false")
NO_BLOCKS = Phrase(
    "policy.no-blocks", "不是“一级指标: 分值”的清单", "this is no list of “first-level indicator: points”"
)
SUCH_BLOCKS = Phrase(
    "policy.such-blocks",
    "例如 {blocks}",
    "Write it like {blocks}",
)
ONE_PER_LINE = Phrase(
    "policy.one-per-line",
    "每项一行，以“- ”开头；没有就写 []",
    "One item a line, each starting with “- ”; write [] for none",
)
ONLY_KEYS = Phrase("policy.only-keys", "每项写且只写 {keys}", "Write {keys} in each item, and nothing else")

# --- bands and steps ---

BAND_UNNAMED = Phrase("policy.band-unnamed", "档次没有名称", "a band has no name")
NAME_BAND = Phrase("policy.name-band", "写出名称，例如 name: {name}", "Name it, such as name: {name}")
BAND_UPSIDE_DOWN = Phrase(
    "policy.band-upside-down",
    "“{name}”的下限 {low} 不低于上限 {high}",
    "the lower bound {low} of “{name}” is not below its upper bound {high}",
)
LOW_AND_HIGH = Phrase(
    "policy.low-and-high", "下限写在 from，上限写在 to", "Write the lower bound as from and the upper as to"
)
NOT_COVERED = Phrase(
    "policy.not-covered",
    "各档没有覆盖0–{top}（现为{found}）",
    "the bands do not cover 0–{top} (they cover {found})",
)
COVER = Phrase(
    "policy.cover",
    "最高档上限写 {top}，最低档下限写 0",
    "Write {top} as upper bound of the highest band and 0 as lower bound of the lowest",
)
BAND_GAP = Phrase(
    "policy.band-gap",
    "“{lower}”与“{upper}”之间 {low}–{high} 无档可归",
    "between “{lower}” and “{upper}”, {low}–{high} belongs to no band",
)
BAND_OVERLAP = Phrase(
    "policy.band-overlap",
    "“{lower}”与“{upper}”在 {low}–{high} 重叠",
    "“{lower}” and “{upper}” overlap in {low}–{high}",
)
MOVE_BOUND = Phrase(
    "policy.move-bound",
    "把“{name}”的 to 改为 {bound}（不含本数）",
    "Change to of “{name}” into {bound} (which it does not include)",
)
BAND_TWICE = Phrase("policy.band-twice", "两档同名", "two bands have one name")
NAME_APART = Phrase("policy.name-apart", "给每一档不同的名称", "Give each band a name of its own")
STEP_TWICE = Phrase("policy.step-twice", "两级都从 {start} 起，互相重叠", "two steps start at {start} and overlap")
MERGE_STEPS = Phrase(
    "policy.merge-steps", "合并成一级，或改其中一级的 from", "Make one step of them, or change from of one"
)
STEP_FALLS = Phrase(
    "policy.step-falls",
    "从 {upper} 起的比例 {less} 低于从 {lower} 起的 {more}",
    "the share {less} from {upper} on is below {more} from {lower} on",
)
MORE_IS_MORE = Phrase(
    "policy.more-is-more",
    "界限越高比例应越大，检查是否写反",
    "The higher the bound, the larger the share; see whether they are the wrong way round",
)

# --- a policy file ---

NO_POLICY_FILE = Phrase("policy.no-policy-file", "不是政策文件", "this is no policy")
START_WITH = Phrase(
    "policy.start-with",
    "开头写 schema: {schema}，再写 title 和 parameters",
    "Start with schema: {schema}, then title and parameters",
)
WRITE_SCHEMA = Phrase("policy.write-schema", "写 schema: {schema}", "Write schema: {schema}")
NO_PARAMETERS = Phrase("policy.no-parameters", "不是“参数: 取值”的清单", "this is no list of “parameter: values”")
WRITE_PARAMETERS = Phrase(
    "policy.write-parameters",
    "每个参数写成一个键，下面列带日期的取值",
    "Write each parameter as a key with its dated values below",
)
UNKNOWN_KEY = Phrase("policy.unknown-key", "不认识的键", "unknown key")
KEYS_ARE = Phrase("policy.keys-are", "可用的键：{keys}", "The keys are: {keys}")
MISSING = Phrase("policy.missing", "缺少", "missing")
WRITE_TEXT = Phrase("policy.write-text", "写成文本", "Write a text")
WRITE_NAMES = Phrase("policy.write-names", "写成名称的清单，例如 [{name}]", "Write a list of names, such as [{name}]")
UNDATED = Phrase("policy.undated", "没有带日期的取值", "no value with a date")
WRITE_DATED = Phrase(
    "policy.write-dated",
    "写成清单，每项有 from、value、citation",
    "Write a list, each item with from, value, citation",
)
SAME_DAY = Phrase(
    "policy.same-day", "与 {earlier} 从同一天（{day}）起施行", "begins on the same day as {earlier} ({day})"
)
CHANGE_FROM = Phrase("policy.change-from", "改其中一个的 from，或合并", "Change from of one, or make one of them")
OVERLAPS = Phrase(
    "policy.overlaps",
    "到 {until} 为止，与 {since} 起的取值重叠",
    "lasts until {until} and overlaps the value from {since} on",
)
CHANGE_TO = Phrase("policy.change-to", "改 to，或删去 to", "Change to, or leave it out")
WRITE_ENTRY = Phrase("policy.write-entry", "写 from、value、citation", "Write from, value, citation")
EACH_NEEDS = Phrase(
    "policy.each-needs", "每个取值都要有施行日期、值和依据", "Each value needs its first day, what it is, and a source"
)
ENDS_EARLY = Phrase("policy.ends-early", "{until} 早于 from {since}", "{until} is before from {since}")
MEND_DATES = Phrase("policy.mend-dates", "改正起止日期", "Mend the first and the last day")
NO_DATE = Phrase("policy.no-date", "日期写成了 {given}", "found {given} as a date")
WRITE_DATE = Phrase("policy.write-date", "写成 2022-01-01 或 2022", "Write 2022-01-01 or 2022")
WRITE_VERIFIED = Phrase(
    "policy.write-verified",
    "核对过原文写 true，否则写 false",
    "Write true where the original was checked, else false",
)
NO_SOURCE = Phrase("policy.no-source", "没有依据“{key}”", "there is no source “{key}”")
WRITE_SOURCE = Phrase(
    "policy.write-source",
    "写依据的键，或写 {{document: 文号, clause: 条款}}",
    "Write a source's key, or {{document: number, clause: clause}}",
)
WRITE_FIELDS = Phrase("policy.write-fields", "写成 {fields} 的清单", "Write a list of {fields}")

# --- a policy as a whole ---

LACKS = Phrase("policy.lacks", "缺少{title}（{key}）", "missing: {title} ({key})")
ADD_OR_BASE = Phrase(
    "policy.add-or-base",
    "补上，或以 base 指明上级政策",
    "Add it, or name the policy to build on as base",
)
NOT_HUNDRED = Phrase(
    "policy.not-hundred",
    "预算执行率{execution}+{added}={total}，不等于100",
    "execution {execution}+{added}={total}, not 100",
)
MAKE_HUNDRED = Phrase("policy.make-hundred", "改分值，使合计为100", "Change the points so that they add up to 100")
NO_STEPS = Phrase("policy.no-steps", "选了分段计分，却没有分段", "scoring by steps without any step")
WRITE_STEPS = Phrase("policy.write-steps", "写出各段的 from 和 share", "Write from and share of each step")

# --- a file of sources ---

SOURCES_NEAR = Phrase(
    "policy.sources-near", "没有依据“{key}”；相近的有：{near}", "there is no source “{key}”; near to it: {near}"
)
NONE_NEAR = Term("（无）", "(none)")
SAME_NAME = Phrase(
    "policy.same-name",
    "与 {other} 同名，键会重复",
    "has the same name as {other}: keys would be there twice",
)
RENAME = Phrase("policy.rename", "合并成一个文件，或改其中一个的文件名", "Make one file of them, or rename one")
NO_ENTRIES = Phrase("policy.no-entries", "不是“条目: 内容”的清单", "this is no list of “entry: content”")
WRITE_ENTRIES = Phrase(
    "policy.write-entries",
    "每个条目写成一个键，下面列 document 等",
    "Write each entry as a key with document and the others below",
)
ENTRY_EMPTY = Phrase("policy.entry-empty", "条目没有内容", "the entry holds nothing")
WRITE_OUT = Phrase("policy.write-out", "写出 {fields}", "Write {fields}")
USE_ONLY = Phrase("policy.use-only", "只用 {fields}", "Use only {fields}")
ADD = Phrase("policy.add", "补上这一项", "Add it")
CHANGE_TO_FLAG = Phrase("policy.change-to-flag", "改成true 或 false", "Make it true or false")
CHANGE_TO_TEXT = Phrase("policy.change-to-text", "改成文本（加引号）", "Make it a text, in quotes")
NO_OFFICIAL_PAGE = Phrase("policy.no-official-page", "不是官方网页的地址", "this is no address of an official page")
WRITE_LINK = Phrase(
    "policy.write-link",
    "写成 https:// 开头的地址，没有就不写",
    "Write an address that starts with https://, or leave it out",
)
