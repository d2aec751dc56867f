package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC340 = Rule{
	Code: "C340", Severity: finding.Warning,
	Title: lang.Say("読み方を決めたシートがない", "A sheet whose reading was set is gone"),
	Long: lang.Say(
		"読み取りの設定（reading.toml）で読み方を決めたシートが、どのファイルにもありません。シートやファイルの名前を変えたときは、その設定はもう効いていません。"+
			"「pilot90 read」で今の読み方を確かめ、決め直すか、取り消してください。",
		"No file has the sheet whose reading was set in reading.toml. If the sheet or the file was renamed, the setting "+
			"no longer holds. See with \"pilot90 read\" how it is read now, and set it anew or take it back.",
	),
}
