package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC314 = Rule{
	Code: "C314", Severity: finding.Error,
	Title: lang.Say("必要なシートがない", "Required sheet missing"),
	Long: lang.Say(
		"参加者・案件・作業ログの3つは、どの台帳にも必要です。シートの名前や見出しを確かめてください。pilot90 init で、記入用のひな形を作れます。",
		"Every ledger needs participants, contracts and tasks. Check sheet names and headings; “pilot90 init” writes "+
			"a template.",
	),
}
