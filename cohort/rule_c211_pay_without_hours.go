package cohort

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC211 = Rule{
	Code: "C211", Severity: finding.Warning,
	Title: text("報酬があるのに時間がない", "Pay without hours"),
	Long: text(
		"報酬のある作業の時間が空欄か0です。時間あたりの報酬や週の作業時間に入らないため、時間がわかる作業だけの値になります。"+
			"わかれば時間を書いてください。出来高の仕事で時間を測っていなければ、そのままでかまいません。",
		"A paid task has no hours. Hourly pay and weekly hours are then known for fewer tasks. "+
			"Add the hours if they are known; piece work without measured hours may stay so.",
	),
	Check: func(all *Records, _ Run, report reporter) {
		if !all.Tasks.Has("hours") {
			return
		}
		for _, r := range all.Tasks.Every() {
			if !r.Pay.Known || r.Pay.Value <= 0 || !blank(r.Hours) && (!r.Hours.Known || r.Hours.Value > 0) {
				continue
			}
			what := say("報酬 %s円がありますが、時間が書かれていません。", "Pay of %s yen, but no hours.", yen(r.Pay.Value))
			if r.Hours.Known {
				what = say("報酬 %s円がありますが、時間は「%s」です。", "Pay of %s yen, but the hours are “%s”.", yen(r.Pay.Value),
					lang.Quote(r.Hours.Text))
			}
			report(about(r, r.Hours, what, text("わかれば作業時間を書いてください。", "Write the hours if they are known."),
				placeOf(r, r.Pay)))
		}
	},
}
