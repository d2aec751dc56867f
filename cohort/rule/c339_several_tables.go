package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC339 = Rule{
	Code: "C339", Severity: finding.Info,
	Title: lang.Say("1つのシートから、いくつかの表を読んだ", "Several tables were read from one sheet"),
	Long: lang.Say(
		"1つのシートに、参加者、案件、作業ログなどの表が上下や左右に並んでいるときは、表ごとに分けて読みます。"+
			"分けるのは、見出しからどの表かがはっきり分かり、同じ表がほかのシートにないときだけです。"+
			"左右の表の間は空いた列で、上下の表の間は空いた行か表題で分けてください。",
		"Where the roster, the contracts and the log stand below each other or side by side on one sheet, each is read as a "+
			"table of its own. A sheet is cut only where the headings say clearly which table each is, and where no other "+
			"sheet is that table. An empty column divides tables that stand side by side; an empty row or a title, those "+
			"below each other.",
	),
}
