package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC323 = Rule{
	Code: "C323", Severity: finding.Info,
	Title: lang.Say("ほかの版のひな形で作られた台帳", "Made from another version of the template"),
	Long: lang.Say(
		"台帳のひな形（pilot90 init が作るブック）は版を重ねます。前の版の台帳もそのまま読めます。新しい列を使うときは、pilot90 init --migrate で中身を新しいひな形に移してください。"+
			"元の台帳は変わりません。",
		"The workbook of pilot90 init has versions. Older ones are read as they are; to use new columns, move the "+
			"contents with pilot90 init --migrate. The old workbook is left as it is.",
	),
}
