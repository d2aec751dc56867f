package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC312 = Rule{
	Code: "C312", Severity: finding.Error,
	Title: lang.Say("必要な列がない", "Required column missing"),
	Long: lang.Say(
		"表に、なくてはならない列が見つかりません。よく似た見出しがあればメッセージに示します。見出しを直すか、pilot.toml でその列を指定してください。",
		"The table lacks a column it cannot do without. The message names similar headings. Correct the heading, or "+
			"name the column in pilot.toml.",
	),
}
