package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC320 = Rule{
	Code: "C320", Severity: finding.Error,
	Title: lang.Say("同じ項目にあたる見出しが2つある", "Two headings for one column"),
	Long: lang.Say(
		"1つの項目にあたる見出しが2つあり、どちらが正しいか決められません。使わない方の見出しを変えるか、読み取りの設定（pilot90 read --set、または読み取りのページ）で列を決めてください。"+
			"決まるまでその項目は「データなし」として扱います。",
		"Two headings can be the same column and neither fits better. Rename the other one, or give the column "+
			"in the settings of reading (pilot90 read --set, or the page of reading). Until then the column counts as absent.",
	),
}
