package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC338 = Rule{
	Code: "C338", Severity: finding.Warning,
	Title: lang.Say("時間の小数が分かもしれない", "Fractions of hours may be minutes"),
	Long: lang.Say(
		"時間の列の小数が .15・.30・.45 ばかりで、1.30 が1時間30分（60進）なのか1.3時間（1時間18分）なのか、見出しにも表の上にも書かれていません。"+
			"見出しを「時間（60進）」または「時間（10進）」に書きかえてください。決まるまでその列は「データなし」として扱います。",
		"The fractions of the hours are all like .15, .30 and .45, and nothing says whether 1.30 is an hour and a half or "+
			"1.3 hours. Write 60進 (minutes) or 10進 (parts of an hour) in brackets in the heading. Until then the column "+
			"counts as absent.",
	),
}
