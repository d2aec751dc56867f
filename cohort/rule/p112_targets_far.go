package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleP112 = Rule{
	Code: "P112", Severity: finding.Warning,
	Title: lang.Say("pilot.toml の目標の年度が対象期間から離れている", "pilot.toml: targets of a year far from the period"),
	Long: lang.Say(
		"目標の表の年度が対象期間から10年以上離れています。2026 を 2062 と書くような打ち間違いがよくあります。正しければ、このままで構いません。",
		"The year of a table of targets lies ten years or more from the period: often 2062 was written for 2026. Leave it "+
			"if it is right.",
	),
}
