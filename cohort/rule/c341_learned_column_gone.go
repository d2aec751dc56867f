package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC341 = Rule{
	Code: "C341", Severity: finding.Warning,
	Title: lang.Say("読み方を決めた列がない", "A column whose reading was set is gone"),
	Long: lang.Say(
		"読み取りの設定（reading.toml）で読み方を決めた見出しや列が、そのシートにありません。見出しを書きかえたときは、その設定はもう効いていません。"+
			"「pilot90 read」で今の読み方を確かめ、決め直すか、取り消してください。",
		"The sheet has no such heading or column as reading.toml sets. If the heading was changed, the setting no longer "+
			"holds. See with \"pilot90 read\" how it is read now, and set it anew or take it back.",
	),
}
