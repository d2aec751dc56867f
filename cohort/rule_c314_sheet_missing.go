package cohort

import "pilot90/cohort/finding"

var ruleC314 = Rule{
	Code: "C314", Severity: finding.Error,
	Title: finding.Text{JA: "必要なシートがない", EN: "Required sheet missing"},
	Long: finding.Text{
		JA: "参加者・案件・作業ログの3つは、どの台帳にも必要です。シートの名前や見出しを確かめてください。pilot90 init で、記入用のひな形を作れます。",
		EN: "Every ledger needs participants, contracts and tasks. Check sheet names and headings; “pilot90 init” writes " +
			"a template.",
	},
}
