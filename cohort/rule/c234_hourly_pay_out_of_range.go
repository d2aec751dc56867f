package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

// Hourly pay outside these bounds is taken for a slip of digits or units. They are wide on
// purpose: low pay is a matter for the figures, not for this rule.
const (
	leastHourly = 50.0     // yen
	mostHourly  = 30_000.0 // yen
)

var ruleC234 = Rule{
	Code: "C234", Severity: finding.Warning,
	Title: lang.Say("時間あたりの報酬のけたが違うおそれ", "Hourly pay of the wrong magnitude"),
	Long: lang.Say(
		"報酬 ÷ 時間が、1時間あたり50円より少ないか30,000円より多くなっています。千円単位で書いた、分を時間の欄に書いた、けたを打ち間違えた、という原因がよくあります。"+
			"報酬が低いかどうかを判断するものではありません。",
		"Pay ÷ hours is under 50 or over 30,000 yen an hour. Usual causes: pay in thousands of yen, minutes in the "+
			"hours column, a digit too many. "+
			"It does not judge whether pay is low.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, r := range all.Tasks.Every() {
			if !r.Pay.Known || !r.Hours.Known || r.Pay.Value <= 0 || r.Hours.Value <= 0 {
				continue
			}
			hourly := r.Pay.Value / r.Hours.Value
			if hourly >= leastHourly && hourly <= mostHourly {
				continue
			}
			report(record.About(r, r.Pay,
				lang.Sayf("報酬 %s円 ÷ %s時間は、1時間あたり約 %s円です（めやすは%s円から%s円）。",
					"%s yen for %s hours is about %s yen an hour (usual: %s to %s).",
					lang.Yen(r.Pay.Value), plainHours(r.Hours.Value), lang.Yen(hourly), lang.Yen(leastHourly), lang.Yen(mostHourly)),
				lang.Say("報酬のけたと単位（円）、時間の単位を確かめてください。", "Check the digits and unit of pay (yen) and the unit of the hours."),
				record.PlaceOf(r, r.Hours)))
		}
	},
}
