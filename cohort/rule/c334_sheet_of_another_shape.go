package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC334 = Rule{
	Code: "C334", Severity: finding.Info,
	Title: lang.Say("1行1件でない表を、行に直して読んだ", "A sheet of another shape was read as rows"),
	Long: lang.Say(
		"1か月1枚の勤務表（日が 1、2、3…）、人と日の一覧表のように、1行に1件ずつ書かれていない表は、形が確かなときだけ行に直して読みます。"+
			"年月は、表の上のセル、シート名、ファイル名のどれかから取り、曜日があれば合うことを確かめます。年のない月は、年度か対象期間のものとします。"+
			"年月が2通りに読めるときや、曜日が合わないときは、直さずに読みます。指摘やもとのセルの場所は、もとの表のままです。",
		"A sheet that is not one row a piece of work, such as a sheet a month with the days as 1, 2, 3 … or a table of "+
			"persons and days, is read as rows where its shape is sure. The month is taken from the cells above, the name of "+
			"the sheet or of the file, and held against the weekdays; a month without a year is that of the fiscal year or "+
			"of the period. If the month can be read in two ways, or the weekdays are others, the sheet is left as it is. "+
			"Findings name the cells of the sheet itself.",
	),
}
