package cohort

import "pilot90/cohort/finding"

var ruleC321 = Rule{
	Code: "C321", Severity: finding.Info,
	Title: finding.Text{JA: "読んでいない見出しが既知の見出しに似ている", EN: "Unread heading resembles a known one"},
	Long: finding.Text{
		JA: "書き間違いかもしれない見出しを示します。読ませたい列であれば見出しを直すか、pilot.toml の columns で指定してください。ちがう項目であれば、そのままで構いません。",
		EN: "The heading may be misspelt. If the column should be read, correct the heading or pin it in pilot.toml; otherwise nothing need be done.",
	},
}
