package cohort

import "pilot90/cohort/finding"

var ruleC312 = Rule{
	Code: "C312", Severity: finding.Error,
	Title: finding.Text{JA: "必要な列がない", EN: "Required column missing"},
	Long: finding.Text{
		JA: "表に、なくてはならない列が見つかりません。よく似た見出しがあればメッセージに示します。見出しを直すか、pilot.toml でその列を指定してください。",
		EN: "The table lacks a column it cannot do without. The message names similar headings. Correct the heading, or " +
			"name the column in pilot.toml.",
	},
}
