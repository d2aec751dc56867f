package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC313 = Rule{
	Code: "C313", Severity: finding.Error,
	Title: lang.Say("同じ役目のシートが2つある", "Two sheets for one table"),
	Long: lang.Say(
		"同じ表に当てはまるシートが1つのファイルに2つあり、どちらが正しいか決められません。古いほうを別のファイルに移すか、読み取りの設定（pilot90 read --set、または読み取りのページ）で「読まない」にしてください。",
		"Two sheets of a file match the same table, and nothing is guessed. Move the old one away, or set it to be "+
			"not read in the settings of reading (pilot90 read --set, or the page of reading).",
	),
}
