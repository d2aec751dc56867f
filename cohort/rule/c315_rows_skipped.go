package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC315 = Rule{
	Code: "C315", Severity: finding.Info,
	Title: lang.Say("合計・注記・空白の行を読み飛ばした", "Totals, notes and blank rows skipped"),
	Long: lang.Say(
		"合計や小計の行、表の下の注、単位の行、空白の行は記録ではないため読み飛ばしました。記録の行がここに入っていたら、番号や日付が書かれているか確かめてください。",
		"Totals, notes, unit rows and blank rows are not records and were skipped. If a record is among them, check "+
			"its id and date.",
	),
}
