package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC211 = Rule{
	Code: "C211", Severity: finding.Warning,
	Title: lang.Say("報酬があるのに時間がない", "Pay without hours"),
	Long: lang.Say(
		"報酬のある作業の時間が空欄か0です。時間あたりの報酬や週の作業時間に入らないため、時間がわかる作業だけの値になります。"+
			"わかれば時間を書いてください。出来高の仕事で時間を測っていなければ、そのままでかまいません。",
		"A paid task has no hours. Hourly pay and weekly hours are then known for fewer tasks. "+
			"Add the hours if they are known; piece work without measured hours may stay so.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		if !all.Tasks.Has("hours") {
			return
		}
		for _, r := range all.Tasks.Every() {
			if r.Times().Untold.Known && r.Times().Untold.Value { // there are hours, in a unit that the sheet is asked about
				continue
			}
			if !r.Pay.Known || r.Pay.Value <= 0 || !record.Blank(r.Hours) && (!r.Hours.Known || r.Hours.Value > 0) {
				continue
			}
			what := lang.Sayf("報酬 %s円がありますが、時間が書かれていません。", "Pay of %s yen, but no hours.", lang.Yen(r.Pay.Value))
			if r.Hours.Known {
				what = lang.Sayf("報酬 %s円がありますが、時間は「%s」です。", "Pay of %s yen, but the hours are “%s”.", lang.Yen(r.Pay.Value),
					lang.Quote(r.Hours.Text))
			}
			report(record.About(r, r.Hours, what, lang.Say("わかれば作業時間を書いてください。", "Write the hours if they are known."),
				record.PlaceOf(r, r.Pay)))
		}
	},
}
