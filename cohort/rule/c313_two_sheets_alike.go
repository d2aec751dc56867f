package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC313 = Rule{
	Code: "C313", Severity: finding.Error,
	Title: lang.Say("同じ役目のシートが2つある", "Two sheets for one table"),
	Long: lang.Say(
		"同じ表に当てはまるシートが1つのファイルに2つあり、どちらが正しいか決められません。古いほうを別のファイルに移すか、pilot.toml でシートを指定してください。",
		"Two sheets of a file match the same table, and nothing is guessed. Move the old one away, or name the sheet "+
			"in pilot.toml.",
	),
}
