package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC337 = Rule{
	Code: "C337", Severity: finding.Warning,
	Title: lang.Say("単位がちがうため読んでいない列がある", "A column is not read because of its unit"),
	Long: lang.Say(
		"見出しやその下の単位の行に、そのままでは集計できない単位（時間の列のコマ・人日、金額の列のドル、10点満点や1が最高の点数など）が書かれています。"+
			"そのまま時間・円・点数として数えると誤った値になるため、その列は「データなし」として扱います。"+
			"「1コマ＝90分」のように長さを見出しに書くか、時間・円・1〜5点（5が最高）に直した列を設けてください。",
		"The heading, or the row of units below it, gives a unit that cannot be added up as it is: lessons or days "+
			"for hours, dollars for yen, scores out of ten or with 1 as the best. The column counts as absent. Say how "+
			"long one is in the heading (1コマ＝90分), or keep a column in hours, in yen or in scores from 1 to 5 with 5 "+
			"as the best.",
	),
}
