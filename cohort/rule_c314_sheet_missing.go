package cohort

import "pilot90/cohort/finding"

var ruleC314 = Rule{
	Code: "C314", Severity: finding.Error,
	Title: text("必要なシートがない", "Required sheet missing"),
	Long: text(
		"参加者・案件・作業ログの3つは、どの台帳にも必要です。シートの名前や見出しを確かめてください。pilot90 init で、記入用のひな形を作れます。",
		"Every ledger needs participants, contracts and tasks. Check sheet names and headings; “pilot90 init” writes "+
			"a template.",
	),
}
