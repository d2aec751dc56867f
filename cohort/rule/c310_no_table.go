package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC310 = Rule{
	Code: "C310", Severity: finding.Error,
	Title: lang.Say("表の見出しが見つからない", "No table found"),
	Long: lang.Say(
		"必要な列の見出しがそろった行が見つかりません。見出しの行があるか、列の名前が大きく違っていないかを確かめてください。表を書きかえずに、読み取りの設定（pilot90 read --set、または読み取りのページ）"+
			"で見出しの行や列を決めることもできます。",
		"No row holds the headings of the required columns. Check that there is a heading row with usual names; "+
			"the settings of reading (pilot90 read --set, or the page of reading) can name the row and the columns.",
	),
}
