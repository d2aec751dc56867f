package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC319 = Rule{
	Code: "C319", Severity: finding.Error,
	Title: lang.Say("方眼紙のように組まれたシート", "Sheet laid out as grid paper"),
	Long: lang.Say(
		"細かい列を結合して組んだ様式は、どのセルがどの項目か決められないため読めません。1行に1件、1列に1項目の表に書き写してください。pilot90 init のひな形が使えます。",
		"A form built of many narrow merged columns cannot be read as a table. Copy it to one row a record and one "+
			"column an item; the template of “pilot90 init” will do.",
	),
}
