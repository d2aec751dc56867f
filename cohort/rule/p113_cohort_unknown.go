package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleP113 = Rule{
	Code: "P113", Severity: finding.Warning,
	Title: lang.Say("pilot.toml の期に参加者がいない", "pilot.toml: a cohort without participants"),
	Long: lang.Say(
		"pilot.toml の [cohort.\"第1期\"] の名前が、参加者のシートのどの期とも合いません。全角と半角、空白のちがいは同じ名前とみなします。参加者がまだいない期なら、このままで構いません。",
		"The name in [cohort.\"…\"] of pilot.toml is that of no cohort of the participants sheet. Width and spaces make no "+
			"difference. Leave it where its participants are still to come.",
	),
}
