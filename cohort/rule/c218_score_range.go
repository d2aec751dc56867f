package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC218 = Rule{
	Code: "C218", Severity: finding.Error,
	Title: lang.Say("点数が1から5の外", "Score outside 1–5"),
	Long: lang.Say(
		"満足度は5段階（1が低く、5が高い）で数えます。10段階や100点満点の値が混じると平均が狂うため、その回答は集計から外します。"+
			"別の段階で聞いた結果は、5段階に直してから書いてください。",
		"Satisfaction is counted on a scale of 1 (low) to 5 (high). Answers on another scale would falsify the mean, "+
			"so they are left out. "+
			"Convert them to five steps before entering them.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, r := range all.Surveys.Every() {
			if r.Score.Known && (r.Score.Value < 1 || r.Score.Value > 5) {
				report(record.About(r, r.Score,
					lang.Sayf("点数「%s」は1から5の間にありません。", "The score “%s” is not between 1 and 5.", lang.Quote(r.Score.Text)),
					lang.Say("1〜5の点数に直してください。", "Write a score from 1 to 5.")), r.Row)
			}
		}
	},
}
