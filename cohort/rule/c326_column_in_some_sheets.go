package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC326 = Rule{
	Code: "C326", Severity: finding.Warning,
	Title: lang.Say("ほかの表にある列がない表", "Table without a column that others have"),
	Long: lang.Say(
		"1つの台帳を月ごと・人ごとの表に分けているとき、ある表にだけ列がないと、その表の記録ではその項目が空欄とみなされます。たとえば支払日の列がない月の仕事は、まだ支払われていないことになります。"+
			"列を足して記入するか、見出しの名前がちがうだけなら見出しを直してください。書くことがないときは、見出しだけの列を足してください。どの指標にも使わない列（作業名など）については、お知らせしません。",
		"Where a table is kept in several sheets, such as one a month or one a worker, and one of them lacks a "+
			"column, its records count as blank there: without a paid date, the work of a whole month counts as not yet paid. "+
			"Add the column and fill it in, or correct its heading. If there is nothing to fill in, add the heading alone. "+
			"Nothing is said of columns on which no figure rests.",
	),
}
