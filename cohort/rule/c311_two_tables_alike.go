package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC311 = Rule{
	Code: "C311", Severity: finding.Error,
	Title: lang.Say("見出しの候補が2つある", "Two tables alike"),
	Long: lang.Say(
		"同じくらい当てはまる見出しの行が2つあり、どちらを使うか決められません。使わないほうの表を別のシートに移すか、読み取りの設定（pilot90 read --set、または読み取りのページ）で見出しの行を決めてください。",
		"Two heading rows match equally well, and nothing is guessed. Move one table to another sheet, or name the "+
			"heading row in the settings of reading (pilot90 read --set, or the page of reading).",
	),
}
