package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC310 = Rule{
	Code: "C310", Severity: finding.Error,
	Title: lang.Say("表の見出しが見つからない", "No table found"),
	Long: lang.Say(
		"必要な列の見出しがそろった行が見つかりません。見出しの行があるか、列の名前が大きく違っていないかを確かめてください。pilot.toml で、見出しの行や列の名前を指定することもできます。",
		"No row holds the headings of the required columns. Check that there is a heading row with usual names; "+
			"pilot.toml can name the row and the columns.",
	),
}
