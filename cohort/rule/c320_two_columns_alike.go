package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC320 = Rule{
	Code: "C320", Severity: finding.Error,
	Title: lang.Say("同じ項目にあたる見出しが2つある", "Two headings for one column"),
	Long: lang.Say(
		"1つの項目にあたる見出しが2つあり、どちらが正しいか決められません。使わない方の見出しを変えるか、pilot.toml の [[table]] の columns で列を指定してください。"+
			"決まるまでその項目は「データなし」として扱います。",
		"Two headings can be the same column and neither fits better. Rename the other one, or pin the column with "+
			"columns in [[table]] of pilot.toml. Until then the column counts as absent.",
	),
}
