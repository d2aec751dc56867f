package cohort

import "pilot90/cohort/finding"

var ruleC312 = Rule{
	Code: "C312", Severity: finding.Error,
	Title: text("必要な列がない", "Required column missing"),
	Long: text(
		"表に、なくてはならない列が見つかりません。よく似た見出しがあればメッセージに示します。見出しを直すか、pilot.toml でその列を指定してください。",
		"The table lacks a column it cannot do without. The message names similar headings. Correct the heading, or "+
			"name the column in pilot.toml.",
	),
}
