"""What was not read of a file, what was not placed, what is doubtful, and what no rule could decide."""

READING = {
    # notes on a file
    "脚注 {} 处，内容未读入": "{} footnotes, not read",
    "尾注 {} 处，内容未读入": "{} endnotes, not read",
    "嵌入的其他文档 {} 个，内容未读入": "{} embedded documents, not read",
    "嵌入对象（如 Excel 表格）{} 个，内容未读入": "{} embedded objects (such as Excel sheets), not read",
    "图片 {} 张，图中文字未读入": "{} pictures, text in them not read",
    "无法识别的特殊符号 {} 个，以“\ufffd”代替": "{} unknown symbols, shown as “\ufffd”",
    "被合并单元格遮住的文字 {} 处，打印时不可见，未读入": (
        "{} texts hidden under merged cells, not printed and not read"
    ),
    "有修订痕迹 {} 处，按接受全部修订后的内容读取": "{} tracked changes, read as if all were accepted",
    "与 {} 内容相同，只读一份": "the same as {}; read once",
    # not placed
    "不属于任何报告或表格": "belongs to no report and no table",
    "像是表格，但单元格已经丢失，没有读取；请用带表格的 Word 原件": (
        "looks like a table whose cells were lost, and was not read; use the Word file that still has the table"
    ),
    "不是认识的表：没有自评表或基础数据表的表头": (
        "no known table: it has the head of no self-evaluation or base data"
    ),
    "基础数据表里没有对应的栏目": "the base data have no place for it",
    "基础数据表里没有对应栏目的一格": "the base data have no place for this cell",
    "格数与表头不符，这一格无法对应到栏目": "more or fewer cells than the header: no column for this one",
    "格数与表头不符，无法对应": "more or fewer cells than the header",
    "这一列没有对应的栏目，内容未读入": "no known column, not read",
    "人员情况只认一行": "only one row of staff is read",
    "基础数据表里的一行文字，不属于任何一栏": "a line of text in the base data, in no column",
    "这一行金额没有名称": "amounts without a name",
    "楼堂馆所这一行的名称没有对应的栏目": "no known row of the buildings",
    "年度主要任务没有对应的栏目，未读入": "no place for the year's tasks, not read",
    "表尾的一格，没有名称": "a cell without a name at the foot",
    "总体目标里的一格，无法对应": "a cell among the goals, in no column",
    "总体目标的表头里不认识的一格": "an unknown cell in the head of the goals",
    "表头里没有名称的一行": "a row without a name in the head",
    "表头里没有名称的一格": "a cell without a name in the head",
    "指标部分里的一行文字，不属于任何一栏": "a line of text among the indicators, in no column",
    "资金部分里的一行文字，不属于任何一栏": "a line of text in the money block, in no column",
    "资金部分里的一格，无法对应到栏目": "a cell of the money block, in no column",
    "资金部分里这一列没有栏目名称": "a column without a name in the money block",
    "这一行金额没有资金名称": "amounts without a name of the money",
    "收支构成里的一格，没有读懂": "a cell of income and spending that was not understood",
    "收支构成里的一格，没有“名称：金额”": "a cell of income and spending without “name: amount”",
    # doubtful
    "表头分不清是哪一年、预算还是决算": "the header does not tell year, budget and outturn apart",
    "这一格可能属于相邻的列，无法确定": "the cell may belong to the next column",
    "有两列可能是这一栏，无法确定取哪一列": "two columns may be the one",
    "没有编号也没有缩进，看不出是哪一行的一部分": "neither number nor indent says what it is a part of",
    "总分这一行只有一个100，无法确定是分值还是得分": "only one 100 in the total row: weight or score",
    "总分这一行的格数与表头不符，无法确定哪个是得分": "more or fewer cells in the total row than in the header",
    "这一格可能是目标，也可能是完成情况": "the cell may be the goal or what was achieved",
    "看不出这一级指标从哪一行起": "it cannot be seen in which row this level starts",
    "目标值与上一行合并，名称却不同": "the target is merged with the row above, the name differs",
    "名称为空，可能与上一行合并": "no name; perhaps merged with the row above",
    # not decided
    "“{}”没有读准：{}": "“{}” was not read with certainty: {}",
    "只有表、没有报告，看不出满意度有没有调查依据": ("tables without a report: no telling whether there was a survey"),
    "正文写了执行率，但没有可以验算的预算数和执行数": ("the text states a rate but no budget and outturn to try it on"),
    "正文的得分说的是哪张自评表，无法确定": "it is not clear which table the score in the text is of",
    "只打开了报告，没有附表，附件是否齐全未核对": "only the report was opened: attachments not compared",
    "没有认出报告的章节标题，无法对照提纲": "no chapter headings were recognised to hold against the outline",
    "日期没有写年份，报告年度也不明，无法核对": "a date without a year in a report of an unknown year",
    "“{}”的金额没有读成数字": "the amount of “{}” was not read as a number",
    "卷宗里没有项目支出自评表，无法核对自评是否覆盖全部项目支出": (
        "no project table, so no telling whether all projects are covered"
    ),
    "项目名称与自评表对不上，金额又不全，无法核对覆盖情况": (
        "names and tables do not match and amounts are missing: coverage not checked"
    ),
    "各行都没有一级指标名称，无法判断缺少哪一块": "no row has a first level, so no telling which block is missing",
    "资金来源分了层次，无法确定哪些行相加为年度资金总额": ("sources within sources: it is not clear which rows add up"),
    "资金来源没有列全，无法与年度资金总额核对": "not all sources are listed, so they cannot be added up",
    "“{}”的分项没有读全，无法核对": "not all parts of “{}” were read",
    "没有印执行率的分值，无法核对执行率得分": "no weight of the execution rate is printed",
    "基础数据表的基本支出为 0，无法与整体支出核对": "basic spending is 0 in the base data",
    "规则 {} 运行出错（{}：{}）": "rule {} failed ({}: {})",
}
