package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC322 = Rule{
	Code: "C322", Severity: finding.Error,
	Title: lang.Say("2つの表に当てはまるシート", "Sheet fits two tables"),
	Long: lang.Say(
		"シート名からは何の表か分からず、見出しは2つの表に同じだけ当てはまります。推測では読みません。シート名を台帳の名前に変えるか、"+
			"読み取りの設定（pilot90 read --set、または読み取りのページ）でどの表かを決めてください。",
		"The sheet's name says nothing and its headings fit two tables alike. It is not guessed. Rename the sheet "+
			"like a table of the ledger, or say which it is in the settings of reading (pilot90 read --set, or the page of "+
			"reading).",
	),
}
