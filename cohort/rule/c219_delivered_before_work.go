package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC219 = Rule{
	Code: "C219", Severity: finding.Warning,
	Title: lang.Say("納品日が作業日より前", "Delivered before the work"),
	Long: lang.Say(
		"作業する前に納品したことになっています。年・月・日の書き間違いがほとんどです。納品後の手直しを記録した行なら、手直しの納品日を書きます。"+
			"納期を守った割合や支払までの日数に影響します。",
		"The delivery comes before the work, nearly always a slip in year, month or day. For rework after delivery, "+
			"write the date the rework was delivered. "+
			"On-time ratio and payment days depend on it.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, r := range all.Tasks.Every() {
			if !r.Date.Known || !r.DeliveredDate.Known || r.DeliveredDate.Value >= r.Date.Value {
				continue
			}
			report(record.About(r, r.DeliveredDate,
				lang.Sayf("納品日 %s が作業日 %s より前です。", "Delivered on %s, before the work on %s.", record.DateText(r.DeliveredDate),
					record.DateText(r.Date)),
				lang.Say("年・月・日の書き間違いなら、間違っているほうの日付を直してください。納品後の手直しを記録した行なら、手直しを納めた日を納品日に書きます。",
					"Correct the date that is a slip. For rework after delivery, write the day the rework was delivered."),
				record.PlaceOf(r, r.Date)))
		}
	},
}
