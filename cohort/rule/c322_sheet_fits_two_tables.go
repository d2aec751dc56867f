package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC322 = Rule{
	Code: "C322", Severity: finding.Error,
	Title: lang.Say("2つの表に当てはまるシート", "Sheet fits two tables"),
	Long: lang.Say(
		"シート名からは何の表か分からず、見出しは2つの表に同じだけ当てはまります。推測では読みません。シート名を台帳の名前に変えるか、pilot.toml の [[table]] で key と sheet を指定してください。",
		"The sheet's name says nothing and its headings fit two tables alike. It is not guessed. Rename the sheet "+
			"like a table of the ledger, or give key and sheet in [[table]] of pilot.toml.",
	),
}
