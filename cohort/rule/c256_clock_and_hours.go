package rule

import (
	"math"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

// aMinute is what hours and clock times may differ by, in hours, with room for the rounding of decimals.
const aMinute = 1.0/60 + 1e-9

var ruleC256 = Rule{
	Code: "C256", Severity: finding.Warning,
	Title: lang.Say("時間と時刻が合わない", "Hours and clock times differ"),
	Long: lang.Say(
		"「時間」の列の値と、始め・終わりの時刻と休憩から計算した時間が、1分を超えてちがいます。集計には「時間」の列を使います。"+
			"どちらかの書き間違いがないか確かめてください。15分単位に丸めているなど、わけがあるときはこのままで構いません。",
		"The hours differ by over a minute from those between start and end, less the rest. The column of hours counts. "+
			"Check which of the two is right; if the hours are rounded on purpose, nothing need be done.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, t := range all.Tasks.Every() {
			if !t.Hours.Known || !t.Times().ByClock.Known || math.Abs(t.Hours.Value-t.Times().ByClock.Value) <= aMinute {
				continue
			}
			report(record.About(t, t.Hours,
				lang.Sayf("「%[1]s」とありますが、時刻から計算すると %[2]s 時間です。「%[1]s」の方を使いました。",
					"It says “%[1]s”, but the clock times make %[2]s hours. “%[1]s” was used.",
					lang.Quote(t.Hours.Text), plainHours(t.Times().ByClock.Value)),
				lang.Say("時間、始め・終わりの時刻、休憩のどれかに書き間違いがないか確かめてください。",
					"Check the hours, the start, the end and the rest for a slip."),
				record.PlaceOf(t, t.Times().ByClock)))
		}
	},
}
